"""Facebook, and Messenger with it: *Export your information*, as JSON or as web pages.

The download of end-to-end encrypted chats is a separate one of Messenger's.
"""

from parasocial.readers.facebook import attention, links, messages, said, visits
from parasocial.readers.facebook.about import facts
from parasocial.readers.facebook.left import IGNORED
from parasocial.reading import FULL, UNCERTAIN, Reader, Unsolicited, at_least
from parasocial.schema import Channel, Direction

_KEPT = at_least(0.95)

FACEBOOK = Reader(
    name="facebook",
    title="Facebook and Messenger",
    how_to_get=(
        "Accounts Centre → Your information and permissions → Export your information → "
        "Create export → Export to device → Date range: all time; Format: JSON → Start export; "
        "and in Messenger: Privacy & safety → End-to-end encrypted chats → Message storage → "
        "Download secure storage data"
    ),
    checked="2026-11",
    records=(
        *messages.RECORDS,
        *links.RECORDS,
        *said.RECORDS,
        *attention.RECORDS,
        *visits.RECORDS,
    ),
    visibility={
        # Chats have been encrypted since December 2023, and those are a download of their own:
        # without it whole chats are missing, on both sides.
        (Channel.MESSAGE, Direction.GIVEN): FULL,
        (Channel.MESSAGE, Direction.RECEIVED): _KEPT,
        (Channel.CALL, Direction.RECEIVED): _KEPT,
        # In conversations and as pokes: reactions to ego's posts are not in the export.
        (Channel.REACTION, Direction.RECEIVED): _KEPT,
        # Requests that were taken back, or answered with yes, are in no list.
        (Channel.REQUEST, Direction.RECEIVED): UNCERTAIN,
    },
    # Who follows ego is not in the export, nor who wrote under ego's posts.
    unsolicited=Unsolicited.POSSIBLE,
    facts=facts,
    ignored=IGNORED,
    foreign=frozenset({"your_instagram_activity"}),
    blind=(
        "Likes and comments that you received, and who follows you, are not in the export.",
        "Encrypted Messenger chats are a separate download; without it they are missing.",
        "Facebook tells people by name: two of one name may be taken for one.",
        "Whose post you liked stands in a sentence; where it is not certain, nobody is named.",
        "Views and visits go back about 90 days, and do not say how long you looked.",
    ),
)

__all__ = ["FACEBOOK"]
