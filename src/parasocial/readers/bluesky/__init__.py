"""Bluesky: *Export my data*, as the one file it is or unpacked to JSON."""

from parasocial.readers.bluesky.about import facts
from parasocial.readers.bluesky.places import RECORDS
from parasocial.reading import FULL, NONE, Reader, Unsolicited
from parasocial.schema import Channel, Direction

BLUESKY = Reader(
    name="bluesky",
    title="Bluesky",
    how_to_get="Settings → Account → Export my data → Download CAR file",
    checked="2026-11",
    records=RECORDS,
    visibility={
        # A repository holds what its owner wrote, save what they took back.
        (Channel.REPLY, Direction.GIVEN): FULL,
        (Channel.MENTION, Direction.GIVEN): FULL,
        (Channel.FOLLOW, Direction.GIVEN): FULL,
        # What others did about the owner stands in the repositories of those others.
        (Channel.REPLY, Direction.RECEIVED): NONE,
        (Channel.MENTION, Direction.RECEIVED): NONE,
        (Channel.FOLLOW, Direction.RECEIVED): NONE,
    },
    # Anyone can mention or quote someone who only reads, and no follower is in the file.
    unsolicited=Unsolicited.POSSIBLE,
    facts=facts,
    ignored=frozenset({"_commit", "_blob", "_blobs"}),
    blind=(
        "Nothing that others gave you is in it: no replies, no likes, no mentions, no followers.",
        "It does not show what you read without liking, reposting or answering.",
        "Direct messages are kept elsewhere and are not in this file.",
        "What you deleted or took back, posts, likes and follows, is gone.",
        "Accounts appear by their identifiers; the file has names where you mentioned someone.",
    ),
)

__all__ = ["BLUESKY"]
