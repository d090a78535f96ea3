"""A skeleton keeps the structure of an export and nothing of what it says."""

import io
import json
import re
import tracemalloc
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import pytest

from parasocial.jobs.skeleton import Skeleton, skeleton, vocabulary
from parasocial.jobs.skeleton.json_file import json_shape
from parasocial.jobs.skeleton.kinds import text_kind
from parasocial.jobs.skeleton.markup import TAGS, Page
from parasocial.jobs.skeleton.shape import Node, Vocabulary, masked
from parasocial.reading.halves import CutOff, NotJson
from parasocial.reading.words import folded
from readers.fixtures import FIXTURES, Fixture

CANARY = re.compile("canary|quetzal", re.IGNORECASE)
OURS = frozenset(
    [
        "address",
        "bytes",
        "claimed",
        "column",
        "count",
        "date",
        "digits",
        "empty",
        "exports",
        "false",
        "files",
        "format",
        "header",
        "html",
        "items",
        "keys",
        "kinds",
        "link",
        "list",
        "microseconds",
        "milliseconds",
        "name",
        "null",
        "number",
        "object",
        "other",
        "path",
        "platform",
        "schema",
        "seconds",
        "shape",
        "skeleton",
        "text",
        "true",
        "version",
        "text:",
    ]
)
NAMED = {"quetzal": 1, "Quetzal Name": {"quetzal_name": "Quetzal"}, "quetzalName": ["Quetzal"]}


def planted(value: Any) -> Any:
    """The same structure with a canary in every text, and as a key in every object."""
    match value:
        case dict():
            return {key: planted(inner) for key, inner in value.items()} | NAMED
        case list():
            return [planted(inner) for inner in value]
        case str():
            return f"Quetzal {value}"
    return value


def texts(value: Any) -> Iterator[str]:
    match value:
        case dict():
            for inner in value.values():
                yield from texts(inner)
        case list():
            for inner in value:
                yield from texts(inner)
        case str():
            yield value


def strings(value: Any) -> Iterator[str]:
    """Every text of a skeleton, keys included."""
    match value:
        case dict():
            for key, inner in value.items():
                yield key
                yield from strings(inner)
        case list():
            for inner in value:
                yield from strings(inner)
        case str():
            yield value


def said(path: Path) -> Iterator[str]:
    """Every text of a file that is a value: cells, texts of pages, lines."""
    content = path.read_bytes().decode("utf-8-sig", "replace")
    match path.suffix.lower():
        case ".json":
            try:
                yield from texts(json.loads(content))
            except ValueError:
                yield from re.findall(r':\s*"((?:[^"\\]|\\.)*)"', content)
        case ".csv":
            yield from re.split(r'[,\n"]', content.partition("\n")[2])
        case ".html":
            yield from re.split(r"<[^>]*>|\n", re.sub(r"(?s)<style.*?</style>", "", content))
        case ".xml":
            yield from re.findall(r'="([^"]*)"', content)
        case ".txt":
            yield from re.split(r"\n|: ", content)


def laid_out(fixture: Fixture, folder: Path) -> Path:
    """The fixture with canaries in its values, keys, and in the names around it."""
    root = folder / "Quetzal export"
    for path in (fixture.folder / "export").rglob("*"):
        if path.is_file():
            inside = path.relative_to(fixture.folder / "export")
            copy = root / "Quetzal folder" / inside
            copy.parent.mkdir(parents=True, exist_ok=True)
            content = path.read_bytes()
            if path.suffix == ".json":
                with suppress(ValueError):
                    content = json.dumps(planted(json.loads(content))).encode()
            copy.write_bytes(content)
            (copy.parent / f"Quetzal{path.suffix}").write_bytes(content)
            (copy.parent / "quetzal.quetz").write_bytes(b"Quetzal")
    return root


@pytest.mark.thorough
@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.id)
def test_nothing_of_an_export_survives(fixture: Fixture, tmp_path: Path) -> None:
    told = msgspec.json.encode(skeleton([laid_out(fixture, tmp_path)])).decode()
    assert not CANARY.search(told)
    assert not re.search(r"[0-8]\d{4,}|\d{4,}[0-8]", told)
    shown = {folded(part) for it in strings(json.loads(told)) for part in re.split(r"[/|.]", it)}
    words = vocabulary()
    ours = words.known | OURS | TAGS | {fixture.platform}
    for path in (fixture.folder / "export").rglob("*"):
        for text in said(path) if path.is_file() else ():
            value = folded(text)
            if len(re.findall(r"[^\W\d_]", value)) >= 4 and value not in ours:
                assert value not in shown or words.made_of_known(text)


