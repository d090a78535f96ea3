"""How much of a person's attention a few accounts have."""

from collections.abc import Sequence
from typing import NamedTuple

LEAST_ACCOUNTS = 11

HOURS = """
SELECT sum(ms_point) / 3600000 AS hours FROM spent
WHERE given AND alter_id IS NOT NULL
    AND channel IN ('view', 'listen', 'reaction', 'save', 'share')
    AND (form IS NULL OR form <> 'chat')
GROUP BY alter_id HAVING sum(ms_point) > 0 ORDER BY hours DESC
"""
"""Hours of watching, listening and liking, per account that the exports name."""


class Concentration(NamedTuple):
    """Shares of the attention, and the Gini coefficient."""

    accounts: int
    top_1: float | None
    top_3: float | None
    top_10: float | None
    gini: float | None


def concentration(hours: Sequence[float]) -> Concentration:
    """The share of attention that went to the one, three and ten accounts with most of it.

    Definition: hours of the top accounts over hours of all accounts with a name; and, with x in
    rising order,

        Gini = 2 sum(i x_i) / (n sum(x)) - (n + 1) / n

    Accounts that got nothing are not in it: nobody can list them. Range and unit: [0, 1]; a Gini
    of 0 is the same time for each, (n - 1)/n all of it for one. NULL: under eleven accounts, where
    ten are all. Threshold: eleven accounts. Source: Dorfman, *A formula for the Gini coefficient*
    (1979), doi 10.2307/1924845.

    Example: twelve accounts, of which the first has half of the 22 hours.

        >>> found = concentration([11, *[1] * 11])
        >>> found.top_1, round(found.top_3, 3), round(found.top_10, 3), round(found.gini, 3)
        (0.5, 0.591, 0.909, 0.417)
        >>> round(concentration([6, *[0] * 11]).gini, 3) == round(11 / 12, 3)
        True
    """
    ordered = sorted(hours, reverse=True)
    n, whole = len(ordered), sum(ordered)
    if n < LEAST_ACCOUNTS or not whole:
        return Concentration(n, None, None, None, None)
    weighted = sum((n - i) * it for i, it in enumerate(ordered))
    one, three, ten = (sum(ordered[:most]) / whole for most in (1, 3, 10))
    return Concentration(n, one, three, ten, 2 * weighted / (n * whole) - (n + 1) / n)
