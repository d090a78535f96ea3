"""Mastodon: *Request your archive*, the list of follows that is a file apart, and threads."""

from parasocial.readers.mastodon import threads
from parasocial.readers.mastodon.about import COLLECTIONS, facts
from parasocial.readers.mastodon.links import bookmark, favourite, followed, follows
from parasocial.readers.mastodon.posts import Activity, activity
from parasocial.reading import NONE, Reader, Records, Unsolicited, at_least
from parasocial.reading.shapes import under
from parasocial.schema import Channel, Direction

_items = under("orderedItems")
_LEFT = """
    actor avatar header media_attachments lists muted_accounts blocked_accounts blocked_domains
    bookmarks.csv custom_filters
"""

MASTODON = Reader(
    name="mastodon",
    title="Mastodon",
    how_to_get=(
        "Preferences → Import and export → Data export → Request your archive; some time later: "
        "Download your archive; on the same page: Follows → CSV"
    ),
    checked="2026-11",
    records=(
        Records("outbox.json", _items, activity, Activity, like=COLLECTIONS["outbox"]),
        Records("likes.json", _items, favourite, str, like=COLLECTIONS["likes"]),
        Records("bookmarks.json", _items, bookmark, str, like=COLLECTIONS["bookmarks"]),
        Records("following_accounts*.csv", follows, followed),
    ),
    visibility={
        # An outbox holds what its owner wrote, direct posts as well, and nobody's answers.
        (Channel.MESSAGE, Direction.RECEIVED): NONE,
        (Channel.REPLY, Direction.RECEIVED): NONE,
        (Channel.MENTION, Direction.RECEIVED): NONE,
        (Channel.FOLLOW, Direction.RECEIVED): NONE,
    },
    # Anyone can mention someone who only reads, and no follower is in the archive.
    unsolicited=Unsolicited.POSSIBLE,
    facts=facts,
    ignored=frozenset(_LEFT.split()),
    blind=(
        "What others gave you is not in it: no answers, favourites, mentions, direct posts.",
        "Who follows you is not in it.",
        "It does not show what you read without answering, boosting or marking it.",
        "Favourites, bookmarks and follows have no date.",
        "Of some servers, the address of a post does not say who wrote it.",
        "The list of follows is a file apart.",
    ),
)

MASTODON_THREAD = Reader(
    name="mastodon-thread",
    of="mastodon",
    title="Mastodon (threads)",
    how_to_get="/api/v1/statuses/ID/context of your server, for each post; keep every answer",
    checked="2026-11",
    records=(
        Records(
            "*context*.json", threads.statuses, threads.status, threads.Context, like=threads.LOOK
        ),
    ),
    visibility={
        (Channel.REPLY, Direction.GIVEN): at_least(0.9),
        (Channel.REPLY, Direction.RECEIVED): at_least(0.9),
    },
    facts=threads.facts,
    blind=(
        "Answers that your server never got, and posts for followers alone, are not in it.",
        "The post that a thread was asked for stands beside it, and is not in it.",
    ),
)

__all__ = ["MASTODON", "MASTODON_THREAD"]
