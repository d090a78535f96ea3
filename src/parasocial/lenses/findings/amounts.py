"""Numbers with what is known of their error, and why there is none where there is none."""

from msgspec import Struct

Reason = str
"""Why a value is null, in a few words of ours."""


class Range(Struct, frozen=True):
    """A value and how far it could be off.

    Attributes:
        basis: ``measured``, ``estimated`` or ``mixed`` for hours; ``turns`` for shares of acts.
    """

    point: float | None
    low: float | None
    high: float | None
    basis: str | None = None
    why: Reason | None = None


class Share(Struct, frozen=True):
    """A share of the time, with its bounds over unresolved ties and estimated hours.

    Attributes:
        by_ties: The same share, of ties instead of hours.
        by_turns: The same share, of turns and sessions instead of hours.
    """

    point: float | None
    low: float | None
    high: float | None
    by_ties: float | None = None
    by_turns: float | None = None
    why: Reason | None = None


class Value(Struct, frozen=True):
    """One number, or why there is none."""

    value: float | None
    why: Reason | None = None


class Window(Struct, frozen=True, rename={"start": "from", "end": "to"}):
    """First and last day, both included."""

    start: str | None
    end: str | None
