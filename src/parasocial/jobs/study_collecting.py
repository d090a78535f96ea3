"""Answers that are there already, through the collector: checks, the writer's rule, the store."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from parasocial.errors import ParasocialError
from parasocial.study.instrument.answers import Checks, state_of
from parasocial.study.instrument.form import Form
from parasocial.study.store.acts import FINAL, NEW, Save, Verdict
from parasocial.study.store.opening import Store, opened
from parasocial.study.store.reading import answered
from parasocial.study.store.writer import Writer


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
        with ThreadPoolExecutor(1) as aside:  # whoever calls may have a loop of their own
            verdicts = aside.submit(asyncio.run, _written(there, saves)).result()
        if any(it.status != NEW for it in verdicts):
            raise Refused("The store did not keep everybody's answers. Use one that is empty.")
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


async def _written(store: Store, saves: Sequence[Save]) -> list[Verdict]:
    """What the collector's writer made of each."""
    writer = Writer(store.line(), {})
    try:
        return await asyncio.gather(*map(writer.do, saves))
    finally:
        writer.close()
