"""A study beside published figures, and beside an earlier wave of itself."""

import json

import numpy as np
import pytest
from msgspec.structs import replace

from cli.running import runner
from parasocial.jobs.study import weighted
from parasocial.lenses.study import beside_earlier, beside_published
from parasocial.study.benchmarks import Figure
from parasocial.study.comparing import Doubt, Ours, _verdict
from parasocial.study.design import design_of_field
from parasocial.study.field import field_of
from parasocial.study.waves import NotComparable, changes
from study.fields import BOOK, ESCAPE, FOLLOW, drawn, invented, written


@pytest.fixture
def cli(monkeypatch, capsys):
    return runner(monkeypatch, capsys)


def row_of(field, item, region, ages="18+"):
    rows = beside_published(field, weighted(field)).rows
    return [it for it in rows if (it.item, it.region, it.ages) == (item, region, ages)]


def test_ours_is_beside_each_published_figure() -> None:
    field = invented(people=4000)
    [spain] = row_of(field, "escape", "Spain")
    inside = (field.codes["country"] == 0) & (field.codes["escape"] >= 0)
    assert spain.ours.base == inside.sum()
    share = np.average(field.codes["escape"][inside] == 1, weights=field.weight[inside])
    assert spain.ours.est == pytest.approx(100 * share)
    assert spain.ours.low < spain.ours.est < spain.ours.high
    assert spain.verdict == "agrees"


def test_another_base_is_refused() -> None:
    book = replace(BOOK, questions=(*BOOK.questions[:3], replace(ESCAPE, base="adults")))
    [spain] = row_of(field_of(book, drawn()), "escape", "Spain")
    assert (spain.ours, spain.verdict) == (None, "not_compared")
    assert "another base" in spain.why


def test_a_place_that_the_study_lacks_is_not_compared() -> None:
    [france, other] = row_of(invented(), "escape", "France")
    assert france.why == "the study does not tell France apart"
    assert "contradict" in other.conflict
    [world, _] = row_of(invented(), "escape", "Global")
    assert world.why == "the figure is of 25 countries, the study of 2"


def test_few_answers_are_not_compared() -> None:
    [spain] = row_of(invented(people=60), "escape", "Spain")
    assert spain.why == "fewer than 30 answered"


FIGURE = Figure(
    item="escape", region="Spain", ages="18+", percent=45, asked=None, base="x", printed_base="x",
    marks=(), note="", source="", published="", language="", url="",
)  # fmt: skip


@pytest.mark.parametrize(
    ("est", "asked", "verdict"),
    [
        (45.4, None, "agrees"),
        (50.0, None, "cannot_be_told"),
        (75.0, None, "differs"),
        (50.0, 10_000, "differs"),
    ],
)
def test_a_difference_must_exceed_what_the_publisher_may_be_off(est, asked, verdict) -> None:
    ours = Ours(est, est - 2, est + 2, 500, 450.0)
    assert _verdict(replace(FIGURE, asked=asked), ours, Doubt())[0] == verdict


def test_the_same_in_two_waves() -> None:
    first, second = invented(seed=1), invented(seed=2, escape=0.6)
    two = field_of(
        BOOK, [r | {"respondent": "x" + r["respondent"]} for r in drawn(seed=2, escape=0.6)]
    )
    found = beside_earlier((first, weighted(first)), (two, weighted(two)))
    [yes] = [it for it in found.changes if (it.question, it.answer) == ("escape", "yes")]
    assert yes.low < yes.change < yes.high
    assert yes.p < 0.05
    assert len(second) == len(two)


def test_the_same_people_twice_vary_less() -> None:
    one = invented()
    design = design_of_field(one)
    twice = changes((one, design), (one, design), FOLLOW)
    assert all(it.high - it.low < 1e-5 for it in twice)
    other = field_of(BOOK, [r | {"respondent": "x" + r["respondent"]} for r in drawn()])
    apart = changes((one, design), (other, design_of_field(other)), FOLLOW)
    assert apart[0].high - apart[0].low > 5


@pytest.mark.parametrize("mode", ["telephone", None])
def test_another_mode_is_refused(mode) -> None:
    one, two = invented(), field_of(replace(BOOK, mode=mode), drawn())
    with pytest.raises(NotComparable, match="same way"):
        beside_earlier((one, weighted(one)), (two, weighted(two)))


def test_other_words_are_left_out() -> None:
    book = replace(BOOK, questions=(*BOOK.questions[:3], replace(ESCAPE, text="Is it an escape?")))
    one, two = invented(), field_of(book, drawn())
    found = beside_earlier((one, weighted(one)), (two, weighted(two)))
    assert [(it.question, it.why) for it in found.left_out] == [("escape", "other words")]


def test_the_command(cli, tmp_path) -> None:
    folder = written(tmp_path / "study")
    told = cli("study", "compare", folder)
    assert told.code == 0
    assert "simulated respondents" in told.out
    assert "cannot be told" in told.out or "agrees" in told.out
    done = cli("study", "compare", folder, "--json", "-")
    assert json.loads(done.out)["rows"][0]["item"] == "follow"
    waves = cli("study", "compare", folder, written(tmp_path / "earlier"))
    assert "escape" in waves.out


def test_what_is_no_study(cli, tmp_path) -> None:
    done = cli("study", "compare", tmp_path)
    assert done.code == 1
    assert "codebook.json" in done.err


def test_margins_of_the_codebook_are_met(cli, tmp_path) -> None:
    half = {"sex": {"women": 0.5, "men": 0.5}}
    field = field_of(replace(BOOK, margins=half), drawn())
    weight = weighted(field).weight
    assert weight[field.codes["sex"] == 0].sum() == pytest.approx(weight.sum() / 2)
    folder = written(tmp_path / "study", replace(BOOK, margins={"sex": {"women": 1.0}}))
    done = cli("study", "compare", folder)
    assert "does not name the answers" in done.err
