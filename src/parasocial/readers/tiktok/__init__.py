"""TikTok: *Download your data*, as one JSON file in three layouts or as a folder of text files."""

from parasocial.readers.tiktok.about import facts
from parasocial.readers.tiktok.attention import author
from parasocial.readers.tiktok.left import IGNORED
from parasocial.readers.tiktok.sections import SECTIONS
from parasocial.readers.tiktok.texts import TEXTS
from parasocial.reading import FULL, Reader, Records, Unsolicited
from parasocial.reading.cells import Csv
from parasocial.schema import Channel, Direction

TIKTOK = Reader(
    name="tiktok",
    title="TikTok",
    how_to_get=(
        "Profile → ☰ → Settings and privacy → Account → Download your data → All data → JSON → "
        "Request data; some days later: Download data"
    ),
    checked="2026-11",
    records=(*SECTIONS, *TEXTS, Records("tiktok_authors.csv", Csv(width=2), author)),
    visibility={
        # Chats hold both sides, one line per message; a deleted chat takes both sides with it.
        (Channel.MESSAGE, Direction.GIVEN): FULL,
        (Channel.MESSAGE, Direction.RECEIVED): FULL,
        (Channel.FOLLOW, Direction.RECEIVED): FULL,
    },
    # Messages from strangers stand in the chats; replies and mentions reach who has posted or
    # commented, hardly a silent viewer.
    unsolicited=Unsolicited.FOLLOWERS,
    facts=facts,
    ignored=IGNORED,
    blind=(
        "TikTok leaves out who made the videos you watched, liked, saved and shared.",
        "They count as time that belongs to nobody, unless you add a list of authors.",
        "It does not say how long you watched a video; hours are estimated.",
        "Watch history goes back about half a year; messages and comments go back further.",
        "Likes, comments and views that you received are not in the export.",
        "Gifts can be read from the JSON export, not from the text one.",
    ),
)

__all__ = ["TIKTOK"]
