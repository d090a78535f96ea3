"""Donated measures beside answers: by consent, with who gave them, and as everybody would."""

import json

import numpy as np
import pytest
from msgspec.structs import replace

from cli.running import runner
from parasocial.study.design import design_of, design_of_field
from parasocial.study.field import Question, field_of
from parasocial.study.linked import (
    donors_design,
    linked,
    said_and_measured,
    selection,
)
from parasocial.study.weighting import BadMargins
from study.fields import BOOK, drawn, written

LINK = Question("link", "May we join them?", ("no", "yes"), ("0", "1"))


@pytest.fixture(scope="module")
def field():
    """Men agree more often than women."""
    dice = np.random.default_rng(4)
    rows = [r | {"link": str(int(dice.random() < (0.6 if r["sex"] == "men" else 0.2)))}
            for r in drawn(1_000)]  # fmt: skip
    return field_of(replace(BOOK, questions=(*BOOK.questions, LINK)), rows)


def test_measures_are_joined_by_consent(field) -> None:
    yes, no = (int(np.flatnonzero(field.codes["link"] == it)[0]) for it in (1, 0))
    told = {field.ids[yes]: {"hours": 2.0}, field.ids[no]: {"hours": 3.0}, "nobody": {"hours": 1.0}}
    found = linked(field, told)
    assert np.flatnonzero(found.donors).tolist() == [yes]
    assert found.measures["hours"][yes] == 2
    assert (found.without_consent, found.unknown) == (1, 1)
    assert linked(field, told, consent=None).donors.sum() == 2


def test_who_gave_is_beside_who_was_asked(field) -> None:
    donors = field.codes["link"] == 1
    rows = selection(field, design_of_field(field), donors, ["sex", "country"])
    men = next(it for it in rows if it.answer == "men")
    assert men.donors > men.everybody + 10
    assert men.distance > 0.2
    assert men.p < 1e-6
    spain = next(it for it in rows if it.answer == "Spain")
    assert abs(spain.distance) < 0.2


def test_without_donors_nothing_is_told(field) -> None:
    rows = selection(field, design_of_field(field), np.zeros(len(field), bool), ["sex"])
    assert {(it.donors, it.distance, it.p) for it in rows} == {(None, None, None)}


def test_donors_are_weighted_to_look_like_everybody(field) -> None:
    design = design_of_field(field)
    donors = field.codes["link"] == 1
    raked = donors_design(field, design, donors, ["sex", "country"])
    men = field.codes["sex"] == 1
    share = design.weight[men].sum() / design.weight.sum()
    assert raked.weight[men[donors]].sum() / raked.weight.sum() == pytest.approx(share)


def test_a_group_without_a_donor_cannot_be_stood_for(field) -> None:
    with pytest.raises(BadMargins, match="nobody in the sample"):
        donors_design(field, design_of_field(field), field.codes["sex"] == 1, ["sex"])


@pytest.fixture
def cli(monkeypatch, capsys):
    return runner(monkeypatch, capsys)


def donated_study(tmp_path, donors=200):
    """A study that asks for hours, and a file of what downloads showed."""
    dice = np.random.default_rng(6)
    book = replace(BOOK, questions=(*BOOK.questions, LINK), numbers={"hours": "Hours a day"})
    rows = [
        r | {"link": str(int(i % 3 > 0)), "hours": f"{1 + (i % 5):.1f}"}
        for i, r in enumerate(drawn(600))
    ]
    lines = [
        json.dumps({"respondent": r["respondent"],
                    "measures": {"hours": float(r["hours"]) - 0.5 + 0.1 * dice.normal()}})
        for r in rows[:donors]
    ]  # fmt: skip
    lines.append(json.dumps({"respondent": "CANARY", "measures": {"hours": 1}}))
    file = tmp_path / "donated.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    return written(tmp_path / "study", book, rows), file


def test_the_command(cli, tmp_path) -> None:
    folder, file = donated_study(tmp_path)
    done = cli("study", "compare", folder, "--donations", file, "--json", "-")
    assert done.code == 0, done.err
    found = json.loads(done.out)
    assert (found["donors"], found["without_consent"], found["unknown"]) == (133, 67, 1)
    [hours] = found["beside"]
    for one in (hours["as_they_are"], hours["as_everybody"]):
        assert one["low"] < 0.5 < one["high"]
        assert one["donors"] == 133
    assert found["weighted_by"] == ["country", "sex"]
    told = cli("study", "compare", folder, "--donations", file)
    assert "133 of 600 people gave measures" in told.out
    assert "CANARY" not in told.out


def test_few_donors_are_not_described(cli, tmp_path) -> None:
    folder, file = donated_study(tmp_path, donors=9)
    found = json.loads(cli("study", "compare", folder, "--donations", file, "--json", "-").out)
    assert found["selection"] == []
    assert found["beside"][0]["as_they_are"]["said"] is None


def test_a_file_that_is_none(cli, tmp_path) -> None:
    folder, file = donated_study(tmp_path)
    file.write_text('{"respondent": 1}\nCANARY\n', encoding="utf-8")
    done = cli("study", "compare", folder, "--donations", file)
    assert done.code == 1
    assert "2 lines are no donation" in done.err
    assert "CANARY" not in done.err
    assert cli("study", "compare", folder, folder, "--donations", file).code == 2


def test_said_beside_measured() -> None:
    dice = np.random.default_rng(5)
    measured = np.exp(dice.normal(size=400))
    said = measured + 0.5 + 0.3 * dice.normal(size=400)
    said[:50] = np.nan
    found = said_and_measured(design_of(0.5 + dice.random(400)), said, measured)
    assert found.donors == 350
    assert found.low < 0.5 < found.high
    assert found.difference == pytest.approx(found.said - found.measured)
    assert found.correlation_low < found.correlation < found.correlation_high
    assert found.correlation > 0.9


def test_said_and_measured_by_hand() -> None:
    said, measured = np.arange(10.0), np.arange(10.0) - np.tile([0, 2], 5)
    found = said_and_measured(design_of(np.ones(10)), said, measured)
    assert found.difference == 1
    # Differences are 0 and 2: variance 10/9, over 10 people.
    assert found.high - found.difference == pytest.approx(2.2621571628 * np.sqrt(10 / 9 / 10))


def test_few_donors_tell_nothing() -> None:
    found = said_and_measured(design_of(np.ones(9)), np.ones(9), np.ones(9))
    assert (found.said, found.why) == (None, "fewer than 10 people have both")
    same = said_and_measured(design_of(np.ones(20)), np.ones(20), np.ones(20))
    assert same.correlation is None
