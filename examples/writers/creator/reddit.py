"""Comments below one person's posts as public archives keep them: one JSON object a line."""

import json
from collections.abc import Sequence

from writers.model import Being, Beings, Deed, Files, draw, made
from writers.reddit import number


def ndjson(owner: Being, beings: Beings, deeds: Sequence[Deed], *, exported: int) -> Files:
    """One file of comments, in order of time."""
    del exported
    rows = [_row(beings, d) for d in deeds if d.channel in ("comment", "reply") and d.under]
    lines = (json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)
    return {f"{owner.handle}_comments.ndjson": b"".join(lines)}


def _row(beings: Beings, deed: Deed) -> dict[str, object]:
    who, post = beings[deed.actor], deed.under or ""
    writer = made(post)[0]
    parent = f"t1_{number(deed.reply_to)}" if deed.channel == "reply" and deed.reply_to else ""
    return {
        "id": number(deed.item or ""),
        "author": who.handle,
        "author_fullname": f"t2_{draw('reddit', who.key) % 36**6:x}",
        "body": deed.text or "",
        "created_utc": deed.at // 1_000_000,
        "link_id": f"t3_{number(post)}",
        "parent_id": parent or f"t3_{number(post)}",
        "score": 1,
        "subreddit": beings[deed.room].name if deed.room else f"u_{beings[writer].handle}",
        "is_submitter": deed.actor == writer,
        "distinguished": None,
    }
