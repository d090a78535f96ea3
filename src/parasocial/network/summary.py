"""A whole log in a few numbers, from relations ``told`` and ``ego`` of an engine."""

from collections.abc import Iterable
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any, NamedTuple

from parasocial.network.sql import select
from parasocial.ties.thresholds import DAY

_TENTHS, _MONDAY, _WEEK = 10, 3 * DAY, 7 * DAY


class Reciprocity(NamedTuple):
    """How much is returned.

    Attributes:
        nodes: Accounts that act, or are acted toward.
        edges: Ordered pairs in which the first acted toward the second.
        returned: Edges whose opposite is one, too.
        dyads: Pairs with an edge.
        matched: Acts that have one the other way, sum of min(w_ij, w_ji).
        acts: All of them.
    """

    nodes: int
    edges: int
    returned: int
    dyads: int
    matched: int
    acts: int

    @property
    def edge(self) -> float | None:
        """Share of edges that are returned. Range [0, 1]; NULL without edges.

        >>> Reciprocity(3, 3, 2, 2, 2, 4).edge == 2 / 3
        True
        """
        return self.returned / self.edges if self.edges else None

    @property
    def dyad(self) -> float | None:
        """Share of dyads with both edges: r / (2 - r). Range [0, 1]; NULL without edges.

        >>> Reciprocity(3, 3, 2, 2, 2, 4).dyad
        0.5
        """
        return self.returned / 2 / self.dyads if self.dyads else None

    @property
    def rho(self) -> float | None:
        """The correlation of a_ij with a_ji (Garlaschelli & Loffredo 2004): 0 as by chance.

        Range [-1, 1]; NULL where every ordered pair, or none, is an edge.

        >>> round(Reciprocity(3, 3, 2, 2, 2, 4).rho, 3)
        0.333
        """
        pairs = self.nodes * (self.nodes - 1)
        if not self.edges or self.edges == pairs:
            return None
        density = self.edges / pairs
        return (self.returned / self.edges - density) / (1 - density)

    @property
    def weighted(self) -> float | None:
        """Share of acts that are matched (Squartini et al. 2013). Range [0, 1]; NULL without acts.

        >>> Reciprocity(3, 3, 2, 2, 2, 4).weighted
        0.5
        """
        return self.matched / self.acts if self.acts else None


def reciprocity(engine: Any) -> Reciprocity:
    """The reciprocity of the log's acts."""
    [it] = engine.rows(select("reciprocity"))
    [who] = engine.rows(select("accounts"))
    return Reciprocity(who["nodes"], **it)


class Tenth(NamedTuple):
    """A tenth of the accounts that gave anything, by how much they gave.

    Attributes:
        accounts: How many; accounts that gave alike stay together.
        least: What they gave, in turns and sessions, at least.
        most: At most.
        one_way: Their ties that are called one-way: one-sided or parasocial.
        reciprocal: Their ties that are called reciprocal.
        given_to: Accounts that they acted toward at all.
        both_ways: Those of them that ever acted back.
    """

    accounts: int
    least: int
    most: int
    one_way: int
    reciprocal: int
    given_to: int
    both_ways: int


def tenths(groups: Iterable[tuple[int, ...]]) -> list[Tenth]:
    """Tenths of accounts, from groups that gave alike: amount, accounts, and four sums.

    A group belongs to the tenth in which its middle lies; a tenth may be empty and is left out.

    >>> [it.accounts for it in tenths([(n, 1, 0, 0, 0, 0) for n in range(20)])][:3]
    [2, 2, 2]
    """
    rows = sorted(groups)
    whole = sum(row[1] for row in rows)
    found: dict[int, list[tuple[int, ...]]] = {}
    before = 0
    for row in rows:
        middle = Fraction(2 * before + row[1], 2 * whole)
        found.setdefault(min(int(middle * _TENTHS), _TENTHS - 1), []).append(row)
        before += row[1]
    return [
        Tenth(
            sum(row[1] for row in part),
            part[0][0],
            part[-1][0],
            *(sum(row[i] for row in part) for i in (2, 3, 4, 5)),
        )
        for _, part in sorted(found.items())
    ]


