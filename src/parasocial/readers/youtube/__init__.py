"""YouTube: Google Takeout in any language, as JSON or as pages, and My Activity."""

from parasocial.readers.youtube.about import facts
from parasocial.readers.youtube.left import IGNORED
from parasocial.readers.youtube.places import RECORDS
from parasocial.reading import FULL, NONE, Reader, Unsolicited
from parasocial.schema import Channel, Direction

YOUTUBE = Reader(
    name="youtube",
    title="YouTube",
    how_to_get=(
        "takeout.google.com → Deselect all → YouTube and YouTube Music → Multiple formats → "
        "history: JSON → Next step → Create export"
    ),
    checked="2026-11",
    records=RECORDS,
    visibility={
        # Takeout lists what the person wrote and paid; what was deleted is gone with its answers.
        (Channel.COMMENT, Direction.GIVEN): FULL,
        (Channel.REPLY, Direction.GIVEN): FULL,
        (Channel.LIVE_CHAT, Direction.GIVEN): FULL,
        (Channel.GIFT, Direction.GIVEN): FULL,
        # No answer, heart, subscriber or mention that the person received is in any file.
        (Channel.COMMENT, Direction.RECEIVED): NONE,
        (Channel.REPLY, Direction.RECEIVED): NONE,
        (Channel.LIVE_CHAT, Direction.RECEIVED): NONE,
        (Channel.GIFT, Direction.RECEIVED): NONE,
    },
    # Nothing on YouTube lets a channel write to someone who only watches.
    unsolicited=Unsolicited.IMPOSSIBLE,
    of_channels=True,
    facts=facts,
    ignored=IGNORED,
    blind=(
        "Nothing that others gave you is in it: no replies, no hearts, no subscribers.",
        "It does not say how long you watched a video; hours are estimated.",
        "Videos that were removed or made private have lost their channel.",
        "Subscriptions have no dates.",
        "History that you deleted, or that deletes itself after a time, is missing.",
    ),
)

__all__ = ["YOUTUBE"]
