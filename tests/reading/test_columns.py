"""Columns that draw from a few texts, and whose names are looked at once."""

import numpy as np
import pytest

from parasocial.reading.columns import NOWHERE, Columns, Drawn
from parasocial.reading.numbers import numbers_in
from parasocial.reading.sound import Sound
from parasocial.schema import EGO, Channel, Interaction

LIKE = Interaction(Channel.MESSAGE, EGO, None, None)


def drawn(texts: list[str], *places: int) -> Drawn:
    return Drawn(texts, np.array(places, np.int32))


def test_a_column_draws_its_texts() -> None:
    assert drawn(["ada", "cai"], 1, NOWHERE, 0, 1).made().tolist() == ["cai", None, "ada", "cai"]
    columns = Columns(LIKE, np.array([1, 2]), {"actor": drawn(["ada"], 0, 0), "item": ["a", "b"]})
    assert [(it.actor, it.item) for it in columns.rows()] == [("ada", "a"), ("ada", "b")]


def test_several_become_one_that_draws_from_each_list_once() -> None:
    both = ["ada", "cai"]
    parts = [drawn(both, 0, NOWHERE), drawn(["dee"], 0), drawn(both, 1)]
    joined = Drawn.joined(parts)
    assert joined.texts == ["ada", "cai", "dee"]
    assert joined.made().tolist() == ["ada", None, "dee", "cai"]


@pytest.mark.parametrize("name", ["", "a\x1bb", "\x7f"])
def test_a_name_that_can_be_none_is_seen_wherever_it_stands(name: str) -> None:
    def columns(actor: object, also: Columns | None = None) -> Columns:
        return Columns(LIKE, np.array([1]), {"actor": actor}, also)  # type: ignore[dict-item]

    sound, texts = Sound(), ["ada", EGO]
    assert sound(columns(drawn(texts, 0, 1, NOWHERE)))
    texts.append(name)
    assert sound(columns(drawn(texts, 0)))  # what nobody draws may be anything
    assert not sound(columns(drawn(texts, 0, 2)))
    assert not sound(columns(drawn(texts, 2)))
    assert not sound(columns([name]))
    assert not sound(columns(["ada"], also=columns(drawn(["cai", name], 1))))
    assert sound(columns(["ada"], also=columns(drawn(["cai", name], 0))))


@pytest.mark.parametrize(
    "texts",
    [["10", "20"], ["7"], ["9", "10"], ["\u0661", "22"], ["-1"], ["+5"], [" 5"], ["0" * 30]],
)
def test_numbers_are_read_as_python_reads_them(texts: list[str]) -> None:
    assert numbers_in(texts, 1000).tolist() == [int(it) * 1000 for it in texts]


@pytest.mark.parametrize("texts", [["x"], [""], ["1\n2", "345"], ["9" * 19], ["1" * 5000]])
def test_what_is_no_number_or_too_large_is_refused(texts: list[str]) -> None:
    with pytest.raises(ValueError):
        numbers_in(texts, 1000)
