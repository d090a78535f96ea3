"""What a log may hold that it should not: counted, or an error before anything is written."""

import sys
from pathlib import Path

import pytest

from network.logs import START, rows_of, ties, write
from parasocial.errors import EngineFailed, FileExists, NoEngine, UnreadableLog
from parasocial.jobs.network import egos_path

pytestmark = pytest.mark.thorough

GOOD = [(1, 2, "message", START), (2, 1, "reply", START + 90)]
BAD = [
    ((3, 3, "message", START), "to oneself"),
    ((None, 3, "message", START), "no actor, or no target"),
    ((3, None, "message", START), "no actor, or no target"),
    ((3, 4, "hug", START), "a kind that is no act, attention or link"),
    ((3, 4, None, START), "a kind that is no act, attention or link"),
    ((3, 4, "message", None), "no time, or one that could not be read"),
    ((3, 4, "message", 5), "before 1990"),
    ((3, 4, "message", START * 1000), "in the future, or after --until"),
    ((None, None, None, None), "an empty line, or one that could not be read"),
]


def test_odd_rows_are_left_out_and_counted(tmp_path: Path) -> None:
    rows = [*[row for row, _ in BAD], *GOOD]
    counted = ties(write(tmp_path / "log.parquet", rows), tmp_path / "ties.parquet").checked
    assert counted.rows == len(rows)
    assert counted.kept == {"message": 1, "reply": 1}
    whys = [why for _, why in BAD]
    assert counted.left_out == {why: whys.count(why) for why in whys}
    assert len(rows_of(tmp_path / "ties.parquet")) == 2


@pytest.mark.parametrize("suffix", [".csv", ".ndjson"])
def test_text_forms_say_the_same(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"log{suffix}"
    if suffix == ".csv":
        write(path, [*GOOD, (7, "007", "message", "2024-01-01T00:00:00Z"), (3, 4, "message", "x")])
    else:
        path.write_text(
            '{"actor": 1, "target": 2, "kind": "message", "at": 1704067200}\n'
            '{"actor": "2", "target": "1", "kind": "reply", "at": "1704067290"}\n'
            '{"actor": "7", "target": "007", "kind": "message", "at": "2024-01-01T00:00:00Z"}\n'
            '{"actor": "3", "target": "4", "kind": "message", "at": "x"}\n{broken\n'
        )
    counted = ties(path, tmp_path / "ties.parquet").checked
    assert counted.total == 3
    assert counted.ids == "text"
    assert counted.left_out["no time, or one that could not be read"] == 1
    assert counted.left_out.get("an empty line, or one that could not be read", 0) == (
        suffix == ".ndjson"
    )
    assert {row[:2] for row in rows_of(tmp_path / "ties.parquet")} == {
        *(("1", "2"), ("2", "1"), ("7", "007"), ("007", "7"))
    }


@pytest.mark.parametrize(
    ("at", "us"),
    [
        ("2024-01-01T01:00:00+01:00", START * 10**6),
        ("2024-01-01", START * 10**6),
        ("2024-01-01 00:00:00.25", START * 10**6 + 250_000),
        (f"{START}.5", START * 10**6 + 500_000),
    ],
)
def test_times_as_text(tmp_path: Path, at: str, us: int) -> None:
    ties(write(tmp_path / "log.csv", [(1, 2, "message", at)]), tmp_path / "ties.parquet")
    assert {row[-1] for row in rows_of(tmp_path / "ties.parquet")} == {us}


def test_milliseconds_are_asked_for(tmp_path: Path) -> None:
    path = write(tmp_path / "log.parquet", [(1, 2, "message", START * 1000)])
    with pytest.raises(UnreadableLog, match="--time-unit ms"):
        ties(path, tmp_path / "ties.parquet")
    ties(path, tmp_path / "ties.parquet", time_unit="ms")
    assert {row[-1] for row in rows_of(tmp_path / "ties.parquet")} == {START * 10**6}


def test_mixed_ids_are_text(tmp_path: Path) -> None:
    (tmp_path / "lake").mkdir()
    write(tmp_path / "lake" / "1.parquet", GOOD)
    write(tmp_path / "lake" / "2.parquet", [("1", "x", "message", START)], ("VARCHAR", "BIGINT"))
    counted = ties(tmp_path / "lake", tmp_path / "ties.parquet").checked
    assert counted.ids == "text"
    assert {row[0] for row in rows_of(tmp_path / "ties.parquet")} == {"1", "2", "x"}


def test_ids_that_floats_cannot_tell_apart_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "log.parquet", [(1.0, 2.0, "message", START)], ("DOUBLE", "BIGINT"))
    with pytest.raises(UnreadableLog, match="integers or as text"):
        ties(path, tmp_path / "ties.parquet")


