"""One thing that a text gives away, and how findings of one text are kept apart."""

from collections.abc import Iterable
from dataclasses import dataclass

from parasocial.oversharing.patterns import KINDS

_BY_SHAPE = ("email", "wallet", "account_number", "document", "phone")
"""Kinds whose own shape decides; where findings overlap these stand, of equal ones the first."""

_ORDER = {kind: place for place, kind in enumerate(dict.fromkeys((*_BY_SHAPE, *KINDS)))}


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that a text gives away.

    Attributes:
        kind: One of ``patterns.KINDS``.
        start: Where the value begins in the text as it was written.
        end: Where it ends.
        value: The value, cleaned of tricks.
        pattern: The name of the pattern that took it, which begins with its language.
        other: It is about somebody else.
    """

    kind: str
    start: int
    end: int
    value: str
    pattern: str
    other: bool = False


def apart(found: Iterable[Found]) -> list[Found]:
    """Findings that do not overlap: what decides by its shape first, then the longer one."""
    ranked = sorted(
        found,
        key=lambda it: (it.kind not in _BY_SHAPE, it.start - it.end, it.start, _ORDER[it.kind]),
    )
    kept: list[Found] = []
    for it in ranked:
        if all(it.end <= other.start or other.end <= it.start for other in kept):
            kept.append(it)
    return sorted(kept, key=lambda it: it.start)
