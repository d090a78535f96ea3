"""Bluesky: *Export my data*, as the one file it is or unpacked to JSON; and threads."""

from parasocial.readers.bluesky import threads
from parasocial.readers.bluesky.about import facts
from parasocial.readers.bluesky.places import RECORDS
from parasocial.reading import FULL, NONE, Reader, Records, Unsolicited, at_least
from parasocial.reading.shapes import either
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

BLUESKY_THREAD = Reader(
    name="bluesky-thread",
    of="bluesky",
    title="Bluesky (threads)",
    how_to_get="app.bsky.feed.getPostThread for each post, with depth=1000; keep every answer",
    checked="2026-11",
    records=(Records("*.json", either(), threads.thread, like=threads.LOOK),),
    visibility={
        (Channel.REPLY, Direction.GIVEN): at_least(0.9),
        (Channel.REPLY, Direction.RECEIVED): at_least(0.9),
    },
    facts=threads.facts,
    blind=(
        "Posts that were deleted, and accounts that block or are blocked, are not in it.",
        "Likes are counted there, without names.",
    ),
)

__all__ = ["BLUESKY", "BLUESKY_THREAD"]
