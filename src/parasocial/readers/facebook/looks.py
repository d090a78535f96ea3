"""What ego looked at, one by one, out of listings, out of a feed, or from a page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from msgspec import Raw, Struct
from selectolax.lexbor import LexborNode

from parasocial.readers.facebook.rows import many
from parasocial.reading import Broken, File, Table
from parasocial.reading.meta import Label, repaired
from parasocial.reading.meta_html import blocks, children, page, plain
from parasocial.reading.shapes import either

_NONE = Raw()


class Data(Struct, gc=False):
    """What was looked at; numbers stand there as texts."""

    name: str | None = None
    uri: str | None = None
    watch_time: float | str | None = None
    watch_position_seconds: float | str | None = None


class Visit(Struct, gc=False):
    """One look at something.

    Attributes:
        heading: What it is listed under, in the account's language.
        date: The local date that a page shows; only on pages.
    """

    timestamp: float | None = None
    data: Data | None = None
    heading: str = ""
    date: str | None = None


class Listing(Struct):
    """Looks at one kind of thing, or such listings."""

    name: str | None = None
    entries: Raw = _NONE
    children: "list[Listing] | Listing | None" = None


class Shown(Struct):
    """One kind of thing in the newest layout, each as a list of labels."""

    label: str | None = None
    vec: Raw = _NONE


class Feed(Struct):
    """The newest layout's one record."""

    label_values: list[Shown] | Shown | None = None


class Item(Struct):
    """One thing of a kind in the newest layout."""

    inner: list[Label] | Label | None = msgspec.field(default=None, name="dict")


@dataclass(frozen=True, slots=True)
class Visits:
    """Looks, one by one, out of listings under a key, out of a feed, or from a page."""

    key: str

    def __call__(self, file: File, row: Any) -> Table:
        """Find the looks of *file*; a listing of nothing is one that says nothing."""
        del row
        if file.member.path.suffix.lower() == ".html":
            return Table(iter((list(_on_page(file)),)))
        paths = (self.key,) if self.key else ()
        return Table(_one_by_one(either(*paths)(file, Listing if paths else Feed).batches))


def _one_by_one(batches: Iterator[Sequence[Any]]) -> Iterator[Sequence[Visit | Broken]]:
    for batch in batches:
        for it in batch:
            if isinstance(it, Listing):
                yield from _listed(it)
            elif isinstance(it, Feed):
                yield from _fed(it)
            else:
                yield [it]


def _fed(feed: Feed) -> Iterator[Sequence[Visit | Broken]]:
    kinds = feed.label_values
    if kinds is None:
        yield [Visit()]
    for kind in kinds if isinstance(kinds, list) else filter(None, [kinds]):
        yield [_shown(raw, kind.label or "") for raw in _raws(kind.vec)]


def _listed(listing: Listing) -> Iterator[Sequence[Visit | Broken]]:
    heading = repaired(listing.name or "")
    if listing.entries == _NONE and listing.children is None:
        yield [Visit()]
    yield [_entry(raw, heading) for raw in _raws(listing.entries)]
    inner = listing.children
    for child in inner if isinstance(inner, list) else filter(None, [inner]):
        yield from _listed(child)


def _raws(raw: Raw) -> Iterable[Raw]:
    """The records of a list, a list of one that has collapsed to its one, or nothing."""
    content = bytes(raw)
    if content in (b"", b"null", b"{}"):
        return ()
    return msgspec.json.decode(raw, type=list[Raw]) if content.startswith(b"[") else (raw,)


def _entry(raw: Raw, heading: str) -> Visit | Broken:
    try:
        visit = msgspec.json.decode(raw, type=Visit)
    except msgspec.MsgspecError as error:
        return Broken(type(error).__name__)
    visit.heading = heading
    return visit


def _shown(raw: Raw, heading: str) -> Visit | Broken:
    try:
        labels = many(msgspec.json.decode(raw, type=Item).inner)
    except msgspec.MsgspecError as error:
        return Broken(type(error).__name__)
    values = [it.href or it.value for it in labels if it.href or isinstance(it.value, str)]
    uri = next((it for it in values if str(it).startswith("http")), None)
    at = next((it.timestamp_value for it in labels if it.timestamp_value), None)
    return Visit(at, Data(uri=uri), repaired(heading))


def _on_page(file: File) -> Iterator[Visit]:
    root = page(file.content)
    for block in blocks(root) if root is not None else ():
        leaf = _leaf(block.node, block.date)
        texts = (node.text(deep=False).strip() for node in leaf.css("div, span, td"))
        name = next((text for text in texts if text and text != block.date), None)
        yield Visit(None, Data(name, block.href), _heading(leaf), block.date)


def _leaf(node: LexborNode, date: str) -> LexborNode:
    """The smallest part of a record that holds more than its date.

    One that is alone under a heading would have that, too.
    """
    while inner := [it for it in children(node) if date in plain(it) and plain(it) != date]:
        node = inner[0]
    return node


def _heading(node: LexborNode) -> str:
    """The nearest heading above a record."""
    above = node.parent
    while above is not None:
        first = next(iter(children(above)), None)
        if first is not None and first.tag in ("h2", "h3"):
            return plain(first)
        above = above.parent
    return ""
