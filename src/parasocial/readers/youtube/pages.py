"""Watch history, search history and My Activity as a page, the format that Takeout offers first.

A page is a run of cells. Each is cut out and matched as bytes, which is many times faster than
building a tree; only a cell of an unusual make is parsed as HTML.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any, BinaryIO

from msgspec import Struct
from selectolax.lexbor import LexborNode

from parasocial.readers.youtube.activity import act, dated, with_name
from parasocial.readers.youtube.addresses import channel_of
from parasocial.reading import Broken, File, Here, Meaning, Row, Table
from parasocial.reading.halves import CutOff
from parasocial.reading.html import TooDeep, parsed
from parasocial.reading.local_times import local_time

_CHUNK = 1 << 20
_LONGEST_CELL = 16 * _CHUNK
_START = b'<div class="outer-cell'
_LINK = rb'<a href="([^"]*)"[^>]*>([^<]*)</a>'
_TEXTS = 8
_LINE = re.compile(
    rb'title">([^<]*)<br></p></div>\s*<div class="content-cell[^>]*body-1">'
    rb"([^<]*)(?:" + _LINK + rb"([^<]*))?<br>(?:" + _LINK + rb"<br>)?([^<]*)(?:<br>)?</div>"
)


class Cell(Struct, gc=False):
    """One line of activity on a page.

    Attributes:
        before: What stands before the link, or alone.
        name: Name of the channel; kept in the page's first cell about it.
        advert: Whether details stand below, as they do with advertisements.
    """

    header: str
    before: str
    address: str
    title: str
    after: str
    channel: str
    name: str
    when: str
    advert: bool


def cells(file: File, row: Any) -> Table:
    """The cells of a page, a chunk at a time."""
    del row
    return Table(_batches(file))


def cell(row: Cell, here: Here) -> Meaning:
    """What a cell says about ego and a channel."""
    if row.advert or not row.header.startswith("YouTube"):
        return None
    wording = f"{row.before}{row.title}{row.after}".replace("\u00a0", " ").strip()
    at = local_time(row.when, zone=here.facts.learned["zone"])
    channel = channel_of(row.channel)
    did = act(wording, row.address, channel, at.us, here, header=row.header)
    return with_name(did and dated(did, at), channel, row.name, here)


def _batches(file: File) -> Iterator[Sequence[Row | Broken]]:
    named: set[str] = set()
    with file.member.open() as stream:
        for parts in _chunks(stream):
            yield [_named_once(_matched(part) or _parsed(part), named) for part in parts]


def _named_once(found: Cell | Broken, named: set[str]) -> Cell | Broken:
    if type(found) is Cell and not found.advert:
        if found.channel in named:
            found.name = ""
        named.add(found.channel)
    return found


def _chunks(stream: BinaryIO) -> Iterator[list[bytes]]:
    """The page cut before each cell; what stands before the first is left out."""
    rest = b""
    begun = False
    while chunk := stream.read(_CHUNK):
        *whole, rest = (rest + chunk).split(_START)
        yield whole if begun else whole[1:]
        begun = begun or bool(whole)
        if not begun:
            rest = rest[-len(_START) :]
        elif len(rest) > _LONGEST_CELL:
            raise CutOff
    if not rest.rstrip().endswith(b"</html>"):
        raise CutOff
    if begun:
        yield [rest]


def _matched(part: bytes) -> Cell | None:
    found = _LINE.search(part)
    if found is None:
        return None
    # One decoding for all texts of a cell takes half as long as one for each.
    texts = unescape(b"\0".join(found.groups(b"")).decode("utf-8", "replace")).split("\0")
    if len(texts) != _TEXTS:
        return None
    header, before, address, title, after, channel, name, when = texts
    advert = _is_advert(part, found.end())
    return Cell(header, before, address, title, after, channel, name, when, advert)


def _is_advert(part: bytes, start: int) -> bool:
    """Whether there is a section below beside products, places and why the line is here."""
    known = 1 + (part.find(b"/activitycontrols", start) > 0)
    sections = part.count(b"<b>", start)
    return sections > known and sections > known + (part.find(b"google.com/maps", start) > 0)


def _parsed(part: bytes) -> Cell | Broken:
    try:
        tree = parsed(_START + part)
    except TooDeep:
        return Broken("TooDeep")
    header, body = tree.css_first("p"), tree.css_first("div.content-cell")
    lines = list(_between_breaks(body)) if body else []
    if header is None or len(lines) < 2:  # noqa: PLR2004
        return Broken("NotACell")
    links = [next((node for node in line if node.tag == "a"), None) for line in lines]
    link, channel = links[0], next(filter(None, links[1:]), None)
    before, after = lines[0], []
    if link is not None:
        at = lines[0].index(link)
        before, after = lines[0][:at], lines[0][at + 1 :]
    return Cell(
        header.text().strip(),
        _text(before),
        _address(link),
        _text([link] if link else []),
        _text(after),
        _address(channel),
        _text([channel] if channel else []),
        _text(lines[-1]),
        _is_advert(part, part.find(b"--caption")),
    )


def _between_breaks(body: LexborNode) -> Iterator[list[LexborNode]]:
    """The nodes of each line that is not blank."""
    line: list[LexborNode] = []
    for node in (*body.iter(include_text=True), None):
        if node is not None and node.tag != "br":
            line.append(node)
        elif _text(line).strip():
            yield line
            line = []


def _text(nodes: Sequence[LexborNode]) -> str:
    return "".join(node.text() for node in nodes)


def _address(link: LexborNode | None) -> str:
    return (link.attributes.get("href") or "") if link else ""
