"""One definition: the packed way, the plain SQL, and one person's report say the same."""

from pathlib import Path

import pytest

from network.logs import START, by_packing, by_sql, random_log, ties, write
from parasocial.network import layout, log, unpacked
from parasocial.ties import Thresholds
from ties.networks import network

pytestmark = pytest.mark.thorough


@pytest.mark.parametrize(
    ("seed", "step", "ids", "gap"),
    [
        (1, 1.0, "BIGINT", 3_600_000_000),
        (2, 1.0, "BIGINT", 0),
        (3, 0.5, "BIGINT", 3_600_000_000),
        (4, 1.0, "VARCHAR", 3_600_000_000),
        (5, 0.5, "VARCHAR", 3_600_000_000),
        (6, 1.0, "HUGE", 3_600_000_000),
    ],
)
def test_packing_finds_what_the_sql_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, step: float, ids: str, gap: int
) -> None:
    monkeypatch.setattr(layout, "ROWS", 60)  # several partitions
    monkeypatch.setattr(unpacked, "_BLOCK", 16)  # and stretches of each
    if seed % 2:
        monkeypatch.setattr(log, "_SMALL", 0)  # partitions on disk
    rows = random_log(seed, step=step)
    if ids == "VARCHAR":
        rows = [(f"p{a}", f"p{b}", kind, at) for a, b, kind, at in rows]
    if ids == "HUGE":
        rows = [(a * 2**58 - 2**62, b * 2**58 - 2**62, kind, at) for a, b, kind, at in rows]
    columns = ("VARCHAR" if ids == "VARCHAR" else "BIGINT", "DOUBLE" if step < 1 else "BIGINT")
    path = write(tmp_path / "log.parquet", rows, columns)
    thresholds = Thresholds(gap_us=gap)
    expected = by_sql(path, thresholds)
    found = by_packing(path, tmp_path, thresholds)
    assert expected["told"]
    for name, them in expected.items():
        assert found[name] == them, name


def test_a_network_and_a_report_share_their_classes(tmp_path: Path) -> None:
    rows = [it for it in random_log(7, rows=900) if it[2] == "message"]
    told = by_packing(write(tmp_path / "log.parquet", rows), tmp_path)["told"]
    acts = [(str(a), str(b), at * 1_000_000) for a, b, _, at in rows]
    with network(acts, Thresholds()) as ledger:
        found = ledger.query(
            """SELECT CAST(ego_id AS BIGINT) AS ego_id, CAST(alter_id AS BIGINT) AS alter_id,
                   tie_class, acts_given, turns_given, turns_received, share_low, share_high
               FROM tie"""
        )
    ours = sorted((it[0], it[1], it[2], it[4], it[6], it[7], it[8], it[9]) for it in told)
    assert ours == sorted(zip(*found.values(), strict=True))
    assert {it[2] for it in ours} > {"reciprocal", "sparse"}


def test_order_and_repeats_of_rows_change_what_they_should(tmp_path: Path) -> None:
    rows = random_log(8)
    whole = by_packing(write(tmp_path / "a" / "log.parquet", rows), tmp_path / "a")
    turned = by_packing(write(tmp_path / "b" / "log.parquet", rows[::-1]), tmp_path / "b")
    assert turned == whole
    one = (1, 2, "message", START)
    twice = write(tmp_path / "c.parquet", [one, one, (2, 1, "reply", START)])
    assert ties(twice, tmp_path / "c-ties.parquet").repeated == 1


def test_a_day_counts_once_whatever_was_said_by(tmp_path: Path) -> None:
    rows = [(1, 2, kind, START + at) for at, kind in enumerate(("message", "call", "reply"))]
    path = write(tmp_path / "log.parquet", rows)
    found = by_packing(path, tmp_path)["act_count"]
    assert found == by_sql(path)["act_count"]
    assert [it[6] for it in found] == [1]
