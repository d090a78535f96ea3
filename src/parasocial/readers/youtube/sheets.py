"""Takeout's tables: rows whose cells are found by heading, in any language."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from parasocial.readers.youtube.locales import columns
from parasocial.reading import Broken, File, Row, Table
from parasocial.reading.cells import Csv

Cells: TypeAlias = Mapping[str, str]

CHANNEL = re.compile(r"UC[\w-]{22}")
VIDEO = re.compile(r"[\w-]{11}")
_COMMENT = re.compile(r"Ug[\w-]{20,}(\.[\w-]+)?")
_LOOKS = (
    ("own", CHANNEL),
    ("time", re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*")),
    ("comment", _COMMENT),
    ("parent", _COMMENT),
    ("video", VIDEO),
    ("price", re.compile(r"[\d.,]+")),
    ("text", re.compile(r"\{.*", re.DOTALL)),
)


def sheet(file: File, row: Any) -> Table:
    """Rows as what stands where; in a language that we do not know, told by how cells look."""
    table = Csv()(file, row)
    known = columns()
    kinds = [known.get(heading, "") for heading in table.head["columns"]]
    return Table(_named(table.batches, kinds if "time" in kinds or "published" in kinds else ()))


def _named(
    batches: Iterator[Sequence[Row | Broken]], kinds: Sequence[str]
) -> Iterator[Sequence[Row | Broken]]:
    for batch in batches:
        yield [
            cells if isinstance(cells, Broken) else _by_heading(cells, kinds) or by_look(cells)
            for cells in batch
        ]


def _by_heading(cells: Sequence[str], kinds: Sequence[str]) -> Cells:
    found = dict(zip(kinds, cells, strict=False))
    found.pop("", None)
    return found


def by_look(cells: Sequence[str]) -> Cells:
    """Name the cells of a comment or live chat by what they look like.

    A comment's own id stands before that of the comment it answers in every layout.
    """
    found: dict[str, str] = {}
    for cell in cells:
        looks = (kind for kind, look in _LOOKS if kind not in found and look.fullmatch(cell))
        if kind := next(looks, None):
            found[kind] = cell
    return found
