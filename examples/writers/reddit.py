"""Reddit: a flat set of tables.

Own comments and posts with ids but without the other's name; votes and saved posts without a
date; both sides of chats. Only a personal page, ``u_name``, says whose post it was. A room
that is a group without members is a community; without a room it was somebody's own page.
"""

from collections.abc import Sequence

from .model import Being, Beings, Deed, Files, made, mine, spell, talks
from .shapes import plain, sheet

_BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz"
_SITE = "https://www.reddit.com"


def native(being: Being) -> str:
    """The user name; of a community, with what stands before it; of a group chat, its place."""
    if being.kind != "group":
        return being.handle
    return _place(being.key) if being.members else f"r/{being.name}"


def _place(*keys: str) -> str:
    """The address of a chat."""
    return f"!{spell(20, 'reddit chat', *sorted(keys), letters=_BASE36)}:reddit.com"


def number(item: str) -> str:
    """The id of a post or comment."""
    return "1" + spell(6, "reddit", item, letters=_BASE36)


def files(me: Being, beings: Beings, deeds: Sequence[Deed], *, exported: int) -> Files:
    """The tables."""
    votes = mine(me, deeds, "reaction")
    saves = mine(me, deeds, "save")
    tables = {
        "statistics": sheet(
            "statistic,value",
            [("account name", me.handle), ("export time", _utc(exported))],
        ),
        "comments": _comments(me, beings, deeds),
        "posts": _posts(me, beings, deeds),
        "chat_history": _chats(me, beings, deeds),
        "friends": sheet(
            "username,note",
            [(beings[d.target].handle, "") for d in mine(me, deeds, "follow") if d.target],
        ),
        "gilded_content": sheet(
            "content_link,award,amount,date",
            [
                (_post_link(beings, d, d.under), "Gold", 1, _utc(d.at))
                for d in mine(me, deeds, "gift")
                if d.under
            ],
        ),
    }
    for name, found in (("post", False), ("comment", True)):
        tables[f"{name}_votes"] = sheet(
            "id,permalink,direction",
            [(number(d.item or ""), _link(beings, d), "up") for d in votes if _below(d) is found],
        )
        tables[f"saved_{name}s"] = sheet(
            "id,permalink",
            [(number(d.item or ""), _link(beings, d)) for d in saves if _below(d) is found],
        )
    return {f"{name}.csv": body for name, body in tables.items()}


def _utc(at: int) -> str:
    return f"{plain(at)} UTC"


def _below(deed: Deed) -> bool:
    """Whether it is about a comment: what stands under something."""
    return deed.under is not None


def _where(beings: Beings, deed: Deed, post: str) -> str:
    """The community, or the page of who made the post."""
    return beings[deed.room].name if deed.room else f"u_{beings[made(post)[0]].handle}"


def _post_link(beings: Beings, deed: Deed, post: str) -> str:
    return f"{_SITE}/r/{_where(beings, deed, post)}/comments/{number(post)}/_/"


def _link(beings: Beings, deed: Deed) -> str:
    """The address of what *deed* is about."""
    item = deed.item or ""
    if deed.under is None:
        return _post_link(beings, deed, item)
    return f"{_post_link(beings, deed, deed.under)}{number(item)}/"


def _comments(me: Being, beings: Beings, deeds: Sequence[Deed]) -> bytes:
    rows = []
    for deed in mine(me, deeds, "comment", "reply"):
        post, own = deed.under or deed.reply_to or "", number(deed.item or "")
        where = _post_link(beings, deed, post)
        parent = f"t1_{number(deed.reply_to)}" if deed.reply_to and deed.under else ""
        place = _where(beings, deed, post)
        rows.append(
            (own, f"{where}{own}/", _utc(deed.at), "", place, 0, where, parent, deed.text, "")
        )
    return sheet("id,permalink,date,ip,subreddit,gildings,link,parent,body,media", rows)


def _posts(me: Being, beings: Beings, deeds: Sequence[Deed]) -> bytes:
    rows = []
    for deed in mine(me, deeds, "post"):
        item = deed.item or ""
        place = _where(beings, deed, item)
        link = _post_link(beings, deed, item)
        rows.append((number(item), link, _utc(deed.at), "", place, 0, "A title", "", deed.text))
    return sheet("id,permalink,date,ip,subreddit,gildings,title,url,body", rows)


def _chats(me: Being, beings: Beings, deeds: Sequence[Deed]) -> bytes:
    rows = []
    for key, said in talks(me, deeds).items():
        them = beings[key]
        place = native(them) if them.kind == "group" else _place(me.key, key)
        rows += [_chat(beings, them, place, d) for d in said if d.channel != "call"]
    header = (
        "message_id,created_at,updated_at,username,message,"
        "thread_parent_message_id,channel_url,subreddit,channel_name,"
        "conversation_type"
    )
    return sheet(header, rows)


def _chat(beings: Beings, them: Being, place: str, deed: Deed) -> tuple[str, ...]:
    group = them.kind == "group"
    return (
        spell(12, "reddit chat", deed.item or ""),
        _utc(deed.at),
        _utc(deed.at),
        beings[deed.actor].handle,
        deed.text or "",
        spell(12, "reddit chat", deed.reply_to) if deed.reply_to else "",
        place,
        "",
        them.name if group else them.handle,
        "group" if group else "direct",
    )
