"""Calls against the whole log."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from parasocial.ties import Thresholds
from validation.logs import Ints, Mask
from validation.many import INBOUND, OPEN, OUT, RECIPROCAL, Ties
from validation.report import Report

TAU = Thresholds().tau


class Judged(NamedTuple):
    """Calls of ties, and what the whole log says of the same ties.

    Attributes:
        tie: Which tie, as in `Ties`.
        call: What was said of it.
        share: The share of the whole log's turns that are ego's.
        true: What the same rule says of the whole log.
    """

    tie: Ints
    call: Ints
    share: NDArray[np.float64]
    true: Ints

    @property
    def false(self) -> Mask:
        """Called one way, and the whole log has a share at or under tau."""
        mask: Mask = (self.call == OUT) & (self.share <= TAU)
        return mask

    @property
    def harmful(self) -> Mask:
        """Called one way, and the whole log says reciprocal."""
        mask: Mask = (self.call == OUT) & (self.true == RECIPROCAL)
        return mask


def judged(tie: Ints, call: Ints, whole: Ties) -> Judged:
    """*call* of each of *tie*, all of which are in *whole*."""
    at = np.searchsorted(whole.tie, tie)
    return Judged(tie, call, whole.share[at], whole.call[at])


class Score(NamedTuple):
    """How many calls there are, and how they compare.

    Attributes:
        decided: Ties that got any of the three classes.
        kept: Of the ties that the whole log decides, those that are decided here.
        out: Ties called one way.
        false: Of those, the false ones.
        harmful: Of those, the harmful ones.
        other: Ties called inbound or reciprocal.
        other_false: Of those, ties whose share in the whole log lies elsewhere.
    """

    decided: int = 0
    kept: int = 0
    out: int = 0
    false: int = 0
    harmful: int = 0
    other: int = 0
    other_false: int = 0

    def plus(self, more: "Score") -> "Score":
        """Both together."""
        return Score(*(a + b for a, b in zip(self, more, strict=True)))


def score(it: Judged) -> Score:
    """Count."""
    out, inbound, even = (it.call == code for code in (OUT, INBOUND, RECIPROCAL))
    elsewhere = (inbound & (it.share >= 1 - TAU)) | (
        even & ((it.share < 1 - TAU) | (it.share > TAU))
    )
    counts = (
        *(it.call != OPEN, (it.call != OPEN) & (it.true != OPEN)),
        *(out, it.false, it.harmful, inbound | even, elsewhere),
    )
    return Score(*(int(mask.sum()) for mask in counts))


class Pool:
    """Every call under every kind of hiding, by each way of reading."""

    def __init__(self) -> None:
        self.sums: dict[str, Score] = {}
        self.sources: dict[str, bool] = {}
        self.real_calls = 0
        self.called: set[tuple[str, int]] = set()
        self.false: set[tuple[str, int]] = set()
        self.harmful: set[tuple[str, int]] = set()

    def add(
        self,
        report: Report,
        source: str,
        hidden: str,
        calls: dict[str, Judged],
        *,
        real: bool,
        ties: int,
        decidable: int,
        counts: bool = True,
    ) -> None:
        """Note one line of the table; *counts* is False where nothing was hidden."""
        scores = {name: score(it) for name, it in calls.items()}
        report.line(
            "both_sides",
            source=source,
            real=real,
            hidden=hidden,
            ties=ties,
            decidable=decidable,
            **{name: it._asdict() for name, it in scores.items()},
        )
        if not counts:
            return
        for name, it in scores.items():
            self.sums[name] = self.sums.get(name, Score()).plus(it)
        self.sources[source] = real
        self.real_calls += real * scores["declared"].out
        ours = calls["declared"]
        for them, mask in (
            (self.called, ours.call == OUT),
            (self.false, ours.false),
            (self.harmful, ours.harmful),
        ):
            them |= {(source, int(tie)) for tie in ours.tie[mask]}
