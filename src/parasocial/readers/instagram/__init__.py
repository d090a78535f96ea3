"""Instagram, and Threads with it: *Export your information*, as JSON or as web pages."""

from parasocial.readers.instagram import attention, conversations, links, messages, said
from parasocial.readers.instagram.about import facts
from parasocial.readers.instagram.left import IGNORED
from parasocial.reading import FULL, Reader, Unsolicited, at_least
from parasocial.schema import Channel, Direction

_KEPT = at_least(0.95)

INSTAGRAM = Reader(
    name="instagram",
    title="Instagram",
    how_to_get=(
        "Accounts Centre → Your information and permissions → Export your information → "
        "Create export → Export to device → Date range: all time; Format: JSON → Start export; "
        "some hours later: Download"
    ),
    checked="2026-11",
    records=(
        *messages.RECORDS,
        *conversations.RECORDS,
        *links.RECORDS,
        *said.RECORDS,
        *attention.RECORDS,
    ),
    visibility={
        # A thread holds both sides; deleting it takes both away. What the other unsent is gone.
        (Channel.MESSAGE, Direction.GIVEN): FULL,
        (Channel.MESSAGE, Direction.RECEIVED): _KEPT,
        (Channel.CALL, Direction.RECEIVED): _KEPT,
        # In conversations only: likes on ego's posts are not in the export.
        (Channel.REACTION, Direction.RECEIVED): _KEPT,
        (Channel.FOLLOW, Direction.RECEIVED): FULL,
        (Channel.REQUEST, Direction.RECEIVED): FULL,
    },
    # Messages from strangers stand among the requests, and both follow lists are in the file.
    unsolicited=Unsolicited.FOLLOWERS,
    facts=facts,
    ignored=IGNORED,
    foreign=frozenset({"your_facebook_activity", "your_activity_across_facebook"}),
    blind=(
        "Likes and comments that you received are not in the export.",
        "Views go back about two weeks; likes and messages go back for years.",
        "It does not say how long you looked at anything; hours are estimated.",
        "Chats that either of you deleted, and messages that were unsent, are gone.",
        "Who has stopped following you is not in the export.",
    ),
)

__all__ = ["INSTAGRAM"]
