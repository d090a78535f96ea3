"""Every column of every tie against the brute-force reference."""

import math

import pytest
from hypothesis import given, settings

from parasocial.notes import Notes
from ties import reference
from ties.logs import worlds
from ties.world import Export, ties

pytestmark = pytest.mark.thorough


@settings(max_examples=6)
@given(worlds())
def test_ties_are_those_of_the_reference(world: tuple[list[Export], Notes, str]) -> None:
    exports, notes, zone = world
    found = ties(*exports, notes=notes, zone=zone)
    expected = reference.ties(exports, notes, zone)
    assert found.keys() == expected.keys()
    for alter, tie in expected.items():
        for column, value in tie.items():
            if column == "hidden_acts":
                continue
            got = found[alter][column]
            same = (
                math.isclose(got, value, rel_tol=0, abs_tol=1e-9)
                if isinstance(value, float)
                else got == value
            )
            assert same, (column, got, value)
