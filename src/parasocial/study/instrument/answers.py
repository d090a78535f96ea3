"""Whether answers are ones that the instrument can have: codes, ranges and routing.

The browser checks too, and is not believed.
"""

import math
import re
from collections.abc import Callable, Mapping
from typing import Any, Literal

from msgspec import Struct

from parasocial.study.instrument.model import (
    Given,
    Instrument,
    Item,
    Many,
    Number,
    One,
    Text,
    codes,
)
from parasocial.study.instrument.routing import Routes, holds

Why = Literal[
    "no such item",
    "not asked",
    "not offered",
    "out of range",
    "of another kind",
    "too long",
    "not beside others",
    "missing",
    "no consent",
]
State = Literal["started", "complete", "refused", "screened_out", "quota_full", "withdrawn"]
Answers = Mapping[str, Any]
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class Problem(Struct, frozen=True):
    """What is not right with one item's answer. It never quotes the answer."""

    item: str
    why: Why


class Checks:
    """An instrument's checks, made once and used for every save."""

    def __init__(self, instrument: Instrument) -> None:
        self.instrument = instrument
        self._of: dict[str, Callable[[Any], Why | None]] = {
            item.name: _check(item) for item in instrument.items
        }
        self._routes = Routes(instrument)
        self._required = [item.name for item in instrument.items if item.required]
        self._given = {item.name for item in instrument.items if isinstance(item, Given)}

    def problems(self, answers: Answers, *, final: bool) -> list[Problem]:
        """Everything that is not right; a final set of answers must be whole."""
        found: list[Problem] = []
        for name, answer in answers.items():
            check = self._of.get(name)
            why = check(answer) if check else "no such item"
            if why is not None:
                found.append(Problem(name if check else "", why))
        if found:
            return found
        put = self._routes.put(answers)
        found += [Problem(name, "not asked") for name in answers if name not in put]
        if not self._consented(answers, final=final):
            found.append(Problem(self.instrument.consent, "no consent"))
        elif final:
            found += [
                Problem(name, "missing")
                for name in self._required
                if name in put and name not in answers
            ]
        return found

    def _consented(self, answers: Answers, *, final: bool) -> bool:
        """Whether what is said needs no consent, or has it."""
        consent = self.instrument.consent
        if consent not in answers:
            return not final and answers.keys() <= self._given
        return answers[consent] == 1 or answers.keys() <= {consent, *self._given}


def problems_of(instrument: Instrument, answers: Answers, *, final: bool) -> list[Problem]:
    """Everything that is not right with one set of answers."""
    return Checks(instrument).problems(answers, final=final)


def state_of(instrument: Instrument, answers: Answers) -> State:
    """What a final set of answers ends as, quotas apart."""
    for end in instrument.ends:
        if holds(end.when, answers):
            return end.state
    return "complete"


def _check(item: Item) -> Callable[[Any], Why | None]:
    if isinstance(item, One):
        return _one(frozenset(codes(item)))
    if isinstance(item, Many):
        return _many(item)
    if isinstance(item, Number):
        return _number(item)
    return _text(item) if isinstance(item, Text) else _given(item)


def _one(offered: frozenset[Any]) -> Callable[[Any], Why | None]:
    def check(answer: Any) -> Why | None:
        if type(answer) not in (int, str):  # True is 1, and 1.0 is too
            return "of another kind"
        return None if answer in offered else "not offered"

    return check


def _many(item: Many) -> Callable[[Any], Why | None]:
    one = _one(frozenset(codes(item)))
    alone = {it.code for it in item.choices if it.alone}

    def check(answer: Any) -> Why | None:
        if not isinstance(answer, list) or not answer:
            return "of another kind"
        why = next((it for it in map(one, answer) if it is not None), None)
        if why is None and len(set(answer)) != len(answer):
            return "not offered"
        if why is None and len(answer) > 1 and alone.intersection(answer):
            return "not beside others"
        return why

    return check


def _number(item: Number) -> Callable[[Any], Why | None]:
    kinds = (int,) if item.whole else (int, float)

    def check(answer: Any) -> Why | None:
        if type(answer) not in kinds or not math.isfinite(answer):
            return "of another kind"
        return None if item.low <= answer <= item.high else "out of range"

    return check


def _text(item: Text) -> Callable[[Any], Why | None]:
    def check(answer: Any) -> Why | None:
        if not isinstance(answer, str) or _CONTROL.search(answer):
            return "of another kind"
        return None if 0 < len(answer) <= item.longest else "too long"

    return check


def _given(item: Given) -> Callable[[Any], Why | None]:
    shape = re.compile(item.pattern)

    def check(answer: Any) -> Why | None:
        if not isinstance(answer, str):
            return "of another kind"
        return None if shape.fullmatch(answer) else "not offered"

    return check
