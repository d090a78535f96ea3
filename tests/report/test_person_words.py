"""What is said of a whole person, and what its small drawings promise."""

import re

import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from parasocial.lenses.findings import (
    Concentration,
    Counting,
    Displacement,
    Lag,
    Power,
    Range,
)
from parasocial.report import write_page
from parasocial.report.amounts import short
from parasocial.report.charts.around import around
from parasocial.report.charts.lines import lags, line
from parasocial.report.charts.strips import against, stack
from parasocial.report.words import over_time, rhythm, spread, sure
from report import cases, makers, persons
from report.visible import blocks, grade

RICH = cases.rich()


def sections(findings) -> set[str]:
    return {node.attributes["id"] for node in LexborHTMLParser(write_page(findings)).css("h2")}


def test_what_is_known_has_its_section() -> None:
    assert {"since", "period-1", "ways", "together", "spread"} <= sections(RICH)
    bare = replace(RICH, **makers.NOTHING)
    assert not {"since", "period-1", "ways", "together", "spread"} & sections(bare)


def test_a_period_that_nothing_covers_is_a_reason_and_no_empty_drawing() -> None:
    assert "period-2" not in sections(RICH)
    assert "“lockdown”: fewer than 4 weeks are covered in the same places." in sure.untold(RICH)


def test_what_cannot_be_told_says_why_once() -> None:
    said = sure.untold(replace(RICH, **makers.NOTHING))
    assert len(said) == len(set(said)) == 7
    assert "What goes on at night: no hours in these files." in said
    assert all(line.endswith(".") and grade(line) <= 12 for line in said)


@pytest.mark.parametrize(
    ("agree", "says"),
    [
        (
            51,
            "51 of 54 ways of counting agree: of the time that can be decided, more went one way,",
        ),
        (54, "All 54 ways of counting agree: of the time that can be decided, more went one way,"),
    ],
)
def test_ways_of_counting(agree, says) -> None:
    found = replace(RICH.sensitivity, agree=agree)
    assert sure.ways(found) == f"{says} between 6 and 8 of ten minutes."
    assert sure.ways(replace(found, agree=None)) == ""


def test_every_way_of_counting_in_nine_cells() -> None:
    ways = [
        Counting(unit, tau, 1, hours, share, 1 - share, agrees=True)
        for unit, start in (("act", 0.5), ("turn", 0.6), ("half_day", 0.7))
        for tau, less in ((2 / 3, 0), (0.75, 0.01), (0.8, 0.02))
        for hours, share in (("low", start - less), ("high", start - less + 0.1))
    ]
    found = replace(RICH.sensitivity, ways=ways)
    assert sure.cut_offs(found) == ["2 : 1", "3 : 1", "4 : 1"]
    assert sure.grid(found) == [
        ("Single acts", ["50 – 60 %", "49 – 59 %", "48 – 58 %"]),
        ("Turns, as here", ["60 – 70 %", "59 – 69 %", "58 – 68 %"]),
        ("Half days", ["70 – 80 %", "69 – 79 %", "68 – 78 %"]),
    ]
    both = replace(found, lead="reciprocal")
    assert sure.grid(both)[0][1][0] == "40 – 50 %"
    assert sure.grid(replace(found, lead=None)) == []


def test_the_quiet_line_stands_below_the_first_screen() -> None:
    page = write_page(RICH)
    assert not any("ways of counting agree" in block.text for block in blocks(page, ".first"))
    assert any("ways of counting agree" in block.text for block in blocks(page, ".beside"))


def test_displacement_says_its_size_its_chance_and_its_power() -> None:
    assert over_time.together(RICH.displacement) == (
        "In weeks with an hour more one way, about 2.8 turns fewer went back and forth. "
        "Shifted at random, these weeks would say as much 2 times in a hundred."
    )
    assert over_time.power(RICH.displacement).startswith(
        "A moderate link would be found in 26 to 37 of 100 records as long as this."
    )
    calm = replace(RICH.displacement, p=0.4)
    assert over_time.together(calm).startswith("No sign that weeks of more one-way time")
    none = Displacement(9, None, None, None, [], None, "fewer than 26 weeks in a row are covered")
    assert over_time.together(none) == over_time.power(none) == ""


def test_the_power_to_see_a_change_comes_first() -> None:
    it = RICH.comparison
    assert over_time.since(it) == (
        "Set beside your page up to 30 Jun 2026. A change of about 1½ hours a week one way, "
        "or of about 13 turns a week, would be seen eight times in ten."
    )
    assert over_time.changed(it) == [
        "One-way time: less now, about 6 hours a week then and about 4 hours since.",
        (
            "Turns back and forth: about 60 a week then, about 64 since. "
            "The weeks do not tell them apart."
        ),
    ]
    assert over_time.readings(it) == "3 ties are read differently now and 4 ties are new."
    quiet = replace(it, readings=[], fresh=0)
    assert over_time.readings(quiet) == "No tie is read differently now."


