"""Answers through the collector's checks, writer and store, and out again."""

import pytest

from parasocial.jobs.study_collecting import Refused, collected
from parasocial.study.instrument import form_of, ready
from parasocial.study.instrument.form import About
from study.test_coded import AWAY

WHOLE = AWAY | {
    "company": 1, "apart": 0, "turn_to": 3, "time_still": 2, "nothing_fits": 1, "taken_up": 4,
    "time_friends": 2, "time_family": 1, "time_partner": "nobody", "link": 0,
}  # fmt: skip


@pytest.fixture(scope="module")
def form():
    return form_of(ready()[0], About("We", "To test", "A day", "us"), ("en",), {})


def test_what_is_sent_is_what_is_read(form, tmp_path) -> None:
    people = {f"p{i}": WHOLE | {"age": 20 + i % 60} for i in range(600)}
    assert collected(form, people, tmp_path / "answers.db") == people


def test_answers_that_are_not_allowed_are_not_sent(form, tmp_path) -> None:
    with pytest.raises(Refused, match="1 people"):
        collected(form, {"a": WHOLE, "b": WHOLE | {"company": 9}}, tmp_path / "answers.db")
    assert not (tmp_path / "answers.db").exists()


def test_other_answers_of_the_same_people_are_refused(form, tmp_path) -> None:
    collected(form, {"a": WHOLE}, tmp_path / "answers.db")
    with pytest.raises(Refused, match="did not keep"):
        collected(form, {"a": WHOLE | {"age": 50}}, tmp_path / "answers.db")
