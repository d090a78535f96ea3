"""How often the word lists were right, on messages that they were not tuned on."""

from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct


class Figures(Struct, frozen=True):
    """How one mark did.

    Attributes:
        n: Messages that are so.
        found: Messages that got the mark.
        precision: Share of those found that are so; None where none was found.
        recall: Share of those that are so that was found.
        precision_95: The 95 % interval (Wilson), likewise ``recall_95``.
    """

    n: int
    found: int
    precision: float | None
    precision_95: tuple[float, float] | None
    recall: float | None
    recall_95: tuple[float, float] | None


class Half(Struct, frozen=True):
    """One half of the labelled messages.

    Attributes:
        near: Messages that look like something for the queue and are not.
        near_queued: How many of them the lists take.
        marks: By mark.
        whom: By to whom a message speaks.
    """

    messages: int
    near: int
    near_queued: int
    marks: dict[str, Figures]
    whom: dict[str, Figures]


class Speed(Struct, frozen=True):
    """Messages a second in one process."""

    messages: int
    a_second: int
    python: str
    load: float


class Measured(Struct, frozen=True):
    """``measured.json``, as ``benchmarks/talk.py`` writes it; the lists were tuned on ``open``."""

    open: Half
    sealed: Half
    speed: Speed


@cache
def measured() -> Measured:
    """The figures that were kept."""
    path = files("parasocial.talk").joinpath("measured.json")
    return msgspec.json.decode(path.read_bytes(), type=Measured)
