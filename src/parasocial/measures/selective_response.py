"""What kind of message gets answered."""

from typing import NamedTuple

from parasocial.ties.beta import quantile

LEVEL = 0.05
STRENGTH = 20


def counts(group: str, relation: str = "kind") -> str:
    """The query that counts messages of *relation* by state and *group*, a SQL expression over it.

    Range and unit: none, it is text. NULL: rows where *group* is NULL are left out. Threshold:
    none. Source: ours.
    """
    return f"""
SELECT {group} AS grp,
    CAST(coalesce(sum(messages) FILTER (WHERE state = 'answered'), 0) AS BIGINT) AS answered,
    CAST(coalesce(sum(messages) FILTER (WHERE state = 'seen'), 0) AS BIGINT) AS seen,
    CAST(coalesce(sum(messages) FILTER (WHERE state = 'cannot_be_told'), 0) AS BIGINT) AS unknown
FROM {relation} WHERE {group} IS NOT NULL GROUP BY 1 ORDER BY 1
"""


class Rate(NamedTuple):
    """A shrunk share with its interval."""

    point: float | None
    low: float | None
    high: float | None


def selective_response(answered: int, seen: int, overall: float | None) -> Rate:
    """The share of one kind of message that is answered, shrunk towards that of all kinds.

    Definition: with p the share over all kinds, the mean and the .05 and .95 quantiles of
    Beta(20 p + answered, 20 (1 - p) + seen): a kind with few messages says little by itself.
    Range and unit: [0, 1]. NULL: no message of any kind has a known state. Threshold: a weight of
    20 messages, a convention. Source: Efron and Morris (1975), doi 10.2307/2285814.

    Example: all kinds .1; of this kind two messages, both answered, then two hundred, all.

        >>> round(selective_response(2, 0, 0.1).point, 2)
        0.18
        >>> round(selective_response(200, 0, 0.1).point, 2)
        0.92
    """
    if overall is None:
        return Rate(None, None, None)
    a, b = STRENGTH * overall + answered, STRENGTH * (1 - overall) + seen
    if a <= 0 or b <= 0:
        return Rate(overall, overall, overall)
    return Rate(a / (a + b), quantile(LEVEL, a, b), quantile(1 - LEVEL, a, b))
