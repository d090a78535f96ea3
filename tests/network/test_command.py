"""``parasocial network`` as it is typed."""

import json
from pathlib import Path

import pytest

from cli.running import Cli, runner
from network.logs import START, rows_of, write

pytestmark = pytest.mark.thorough

GOOD = [(1, 2, "message", START), (2, 1, "reply", START + 90), (3, 3, "message", START)]


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> Cli:
    monkeypatch.chdir(tmp_path)
    return runner(monkeypatch, capsys)


def test_ties_of_everybody(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path / "log.parquet", GOOD)
    ran = cli("network", "log.parquet", "-o", "ties.parquet", "--until", "2026-01-01")
    assert (ran.code, ran.last) == (0, str(tmp_path / "ties.parquet"))
    assert "2 of 3 rows count." in ran.err
    assert "1 left out: to oneself." in ran.err
    assert len(rows_of(tmp_path / "ties.parquet")) == 2
    assert len(rows_of(tmp_path / "ties-egos.parquet")) == 2
    again = cli("network", "log.parquet", "-o", "ties.parquet")
    assert (again.code, "--force" in again.err) == (1, True)
    assert cli("network", "log.parquet", "-o", "ties.parquet", "--force", "-q").err == ""


def test_columns_and_units(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text(f"from,to,ms\n1,2,{START}000\n1,2,{START}001\n")
    said = ("--columns", "actor=from,target=to,at=ms", "--time-unit", "ms", "-o", "t.parquet")
    for unit, given in (("turn", 1), ("act", 2)):
        assert cli("network", "log.csv", *said, "--unit", unit, "--force").code == 0
        [one] = [row for row in rows_of(tmp_path / "t.parquet") if row[0] == "1"]
        assert (one[4], one[6]) == (2, given)


def test_a_summary_on_a_page_and_as_json(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path / "log.csv", GOOD)
    ran = cli("network", "log.csv", "--summary", "--until", "2026-01-01")
    assert ran.last == str(tmp_path / "parasocial-network.html")
    assert "Every" in (tmp_path / "parasocial-network.html").read_text(encoding="utf-8")
    assert cli("network", "log.csv", "--summary").code == 1
    ran = cli("network", "log.csv", "--json", "-", "-o", "ties.parquet")
    assert json.loads(ran.out)["returned"]["edge"] == 1
    assert str(tmp_path / "ties.parquet") in ran.err
    assert sorted(it.name for it in tmp_path.iterdir()) == [
        *("log.csv", "parasocial-network.html", "ties-egos.parquet", "ties.parquet")
    ]


@pytest.mark.parametrize(
    "said", [("--columns", "who=x"), ("--until", "soon"), ("--engine", "abacus"), ()]
)
def test_what_is_mistyped(cli: Cli, tmp_path: Path, said: tuple[str, ...]) -> None:
    write(tmp_path / "log.csv", GOOD)
    output = ("-o", "t.parquet") if said else ()
    assert cli("network", "log.csv", *output, *said).code == 2
    assert [it.name for it in tmp_path.iterdir()] == ["log.csv"]
