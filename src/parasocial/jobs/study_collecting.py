"""Answers that are there already, through the collector: checks, the writer's rule, the store."""

import time
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from parasocial.errors import ParasocialError
from parasocial.study.instrument.answers import Checks, state_of
from parasocial.study.instrument.form import Form
from parasocial.study.store.acts import FINAL, NEW, Save, settle
from parasocial.study.store.opening import Store, opened
from parasocial.study.store.reading import answered

AT_ONCE = 512


class Refused(ParasocialError):
    """Answers that the collector does not take."""


def collected(
    form: Form, people: Mapping[str, Mapping[str, Any]], store: Path
) -> dict[str, dict[str, Any]]:
    """Sends everybody's answers to a store and reads them back: respondent → item → answer.

    Args:
        form: What was asked.
        people: Respondent → item → answer.
        store: The file of a store, made if it is not there.

    Raises:
        Refused: Answers are not allowed, or were not kept.
    """
    names = {sha256(name.encode()).digest()[:16]: name for name in people}
    saves = _saves(form, dict(zip(names, people.values(), strict=True)))
    with opened(str(store)) as there:
        there.keep_form(form)
        for start in range(0, len(saves), AT_ONCE):
            _write(there, saves[start : start + AT_ONCE])
        kept = {names[it.id]: it.answers for it in answered(there, "complete")}
    return {name: kept[name] for name in people if name in kept}


def _saves(form: Form, people: Mapping[bytes, Mapping[str, Any]]) -> list[Save]:
    checks, now = Checks(form.instrument), time.time_ns() // 1_000
    found, wrong = [], 0
    for name, answers in people.items():
        wrong += bool(checks.problems(answers, final=True))
        body = msgspec.json.encode({"answers": answers, "page": 0})
        ends = state_of(form.instrument, answers)
        print_of = sha256(body).digest()
        found.append(Save(name, FINAL, form.fingerprint, "en", print_of, body, now, ends))
    if wrong:
        raise Refused(f"{wrong:,} people gave answers that the questionnaire does not allow.")
    return found


def _write(store: Store, saves: Sequence[Save]) -> None:
    """One batch, by the rule of the collector's writer."""
    line = store.line()
    try:
        known = line.begin(saves)
        verdicts = [settle(it, known, {}) for it in saves]
        line.commit(known)
    finally:
        line.close()
    if any(it.status != NEW for it in verdicts):
        raise Refused("The store did not keep everybody's answers. Use one that is empty.")