def test_a_key_is_shown_if_a_reader_knows_it_or_it_is_made_of_what_readers_know() -> None:
    words = Vocabulary(frozenset({"string list data", "reply count", "value"}))
    node = Node()
    for _ in range(9):
        node.add("object")
        for key in ("value", "list_value_count", "ana", "Ana", "list value", "data-value"):
            node.under(key, words.known).add("text")
    node.under("reply_value", words.known).add("text")
    shape = masked(node, words.shown)
    assert list(shape.keys) == ["value", "list_value_count", "<key>"]
    assert shape.keys["<key>"].kinds == {"text": 9 * 4 + 1}


def test_a_dictionary_of_names_is_one_shape() -> None:
    node = Node()
    for n in range(5_000):
        node.under(f"friend{n}", frozenset()).add("list")
    assert len(node.keys) <= 64
    assert masked(node, Vocabulary(frozenset()).shown).keys["<key>"].kinds == {"list": 5_000}


class Endless(io.RawIOBase):
    """A file of records that is made while it is read."""

    def __init__(self, head: bytes, record: bytes, count: int, tail: bytes) -> None:
        self.parts = iter([head, *[record] * count, tail])

    def read(self, size: int = -1) -> bytes:
        found = b""
        while len(found) < size and (part := next(self.parts, None)) is not None:
            found += part
        return found


RECORD = b'{"sender_name": "Quetzal", "content": "%s"},\n' % (b"hm " * 1_000)


@pytest.mark.thorough
@pytest.mark.parametrize(
    "stream",
    [
        lambda: Endless(b'{"messages": [', RECORD, 2_000, b'{}], "title": "Quetzal"}'),
        lambda: Endless(b'["', b"Quetzal" * 100_000, 20, b'\\"", 1]'),
        lambda: Endless(b'["', b"\\\\" * 333_333, 20, b'\\u0041", 1]'),
    ],
    ids=["many records", "a long text", "a long text of escapes"],
)
def test_a_large_file_is_not_held(stream) -> None:
    root = Node()
    tracemalloc.start()
    json_shape(stream(), root, frozenset({"messages"}))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 3_000_000
    [(kind, count)] = root.kinds.items()
    assert (kind in ("object", "list"), count) == (True, 1)


@pytest.mark.parametrize(
    ("content", "error"),
    [(b'{"a": [1, ', CutOff), (b"<html>", NotJson), (b"[" * 200, NotJson), (b'["a', CutOff)],
)
def test_json_that_is_none(content, error) -> None:
    with pytest.raises(error):
        json_shape(io.BytesIO(content), Node(), frozenset())


def test_json_lines_and_scripts() -> None:
    for content in (b'{"a": 1}\n{"a": "x"}\n', b'window.YTD.like.part0 = [{"a": 1}, {"a": "x"}]'):
        root = Node()
        json_shape(io.BytesIO(content), root, frozenset())
        where = root.items or root
        assert where.keys["a"].kinds == {"number": 1, "text": 1}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2026-05-04T08:00:00.123Z", "date 9999-99-99T99:99:99.999Z"),
        ("Wed Oct 10 20:19:24 +0000 2018", "date Day Mon 99 99:99:99 +9999 9999"),
        ("2024-01-01 10:00:00 UTC", "date 9999-99-99 99:99:99 UTC"),
        ("12/31/24, 6:05 PM", "date 99/99/99, 9:99 PM"),
        ("+62 812 3456 7890", "text"),
        ("192.168.0.1", "text"),
        ("room 12:30", "text"),
        ("Ana 2024-01-01", "text"),
        ("81234567890", "digits"),
        ("https://x.invented/ana", "address"),
        ("", "empty"),
    ],
)
def test_a_value_is_told_by_its_kind(text: str, kind: str) -> None:
    assert text_kind(text) == kind


def test_a_page_keeps_its_tags_and_the_classes_it_repeats() -> None:
    page = Page(xml=False, known=frozenset())
    rows = b'<div class="cell quetzal-%d"><b>Quetzal</b><br>May 4, 2026 3:05 PM</div>'
    page.see(io.BytesIO(b"<main>" + b"".join(rows % n for n in range(9)) + b"</main>"))
    shape = masked(page.root, lambda key, *_: page.shown(key))
    cell = shape.keys["main"].keys["div cell <class>"]
    assert cell.kinds == {"object": 9, "date Mon 9, 9999 9:99 PM": 9}
    assert list(cell.keys) == ["b", "br"]


def test_files_of_one_kind_are_one(tmp_path: Path) -> None:
    for name in ("ana_1", "ben_2"):
        folder = tmp_path / "messages" / "inbox" / name
        folder.mkdir(parents=True)
        (folder / "message_1.json").write_text('{"messages": [], "title": "Ana"}')
    [export] = skeleton([tmp_path]).exports
    [seen] = export.files
    assert (seen.path, seen.count) == ("messages/inbox/<name>/message_1.json", 2)
    assert msgspec.json.decode(msgspec.json.encode(skeleton([tmp_path])), type=Skeleton)
