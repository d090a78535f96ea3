"""What can be told of how the time splits: the lead of the page, and its ten pips."""

from typing import Literal

from parasocial.lenses.findings import Findings, Share
from parasocial.report.amounts import point, weekly

WIDEST = 0.5
"""A share whose ends lie further apart than this cannot be told."""

_TENTH = 0.1

Side = Literal["one", "both"]
Lead = Literal["told", "least", "untold", "empty"]
Pip = Literal["one", "both", "rest", "either"]


def told(share: Share) -> bool:
    """Whether a share is known well enough to be said."""
    if share.low is None or share.point is None or share.high is None:
        return False
    return share.high - share.low <= WIDEST


def lead(findings: Findings) -> tuple[Lead, Side]:
    """How much the page can say first, and of which side.

    Where both sides can be told, the larger leads; where neither can, the one of which more is
    certain does, if that is a tenth at least.
    """
    one, both = findings.one_way_share, findings.reciprocal_share
    if not findings.ties:
        return "empty", "one"
    if told(both) and (not told(one) or (both.point or 0) > (one.point or 0)):
        return "told", "both"
    if told(one):
        return "told", "one"
    surest: Side = "both" if (both.low or 0) > (one.low or 0) else "one"
    certain = max(both.low or 0, one.low or 0) >= _TENTH
    return ("least" if certain else "untold"), surest


def share_of(findings: Findings, side: Side) -> Share:
    """The share of one side."""
    return findings.one_way_share if side == "one" else findings.reciprocal_share


def whole_tenths(share: float | None) -> int:
    """The tenths that are full, so that no more is claimed than is certain."""
    return int((share or 0) * 10 + 1e-9)


def pips(findings: Findings) -> list[Pip]:
    """Ten pips: what is certain on each side; what could be either is between them."""
    if lead(findings)[0] not in {"told", "least"}:
        return []
    one = whole_tenths(findings.one_way_share.low)
    both = min(whole_tenths(findings.reciprocal_share.low), 10 - one)
    rest = min(whole_tenths(_neither(findings)), 10 - one - both)
    numbers: dict[Pip, int] = {
        "one": one,
        "either": 10 - one - both - rest,
        "both": both,
        "rest": rest,
    }
    return [kind for kind, number in numbers.items() for _ in range(number)]


def _neither(findings: Findings) -> float:
    """The part of the time with ties that are decided, and neither one way nor both ways."""
    outside = frozenset({"unattributed", "companion"})
    everything = sum(point(tie.weekly_hours) for tie in findings.ties)
    within = everything - weekly(findings.ties, outside)
    return weekly(findings.ties, frozenset({"inbound"})) / within if within else 0
