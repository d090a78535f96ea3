"""Numbers of the creator's page as people say them."""

from parasocial.lenses.findings.amounts import Range
from parasocial.report.words.numbers import counted, duration, name, rounded

WITHHELD = "withheld"
"""What stands where a number would be of fewer than five people."""
_TEN = 10


def many(number: int | None, one: str, more: str | None = None) -> str:
    """A number with its noun; a word where it is withheld."""
    return f"{more or one + 's'}: {WITHHELD}" if number is None else counted(number, one, more)


def figure(number: int | None) -> str:
    """A number in a table."""
    return WITHHELD if number is None else f"{number:,}"


def of_ten(share: float) -> str:
    """A share in words: "about three in ten"; rare ones as one in so many."""
    tenths = rounded(share * _TEN)
    if share <= 0:
        return "none"
    if tenths == _TEN:
        return "nearly all"
    if tenths > 0 and share >= 1 / _TEN:
        return f"about {name(tenths)} in ten"
    return f"about one in {rounded(1 / share):,}"


def percent(share: float) -> str:
    """A share as a whole percentage; small ones to a tenth."""
    hundredths = share * 100
    return f"{hundredths:.1f} %" if 0 < hundredths < _TEN else f"{rounded(hundredths)} %"


def likely(it: Range) -> str:
    """The ends of a share: "likely 31 to 38 %"; empty where they read the same."""
    if it.low is None or it.high is None:
        return ""
    low, high = rounded(it.low * 100), rounded(it.high * 100)
    return "" if low == high else f"likely {low} to {high} %"


def because(*reasons: str | None) -> str:
    """The first reason there is, behind a colon; empty without one."""
    return next((f": {reason}" for reason in reasons if reason), "")


def wait(hours: float) -> str:
    """A time to wait: "40 minutes", "5 hours", "3 days", "2 weeks"."""
    days = hours / 24
    if days < 2:  # noqa: PLR2004 - up to two days, hours say more
        return duration(hours)
    if days < 14:  # noqa: PLR2004 - up to two weeks, days
        return f"{rounded(days)} days"
    return f"{rounded(days / 7)} weeks"
