"""From a collector's store to a field: what tables, comparisons and exports read."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import msgspec

from parasocial.study.coded import Coded
from parasocial.study.donation import Donation
from parasocial.study.field import Field
from parasocial.study.instrument import BadInstrument, Instrument
from parasocial.study.instrument.answers import Checks
from parasocial.study.instrument.model import Given
from parasocial.study.store import Store
from parasocial.study.store.reading import Answered, answered, donations

_US, _DAYS = 1_000_000, 7


@dataclass(frozen=True, slots=True)
class Collected:
    """What was collected.

    Attributes:
        field: Everybody who completed, as the newest form asks.
        apart: How many completed an earlier form whose answers no longer fit; they stay kept.
    """

    field: Field
    apart: int


def public_id(name: bytes) -> str:
    """A row's name outside the store. The id itself lets whoever has it take the answers back."""
    return sha256(b"parasocial row " + name).hexdigest()[:16]


def collected(store: Store) -> Collected:
    """Everybody who completed.

    Raises:
        BadInstrument: Nothing was ever fielded with this store.
    """
    forms = list(store.forms().values())
    if not forms:
        raise BadInstrument("Nothing was fielded with this store yet. `study serve` begins.")
    instrument = forms[-1].instrument
    checks = Checks(instrument)
    found = list(answered(store, "complete"))
    fits = [it for it in found if not checks.problems(it.answers, final=True)]
    coded = Coded(instrument, _given(instrument, fits), mode="web", fielded=_when(fits))
    field = coded.field([public_id(it.id) for it in fits], [it.answers for it in fits])
    return Collected(field, len(found) - len(fits))


def donated(store: Store) -> dict[str, dict[str, float]]:
    """Numbers that people gave and joined to their answers, by row; the last donation of each.

    Hours stand by the day too, as the form asks for them.
    """
    found: dict[str, dict[str, float]] = {}
    for raw in donations(store):
        it = msgspec.json.decode(raw, type=Donation)
        if it.response is not None:
            numbers = {name: float(n) for name, n in it.measures.items() if not isinstance(n, str)}
            if "hours_a_week" in numbers:
                numbers["hours_a_day"] = numbers["hours_a_week"] / _DAYS
            found[public_id(bytes.fromhex(it.response))] = numbers
    return found


def _given(instrument: Instrument, people: Sequence[Answered]) -> dict[str, dict[str, str]]:
    """What the links gave, each under its own name."""
    names = [it.name for it in instrument.items if isinstance(it, Given)]
    seen = {
        name: sorted({it.answers[name] for it in people if name in it.answers}) for name in names
    }
    return {name: {code: code for code in codes} for name, codes in seen.items() if codes}


def _when(people: Sequence[Answered]) -> str | None:
    """The month in which the first of them began; None of nobody."""
    if not people:
        return None
    return time.strftime("%Y-%m", time.gmtime(min(it.started for it in people) / _US))
