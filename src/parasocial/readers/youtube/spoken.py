"""What ego wrote under videos and in live chats, with the gifts that went with it."""

import json
import re
from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import Struct
from selectolax.lexbor import LexborNode

from parasocial.readers.youtube.addresses import content_of
from parasocial.readers.youtube.sheets import Cells
from parasocial.reading import File, Here, Meaning, Table
from parasocial.reading.html import parsed
from parasocial.reading.times import iso
from parasocial.schema import EGO, Channel, Form, Interaction

_LENIENT = json.JSONDecoder(strict=False)
_SEGMENT = re.compile(r'"text":\s*"(.*?)"\s*\}', re.DOTALL)
_SENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)")


def comment(cells: Cells, here: Here) -> Meaning:
    """A comment under a video or post, or an answer to another comment, and what was paid."""
    del here
    post = cells.get("post") or None
    form = Form.POST if post else Form.VIDEO
    return _spoken(cells, Channel.COMMENT, form, cells.get("video") or post)


def live_chat(cells: Cells, here: Here) -> Meaning:
    """A message in a live chat, and what was paid for it."""
    del here
    return _spoken(cells, Channel.LIVE_CHAT, Form.LIVE, cells.get("video") or None)


def _spoken(cells: Cells, channel: Channel, form: Form, item: str | None) -> Meaning:
    us = iso(cells["time"])
    text = plain(cells["text"])
    parent = cells.get("parent") or None
    # Who wrote the comment that is answered is not in the file; the video's maker it is not.
    said = Interaction(
        Channel.REPLY if parent else channel,
        EGO,
        None,
        us,
        cells.get("comment") if parent else item,
        form=form,
        words=len(text.split()),
        reply_to=parent,
        text=text,
    )
    if float(cells.get("price", "").replace(",", ".") or 0) > 0:
        return said, Interaction(Channel.GIFT, EGO, None, us, item, form=form)
    return said


def plain(cell: str) -> str:
    """The words of a text cell: a run of JSON segments, not always well-formed, or just words."""
    if not cell.startswith("{"):
        return cell
    parts = _segments(f"[{cell}]")
    if parts is None:
        return "".join(_SEGMENT.findall(cell))
    segments = [it for part in parts for it in part.get("takeoutSegments", [part])]
    return "".join(it.get("text", "") for it in segments)


def _segments(content: str) -> Any:
    # Line breaks inside a text are no JSON, and stand there all the same; few texts have any.
    for decode in (msgspec.json.decode, _LENIENT.decode):
        try:
            return decode(content)
        except ValueError:
            continue
    return None


class Entry(Struct, gc=False):
    """One entry of the older pages: what Takeout says, where it links to, what ego wrote."""

    said: str
    links: tuple[str, ...]
    text: str


def entries(file: File, row: Any) -> Table:
    """Entries of a page of comments or live chat messages."""
    del row
    tree = parsed(file.content)
    return Table(iter([[_entry(node) for node in tree.css("li")]]))


def _entry(node: LexborNode) -> Entry:
    parts = list(node.iter(include_text=True))
    at = next((n for n, part in enumerate(parts) if part.tag == "br"), len(parts))
    links = (link.attributes.get("href") for part in parts[:at] for link in _links(part))
    return Entry(_text(parts[:at]), tuple(filter(None, links)), _text(parts[at + 1 :]).strip())


def _links(part: LexborNode) -> Sequence[LexborNode]:
    return [part] if part.tag == "a" else []


def _text(parts: Sequence[LexborNode]) -> str:
    return "".join("\n" if part.tag == "br" else part.text() for part in parts)


def old_comment(entry: Entry, here: Here) -> Meaning:
    """A comment as pages had it until about 2021."""
    del here
    return _entered(entry, Channel.COMMENT, Form.VIDEO)


def old_live_chat(entry: Entry, here: Here) -> Meaning:
    """A live chat message as pages had it until about 2021."""
    del here
    return _entered(entry, Channel.LIVE_CHAT, Form.LIVE)


def _entered(entry: Entry, channel: Channel, form: Form) -> Interaction:
    sent = _SENT.search(entry.said)
    if sent is None:
        raise ValueError("no time")
    items = (content[1] for link in entry.links if (content := content_of(link)))
    words = len(entry.text.split())
    us = iso(f"{sent[1]}T{sent[2]}")
    item = next(items, None)
    return Interaction(channel, EGO, None, us, item, form=form, words=words, text=entry.text)
