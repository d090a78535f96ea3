"""What a study may show of donations: counts, and none that is about a few.

A value that fewer than k people gave is not shown. What is not shown could be had by taking what
is shown from the total, so it is at least two values and at least k people, or nothing at all.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from parasocial.study.donation.giving import Donation
from parasocial.study.donation.measured import MEASURES, Amount

K = 10


class Released(Struct, frozen=True):
    """How many gave one value; ``people`` is null where they are too few to be shown."""

    measure: str
    value: Amount | None
    people: int | None


def released(donations: Iterable[Donation], k: int = K) -> list[Released]:
    """The counts that can be shown, measure by measure, values in order, the rest as one null.

    >>> one = [Donation("s", "0" * 64, "2026-11", {"ties": "none"})]
    >>> released(one * 12), released(one * 9)
    ([Released(measure='ties', value='none', people=12)], [])
    """
    counts: dict[str, Counter[Amount]] = {}
    for it in donations:
        for name, value in it.measures.items():
            counts.setdefault(name, Counter())[value] += 1
    return [row for name in MEASURES if name in counts for row in _of(name, counts[name], k)]


def _of(name: str, counts: Mapping[Amount, int], k: int) -> list[Released]:
    if sum(counts.values()) < k:
        return []
    hidden = _hidden(counts, k)
    shown = [
        Released(name, value, counts[value])
        for value in sorted(counts, key=lambda it: (str(type(it)), it))
        if value not in hidden
    ]
    return [*shown, Released(name, None, None)] if hidden else shown


def _hidden(counts: Mapping[Amount, int], k: int) -> set[Amount]:
    """The values that are not shown."""
    smallest = sorted(counts, key=lambda it: (counts[it], str(it)))
    hidden = {it for it in smallest if counts[it] < k}
    for it in smallest:
        if not hidden or (len(hidden) > 1 and sum(counts[one] for one in hidden) >= k):
            break
        hidden.add(it)
    return hidden
