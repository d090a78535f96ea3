"""What a tie amounts to on this page: turns and sessions given, turns returned, weekly hours."""

from parasocial.i18n import here
from parasocial.lenses.findings import Range, Tie

ONE_WAY = frozenset({"parasocial", "one_sided"})
HOURLY = frozenset({"view", "listen", "message"})
"""Channels that most hours come from."""

LINKS = frozenset({"follow", "friend", "request"})
"""Channels that say who is linked to whom, and not that anything was done."""

UNRESOLVED = frozenset({"undetermined", "unobservable", "sparse"})


def given(tie: Tie) -> int:
    """Turns and sessions that went to the other side."""
    return tie.given.turns + tie.attention.sessions


def returned(tie: Tie) -> int:
    """Turns that came back."""
    return tie.received.turns


def point(value: Range) -> float:
    """The point of a range, 0 where there is none: for drawing, never for a sentence."""
    return value.point or 0.0


def short(rate: float) -> str:
    """A rate in a few characters: "0.4", "7.8", "70"."""
    if rate < 9.95:  # noqa: PLR2004 - reads 10.0
        return here().number(rate, 1)
    return here().number(int(rate + 0.5))


def figures(number: float) -> str:
    """A whole number in figures: "2,041"."""
    return here().number(number)


def brief(number: float) -> str:
    """A number with the decimals that it has: "0.25", "4"."""
    return f"{number:g}".replace(".", here().point)


def weekly(ties: list[Tie], classes: frozenset[str]) -> float:
    """Hours a week with ties of these classes."""
    return sum(point(tie.weekly_hours) for tie in ties if tie.class_ in classes)


def gave(ties: list[Tie]) -> list[Tie]:
    """The ties that something was given to, without those that are hidden for good."""
    return [tie for tie in ties if given(tie) and not tie.hidden]
