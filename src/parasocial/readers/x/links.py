"""Links and likes: X writes whom ego follows without a date, and a like without anybody."""

from msgspec import Struct

from parasocial.readers.x.accounts import account, born, posted
from parasocial.reading import Here, Meaning
from parasocial.schema import EGO, Addressed, Channel, Form, Interaction


class Followed(Struct, gc=False, rename="camel"):
    """One account in a follow list, wrapped or not."""

    following: "Followed | None" = None
    follower: "Followed | None" = None
    account_id: str | int | None = None


class Like(Struct, gc=False, rename="camel"):
    """One like, wrapped or not. The words in it are somebody else's and are never read."""

    like: "Like | None" = None
    tweet_id: str | int = ""
    expanded_url: str | None = None


def following(row: Followed, here: Here) -> Meaning:
    """Ego follows somebody."""
    return Interaction(Channel.FOLLOW, EGO, _other(row.following or row, here), None)


def follower(row: Followed, here: Here) -> Meaning:
    """Somebody follows ego."""
    return Interaction(Channel.FOLLOW, _other(row.follower or row, here), EGO, None)


def _other(row: Followed, here: Here) -> str:
    other = account(row.account_id, None)
    if other is None or here.who(other) is EGO:
        raise ValueError("nobody is named")
    return other


def like(row: Like, here: Here) -> Meaning:
    """A post that ego liked, some time between its making and the export."""
    it = row.like or row
    post = str(it.tweet_id)
    if not post.isdecimal():
        raise ValueError("no post")
    handle, _ = posted(it.expanded_url or "") or (None, post)
    who = here.who(handle) if handle else None
    if who is EGO:
        return None
    made, exported = born(post), here.facts.exported_us
    if made is None or exported is None or made > exported:
        made = exported = None
    return Interaction(
        Channel.REACTION, EGO, who, None, post, Addressed.EVERYONE, Form.POST,
        us_low=made, us_high=exported,
    )  # fmt: skip