@pytest.mark.parametrize("damage", ["cut", "text"])
def test_a_bad_partition_in_the_middle_of_a_lake(tmp_path: Path, damage: str) -> None:
    for day in range(5):
        write(tmp_path / "lake" / f"day={day}" / "part.parquet", GOOD * 50)
    bad = tmp_path / "lake" / "day=2" / "part.parquet"
    whole = bad.read_bytes()
    bad.write_bytes(b"no Parquet at all" if damage == "text" else whole[:40] + whole[90:])
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UnreadableLog) as caught:
        ties(tmp_path / "lake", tmp_path / "ties.parquet")
    assert "number 3." in caught.value.__notes__[0]
    assert "day=2" not in str(caught.value) + caught.value.__notes__[0]
    assert sorted(tmp_path.rglob("*")) == before


def test_an_ego_with_very_many_ties(tmp_path: Path) -> None:
    rows = [(0, n, "message", START + n) for n in range(1, 20_001)]
    rows += [(n, 0, "reply", START + n + 60) for n in range(1, 20_001, 2)]
    ties(write(tmp_path / "log.parquet", rows), tmp_path / "ties.parquet")
    [hub] = [row for row in rows_of(egos_path(tmp_path / "ties.parquet")) if row[0] == 0]
    assert hub[1] == hub[5] == 20_000
    assert hub[6] == hub[7] == 10_000


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "holds no row"),
        ([(1, 1, "message", START)], "to oneself"),
        ([(1, 2, "hug", 1)], "Kinds"),
    ],
)
def test_nothing_counts(tmp_path: Path, rows: list, said: str) -> None:
    with pytest.raises(UnreadableLog, match=said):
        ties(write(tmp_path / "log.parquet", rows), tmp_path / "ties.parquet")
    assert [it.name for it in tmp_path.iterdir()] == ["log.parquet"]


def test_columns_are_named_or_missed(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text(f"who,to whom,at\n1,2,{START}\n")
    with pytest.raises(UnreadableLog, match="actor and target"):
        ties(path, tmp_path / "ties.parquet")
    counted = ties(path, tmp_path / "ties.parquet", columns={"actor": "who", "target": "to whom"})
    assert counted.checked.kept == {"message": 1}


def test_files_of_two_forms_are_no_log(tmp_path: Path) -> None:
    write(tmp_path / "lake" / "a.csv", GOOD)
    write(tmp_path / "lake" / "b.parquet", GOOD)
    with pytest.raises(UnreadableLog, match="one form"):
        ties(tmp_path / "lake", tmp_path / "ties.parquet")
    (tmp_path / "empty").mkdir()
    with pytest.raises(UnreadableLog, match="no log there"):
        ties(tmp_path / "empty", tmp_path / "ties.parquet")


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    path = write(tmp_path / "log.parquet", GOOD)
    egos_path(tmp_path / "ties.parquet").write_text("mine")
    with pytest.raises(FileExists):
        ties(path, tmp_path / "ties.parquet")
    assert not (tmp_path / "ties.parquet").exists()
    ties(path, tmp_path / "ties.parquet", force=True)
    assert len(rows_of(egos_path(tmp_path / "ties.parquet"))) == 2


def test_a_folder_of_other_things_is_never_replaced(tmp_path: Path) -> None:
    path = write(tmp_path / "log.parquet", GOOD)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "diary.txt").write_text("mine")
    with pytest.raises(FileExists, match="other things"):
        ties(path, tmp_path / "mine", force=True)
    assert (tmp_path / "mine" / "diary.txt").exists()


def test_spark_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark.errors", None)
    path = write(tmp_path / "log.parquet", GOOD)
    with pytest.raises(NoEngine, match="pip install"):
        ties(path, tmp_path / "ties.parquet", engine="spark")


def test_memory_is_an_amount(tmp_path: Path) -> None:
    path = write(tmp_path / "log.parquet", GOOD)
    with pytest.raises(EngineFailed, match="--memory 4GB"):
        ties(path, tmp_path / "ties.parquet", memory="much")


@pytest.mark.parametrize("small", [0, 10**6])
def test_an_interrupted_run_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small: int
) -> None:
    from parasocial.network import layout, log, packed

    monkeypatch.setattr(layout, "ROWS", 10)
    monkeypatch.setattr(log, "_SMALL", small)
    path = write(tmp_path / "log.parquet", [(n, n + 1, "message", START + n) for n in range(80)])
    ties(path, tmp_path / "whole.parquet")
    whole, calls = packed.chains, []

    def stops(*given, **named):
        calls.append(1)
        if len(calls) == 4:
            raise KeyboardInterrupt
        return whole(*given, **named)

    monkeypatch.setattr(packed, "chains", stops)
    with pytest.raises(KeyboardInterrupt):
        ties(path, tmp_path / "ties.parquet")
    assert not (tmp_path / "ties.parquet").exists()
    calls[:] = []
    assert ties(path, tmp_path / "ties.parquet").resumed
    assert len(calls) < 8
    assert rows_of(tmp_path / "ties.parquet") == rows_of(tmp_path / "whole.parquet")
    assert not list(tmp_path.glob(".*"))
