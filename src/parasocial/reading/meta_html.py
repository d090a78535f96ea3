"""The pages of Meta's HTML exports, read by their structure: class names change with every build.

A record is the largest part of a page that holds exactly one date. The dates of one page all
stand in the same kind of place, so a date inside somebody's text is not mistaken for one.
"""

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from selectolax.lexbor import LexborNode

from parasocial.reading.html import parsed

_DATE = re.compile(r"(?=.*\d{4})(?=.*\d[:.h]\d\d).{8,48}", re.DOTALL)
_SPACE = re.compile(r"\s+")


class Cell(Struct):
    """One labelled value of a table."""

    label: str
    value: str
    href: str | None = None


class Block(Struct):
    """One record of a page.

    Attributes:
        title: The heading at its top, empty if it has none.
        date: Its date as shown.
        link: The text of its first link.
        groups: The cells of its tables; what lies deeper comes later, in its own group.
        node: Where it stands in the page.
    """

    title: str
    date: str
    href: str | None
    link: str | None
    groups: list[list[Cell]]
    node: LexborNode


def page(content: bytes) -> LexborNode | None:
    """The main part of a page, None if it has no body."""
    tree = parsed(content)
    return tree.css_first("main, [role=main]") or tree.body


def blocks(root: LexborNode) -> Iterator[Block]:
    """The dated records of a page, from its top."""
    for node, date in _dated(root):
        top = node
        while len(inside := children(top)) == 1:
            [top] = inside
        first = next(iter(inside), None)
        anchor = node.css_first("a[href]")
        yield Block(
            title=plain(first) if first is not None and first.tag in ("h2", "h3") else "",
            date=plain(date),
            href=anchor.attributes.get("href") if anchor else None,
            link=plain(anchor) if anchor else None,
            groups=cells(node, but=date),
            node=top,
        )


def _dated(root: LexborNode) -> Iterator[tuple[LexborNode, LexborNode]]:
    """Each record's node and the node of its date."""
    leaves = [
        node
        for node in root.css("div, td")
        if _DATE.fullmatch(node.text(deep=False, strip=True)) and not children(node)
    ]
    places = Counter(map(_place, leaves))
    usual = next((place for place, _ in places.most_common(1)), None)
    dates = [node for node in leaves if _place(node) == usual]
    held: Counter[int] = Counter()
    for date in dates:
        held.update(node.mem_id for node in _above(date, root))
    for date in dates:
        record = date
        for node in _above(date, root):
            if held[node.mem_id] > 1:
                break
            record = node
        yield record, date


def _place(node: LexborNode) -> tuple[str | None, ...]:
    above = node.parent
    named = (node.tag, node.attributes.get("class"))
    return (*named, above.tag, above.attributes.get("class")) if above else named


def _above(node: LexborNode, root: LexborNode) -> Iterator[LexborNode]:
    while (above := node.parent) is not None and above.mem_id != root.mem_id:
        yield above
        node = above


def cells(node: LexborNode, *, but: LexborNode | None = None) -> list[list[Cell]]:
    """The labelled values of the tables in *node*, one list for each table that has any."""
    groups: dict[int, list[Cell]] = {}
    for row in node.css("tr"):
        found = [td for td in children(row) if td.tag == "td"]
        if not found or row.css_first("table") is not None:
            continue
        if but is not None and any(td.mem_id == but.mem_id for td in found):
            continue
        table = next((it.mem_id for it in _above(row, node) if it.tag == "table"), 0)
        groups.setdefault(table, []).append(_cell(found))
    return list(groups.values())


def _cell(found: list[LexborNode]) -> Cell:
    """A label and its value: in two cells, or the value in a part of the label's cell."""
    head, *rest = found
    value = rest[0] if rest else next(iter(children(head)), head)
    anchor = value.css_first("a[href]")
    return Cell(
        label=_tidy(head.text(deep=False)),
        value=plain(value),
        href=anchor.attributes.get("href") if anchor else None,
    )


def children(node: LexborNode) -> list[LexborNode]:
    """The elements directly inside *node*, line breaks aside."""
    return [it for it in node.iter() if it.tag != "br"]


def plain(node: LexborNode) -> str:
    """The text of *node* in one line."""
    return _tidy(node.text(separator=" "))


def _tidy(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
