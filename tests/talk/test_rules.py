"""Many masks are decided as each alone, also where they are looked up under one number."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from parasocial.talk.machine import BIT
from parasocial.talk.rules import decided, decided_each
from parasocial.talk.table import SPREAD

BACK = pow(SPREAD, -1, 2**64)
CUES = st.one_of(
    st.sets(st.sampled_from(sorted(BIT.values()))).map(sum),
    st.integers(0, 20).map(lambda it: it * BACK % 2**63),
)
"""Of any lists, and some that come under one number."""


@given(st.lists(CUES))
def test_each_as_alone(cues: list[int]) -> None:
    assert decided_each(np.array(cues, np.intp)).tolist() == [decided(it) for it in cues]
