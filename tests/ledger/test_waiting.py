"""Columns wait for others of their shape, but never many of them."""

import numpy as np
import pytest

from parasocial.ledger import waiting
from parasocial.ledger.waiting import Waiting
from parasocial.reading.columns import Columns, Later
from parasocial.schema import EGO, Channel, Interaction
from ties.world import batch


def columns(room: int, rows: int, letters: int = 0) -> Columns:
    like = Interaction(Channel.MESSAGE, EGO, None, None, group=f"room{room}")
    more = {"words": Later(len, "x" * letters)} if letters else {}  # type: ignore[arg-type]
    return Columns(like, np.zeros(rows, np.int64), more)


def given(into: Waiting, *them: Columns) -> list[tuple[int, int]]:
    one = batch(0, ())
    for it in them:
        one.take(it)
    return [(len(it.columns), it.rows) for it in into.take(one)]


def test_few_wait_for_more_of_their_shape(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "_ENOUGH", 10)
    into = Waiting()
    assert given(into, columns(1, 4)) == []
    assert given(into, columns(2, 3), columns(1, 7)) == [(2, 11)]
    assert [(it.rows, it.columns[0].like.group) for it in into.rest()] == [(3, "room2")]
    assert [*into.rest()] == []


def test_of_many_shapes_together_not_many_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "_ENOUGH", 10)
    monkeypatch.setattr(waiting, "LETTERS", 100)
    into = Waiting()
    assert given(into, *(columns(room, 9) for room in range(2))) == []
    assert sorted(given(into, columns(3, 9))) == [(1, 9)] * 3
    assert given(into, columns(4, 1, letters=60)) == []
    assert sorted(given(into, columns(5, 1, letters=60))) == [(1, 1)] * 2
    assert given(into, columns(6, 1, letters=120)) == [(1, 1)]
