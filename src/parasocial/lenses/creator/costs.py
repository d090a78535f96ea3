"""What a channel costs, what could be reached at most, and what it gains."""

from typing import NamedTuple

from parasocial.ledger import Ledger
from parasocial.lenses.creator.totals import pairs
from parasocial.lenses.dates import week
from parasocial.lenses.findings import creator as say
from parasocial.measures.channel_load import HOURS, NIGHT, TYPED_A_MINUTE, WORDS, channel_load
from parasocial.measures.loyalty_gained import CAME, REPLY_WORDS, loyalty_gained
from parasocial.measures.reply_ceiling import REPLIES, WEEKS, reply_ceiling
from parasocial.measures.reply_coverage import reply_coverage

_DAY = 86_400_000_000
_HOURS = 168
_REMOVED = "SELECT CAST(coalesce(sum(removed), 0) AS BIGINT) AS n FROM shown"
_NOTHING = "the creator writes nothing in these files"
_SHORT = "the logs reach over less than a week"
_SILENT = "no reply of the creator's is in these files"
_NO_ZONE = "say your time zone with --zone to have it"


class Weeks(NamedTuple):
    """By week, counted from the Monday before the epoch.

    Attributes:
        fans: Their messages, how many of them wrote, and how many for the first time.
        given: The creator's replies.
    """

    fans: dict[int, tuple[int, int, int]]
    given: dict[int, int]


def by_week(ledger: Ledger) -> Weeks:
    """What was written week by week."""
    found = zip(*ledger.query(WEEKS).values(), strict=True)
    return Weeks({it: (n, who, new) for it, n, who, new in found}, dict(pairs(ledger, REPLIES)))


def weeks(written: Weeks) -> list[say.Week]:
    """The weeks in which anything was written."""
    return [
        say.Week(week(it), *written.fans.get(it, (0, 0, 0)), written.given.get(it, 0))
        for it in sorted(written.fans.keys() | written.given.keys())
    ]


def ceiling(written: Weeks) -> say.Ceiling:
    """What share of a week's people could be answered at all."""
    people = [n for _, n, _ in written.fans.values()]
    given = list(written.given.values())
    most = max(given, default=0)
    if not people:
        return say.Ceiling(most, None, None, None, None, "no time is fine enough for weeks")
    if not given:
        active = sum(people) / len(people)
        return say.Ceiling(0, None, active, None, None, _SILENT)
    span = max(written.fans) - min(written.fans) + 1
    usual, active = sum(given) / span, sum(people) / len(people)
    return say.Ceiling(
        most, usual, active, reply_ceiling(most, active), reply_ceiling(usual, active)
    )


def load(ledger: Ledger, talk: say.Talk, zone: str) -> say.Load:
    """Hours of reading and typing, at night, and how much of it is hostile."""
    [fans], [creator], [first], [last] = ledger.query(WORDS).values()
    days = (last - first) / _DAY if first is not None else 0.0
    it = channel_load(fans, creator, days)
    [n], [night] = ledger.query(NIGHT).values()
    why = _SHORT if it.reading is None else None
    at_night = say.Value(None, _NO_ZONE if zone == "UTC" else _NOTHING)
    hostile = talk.features.get("hostile")
    [removed] = ledger.query(_REMOVED)["n"]
    return say.Load(
        reading_hours=say.Value(it.reading, why),
        reply_hours=say.Value(it.typing, why) if creator else say.Value(None, why or _NOTHING),
        night_share=say.Value(night / n) if n and zone != "UTC" else at_night,
        hostile_share=say.Value(hostile.share if hostile else None, talk.why),
        weeks=days / 7 if days else None,
        by_hour=_by_hour(ledger),
        removed=removed,
    )


def _by_hour(ledger: Ledger) -> list[int | None]:
    """Fans' messages by the hour of the week; nothing where no hour is known."""
    counts = dict(pairs(ledger, HOURS))
    return [counts.get(hour, 0) for hour in range(_HOURS)] if counts else []


def loyalty(ledger: Ledger) -> say.Loyalty:
    """Whether newcomers who were answered came back more often, and the hours that took."""
    groups = {it: (n, back) for it, n, back in zip(*ledger.query(CAME).values(), strict=True)}
    yes, no = groups.get(True, (0, 0)), groups.get(False, (0, 0))
    gain = loyalty_gained(yes, no)
    [words] = ledger.query(REPLY_WORDS)["words"]
    hours = yes[0] * words / TYPED_A_MINUTE / 60 if words and yes[0] else None
    why = None
    if gain.point is None:
        why = "fewer than ten newcomers in either group could be followed for five weeks"
    each = None
    if gain.point is not None and gain.point > 0 and hours:
        each = hours / (gain.point * yes[0])
    return say.Loyalty(
        answered=_came(*yes),
        unanswered=_came(*no),
        difference=say.Range(*gain, why=why),
        reply_hours=hours,
        hours_each=say.Value(each, None if each else why or "no more of them came back"),
        why=why,
    )


def _came(people: int, returned: int) -> say.Came:
    it = reply_coverage(returned, people - returned, 0)
    return say.Came(people, returned, say.Range(*it, why=None if people else "nobody"))