def test_ways_of_ties() -> None:
    assert over_time.way(RICH.trajectories.ties[0]) == "more lately"
    assert over_time.way(RICH.trajectories.ties[5]) == "less lately, more comes back now"
    assert over_time.ways(RICH.trajectories) == (
        "Of 20 ties with weeks enough, 5 took more time lately, 5 took less and "
        "5 took about the same; for 5 it can’t be told."
    )


def test_lines_are_of_people_who_are_on_the_page() -> None:
    shy = replace(RICH.ties[1], private=True)
    found = replace(RICH, ties=[RICH.ties[0], shy, *RICH.ties[2:]])
    names = {node.text() for node in LexborHTMLParser(write_page(found)).css(".lines .nm")}
    assert RICH.ties[0].alter.name in names
    assert shy.alter.name not in names
    assert len(names) == 12


def test_a_line_has_words_where_something_can_be_told() -> None:
    tree = LexborHTMLParser(write_page(RICH))
    said = [node.text() for node in tree.css(".lines small")]
    assert said.count("can’t be told") == 0
    assert len(said) == 9
    assert "can’t be told" in {node.text() for node in tree.css("details td")}


def test_attention_in_parts_that_sum_to_all() -> None:
    parts = spread.stack(RICH.concentration)
    assert sum(share for _, share in parts) == pytest.approx(1)
    assert [spread.stack_key(*part) for part in parts] == [
        "the one with most, 21 %", "the next two, 19 %", "the next seven, 27 %", "all others, 33 %",
    ]  # fmt: skip
    assert spread.concentration(RICH.concentration) == (
        "122 accounts had some of your attention. "
        "One had about two tenths of it, and ten had about seven tenths."
    )
    assert spread.stack(Concentration(3, None, None, None, None, "few")) == []


def test_rhythm_in_rows() -> None:
    assert [row[:2] for row in rhythm.rows(RICH.rhythm)] == [
        ("Between 11 at night and 5", "about 2 of ten hours, likely 0 to 5"),
        ("Watching and listening", "about 9 of ten hours, likely 7 to 10"),
        ("Long sittings", "102 times in 86 weeks; 4½ hours in the longest"),
        ("Public posts and comments", "in bursts"),
    ]
    assert rhythm.rows(makers.NOTHING["rhythm"]) == []
    all_day = replace(RICH.rhythm, passive=Range(0.97, 0.8, 0.99), night=Range(0.01, 0, 0.04))
    assert [row[1] for row in rhythm.rows(all_day)][:2] == [
        "hardly any of it",
        "nearly all of it, likely 8 to 10",
    ]


def test_the_ladder_says_none_seen_and_none_noted() -> None:
    said = {spread.rung(one): spread.rung_amount(one) for one in RICH.ladder}
    assert said["Mail, fan art, a call, an event"] == "none noted"
    assert said["Watched"] == "91"
    assert spread.rung_amount(replace(RICH.ladder[2], ties=0)) == "none seen"


def test_closeness_and_what_came_back() -> None:
    assert spread.felt(RICH.felt).startswith("On the whole these ties feel closer")
    assert "do not lie clearly apart" in spread.felt(replace(RICH.felt, low=-0.1))
    assert spread.felt(makers.NOTHING["felt"]).startswith("With three ties rated")


def test_programs_stand_apart() -> None:
    assert spread.companions(RICH.companions) == (
        "Apart from all this, about 1 hour a week went to a program made to answer."
    )
    assert spread.companions(None) == ""


def test_small_drawings_keep_inside() -> None:
    for drawn in (
        around(persons.around(7.8, 12.3, 6.5), "one"),
        line([0.0, 2.0, 1.0], "both", "more lately"),
        line([], "both", "can’t be told"),
        lags([Lag(-1, 1.0), Lag(0, -1.0), Lag(1, 0.0)]),
    ):
        wide, tall = map(float, re.search(r'viewBox="0 0 (\d+) (\d+)"', drawn).groups())
        for x, y in re.findall(r'c?x="([-\d.]+)" c?y="([-\d.]+)"', drawn):
            assert 0 <= float(x) <= wide
            assert 0 <= float(y) <= tall
    for strip in (stack([0.2, 0.2, 0.3, 0.3]), against(1.0, 0.0, 0.0)):
        edges = re.findall(r'x="([\d.]+)" y="\d" width="([\d.]+)"', strip)
        assert edges
        assert all(float(x) + float(wide) <= 100.5 for x, wide in edges)


def test_a_part_that_cannot_be_told_is_said_in_the_drawing() -> None:
    it = replace(persons.around(7.8, 12.3, 6.5), after=makers.UNKNOWN)
    assert "can’t be told" in around(it, "one")
    assert over_time.told(it)
    assert not over_time.told(replace(it, before=makers.UNKNOWN))


def test_rates_are_short() -> None:
    assert [short(it) for it in (0, 0.42, 7.84, 9.96, 70.4, 1234)] == [
        "0.0", "0.4", "7.8", "10", "70", "1,234",
    ]  # fmt: skip


def test_power_of_the_displacement_in_order() -> None:
    it = replace(RICH.displacement, power=Power(0.2, 0.21))
    assert "20 to 21 of 100" in over_time.power(it)
