"""One thing that a text gives away, and how findings of one text are kept apart."""

from collections.abc import Sequence
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from parasocial.oversharing.patterns import KINDS

_BY_SHAPE = ("email", "wallet", "account_number", "document", "phone")
"""Kinds whose own shape decides; where findings overlap these stand, of equal ones the first."""

_ORDER = {kind: place for place, kind in enumerate(dict.fromkeys((*_BY_SHAPE, *KINDS)))}


class Found(Struct, frozen=True, gc=False):
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

    def moved(self, by: int) -> Self:
        """The same, so many characters further on."""
        return replace(self, start=self.start + by, end=self.end + by)


def apart(found: Sequence[Found]) -> list[Found]:
    """Findings that do not overlap: what decides by its shape first, then the longer one."""
    if len(found) < 2:  # noqa: PLR2004 - one cannot overlap
        return list(found)
    ranked = sorted(
        found,
        key=lambda it: (it.kind not in _BY_SHAPE, it.start - it.end, it.start, _ORDER[it.kind]),
    )
    kept: list[Found] = []
    for it in ranked:
        if all(it.end <= other.start or other.end <= it.start for other in kept):
            kept.append(it)
    return sorted(kept, key=lambda it: it.start)
