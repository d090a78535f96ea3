"""A skeleton to a fixture: `python scripts/fixture.py SKELETON -o DIR` writes DIR/export.

The files have the skeleton's names, keys and kinds of values; every value is invented. What the
skeleton hides (`<name>`, `<key>`) is invented, too: put right by hand what matters to a reader.
"""

import argparse
import csv
import io
import json
import re
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

from parasocial.jobs.skeleton import Seen, Shape, Skeleton

ROWS = 3
_NUMBERS = {
    "seconds": 1_740_000_000,
    "milliseconds": 1_740_000_000_000,
    "microseconds": 1_740_000_000_000_000,
    "number": 7,
}
_TEXTS = {
    "empty": "",
    "text": "Invented words",
    "address": "https://www.example.org/invented",
    "digits": "1000",
}
_WILD = {"[[]": "[", "[]]": "]", "*": "1", "?": "_"}
_DATE = {"9999": "2025", "Mon": "Mar", "Day": "Mon", "999999": "000003", "999": "003"}


def fixture(skeleton: Skeleton, folder: Path) -> None:
    """Write *skeleton* to `export/` in *folder*; where it has several, to `export-1/` and so on."""
    for number, bones in enumerate(skeleton.exports, 1):
        name = "export" if len(skeleton.exports) == 1 else f"export-{number}"
        for seen in bones.files:
            for path, content in files(seen):
                place = folder / name / path
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(content)


def files(seen: Seen) -> Iterator[tuple[str, bytes]]:
    """The files that stand for those of one path: one, or one for each record of a repository."""
    path, shape = concrete(seen.path), seen.shape or Shape()
    if seen.format == "car":
        for kind, record in shape.keys.items():
            yield f"{concrete(kind)}/3kinvented.json", json.dumps(value(record, 0)).encode()
        return
    match seen.format:
        case "json":
            before = _assigned(PurePosixPath(path).stem) if path.endswith(".js") else ""
            text = before + json.dumps(value(shape, 0), indent=1, ensure_ascii=False)
        case "csv":
            text = table(shape)
        case "text":
            text = "\n".join(lines(shape)) + "\n"
        case "html" | "xml":
            text = "".join(markup(shape, xml=seen.format == "xml"))
        case _:
            text = "Invented"
    yield path, text.encode()


def _assigned(stem: str) -> str:
    """What stands before the JSON in a script of X's; months stood alone until 2018."""
    if re.fullmatch(r"\d{4}_\d\d", stem):
        return f"Grailbird.data.tweets_{stem} = "
    name, _, part = stem.partition("-part")
    return f"window.YTD.{name.replace('-', '_')}.part{part or 0} = "


def concrete(path: str) -> str:
    """A path without what varies.

    >>> concrete("Messages/c*/followers_[0-9]*.json"), concrete("<name>/*[[]1[]]*.json")
    ('Messages/c1/followers_11.json', 'invented/1[1]1.json')
    """
    found = re.sub(r"\[\[\]|\[\]\]|\*|\?", lambda it: _WILD[it[0]], re.sub(r"\[0-9\]", "1", path))
    return re.sub(r"<\w+(?: (\w+))?>", lambda it: f"invented{it[1] or ''}", found)


def value(shape: Shape, turn: int) -> Any:
    """The *turn*-th invented value of a place: each kind that was there in its turn."""
    kinds = sorted(shape.kinds, key=("object", "list").__contains__, reverse=True) or ["null"]
    kind = kinds[turn % len(kinds)]
    match kind:
        case "object":
            return {concrete(key): value(inner, turn) for key, inner in shape.keys.items()}
        case "list":
            items = shape.items
            return (
                [value(items, n) for n in range(max(2, len(items.kinds)))]
                if items and items.kinds
                else []
            )
        case "null":
            return None
        case "true or false":
            return turn % 2 == 0
        case _ if kind in _NUMBERS:
            return _NUMBERS[kind] + turn
    return text(kind)


def text(kind: str) -> str:
    """A text of one kind."""
    if kind.startswith("date "):
        return date(kind.removeprefix("date "))
    return _TEXTS.get(kind, _TEXTS["text"])


def date(form: str) -> str:
    """A date of one form.

    >>> date("99 Mon 9999, 99:99")
    '03 Mar 2025, 03:03'
    """
    return re.sub(r"9+|Mon|Day", lambda it: _DATE.get(it[0], "03"[-len(it[0]) :]), form)


def table(shape: Shape) -> str:
    """A table with the columns of *shape*."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    if "header" in shape.kinds:
        rows.writerow([concrete(name) for name in shape.keys])
    for turn in range(ROWS if "row" in shape.kinds else 0):
        columns = (list(it.kinds) or ["empty"] for it in shape.keys.values())
        rows.writerow([text(kinds[turn % len(kinds)]) for kinds in columns])
    return out.getvalue()


def lines(shape: Shape) -> Iterator[str]:
    """The lines of a text, as its forms have them, three times over."""
    for form in islice(cycle(shape.kinds), ROWS * len(shape.kinds)):
        label, colon, kind = form.partition(": ")
        if form == "empty":
            yield ""
        elif colon and "9" not in label and label != "text":
            yield f"{label}: {text(kind)}"
        else:
            yield (
                date(form)
                .replace("text: text", "Invented: invented words")
                .replace("text", "invented")
            )


def markup(shape: Shape, *, xml: bool) -> Iterator[str]:
    """The tags in *shape*, each up to three times where one above it has several."""
    for key, inner in shape.keys.items():
        tag, *classes = concrete(key).split(" ")
        if not (count := _tags(inner)):
            continue
        for turn in range(min(-(-count // max(1, _tags(shape))), ROWS)):
            yield f"<{tag}"
            if xml:
                yield from _attributes(inner, turn)
            elif classes:
                yield f' class="{" ".join(classes)}"'
            if "link" in inner.kinds:
                yield f' href="{_TEXTS["address"]}"'
            yield ">"
            yield from (text(kind) for kind in inner.kinds if kind not in ("object", "link"))
            yield from markup(inner, xml=xml)
            yield f"</{tag}>"


def _tags(shape: Shape) -> int:
    return shape.kinds.get("object", 0) + shape.kinds.get("link", 0)


def _attributes(shape: Shape, turn: int) -> Iterator[str]:
    for key, inner in shape.keys.items():
        kinds = list(inner.kinds)
        if key.startswith("@") and kinds:
            yield f' {concrete(key[1:])}="{text(kinds[turn % len(kinds)])}"'


def main() -> None:
    """Read the command line and write the fixture."""
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("skeleton", type=Path)
    said.add_argument("-o", "--output", type=Path, required=True, help="the fixture's folder")
    asked = said.parse_args()
    fixture(msgspec.json.decode(asked.skeleton.read_bytes(), type=Skeleton), asked.output)
    print(asked.output / "export")


if __name__ == "__main__":
    main()
