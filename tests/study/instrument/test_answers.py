"""Python takes no answer that the instrument cannot have, whatever a browser let through."""

import copy
import random

import msgspec
import pytest

from parasocial.study.instrument import problems_of, ready, state_of
from parasocial.study.instrument.answers import Checks
from parasocial.study.instrument.routing import seen
from study.instrument.people import whole

INSTRUMENT, _ = ready()
CHECKS = Checks(INSTRUMENT)
FOLLOWER = {"consent": 1, "age": 30, "accounts": "in_use", "follow": 1}


@pytest.mark.parametrize("seed", range(40))
def test_whoever_follows_the_routing_has_no_problem(seed) -> None:
    answers = whole(INSTRUMENT, seed)
    assert CHECKS.problems(answers, final=True) == []
    sofar = {}
    for name, answer in answers.items():
        sofar[name] = answer
        assert CHECKS.problems(sofar, final=False) == []


BAD = [
    ("age", 121, "out of range"),
    ("age", -1, "out of range"),
    ("age", 30.5, "of another kind"),
    ("age", "30", "of another kind"),
    ("age", True, "of another kind"),
    ("age", None, "of another kind"),
    ("age", [30], "of another kind"),
    ("hours_a_day", 24.01, "out of range"),
    ("hours_a_day", float("inf"), "of another kind"),
    ("hours_a_day", float("nan"), "of another kind"),
    ("gender", "Woman", "not offered"),
    ("gender", 1, "not offered"),
    ("escape", 7, "not offered"),
    ("escape", 4.0, "of another kind"),
    ("escape", True, "of another kind"),
    ("contact", "comment", "of another kind"),
    ("contact", [], "of another kind"),
    ("contact", ["comment", "comment"], "not offered"),
    ("contact", ["comment", "none"], "not beside others"),
    ("contact", ["comment", {"a": 1}], "of another kind"),
    ("country", "Philippines", "not offered"),
    ("country", "PH\n", "not offered"),
    ("remark", "x" * 1_001, "too long"),
    ("remark", "", "too long"),
    ("remark", "a\x00b", "of another kind"),
    ("remark", 5, "of another kind"),
    ("nobody_asked", 1, "no such item"),
]


@pytest.mark.parametrize(("name", "answer", "why"), BAD)
def test_what_cannot_be_an_answer_is_refused(name, answer, why) -> None:
    answers = whole(INSTRUMENT, 1, **FOLLOWER) | {name: answer}
    [found] = CHECKS.problems(answers, final=False)
    assert (found.why, found.item) == (why, name if why != "no such item" else "")
    assert CHECKS.problems(answers, final=True) == [found]


def test_routing_is_checked_too() -> None:
    answers = whole(INSTRUMENT, 3, **FOLLOWER)
    changed = answers | {"follow": 0}
    found = {it.item: it.why for it in CHECKS.problems(changed, final=False)}
    assert found["escape"] == found["met"] == "not asked"
    assert "hours_a_day" not in found


def test_what_is_left_out_is_named_at_the_end_and_not_before() -> None:
    answers = whole(INSTRUMENT, 5, **FOLLOWER)
    del answers["closeness"]
    del answers["remark"]
    assert CHECKS.problems(answers, final=False) == []
    assert problems_of(INSTRUMENT, answers, final=True) == [
        msgspec.convert(
            {"item": "closeness", "why": "missing"}, type(CHECKS.problems({"x": 1}, final=True)[0])
        )
    ]


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ({"consent": 0}, "refused"),
        ({"consent": 0, "country": "TH"}, "refused"),
        ({"consent": 1, "age": 17}, "screened_out"),
    ],
)
def test_an_early_end_asks_for_nothing_more(answers, state) -> None:
    assert CHECKS.problems(answers, final=True) == []
    assert state_of(INSTRUMENT, answers) == state
    [late] = CHECKS.problems(answers | {"gender": "woman"}, final=True)[:1]
    assert late.why == "not asked"


def test_nothing_is_taken_without_consent() -> None:
    assert CHECKS.problems({"country": "TH"}, final=False) == []
    for answers in ({"age": 30}, {"country": "TH", "age": 30}):
        assert {it.why for it in CHECKS.problems(answers, final=False)} == {"no consent"}
    assert CHECKS.problems({}, final=True)[0].why == "no consent"


@pytest.mark.parametrize("seed", range(30))
def test_a_changed_answer_is_valid_or_a_named_problem(seed) -> None:
    chance = random.Random(seed)  # noqa: S311
    answers = copy.deepcopy(whole(INSTRUMENT, seed, **FOLLOWER))
    name = chance.choice(list(answers))
    answers[name] = chance.choice([None, -5, 10**30, "'; --", [], {}, [[]], 1e308, "<b>", 3, "1"])
    found = CHECKS.problems(answers, final=True)
    text = msgspec.json.encode(found).decode()
    assert "'; --" not in text
    assert "<b>" not in text
    if not found:
        assert name in {it.name for it in seen(INSTRUMENT, answers)}
