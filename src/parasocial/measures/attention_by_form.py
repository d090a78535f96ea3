"""What a person attended to: live, video, short, audio, post, story."""

from typing import NamedTuple

from parasocial.ledger import Ledger

_SQL = """
SELECT coalesce(form, 'unknown') AS form, count(*) AS events,
    sum(ms_low) / 3600000 AS low, sum(ms_point) / 3600000 AS point,
    sum(ms_high) / 3600000 AS high, bool_and(measured) AS measured
FROM spent
WHERE given AND channel IN ('view', 'listen', 'reaction', 'save', 'share')
    AND (form IS NULL OR form <> 'chat')
GROUP BY 1 ORDER BY point DESC, form
"""


class Form(NamedTuple):
    """Events and hours of attention to one form."""

    form: str
    events: int
    low: float
    point: float
    high: float
    measured: bool


def attention_by_form(ledger: Ledger) -> list[Form]:
    """Hours of watching, listening and liking, by the form of what was attended to.

    Definition: the sum over logged events of their duration, authors known or not. Unit: hours.
    NULL: none; a form without events is absent. Threshold: none, one event is enough.
    Source: ours.
    """
    return [Form(*row) for row in zip(*ledger.query(_SQL).values(), strict=True)]
