"""The published figures: what is carried, what is marked, and that nothing is made of them."""

import csv
import os
import re
from collections import defaultdict
from pathlib import Path

import pytest

from conftest import ROOT
from parasocial.study.benchmarks import FOLLOWERS, ITEMS, MARKS, chosen, disputed, figures, regions


def percents(item: str, region: str, ages: str = "18+") -> set[int]:
    return {it.percent for it in chosen(item) if (it.region, it.ages) == (region, ages)}


@pytest.fixture(scope="module")
def collected() -> list[dict[str, str]]:
    """The collection that the carried figures were taken from."""
    path = Path(os.environ.get("PARASOCIAL_SAMPLES", ROOT.parent / "shared" / "samples"))
    file = path.parent / "data" / "benchmarks.csv"
    if not file.exists():
        pytest.skip("the collection is not here")
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_figures_are_as_they_were_collected(collected) -> None:
    known = {(it["key"], it["percent"], it["source_url"], it["age_group"]) for it in collected}
    for it in figures():
        assert (it.item, str(it.percent), it.url, it.ages) in known


def test_every_figure_says_where_it_comes_from() -> None:
    assert len(figures()) > 100
    for it in figures():
        assert it.item in ITEMS
        assert 0 < it.percent < 100
        assert it.source
        assert it.url.startswith("https://")
        assert re.fullmatch(r"202[12](-\d\d){0,2}", it.published)
    assert set(ITEMS) == {it.item for it in figures()}


def test_escape_is_global_and_regional() -> None:
    assert percents("escape", "Global") == {47}
    assert percents("escape", "South-East Asia") == {61}
    assert {it.asked for it in chosen("escape", "global")} == {15_682, None}


def test_the_regional_base_is_about_a_thousand() -> None:
    assert {it.asked for it in chosen(region="south-east")} == {1_007}


def test_friends_and_meetings() -> None:
    assert (percents("friends", "Global"), percents("friends", "South-East Asia")) == ({21}, {31})
    assert (percents("met", "Global"), percents("met", "South-East Asia")) == ({34}, {56})


def test_what_influencers_are_for() -> None:
    region = {
        item: percents(item, "South-East Asia")
        for item in ("learn", "unique", "dependent", "absence")
    }
    assert region == {"learn": {77}, "unique": {55}, "dependent": {44}, "absence": {17}}
    assert (percents("learn", "Global"), percents("absence", "Global")) == ({71}, {10})


def test_ways_of_contact() -> None:
    region = {
        item: percents(item, "South-East Asia")
        for item in ("comment", "react", "fanart", "email", "call", "event")
    }
    assert region == {
        "comment": {46}, "react": {39}, "fanart": {16}, "email": {15}, "call": {12}, "event": {19},
    }  # fmt: skip
    assert percents("pm", "South-East Asia") == {22, 15}


def test_importance_by_age_and_country() -> None:
    assert percents("vital", "Global") == {59}
    assert percents("vital", "Global", "18-34") == {71}
    assert percents("important", "Vietnam") == {94}
    assert percents("important", "South Africa") == {79}
    assert percents("intolerant", "Global") == {33}


def test_figures_that_differ_are_marked() -> None:
    groups = defaultdict(list)
    for it in figures():
        groups[it.item, it.region, it.ages].append(it)
    differing = [them for them in groups.values() if len({it.percent for it in them}) > 1]
    assert differing
    for them in differing:
        assert all("conflict" in it.marks for it in them)


def test_one_number_for_two_regions_is_marked() -> None:
    for item, percent in (("learn", 77), ("unique", 55), ("dependent", 44), ("absence", 17)):
        found = [it for it in disputed(item) if it.percent == percent]
        assert set(regions(found)) == {"South-East Asia", "not said"}
        assert all(it.note for it in found)
    for item in ("fanart", "call", "event"):
        assert set(regions(disputed(item))) == {"South-East Asia", "Global"}


def test_a_base_that_is_printed_otherwise_is_marked() -> None:
    for it in figures():
        if it.base != it.printed_base:
            assert "base" in it.marks
    assert any(it.base == FOLLOWERS != it.printed_base for it in figures())
    assert {mark for it in figures() for mark in it.marks} == set(MARKS)


def test_nothing_is_averaged() -> None:
    """All that comes out is a figure as it was printed."""
    for item in ITEMS:
        assert set(chosen(item)) == {it for it in figures() if it.item == item}
        assert set(disputed(item)) <= set(figures())
