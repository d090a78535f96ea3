"""Reddit: the tables of a data request, and comments as archives keep them."""

import re
from collections.abc import Callable

from parasocial.readers.reddit import archive, links, messages, said
from parasocial.readers.reddit.about import ARCHIVE, CHATS, MESSAGES, facts
from parasocial.readers.reddit.left import IGNORED
from parasocial.readers.reddit.sheets import sheet
from parasocial.reading import FULL, NONE, UNCERTAIN, Meaning, Reader, Records, at_least
from parasocial.reading.lines import lines
from parasocial.schema import Channel, Direction

_KEPT = at_least(0.95)


def _table(files: str, meaning: Callable[..., Meaning], *columns: str) -> Records:
    """A table by its name, and where *columns* are given, by how it begins."""
    head = ",".join(rf'"?{column}"?' for column in columns)
    like = re.compile(rf"\A(?:\xef\xbb\xbf)?{head}\s".encode("latin-1")) if columns else None
    return Records(files, sheet, meaning, like=like)


_CONTENT = ("id", "permalink", "date", "ip", "subreddit", "gildings")
_MESSAGE = ("id", "permalink", "thread_id", "date", "ip", "from", "to", "subject", "body")

REDDIT = Reader(
    name="reddit",
    title="Reddit",
    how_to_get=(
        "reddit.com/settings/data-request → I want data from my full time at Reddit → Submit; "
        "some days later: the link in the message from Reddit"
    ),
    checked="2026-11",
    records=(
        _table("comments.csv|comments_[0-9]*.csv", said.comment, *_CONTENT, "link", ".*"),
        _table("posts.csv|posts_[0-9]*.csv", said.post, *_CONTENT, "title", ".*"),
        _table(MESSAGES, messages.message, *_MESSAGE),
        _table(ARCHIVE, messages.message),
        _table(CHATS, messages.chat, "message_id", "created_at", ".*"),
        _table(
            "post_votes.csv|post_votes_[0-9]*.csv|comment_votes.csv|comment_votes_[0-9]*.csv",
            links.voted,
            *("id", "permalink", "direction"),
        ),
        _table(
            "saved_posts.csv|saved_posts_[0-9]*.csv|saved_comments.csv|saved_comments_[0-9]*.csv",
            links.saved,
        ),
        _table("friends.csv", links.followed),
        _table("subscribed_subreddits.csv", links.subscribed),
        # Read, and not only known: YouTube's list of channels has the same name.
        _table("subscriptions.csv", links.paid, "processor", "subscription_id", ".*"),
        _table("gilded_content.csv", said.award_given),
        _table("gold_received.csv", said.award_received),
    ),
    visibility={
        # Messages and chats hold both sides; what the other deleted may be gone.
        (Channel.MESSAGE, Direction.GIVEN): FULL,
        (Channel.MESSAGE, Direction.RECEIVED): _KEPT,
        # Answers to ego's comments and posts, and who follows ego, are in no table.
        (Channel.COMMENT, Direction.RECEIVED): NONE,
        (Channel.REPLY, Direction.RECEIVED): NONE,
        (Channel.FOLLOW, Direction.RECEIVED): NONE,
        # Awards without a name may all be one person's.
        (Channel.GIFT, Direction.RECEIVED): UNCERTAIN,
    },
    facts=facts,
    ignored=IGNORED,
    blind=(
        "Answers to your comments and posts are not in the export.",
        "It does not say who wrote what you answered, voted for or saved.",
        "Votes, saved posts and the people you follow have no dates.",
        "What you read without voting or writing is not in it.",
    ),
)

REDDIT_ARCHIVE = Reader(
    name="reddit-archive",
    of="reddit",
    title="Reddit (archives of comments)",
    how_to_get=(
        "Arctic Shift, a program of others → download the comments and posts of a user or "
        "subreddit; or the monthly archives, one JSON object a line, .zst or unpacked"
    ),
    checked="2026-11",
    records=(
        Records("*.ndjson|*.jsonl", lines, archive.said, archive.Said, like=archive.LOOK),
        Records("*.zst", lines, archive.said, archive.Said),
    ),
    visibility={
        (Channel.COMMENT, Direction.RECEIVED): _KEPT,
        (Channel.REPLY, Direction.RECEIVED): _KEPT,
    },
    facts=archive.facts,
    blind=(
        "Comments that were deleted or removed have no author, and some no words.",
        "Votes are counted there, without names.",
    ),
)

__all__ = ["REDDIT", "REDDIT_ARCHIVE"]
