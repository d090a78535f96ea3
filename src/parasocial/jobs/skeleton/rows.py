"""The shape of tables and of plain texts: columns, labels and how dates are written."""

import csv
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from parasocial.jobs.skeleton.kinds import text_kind
from parasocial.jobs.skeleton.shape import Node
from parasocial.reading.words import folded

_FORMS = 40
_LINE = 400
_STAMP = re.compile(
    r"[\W_]{0,3}\d[\d./:,،\-\s\[\]\u200e\u200f]*(?:(?<=\d|\s)[ap]\.?\s?m\b\.?)?[\s\-–\]:]*",
    re.IGNORECASE,
)
_LABEL = re.compile(r"([^\W\d][^:]{0,47}):(?:\s+(.*))?$")
_PARTS_OF_A_DATE = 3
_KNOWN = 2
COLUMN = "<column {}>"


def table_shape(stream: BinaryIO, root: Node, known: frozenset[str]) -> None:
    """Count the cells of a CSV file by column at *root*.

    A first line without two names that readers know is taken for a row like the others.
    """
    with io.TextIOWrapper(stream, "utf-8-sig", "replace", newline="") as text:
        rows = csv.reader(text)
        first = [cell.strip() for cell in next(rows, [])]
        names = [
            cell if folded(cell) in known else COLUMN.format(n) for n, cell in enumerate(first)
        ]
        if sum(folded(cell) in known for cell in first) < min(_KNOWN, len(first)):
            names = [COLUMN.format(n) for n in range(len(first))]
            _row(first, names, root)
        else:
            _row([], names, root)
        for cells in rows:
            if cells:
                _row(cells, names, root)


def _row(cells: list[str], names: list[str], root: Node) -> None:
    root.kinds["row" if cells else "header"] += 1
    for n, cell in enumerate(cells[:_LINE]):
        name = names[n] if n < len(names) else COLUMN.format("more")
        root.keys.setdefault(name, Node(root.room)).add(text_kind(cell[:200]))
    for name in names:
        root.keys.setdefault(name, Node(root.room))


def text_shape(stream: BinaryIO, root: Node, known: frozenset[str]) -> None:
    """Count the lines of a text by their form at *root*."""
    for line in _lines(stream):
        form = line_form(line, known)
        if form not in root.kinds and len(root.kinds) >= _FORMS:
            form = "text"
        root.kinds[form] += 1


def line_form(line: str, known: frozenset[str]) -> str:
    """How a line is built: a date at its beginning, a known label, who speaks.

    >>> line_form("[1/2/25, 14:03] Ana: hi", frozenset())
    '[9/9/99, 99:99] text: text'
    >>> line_form("Date: 2025-01-02", frozenset({"date"}))
    'Date: date 9999-99-99'
    """
    if not line.strip():
        return "empty"
    label = _LABEL.match(line)
    if label and folded(label[1]) in known:
        return f"{label[1]}: {text_kind(label[2] or '')}"
    stamp = _STAMP.match(line)
    parts = len(re.findall(r"\d+", stamp[0])) if stamp else 0
    told = re.sub(r"\d", "9", stamp[0]) if stamp and parts >= _PARTS_OF_A_DATE else ""
    after = line[len(told) :]
    said = "text: text" if ": " in after[:80] else "text" if after.strip() else ""
    return _plain(told) + said


def _plain(stamp: str) -> str:
    """A date's form, of whose letters only AM and PM are left."""
    kept = re.sub(r"[ap]\.?\s?m\b\.?", lambda it: it[0].upper(), stamp, flags=re.IGNORECASE)
    return "".join(it for it in kept if it.isascii() or it in "\u202f\u200e\u200f\u00a0–،")


def _lines(stream: BinaryIO) -> Iterator[str]:
    """Lines, of long ones the beginning."""
    with io.TextIOWrapper(stream, "utf-8-sig", "replace") as text:
        while line := text.readline(_LINE):
            yield line.rstrip("\n")
            while len(line) == _LINE and not line.endswith("\n"):
                line = text.readline(_LINE)
