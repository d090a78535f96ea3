"""One record of Facebook's list files, from JSON of every era or from a page."""

from collections.abc import Callable, Iterator

from msgspec import Struct
from selectolax.lexbor import LexborNode

from parasocial.reading import Here, Meaning, Records
from parasocial.reading.local_times import LocalTime, local_time
from parasocial.reading.meta import Items, Label, labels, repaired
from parasocial.reading.meta_html import Block, children
from parasocial.reading.times import MINUTE, epoch


class Comment(Struct, gc=False):
    """A comment of ego's."""

    comment: str | None = None
    group: str | None = None
    timestamp: float | None = None


class Datum(Struct, gc=False):
    """One entry of ``data``."""

    name: str | None = None
    text: str | None = None
    post: str | None = None
    comment: Comment | None = None


class Row(Struct, gc=False):
    """One record; each file fills some of it.

    Attributes:
        date: The local date that a page shows; only on pages.
        body: The first words between the title and the date; only on pages.
        group: What stands there behind a label; only on pages.
    """

    timestamp: float | None = None
    creation_timestamp: float | None = None
    title: str | None = None
    name: str | None = None
    url: str | None = None
    data: list[Datum] | Datum | None = None
    label_values: list[Label] | Label | None = None
    fbid: str | None = None
    poker: str | None = None
    pokee: str | None = None
    date: str | None = None
    body: str | None = None
    group: str | None = None


def of_block(block: Block) -> Row:
    """The record that a part of a page is; older pages have no headings."""
    words, group = _said(block)
    return Row(
        title=block.title or next(words, None),
        url=block.href,
        label_values=labels(block),
        date=block.date,
        body=next(words, None),
        group=group,
    )


def _said(block: Block) -> tuple[Iterator[str], str | None]:
    """The texts of a record outside tables, and what its first label says: "Group: A name"."""
    if block.groups:
        return iter(()), None
    words: list[str] = []
    values: list[str] = []
    for node in block.node.css("div, p, span"):
        own = node.text(deep=False).strip()
        if own and own != block.date and not (node.tag == "span" and own.endswith(":")):
            (values if _labelled(node) else words).append(own)
    return iter(words), next(iter(values), None)


def _labelled(node: LexborNode) -> bool:
    first = next(iter(children(node)), None)
    return first is not None and first.tag == "span" and first.text().strip().endswith(":")


def listed(
    names: str, meaning: Callable[[Row, Here], Meaning], *keys: str, floor: int = MINUTE
) -> Records:
    """The records of list files, as JSON and as pages; old pages show minutes."""
    files = "|".join(f"{name}.{end}" for name in names.split("|") for end in ("json", "html"))
    return Records(files, Items(keys, of_block), meaning, Row, floor=floor)


def data(row: Row) -> list[Datum]:
    """The entries of ``data``, also where a list of one has collapsed to its one."""
    if row.data is None:
        return []
    return row.data if isinstance(row.data, list) else [row.data]


def when(row: Row, here: Here) -> LocalTime:
    """When a record happened.

    Raises:
        ValueError: It does not say.
    """
    if row.date:
        return local_time(row.date, zone=here.facts.zone)
    return LocalTime(epoch(row.timestamp or row.creation_timestamp or 0), None, None)


def name_of(row: Row) -> str:
    """The name that a list entry is about.

    Raises:
        ValueError: It names none.
    """
    told = row.name or next((it.name for it in data(row) if it.name), None)
    if found := told or row.title or next(iter(named(row.label_values)), None) or row.body:
        return repaired(found).strip()
    raise ValueError("nobody is named")


def many(within: list[Label] | Label | None) -> list[Label]:
    """Labels, also where a list of one has collapsed to its one."""
    if within is None:
        return []
    return within if isinstance(within, list) else [within]


def named(within: list[Label] | Label | None) -> list[str]:
    """The names among labels at whatever depth, outer ones first.

    In a language that we do not know, a text that stands alone is the name.
    """
    here = many(within)
    texts = [(_key(it), repaired(it.value).strip()) for it in here if isinstance(it.value, str)]
    texts = [(key, text) for key, text in texts if text and not text.startswith("http")]
    found = [text for key, text in texts if key == "name"]
    if not found and len(texts) == 1:
        found = [texts[0][1]]
    for it in here:
        found += named(it.inner)
    return found


def _key(label: Label) -> str:
    return (label.key or label.label or "").casefold()
