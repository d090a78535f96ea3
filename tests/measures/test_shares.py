"""Shares of time: bounds, complements, brands apart, and what cannot be divided."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parasocial.measures.attention_by_form import attention_by_form
from parasocial.measures.chosen_share import chosen_share
from parasocial.measures.time_shares import (
    APART,
    OUT,
    RECIPROCAL,
    UNRESOLVED,
    TieTime,
    balance,
    time_share,
)
from parasocial.measures.weekly import weekly
from parasocial.schema import EGO, Channel, Fact, Form, Interaction
from ties.world import (
    BOTH,
    DAY,
    HOUR,
    MINUTE,
    START,
    Export,
    built,
    export,
    follow,
    reader,
    talk,
    views,
)

CLASSES = sorted({*OUT, *RECIPROCAL, *UNRESOLVED, *APART, "inbound"})
RESOLVED = {*OUT, *RECIPROCAL, "inbound"}


@st.composite
def ties(draw: st.DrawFn, classes: list[str] = CLASSES) -> list[TieTime]:
    hours = st.integers(0, 40).map(lambda n: n / 4)
    return [
        TieTime(name, *sorted(draw(st.tuples(hours, hours, hours))), draw(st.integers(0, 9)))
        for name in draw(st.lists(st.sampled_from(classes), max_size=8))
    ]


@pytest.mark.thorough
@given(ties())
def test_the_point_lies_between_its_bounds(them: list[TieTime]) -> None:
    for classes in (OUT, RECIPROCAL):
        it = time_share(them, classes)
        if it.low is not None and it.high is not None:
            assert 0 <= it.low <= it.high <= 1
            assert it.point is None or it.low <= it.point <= it.high
        assert (it.point is None) == (not sum(t.point for t in them if t.tie_class in RESOLVED))


@pytest.mark.thorough
@given(ties())
def test_what_is_not_out_is_the_rest(them: list[TieTime]) -> None:
    out, rest = time_share(them, OUT), time_share(them, RESOLVED - OUT)
    pairs = ((out.point, rest.point), (out.low, rest.high), (out.high, rest.low))
    for one, other in (*pairs, (out.by_ties, rest.by_ties), (out.by_turns, rest.by_turns)):
        assert (one is None) == (other is None)
        assert one is None or one + (other or 0) == pytest.approx(1)


@pytest.mark.thorough
@given(ties())
def test_brands_groups_and_programs_change_no_share(them: list[TieTime]) -> None:
    within = [it for it in them if it.tie_class not in APART]
    assert time_share(them, OUT) == time_share(within, OUT)
    assert balance(them) == balance(within)


@given(ties(["parasocial", "one_sided", "reciprocal"]))
def test_balance_follows_the_share(them: list[TieTime]) -> None:
    lean, out = balance(them), time_share(them, OUT).point
    assert (lean is None) == (out is None)
    assert lean is None or lean == pytest.approx(1 - 2 * (out or 0))


def test_the_bounds_by_hand() -> None:
    them = [
        TieTime("one_sided", 1, 2, 4),
        TieTime("reciprocal", 2, 3, 6),
        TieTime("sparse", 1, 1, 2),
    ]
    it = time_share(them, OUT)
    assert (it.point, it.low, it.high) == (2 / 5, 1 / (1 + 8), 6 / (6 + 2))


class TestChosen:
    def share(self, *said: Fact, whole: bool = True) -> object:
        with built(export(reader("town"), *said, whole=whole)) as ledger:
            return chosen_share(ledger)

    @pytest.mark.thorough
    def test_followed_or_searched_for(self) -> None:
        searched = Interaction(Channel.SEARCH, EGO, "cy", START - DAY)
        said = (*views("ada", 2), *views("bo", 5, START + HOUR), *views("cy", 1, START + 2 * HOUR))
        it = self.share(*said, follow(EGO, "ada"), searched)
        assert it.point == pytest.approx(3 / 8)
        assert it.low < it.point < it.high

    @pytest.mark.thorough
    def test_without_the_list_it_cannot_be_told(self) -> None:
        assert self.share(*views("ada", 2)) is None
        assert self.share(*views("ada", 2), follow("ada", EGO)) is None
        assert self.share(*views("ada", 2), follow(EGO, "ada"), whole=False) is None

    def test_nor_without_authors(self) -> None:
        assert self.share(*views(None, 2), follow(EGO, "ada")) is None


def test_forms_add_up_to_all_attention() -> None:
    said = [
        *views("ada", 5),
        *views(None, 3, START + HOUR),
        Interaction(Channel.LISTEN, EGO, "bo", START + 40 * DAY, form=Form.AUDIO, ms=7_200_000),
        Interaction(Channel.REACTION, EGO, "ada", START + 50 * DAY),
        *talk("cy", 3, 3, START + 60 * DAY),
    ]
    with built(export(reader("town"), *said)) as ledger:
        found = {it.form: it for it in attention_by_form(ledger)}
    assert {name: it.events for name, it in found.items()} == {"video": 8, "audio": 1, "unknown": 1}
    assert (found["audio"].low, found["audio"].high, found["audio"].measured) == (2, 2, True)
    assert found["video"].point == pytest.approx(8 * 0.25)


def test_weeks_add_up_and_count_people() -> None:
    said = [*talk("ada", 30, 30), *talk("bo", 30, 30, START + MINUTE), *views(None, 9)]
    with built(Export(reader("town", BOTH), {0: said})) as ledger:
        found = weekly(ledger)
        [hours] = ledger.query("SELECT sum(ms_point) / 3600000 AS h FROM spent")["h"]
    assert sum(it.point for it in found) == pytest.approx(hours)
    assert sum(it.turns for it in found) == 120
    assert {it.part for it in found} == {"reciprocal", "unattributed"}
    assert max(it.people for it in found) == 2
