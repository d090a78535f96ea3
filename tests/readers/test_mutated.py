"""Every fixture with one thing in it wrong: nothing escapes, nothing is lost, nothing is told."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parasocial.errors import ParasocialError, WhoIsEgo
from parasocial.export import Export
from parasocial.reading import claims
from parasocial.reading.meta import Items
from parasocial.reading.meta_threads import Messages, Threads
from parasocial.reading.shapes import Either
from readers.fixtures import FIXTURES, Fixture, run
from reading.held import export

EXAMPLES = 900 // len(FIXTURES)
"""Per fixture; in all, enough for every kind of harm within a few seconds."""

ANYTHING: Sequence[Any] = (
    None,
    True,
    0,
    -1,
    1.5,
    10**400,
    51_000 * 31_556_952,
    "",
    "CANARY",
    "\ud83d",
    "\x00",
    "\u202eCANARY\u2066",
    "N/A",
    [],
    [None],
    [[]],
    ["CANARY"],
    {},
    {"": None},
    {"CANARY": "CANARY"},
    [{}],
)
MARKS = (b"", b"\0", b"\n", b'"', b"<", b"\xff", b"\xe2\x80\xae", b",", b"]", b"&#0;", b"</div>")
_EMPTY = (None, [], {}, "", "N/A")


def places(node: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every node below *node*."""
    keys = (
        node.keys() if isinstance(node, dict) else range(len(node) if isinstance(node, list) else 0)
    )
    for key in keys:
        yield (*above, key)
        yield from places(node[key], (*above, key))


def replaced(root: Any, place: Sequence[Any], value: Any) -> Any:
    """*root* with another value at one place."""
    if not place:
        return value
    key, *rest = place
    copy = root.copy()
    copy[key] = replaced(root[key], rest, value)
    return copy


def harmed(name: str, content: bytes, data: st.DataObject) -> bytes:
    """A file with one thing in it wrong: mostly a node or a cell, sometimes any part."""
    if data.draw(st.integers(0, 3)):
        if name.endswith(".json"):
            return in_json(content, data)
        if name.endswith(".csv"):
            return in_table(content, data)
    return anywhere(content, data)


def in_json(content: bytes, data: st.DataObject) -> bytes:
    try:
        root = json.loads(content.decode("utf-8-sig"))
    except ValueError:
        return anywhere(content, data)
    place = data.draw(st.sampled_from([(), *places(root)]))
    return json.dumps(replaced(root, place, data.draw(st.sampled_from(ANYTHING)))).encode()


def in_table(content: bytes, data: st.DataObject) -> bytes:
    cells = content.split(b",")
    place = data.draw(st.integers(0, len(cells) - 1))
    cells[place] = data.draw(st.sampled_from((*MARKS, b"9" * 400, b"\n\n", b'"CANARY')))
    return b",".join(cells)


def anywhere(content: bytes, data: st.DataObject) -> bytes:
    """The file cut, or with a mark put in, in the place of a part, or between swapped ends."""
    low, high = sorted(data.draw(st.integers(0, len(content))) for _ in range(2))
    mark = data.draw(st.sampled_from(MARKS))
    ways = (
        content[:low],
        content[:low] + mark + content[low:],
        content[:low] + mark + content[high:],
        content[high:] + mark + content[:low],
    )
    return data.draw(st.sampled_from(ways))


class Known:
    """How many records a declaration's files hold; *exact* unless a shape is one of its own."""

    def __init__(self) -> None:
        self.count = 0
        self.exact = True

    def add(self, shape: Any, root: Any) -> None:
        match shape:
            case Either(paths, _, False):
                self.count += count(root, paths, plain)
            case Either(paths, _, True):
                self.count += count(root, paths, keyed)
            case Items(keys):
                self.count += count(root, ("", *keys), plain)
            case Messages(key):
                self.count += count(root, (key,), plain)
            case Threads():
                self.count += 1
            case _:
                self.exact = False


def known(export: Export, fixture: Fixture) -> Mapping[str, Known]:
    """How many records the one JSON file of *export* holds, by declaration."""
    found: dict[str, Known] = {}
    for member, declared in claims(fixture.reader, export).items():
        try:
            root = json.loads(member.head(member.size).decode("utf-8-sig"))
        except (ValueError, RecursionError):
            return {}
        for records in declared:
            found.setdefault(records.files, Known()).add(records.rows, root)
    return found


def count(root: Any, paths: Sequence[str], many: Callable[[Any], int]) -> int:
    """How many records lie at any of *paths*, by the rules that shapes state."""
    if isinstance(root, list):
        return len(root) if "" in paths else 0
    if not isinstance(root, dict):
        return 0
    found = [node for path in paths if path for node in at(root, path.split("/"))]
    if not found and "" in paths:
        found = [root]
    return sum(many(it) for it in found if it not in _EMPTY)


def plain(node: Any) -> int:
    """A list, or the one thing where a list belongs."""
    return len(node) if isinstance(node, list) else 1


def keyed(node: Any) -> int:
    """A dictionary of lists."""
    if not isinstance(node, dict):
        return 0
    return sum(plain(it) for it in node.values() if it is not None)


def at(node: Any, path: Sequence[str]) -> Iterator[Any]:
    """What lies at *path*; the case of a key matters only where it tells two apart."""
    if not path:
        yield node
    elif isinstance(node, dict):
        alike = [key for key in node if key.casefold() == path[0].casefold()]
        for key in [path[0]] if path[0] in node else alike[-1:]:
            yield from at(node[key], path[1:])


def counted(fixture: Fixture, files: Mapping[str, bytes], title: str) -> None:
    """Every record of a JSON file is read or failed."""
    alone = export(files, title)
    _, tally, _ = run(fixture.reader, alone, fixture.asked)
    for pattern, those in known(alone, fixture).items():
        them = tally.of(pattern)
        total = them.read + sum(them.failed.values())
        assert total == those.count or (total > those.count and not those.exact)


@pytest.mark.thorough
@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.id)
def test_one_thing_wrong(fixture: Fixture) -> None:
    with fixture.export() as whole:
        files = {member.name: member.head(member.size) for member in whole.members}
        title = whole.title
    names = sorted(files)

    @settings(max_examples=EXAMPLES)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(names))
        content = harmed(name, files[name], data)
        them = export({**files, name: content}, title)
        try:
            facts, tally, batches = run(fixture.reader, them, fixture.asked)
        except ParasocialError as error:
            told: Any = str(error)
        else:
            told = (msgspec.to_builtins(tally), facts.layout, facts.warnings)
            for batch in batches:
                them = (batch.each(), batch.accounts, batch.aliases, batch.authors, batch.logs)
                sound([*chain.from_iterable(them)])
            if name.endswith(".json"):
                with suppress(WhoIsEgo):  # another of its files says that
                    counted(fixture, {name: content}, title)
        assert "CANARY" not in repr(told)

    check()


def sound(facts: Sequence[msgspec.Struct]) -> None:
    """Text that is no text, and numbers that are none, would break the ledger."""
    for it in facts:
        assert msgspec.json.decode(msgspec.json.encode(it), type=type(it)) == it
