"""Spotify: the account data and the extended streaming history, of all years."""

from parasocial.readers.spotify import links, plays, spoken
from parasocial.readers.spotify.about import facts
from parasocial.readers.spotify.left import IGNORED
from parasocial.reading import FULL, Reader, Unsolicited
from parasocial.schema import Channel, Direction

SPOTIFY = Reader(
    name="spotify",
    title="Spotify",
    how_to_get=(
        "Account → Account privacy → Download your data → Account data and Extended streaming "
        "history → Request data; some days to a month later: the link in the e-mail"
    ),
    checked="2026-11",
    records=(*plays.RECORDS, *links.RECORDS, *spoken.RECORDS),
    visibility={
        # A thread holds both sides; deleting it takes both away.
        (Channel.MESSAGE, Direction.GIVEN): FULL,
        (Channel.MESSAGE, Direction.RECEIVED): FULL,
        (Channel.FOLLOW, Direction.RECEIVED): FULL,
    },
    # Artists and shows have no way to write to who listens; people's messages are in the file.
    unsolicited=Unsolicited.IMPOSSIBLE,
    facts=facts,
    ignored=IGNORED,
    apart={"artists": "artist:"},
    blind=(
        "It names artists and shows, not the people who host a show or play in a band.",
        "The account data goes back one year; the extended history goes back to the beginning.",
        "Follows and what is saved have no dates.",
        "What was played elsewhere, or with another person's account, is not in it.",
        "Older account data puts some shows among the artists.",
    ),
)

__all__ = ["SPOTIFY"]
