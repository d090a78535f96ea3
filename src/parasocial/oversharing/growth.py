"""How what is given away moves as a tie grows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from parasocial.ledger import Ledger
from parasocial.oversharing.texts import Text

QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Quarter:
    """One quarter of the lives of some ties.

    Attributes:
        texts: Texts that ego said to them in that quarter.
        findings: Things given away in those texts.
    """

    texts: int
    findings: int


def quarters(
    texts: Iterable[Text], given: Mapping[str, int], lives: Mapping[str, tuple[int, int]]
) -> list[Quarter]:
    """Texts and findings by quarter of the tie's life, summed over ties.

    A tie's life runs from the first to the last act or attention seen. Texts without a time, and
    ties that are one moment long, are left out.

    Args:
        texts: What was said to the ties in question.
        given: How many things each text gives away, by its id.
        lives: First and last moment of each tie, microseconds.
    """
    said, found = [0] * QUARTERS, [0] * QUARTERS
    for text in texts:
        first, last = lives.get(text.alter or "", (0, 0))
        if text.us is None or not first <= text.us <= last or first == last:
            continue
        at = min(QUARTERS * (text.us - first) // (last - first), QUARTERS - 1)
        said[at] += 1
        found[at] += given.get(text.id, 0)
    return [Quarter(*it) for it in zip(said, found, strict=True)]


def lives(ledger: Ledger) -> dict[str, tuple[int, int]]:
    """First and last moment of every tie."""
    rows = ledger.query(
        """SELECT alter_id, first_us, last_us FROM tie
           WHERE first_us IS NOT NULL AND last_us IS NOT NULL"""
    )
    return {alter: (first, last) for alter, first, last in zip(*rows.values(), strict=True)}