class Received(NamedTuple):
    """How what is given is spread over those who could get it.

    Attributes:
        accounts: All accounts of the log.
        none: Accounts that nobody gave anything.
        gini: Of turns and sessions got, over all accounts; 0 is alike, 1 all to one.
        gini_of_some: The same over accounts that got anything.
        top_1: Share that the top hundredth of all accounts got.
        top_10: Share of the top tenth.
    """

    accounts: int
    none: int
    gini: float | None
    gini_of_some: float | None
    top_1: float | None
    top_10: float | None


def received(groups: Iterable[tuple[int, ...]], accounts: int) -> Received:
    """Concentration from groups that got alike: amount, accounts.

    >>> received([(6, 1)], 12).gini == 11 / 12
    True
    """
    rows = sorted(groups)
    some, whole = sum(n for _, n in rows), sum(got * n for got, n in rows)
    if not whole:
        return Received(accounts, accounts - some, None, None, None, None)
    return Received(
        accounts,
        accounts - some,
        _gini(rows, accounts - some, whole),
        _gini(rows, 0, whole),
        _top(rows, accounts, whole, 100),
        _top(rows, accounts, whole, 10),
    )


def _gini(rows: list[tuple[int, ...]], zeros: int, whole: int) -> float:
    """2 sum(i x_i) / (n sum(x)) - (n + 1) / n, with i summed over whole groups."""
    at, weighted = zeros, 0
    for got, n in rows:
        weighted += got * (n * at + n * (n + 1) // 2)
        at += n
    return float(Fraction(2 * weighted, at * whole) - Fraction(at + 1, at))


def _top(rows: list[tuple[int, ...]], accounts: int, whole: int, part: int) -> float | None:
    """The share of the top *part*-th of accounts, where that is one at least."""
    left, got_by = accounts // part, 0
    if not left:
        return None
    for got, n in reversed(rows):
        taken = min(n, left)
        got_by += got * taken
        left -= taken
    return float(Fraction(got_by, whole))


class Cohort(NamedTuple):
    """Pairs that began in one quarter of a year.

    Attributes:
        quarter: As 2026-Q1, by the Monday of the week in which they began.
        dyads: How many began.
        returned: How many went both ways by the end; later ones had less time.
        turns: Of all of them, by the end.
    """

    quarter: str
    dyads: int
    returned: int
    turns: int


def cohorts(weeks: Iterable[tuple[int, ...]]) -> list[Cohort]:
    """Quarters, from weeks numbered from the Monday before the epoch.

    >>> cohorts([(0, 2, 1, 9), (1, 1, 0, 1)])
    [Cohort(quarter='1969-Q4', dyads=2, returned=1, turns=9), Cohort(quarter='1970-Q1', dyads=1, \
returned=0, turns=1)]
    """
    found: dict[str, list[int]] = {}
    for week, *amounts in sorted(weeks):
        day = datetime.fromtimestamp((week * _WEEK - _MONDAY) / 1_000_000, UTC)
        sums = found.setdefault(f"{day.year}-Q{(day.month + 2) // 3}", [0, 0, 0])
        for i, amount in enumerate(amounts):
            sums[i] += amount
    return [Cohort(quarter, *sums) for quarter, sums in found.items()]


def grouped(engine: Any, name: str) -> list[tuple[int, ...]]:
    """The rows of one small relation, in order."""
    return sorted(tuple(row.values()) for row in engine.rows(select(name)))


def twentieths(groups: Iterable[tuple[int, ...]]) -> list[int]:
    """Dyads by the larger part of their turns: from half (10 of 20) to all (20), eleven counts.

    >>> twentieths([(10, 3), (20, 2)])
    [3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]
    """
    found = {row[0]: row[1] for row in groups}
    return [found.get(part, 0) for part in range(10, 21)]
