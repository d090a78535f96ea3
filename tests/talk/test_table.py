"""The table finds what a dictionary finds, also where keys share a slot."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parasocial.talk.table import SPREAD, table

BACK = pow(SPREAD, -1, 2**64)
KEY = st.one_of(
    st.integers(1, 2**64 - 1),
    st.integers(-20, 20).filter(bool).map(lambda it: it * BACK % 2**64),
)
"""Of any, and of some that share the first slot or the last."""


@given(st.lists(KEY, unique=True), st.lists(KEY))
def test_as_a_dictionary(keys: list[int], others: list[int]) -> None:
    by_key = {key: row for row, key in enumerate(keys, 1)}
    asked = [key % 2**64 for key in (*keys, *others)]
    found = table(keys).rows(np.array(asked, np.uint64))
    assert found.tolist() == [by_key.get(key, 0) for key in asked]


def test_too_many_keys() -> None:
    with pytest.raises(ValueError, match="too many"):
        table(range(1, 1 << 17))
