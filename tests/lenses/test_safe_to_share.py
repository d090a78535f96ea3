"""What may be shared: nobody named, and an attack that tries to get withheld numbers back."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec
import numpy as np
import pytest

from parasocial.lenses.findings.creator import Findings
from parasocial.lenses.safe_to_share import safe_to_share
from parasocial.lenses.small_cells import K, withheld, withheld_rows
from parasocial.talk import marks
from report import creator_cases as cases

Sum = tuple[dict[str, int], float]
"""Unknowns with their factors, and what they add up to."""


def test_by_hand() -> None:
    # One is small; it and seven add up to eight, so twelve goes, too.
    assert withheld_rows([[1], [7], [30], [12]]) == {0, 1, 3}
    assert withheld_rows([[0], [7], [30]]) == frozenset()
    # Two that are small, and enough of the rest that neither can be told.
    assert withheld_rows([[3], [4], [9], [80]]) == {0, 1, 2}
    # A second number of a row counts likewise.
    assert withheld_rows([[90, 2], [50, 20], [40, 31]]) == {0, 1}
    # Where two lines cross, what one line hides the other covers.
    grid = {(0, 0): [3], (0, 1): [50], (1, 0): [60], (1, 1): [70]}
    lines = [[(0, 0), (0, 1)], [(1, 0), (1, 1)], [(0, 0), (1, 0)], [(0, 1), (1, 1)]]
    assert withheld(grid, lines) == set(grid)


@pytest.mark.parametrize("make", cases.CASES.values(), ids=cases.CASES)
def test_no_name_id_text_or_room_is_left(make) -> None:
    private = make()
    shared = safe_to_share(private)
    assert b"CANARY" not in msgspec.json.encode(shared)
    assert [shared.people, shared.queue, shared.two_ends] == [[], [], []]
    assert shared.totals == private.totals
    assert msgspec.json.decode(msgspec.json.encode(shared), type=Findings) == shared


@pytest.mark.parametrize("make", cases.CASES.values(), ids=cases.CASES)
def test_sharing_twice_changes_nothing(make) -> None:
    shared = safe_to_share(make())
    again = safe_to_share(shared)
    assert msgspec.structs.replace(again, suppressed=shared.suppressed) == shared


def test_nobody_stands_alone_in_a_cell() -> None:
    for seed in range(6):
        shared = safe_to_share(cases.findings(cases.log(90, 9, seed)))
        cells = [it.people for it in shared.cohorts] + [it.people for it in shared.weeks]
        cells += [a for it in shared.cohorts for a in it.active] + [it.new for it in shared.weeks]
        cells += [*shared.one_sided.by_class.values(), *_three(shared.replies.people)]
        cells += [it.people for it in shared.talk.features.values()]
        cells += [it.people for it in shared.tenure.stages]
        assert [cell for cell in cells if cell is not None and 0 < cell < K] == []
        assert shared.concentration.largest is None


def test_a_small_group_is_withheld_and_counted() -> None:
    private = cases.rich()
    shared = safe_to_share(private)
    assert private.talk.features["distress"].people == 1
    assert "distress" not in shared.talk.features
    few = msgspec.structs.replace(private.talk.features["question"], people=3)
    talk = msgspec.structs.replace(private.talk, features={"question": few})
    again = safe_to_share(msgspec.structs.replace(private, talk=talk))
    assert again.talk.features["question"].people is None
    assert again.suppressed > 0


def test_what_waits_for_a_human_is_not_shared_however_much_it_is() -> None:
    private = cases.rich()
    many = msgspec.structs.replace(private.talk.features["question"], people=200, messages=400)
    talk = msgspec.structs.replace(private.talk, features=dict.fromkeys(marks.NAMES, many))
    shared = safe_to_share(msgspec.structs.replace(private, talk=talk))
    assert {"question", "hostile"} < set(shared.talk.features)
    assert not [it for it in shared.talk.features if marks.NAMES[it] & marks.QUEUE]


def _three(it) -> list[int | None]:
    return [it.answered, it.seen, it.cannot_be_told]


def sums(shared: Findings) -> Iterable[Sum]:
    """All that a reader of the shared findings knows to add up, whole totals included."""
    for cells, total in (
        ([("new", n, it.new) for n, it in enumerate(shared.weeks)], shared.totals.people),
        ([("msg", n, it.messages) for n, it in enumerate(shared.weeks)], shared.totals.messages),
        (list(_numbered("class", shared.one_sided.by_class.values())), shared.totals.people),
        (list(_numbered("state", _three(shared.replies.people))), shared.totals.people),
        (list(_numbered("said", _three(shared.replies))), shared.totals.messages),
    ):
        yield _sum(cells, total)
    start = {it.start: n for n, it in enumerate(shared.cohorts)}
    weeks = {cases._day(n): (n, it) for n, it in enumerate(shared.weeks)}
    by_week = defaultdict(list)
    for day, row in start.items():
        it = shared.cohorts[row]
        yield _sum(
            [("grid", (row, 0), it.people), ("new", weeks[day][0], weeks[day][1].new, -1)], 0
        )
        for age, active in enumerate(it.active):
            by_week[weeks[day][0] + age].append(("grid", (row, age), active))
    for n, it in enumerate(shared.weeks):
        yield _sum([*by_week[n], ("people", n, it.people, -1)], 0)


def _numbered(name: str, values: Iterable[int | None]):
    return ((name, n, value) for n, value in enumerate(values))


def _sum(cells, total: float) -> Sum:
    unknown: dict[str, int] = {}
    for name, key, value, *factor in cells:
        sign = factor[0] if factor else 1
        if value is None:
            unknown[f"{name}{key}"] = sign
        else:
            total -= sign * value
    return unknown, total


def reach(rules: list[Sum], names: list[str], name: str) -> tuple[float, float]:
    """The least and the most that an unknown number can be."""
    from scipy.optimize import linprog  # takes half a second to load

    equal = np.array([[row.get(it, 0) for it in names] for row, _ in rules])
    right = np.array([total for _, total in rules])
    target = np.array([float(it == name) for it in names])
    ends = [
        linprog(sign * target, A_eq=equal, b_eq=right, bounds=(0, None), method="highs")
        for sign in (1, -1)
    ]
    assert ends[0].status == 0
    return ends[0].fun, np.inf if ends[1].status == 3 else -ends[1].fun


def truth(private: Findings) -> dict[str, int]:
    """The numbers of the log under the names that the attack gives them."""
    found: dict[str, int] = {}
    for n, it in enumerate(private.weeks):
        found |= {f"new{n}": it.new, f"msg{n}": it.messages, f"people{n}": it.people}
    for row, it in enumerate(private.cohorts):
        found |= {f"grid{(row, age)}": active for age, active in enumerate(it.active)}
    found |= {f"class{n}": it for n, it in enumerate(private.one_sided.by_class.values())}
    found |= {f"state{n}": it for n, it in enumerate(_three(private.replies.people))}
    return found | {f"said{n}": it for n, it in enumerate(_three(private.replies))}


@pytest.mark.parametrize("seed", [1, 2])
def test_a_canaried_log_cannot_be_had_back(seed: int) -> None:
    said = cases.log(60, 6, seed)
    # One fan who alone wrote in a week of their own, and whom the attack is after.
    said += [cases.Said("CANARY", 6, True, True, "praise", False, 1.0)] * 2
    private = cases.findings(said)
    shared = safe_to_share(private)
    rules = [it for it in sums(shared) if it[0]]
    names = sorted({name for unknown, _ in rules for name in unknown})
    known = truth(private)
    few = [name for name in names if 0 < known.get(name, 0) < K]
    assert "new6" in few
    assert "people6" in few
    for name in few[:: len(few) // 20 or 1]:
        low, high = reach(rules, names, name)
        assert low <= known[name] <= high
        assert high - low >= 1, name


def test_the_attack_itself_finds_what_is_left_open() -> None:
    """Without the cells that go beside a small one, the same attack has it at once."""
    private = cases.findings(cases.log(60, 6, 1))
    new = [it.new for it in private.weeks]
    place = min(range(len(new)), key=lambda n: new[n])
    weeks = [
        msgspec.structs.replace(it, new=None) if n == place else it
        for n, it in enumerate(private.weeks)
    ]
    rules = [it for it in sums(msgspec.structs.replace(private, weeks=weeks)) if it[0]]
    assert reach(rules, [f"new{place}"], f"new{place}") == (new[place], new[place])
