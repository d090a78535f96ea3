"""What the writer is asked to do, and what becomes of it: one rule for both engines."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from msgspec import Struct

from parasocial.study.instrument.answers import State

FINAL = 1_000_000
"""The number of the last save: above every other."""

NEW, SAME, UNKNOWN, CONFLICT, GONE = 201, 200, 404, 409, 410
_OVER: tuple[State, ...] = ("complete", "screened_out", "quota_full")


class Save(Struct, frozen=True, gc=False):
    """One save of one person's answers, already validated.

    Attributes:
        seq: Its number, counted by the browser; ``FINAL`` for the last.
        ends: How the response ends with it; ``started`` where it does not end.
        cells: The quotas of which it is one.
        us: When it came, in microseconds since the epoch.
    """

    id: bytes
    seq: int
    form: str
    language: str
    hash: bytes
    body: bytes
    us: int
    ends: State = "started"
    cells: tuple[str, ...] = ()


class Withdraw(Struct, frozen=True, gc=False):
    """Erase everything that one person said."""

    id: bytes
    us: int


class Donate(Struct, frozen=True, gc=False):
    """Keep measures that somebody gave."""

    id: bytes
    hash: bytes
    token: bytes
    body: bytes
    us: int


class TakeBack(Struct, frozen=True, gc=False):
    """Erase a donation; the token's hash shows that it is the giver who asks."""

    id: bytes
    token: bytes


Act: TypeAlias = Save | Withdraw | Donate | TakeBack


class Verdict(Struct, frozen=True, gc=False):
    """What became of an act.

    Attributes:
        status: 201 kept, 200 kept before, 404 unknown, 409 other bytes under that number, 410
            taken back.
        state: How the response stands now; None for a donation.
        seq: The highest number kept; the next free one is one above.
    """

    status: int
    state: State | None = None
    seq: int = -1


class Person(Struct, gc=False):
    """A response as the store has it."""

    form: str
    language: str
    state: State
    seq: int
    cells: tuple[str, ...]
    started: int
    changed: int


@dataclass(slots=True)
class Known:
    """What the store says about a batch's acts, brought up to date as each is settled.

    Attributes:
        hashes: Of saves, by response and number.
        donations: Hash, token's hash, and whether it is still there.
        taken: How many of each quota are complete.
        saves, donated: To be written.
        touched: The responses that change.
        erased, undonated: Whose bodies are emptied.
    """

    people: dict[bytes, Person] = field(default_factory=dict)
    hashes: dict[tuple[bytes, int], bytes] = field(default_factory=dict)
    donations: dict[bytes, tuple[bytes, bytes, bool]] = field(default_factory=dict)
    taken: dict[str, int] = field(default_factory=dict)
    saves: list[Save] = field(default_factory=list)
    donated: list[Donate] = field(default_factory=list)
    touched: set[bytes] = field(default_factory=set)
    erased: set[bytes] = field(default_factory=set)
    undonated: set[bytes] = field(default_factory=set)


def settle(act: Act, known: Known, most: Mapping[str, int]) -> Verdict:
    """Decide one act, and note in *known* what is to be written.

    Args:
        act: What is asked.
        known: What the store has, with what this batch did so far.
        most: How many of each quota may complete.
    """
    if isinstance(act, Save):
        return _save(act, known, most)
    if isinstance(act, Withdraw):
        return _withdraw(act, known)
    return _donate(act, known) if isinstance(act, Donate) else _take_back(act, known)


def _save(act: Save, known: Known, most: Mapping[str, int]) -> Verdict:
    person = known.people.get(act.id)
    if person is not None and person.state in ("withdrawn", "refused"):
        same = known.hashes.get((act.id, act.seq)) == act.hash
        status = SAME if same and person.state == "refused" else GONE
        return Verdict(status, person.state, person.seq)
    before = known.hashes.get((act.id, act.seq))
    if person is not None and before is not None:
        return Verdict(SAME if before == act.hash else CONFLICT, person.state, person.seq)
    if person is None:
        person = Person(act.form, act.language, "started", -1, (), act.us, act.us)
        known.people[act.id] = person
    elif person.form != act.form:
        return Verdict(CONFLICT, person.state, person.seq)
    known.saves.append(act)
    known.hashes[act.id, act.seq] = act.hash
    known.touched.add(act.id)
    if act.seq > person.seq:
        person.seq, person.language, person.changed = act.seq, act.language, act.us
    if person.state not in _OVER:
        _end(act, person, known, most)
    return Verdict(NEW, person.state, person.seq)


def _end(act: Save, person: Person, known: Known, most: Mapping[str, int]) -> None:
    """How a response stands after a save; whoever completes takes their place in a quota."""
    wanted = act.cells if act.ends in ("started", "complete") else ()
    if any(known.taken.get(it, 0) >= most.get(it, 0) for it in wanted):
        person.state = "quota_full"
    elif act.ends == "complete":
        person.state, person.cells = "complete", act.cells
        for it in act.cells:
            known.taken[it] = known.taken.get(it, 0) + 1
    else:
        person.state = act.ends
        if act.ends == "refused":
            known.erased.add(act.id)


def _withdraw(act: Withdraw, known: Known) -> Verdict:
    person = known.people.get(act.id)
    if person is None:
        return Verdict(UNKNOWN)
    if person.state != "withdrawn":
        for it in person.cells:
            known.taken[it] -= 1
        person.state, person.cells, person.changed = "withdrawn", (), act.us
        known.touched.add(act.id)
        known.erased.add(act.id)
    return Verdict(SAME, person.state, person.seq)


def _donate(act: Donate, known: Known) -> Verdict:
    before = known.donations.get(act.id)
    if before is None:
        known.donations[act.id] = (act.hash, act.token, True)
        known.donated.append(act)
        return Verdict(NEW)
    if not before[2]:
        return Verdict(GONE)
    return Verdict(SAME if before[:2] == (act.hash, act.token) else CONFLICT)


def _take_back(act: TakeBack, known: Known) -> Verdict:
    before = known.donations.get(act.id)
    if before is None or before[1] != act.token:
        return Verdict(UNKNOWN)
    if before[2]:
        known.donations[act.id] = (*before[:2], False)
        known.undonated.add(act.id)
    return Verdict(SAME)
