"""X, formerly Twitter: *Download an archive of your data*, in every layout since 2012."""

from parasocial.readers.x.about import facts
from parasocial.readers.x.left import IGNORED
from parasocial.readers.x.places import RECORDS
from parasocial.reading import FULL, NONE, Reader, Unsolicited, at_least
from parasocial.schema import Channel, Direction

_KEPT = at_least(0.95)

X = Reader(
    name="x",
    title="X (Twitter)",
    how_to_get=(
        "More → Settings and privacy → Your account → Download an archive of your data → "
        "Request archive; a day or more later: Download archive"
    ),
    checked="2026-11",
    records=RECORDS,
    visibility={
        # A conversation holds both sides; deleting it takes both away. What the other deleted
        # for both is gone. Chats with Grok are whole.
        (Channel.MESSAGE, Direction.GIVEN): FULL,
        (Channel.MESSAGE, Direction.RECEIVED): _KEPT,
        # In conversations only: likes on ego's posts are not in the archive.
        (Channel.REACTION, Direction.RECEIVED): _KEPT,
        (Channel.FOLLOW, Direction.RECEIVED): FULL,
        # Answers to ego, and posts that name ego, are other people's posts.
        (Channel.REPLY, Direction.RECEIVED): NONE,
        (Channel.MENTION, Direction.RECEIVED): NONE,
    },
    # Messages from strangers stand in the conversations; answers and mentions reach who has
    # posted, hardly a silent reader. Both follow lists are in the archive.
    unsolicited=Unsolicited.FOLLOWERS,
    facts=facts,
    ignored=IGNORED,
    blind=(
        "What you read or watched is not in the archive, and neither are bookmarks.",
        "Likes have no date and mostly no author, and follows have no date.",
        "Answers, mentions and likes that you received are other people's data and left out.",
        "Encrypted chats may be missing.",
        "Accounts are numbers; handles are known for those that your own posts name.",
    ),
)

__all__ = ["X"]
