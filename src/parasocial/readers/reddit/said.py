"""What ego wrote for everybody to read, and what was given for it."""

from parasocial.readers.reddit.names import author_of, content_of, name_of, profile_of
from parasocial.readers.reddit.sheets import Cells
from parasocial.reading import Here, Meaning
from parasocial.reading.times import iso
from parasocial.schema import EGO, Addressed, Channel, Form, Interaction

# Bound once: looking up an enum's member takes as long as building the row.
_COMMENT, _REPLY, _POST = Channel.COMMENT, Channel.REPLY, Form.POST
_GONE = frozenset({"", "[deleted]", "[removed]"})


def comment(row: Cells, here: Here) -> Meaning:
    """A comment under a post, or a reply to another comment.

    Who wrote what is answered is not in the export; on a person's own page, the post is theirs.
    """
    above = row["parent"].strip()
    parent = above if above and not above.startswith("t3_") else None
    text = "" if row.get("body") in _GONE else row.get("body") or ""
    owner = None if parent else _other(profile_of(row["subreddit"]), here)
    return Interaction(
        _REPLY if parent else _COMMENT,
        EGO,
        owner,
        iso(row["date"]),
        row["id"] if parent else content_of(row["link"]) or row["id"],
        form=_POST,
        words=len(text.split()) or None,
        reply_to=parent,
        text=text or None,
    )


def post(row: Cells, here: Here) -> Meaning:
    """A post of ego's."""
    del here
    body = "" if row.get("body") in _GONE else row.get("body") or ""
    text = "\n".join(filter(None, (row.get("title") or "", body)))
    return Interaction(
        Channel.POST,
        EGO,
        None,
        iso(row["date"]),
        row["id"],
        Addressed.EVERYONE,
        _POST,
        words=len(text.split()) or None,
        text=text or None,
    )


def award_given(row: Cells, here: Here) -> Meaning:
    """An award that ego gave."""
    link = row["content_link"]
    owner = _other(author_of(link), here)
    return Interaction(Channel.GIFT, EGO, owner, iso(row["date"]), content_of(link), form=_POST)


def award_received(row: Cells, here: Here) -> Meaning:
    """An award for something of ego's; one without a name says nothing of a tie."""
    giver = name_of(row["gilder_username"])
    us = iso(row["date"])
    if giver is None or here.who(giver.id) is EGO:
        return None
    return Interaction(Channel.GIFT, giver.id, EGO, us, content_of(row["content_link"]), form=_POST)


def _other(owner: str | None, here: Here) -> str | None:
    return None if owner is None or here.who(owner) is EGO else owner
