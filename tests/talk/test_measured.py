"""The figures that are shown are those of the lists as they are."""

import json
from pathlib import Path

import pytest

from parasocial.talk import marks, notice
from parasocial.talk.measured import measured

OPEN = Path(__file__).parents[1] / "creator" / "labelled" / "open.jsonl"


@pytest.mark.thorough
def test_the_open_half_was_measured_with_these_lists() -> None:
    messages = [json.loads(line) for line in OPEN.read_text(encoding="utf-8").splitlines()]
    found = [notice(it["text"], frozenset({it["creator"]})) for it in messages]
    kept = measured().open
    assert kept.messages == len(messages)
    for name, it in kept.marks.items():
        assert it.found == sum(bool(one & marks.NAMES[name]) for one in found), name
    near = [one for it, one in zip(messages, found, strict=True) if it["near"] != "none"]
    assert kept.near_queued == sum(bool(one & marks.QUEUE) for one in near)


def test_the_sealed_half_stands_apart_and_has_an_interval_for_each_figure() -> None:
    sealed = measured().sealed
    assert sealed.marks.keys() == measured().open.marks.keys()
    for it in (*sealed.marks.values(), *sealed.whom.values()):
        assert it.recall is not None
        assert it.recall_95 is not None
        assert it.recall_95[0] <= it.recall <= it.recall_95[1]
