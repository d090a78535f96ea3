"""The study that comes along: marked as simulated, and as it was published where it can be."""

import csv
import json
import time

import numpy as np
import pytest

from cli.running import runner
from fielded.levels import chances, drawn, settled
from fielded.people import ASKED, REGION_ASKED, names, quotas
from parasocial.jobs.study import opened, weighted
from parasocial.jobs.study_example import door, example, fielded
from parasocial.study import example as ours
from parasocial.study.instrument import problems_of


@pytest.fixture(scope="module")
def field():
    return ours.field()


@pytest.fixture(scope="module")
def rows(field):
    return example(field, weighted(field)).rows


def test_nobody_was_asked(field) -> None:
    assert field.book.simulated
    assert len(field) == ASKED == ours.ASKED == 15_682
    region = field.book.regions["South-East Asia"]
    told = field.question("country").codes
    inside = np.isin(field.codes["country"], [told.index(it) for it in region])
    assert inside.sum() == REGION_ASKED == 1_007


def test_the_world_has_the_countries_that_are_named() -> None:
    assert names() == ours.COUNTRIES
    assert sum(quotas()) == ASKED
    assert sum(code.startswith("X") for code in ours.COUNTRIES) == 13


@pytest.mark.thorough
def test_some_are_asked_what_all_are(field) -> None:
    coded = ours.coded()
    few = coded.answers(field)[::500]
    assert not [it for it in few if problems_of(coded.instrument, it, final=True)]


def test_people_say_yes_as_often_as_wanted() -> None:
    dice = np.random.default_rng(3)
    lean, weight = dice.normal(size=2_000), 0.5 + dice.random(2_000)
    young, all_of_them = dice.random(2_000) < 0.4, np.ones(2_000, bool)
    wanted = [(all_of_them, 0.47), (young, 0.6)]
    said = drawn(chances(lean, weight, 0.47, wanted), weight, np.argsort(young, kind="stable"))
    said = settled(said, weight, wanted)
    for group, share in wanted:
        assert np.average(said[group], weights=weight[group]) == pytest.approx(share, abs=0.003)
    assert lean[said].mean() > lean[~said].mean() + 0.5


def test_shares_that_contradict_each_other_are_refused() -> None:
    everybody = np.ones(50, bool)
    with pytest.raises(ValueError, match="contradict"):
        chances(np.zeros(50), np.ones(50), 0.5, [(everybody, 0.3), (everybody, 0.6)])


@pytest.mark.thorough
def test_weighted_shares_are_the_published_ones(rows) -> None:
    compared = [it for it in rows if it.ours]
    assert len(compared) > 120
    off = [it for it in compared if abs(it.ours.est - it.published) > 0.5]
    assert {(it.item, it.region, it.published) for it in off} == {
        ("escape", "France", 47),
        ("friends", "Spain", 24),
        ("pm", "South-East Asia", 15),
        ("vital", "Germany", 66),
    }
    assert all(it.conflict for it in off)


@pytest.mark.thorough
def test_what_cannot_be_compared_says_why(rows) -> None:
    left = {it.why for it in rows if it.ours is None}
    assert "the article names no region" in left
    assert any(it.startswith("another base") for it in left)
    assert any("Andalusia" in it for it in left)


@pytest.mark.thorough
def test_fielded_is_what_was_packed(field) -> None:
    again = fielded()
    assert again.ids == field.ids
    assert all((again.codes[it] == field.codes[it]).all() for it in field.codes)


@pytest.mark.thorough
def test_the_door_opens_on_tables_that_are_computed() -> None:
    start = time.process_time()
    found = door()
    assert time.process_time() - start < 4  # 1 on an idle machine; the page promises 2
    assert found.key == "study"
    assert "Nobody was asked" in found.main
    assert found.main.count("<table") > 50


@pytest.mark.thorough
def test_the_command_runs_end_to_end(monkeypatch, capsys, tmp_path) -> None:
    cli = runner(monkeypatch, capsys)
    folder = tmp_path / "example"
    done = cli("study", "example", "-o", folder, "--json", tmp_path / "rows.json")
    assert done.code == 0, done.err
    assert done.last == str(folder)
    told = json.loads((tmp_path / "rows.json").read_text(encoding="utf-8"))
    assert told["schema"] == "parasocial/study-example/1"
    assert told["simulated"]
    first = next(it for it in told["rows"] if it["item"] == "escape")
    assert {"item", "region", "published", "ours", "conflict"} <= first.keys()
    assert first["ours"]["low"] < first["ours"]["est"] < first["ours"]["high"]
    assert cli("study", "example", "-o", folder).code == 1
    again = opened(folder)
    assert len(again) == ASKED
    with (folder / "tables.csv").open(encoding="utf-8", newline="") as file:
        groups = {it["group"] for it in csv.DictReader(file)}
    assert groups == {"Total", "country", "age", "gender"}
