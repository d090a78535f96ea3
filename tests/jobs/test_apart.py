"""A process of its own reads what this one would, and is not missed when it is gone."""

import json
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from parasocial.errors import ParasocialError
from parasocial.export import Export, open_exports
from parasocial.jobs.apart import MANY, Apart, reading
from parasocial.jobs.read import Wanted, assigned
from parasocial.reading import Asked, Facts, Progress, Reader, Tally, read
from parasocial.talk import notice_each

pytestmark = pytest.mark.thorough

LISTEN = partial(notice_each, names=frozenset({"Mila"}))
LINES = 70_000  # so many that not all of them fit into what waits between two processes


@pytest.fixture
def apart() -> Iterator[Apart]:
    with closing(Apart()) as it:
        yield it


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lines = [
        {
            "id": at,
            "type": "service" if not at % 97 else "message",
            "date_unixtime": str(1_778_000_000 + at),
            "from": f"Fan {at % 999}",
            "from_id": f"user{at % 999}",
            "reply_to_message_id": at // 2,
            "text": ("when is part 2, Mila?", "", "c\u1ea3m \u01a1n b\u1ea1n", "gg")[at % 4],
        }
        for at in range(1, LINES)
    ]
    chat = {"name": "Tea", "type": "public_supergroup", "id": 77, "messages": lines}
    path = tmp_path_factory.mktemp("log") / "result.json"
    path.write_text(json.dumps(chat))
    return path


def asked(path: Path) -> tuple[Reader, Export, Facts]:
    [(reader, export)] = [
        it for it in assigned(open_exports([path]), Wanted()) if isinstance(it, tuple)
    ]
    return reader, export, reader.facts(export, Asked(me=("user5",)))


def said(how: Any, path: Path) -> tuple[Counter[Any], Tally, list[Progress]]:
    tally, steps = Tally(), list[Progress]()
    batches = how(*asked(path), tally, latest_us=2 * 10**15, listen=LISTEN, progress=steps.append)
    found = Counter(
        it
        for batch in batches
        for it in (*batch.each(), *batch.accounts, *batch.logs, (batch.file, batch.number))
    )
    return found, tally, steps


def test_it_says_the_same(apart: Apart, log: Path) -> None:
    expected = said(read, log)
    assert said(apart.read, log) == expected
    assert said(apart.read, log) == expected  # and again


def test_what_cannot_travel_is_read_here(apart: Apart, log: Path, tmp_path: Path) -> None:
    packed = tmp_path / "chat.zip"
    with zipfile.ZipFile(packed, "w") as into:
        into.write(log, "result.json")
    assert said(apart.read, packed) == said(read, log)


def test_when_it_is_gone_all_is_read_here(apart: Apart, log: Path) -> None:
    apart.end()
    assert said(apart.read, log) == said(read, log)


def test_when_it_goes_half_way_nobody_takes_that_for_the_whole(apart: Apart, log: Path) -> None:
    batches = apart.read(*asked(log), Tally(), latest_us=2 * 10**15)
    next(batches)
    apart.end()
    with pytest.raises(ParasocialError, match="ended early"):
        Counter(map(len, batches))


def test_what_one_reading_leaves_is_not_taken_for_the_next(apart: Apart, log: Path) -> None:
    batches = apart.read(*asked(log), Tally(), latest_us=2 * 10**15)
    next(batches)
    batches.close()
    assert said(apart.read, log) == said(read, log)


def test_its_errors_are_raised_here(apart: Apart, log: Path) -> None:
    with pytest.raises(TypeError):
        next(apart.read(*asked(log), Tally(), soonest_us=0))


def test_what_is_short_is_read_here(log: Path) -> None:
    with reading(MANY - 1) as here, reading(MANY) as there:
        assert said(here, log) == said(there, log)
        assert not isinstance(getattr(here, "__self__", None), Apart)
        assert isinstance(getattr(there, "__self__", None), Apart)


def test_no_module_is_loaded_from_where_one_stands(
    log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "numpy.py").write_text("open('loaded', 'w').close()")
    monkeypatch.chdir(tmp_path)
    with closing(Apart()) as it:
        next(it.read(*asked(log), Tally(), latest_us=2 * 10**15))
    assert not (tmp_path / "loaded").exists()


def test_where_python_does_not_know_itself_all_is_read_here(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", None)
    with reading(MANY) as how:
        assert not isinstance(getattr(how, "__self__", None), Apart)
