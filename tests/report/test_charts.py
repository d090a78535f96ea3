"""What the drawings promise: places, names that do not collide, gaps that stay gaps."""

import re
from dataclasses import replace as changed
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from parasocial.report.amounts import given as gave
from parasocial.report.amounts import returned
from parasocial.report.calendar import stretches
from parasocial.report.charts.lettering import Box, Room, shorten, width
from parasocial.report.charts.marks import ORDER, draw, legend
from parasocial.report.charts.mirror import ROWS, mirror, top
from parasocial.report.charts.scales import ceiling, decades, logarithmic, root
from parasocial.report.charts.scatter import CLUSTER, dots_drawn, scatter
from parasocial.report.charts.scatter.dots import place_dots
from parasocial.report.charts.scatter.frame import frame_of
from parasocial.report.charts.strips import bar, days
from parasocial.report.charts.weekly import beyond
from parasocial.report.selection import select
from parasocial.report.weeks_drawn import draw_weeks
from report import cases, makers


def shown(findings):
    return select(findings, show_private=False).ties


@pytest.mark.parametrize("wide", [540, 330])
def test_every_tie_lies_where_its_numbers_say(wide) -> None:
    ties = shown(cases.rich())
    frame = frame_of(ties, wide, 520)
    for dot in place_dots(ties, frame):
        on_shelf = frame.shelf.top <= dot.y <= frame.shelf.bottom
        assert on_shelf == (returned(dot.shown.tie) == 0)
        if not gave(dot.shown.tie):
            assert frame.column.left <= dot.x <= frame.column.right


@pytest.mark.thorough
@pytest.mark.parametrize("wide", [540, 330])
@pytest.mark.parametrize("make", [cases.rich, cases.crowd, cases.hostile])
def test_names_do_not_collide(make, wide) -> None:
    tree = LexborHTMLParser(str(scatter(shown(make()), wide=wide, tall=520, size="m", rows=9)))
    boxes = [_box(node) for node in tree.css("text.nm")]
    assert len(boxes) >= 2
    for n, box in enumerate(boxes):
        assert box.left >= 0
        assert box.right <= wide + 1
        assert not any(box.meets(other) for other in boxes[:n])


def _box(text) -> Box:
    x, y, wide = float(text.attributes["x"]), float(text.attributes["y"]), width(text.text())
    style = text.attributes["class"]
    left = x - wide if "end" in style else x - wide / 2 if "mid" in style else x
    return Box(left, y - 10, left + wide, y + 3)


def test_marks_with_the_same_numbers_are_cut_and_counted() -> None:
    same = makers.findings([makers.tie(f"a{n}", "sparse", gave=1) for n in range(CLUSTER + 5)])
    drawn = str(scatter(shown(same), wide=540, tall=520, size="m", rows=99))
    assert drawn.count('class="dot few"') == CLUSTER == dots_drawn(shown(same))


def test_no_two_marks_look_alike() -> None:
    shapes = {re.sub(r"[\d.]+", "", str(draw(kind, 9, 9, 6))) for kind in ORDER}
    assert len(shapes) == len(ORDER)
    assert [label for _, label in legend(cases.one_tie().ties)] == ["Both ways"]


def test_bars_say_none_seen_rather_than_nought() -> None:
    ties = top(shown(cases.rich()))
    drawn = str(mirror(ties, wide=540, size="m"))
    assert len(ties) == ROWS
    assert drawn.count("none seen") == sum(returned(one.tie) == 0 for one in ties)
    assert gave(ties[0].tie) == max(gave(one.tie) for one in ties)


def test_a_week_without_data_is_a_gap() -> None:
    weeks = cases.rich().weeks
    runs = stretches(weeks, 1)
    assert [len(run) for run in runs] == [22, 60]
    assert [len(run) for run in stretches(weeks[:10] + weeks[12:20], 1)] == [10, 8]
    assert [len(run) for run in stretches(weeks, 4)] == [6, 15]
    assert runs[0][0].start == date(2025, 3, 3)
    assert str(draw_weeks(cases.rich()).drawing).count('class="gap"') == 3


def test_words_beside_the_weeks_stay_inside() -> None:
    long = makers.source(
        "facebook",
        "Facebook and Messenger",
        coverage=[makers.Covered("message", "2026-05-02", "2026-10-31")],
    )
    found = replace(cases.rich(), sources=[long])
    tree = LexborHTMLParser(str(draw_weeks(found).drawing))
    beside = [text for text in tree.css("text.ax") if text.text().startswith("Facebook")]
    assert beside
    for text in beside:
        wide = float(text.parent.attributes["viewBox"].split()[2])
        assert float(text.attributes["x"]) + width(text.text(), 12.5) <= wide


def test_steps_are_means_of_their_weeks() -> None:
    weeks = cases.rich().weeks[:4]
    ((step,),) = stretches(weeks, 4)
    assert step.both == pytest.approx(sum(week.reciprocal_hours.point for week in weeks) / 4)
    assert step.low <= step.both + step.one + step.rest <= step.high


def test_a_band_that_would_dwarf_the_areas_is_cut_and_said() -> None:
    runs = stretches(cases.rich().weeks, 1)
    assert beyond(runs) is None
    wild = [[replace(step, high=step.high * 9) for step in run] for run in runs]
    assert beyond(wild) == pytest.approx(max(step.high for run in wild for step in run))


def test_many_years_are_drawn_in_larger_steps() -> None:
    one = cases.rich().weeks[0]
    years = [replace(one, week=f"{2018 + n // 52}-W{n % 52 + 1:02}") for n in range(416)]
    assert draw_weeks(replace(cases.rich(), weeks=years)).weeks_a_step == 4


@pytest.mark.thorough
@given(st.text(max_size=80), st.floats(20, 300))
@settings(max_examples=200)
def test_a_shortened_text_fits(text, room) -> None:
    short = shorten(text, room)
    assert width(short) <= room + 1
    assert short == text or short.endswith("…")


def test_a_family_is_not_cut_in_two() -> None:
    family = "👩\u200d👩\u200d👧"
    assert shorten(family * 9, 40) in {"…", f"{family}…"}


def test_scales() -> None:
    assert [ceiling(v) for v in (0, 1, 3, 10, 11, 349, 501)] == [1, 1, 5, 10, 20, 500, 1000]
    assert decades(500, dense=True) == [1, 3, 10, 30, 100, 300]
    assert decades(500, dense=False) == [1, 10, 100]
    across = logarithmic(1, 100, 0, 200)
    assert (across(0), across(1), across(10), across(1e9)) == pytest.approx((0, 0, 100, 200))
    assert root(16, 100)(4) == pytest.approx(50)
    assert root(0, 100)(4) == 0


def test_room_is_taken_once() -> None:
    room = Room(Box(0, 0, 100, 100))
    assert room.take(Box(10, 10, 20, 20))
    assert not room.take(Box(15, 15, 30, 30))
    assert not room.take(Box(90, 90, 110, 95))


def test_strips_stay_inside() -> None:
    for drawn in (
        bar(5, 2, 80, 10),
        bar(0, None, None, 0),
        days("2025-01-01", "2026-01-01", "2025-01-01", "2025-06-01"),
    ):
        assert 'viewBox="0 0 100 10"' in drawn


def test_selection_keeps_the_order() -> None:
    ties = shown(cases.rich())
    assert [one.rank for one in ties] == list(range(len(ties)))
    assert changed(ties[0], rank=0) == ties[0]
