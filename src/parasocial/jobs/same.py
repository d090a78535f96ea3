"""Which accounts of two platforms may be one person's: proposals with their evidence.

Nothing is merged here. A wrong merge is worse than none, so whatever speaks against a pair, or
for another pair as much, leaves it out.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

from msgspec import Struct

from parasocial.errors import BadNotes
from parasocial.jobs.people import check_account
from parasocial.jobs.terminal import plain
from parasocial.ledger import Ledger
from parasocial.lenses.audience import look
from parasocial.lenses.findings import Tie
from parasocial.notes import read_notes, write_note

_NOBODY = frozenset(
    {"instagram user", "facebook user", "deleted user", "deleted account", "unknown user"}
)
_KNOWN_TO_MANY = frozenset({"persona", "brand"})
_MANY = frozenset({"group", "companion"})
_PHONE = re.compile(r"\+[\d ().\u00a0\u2011-]{8,24}")
_SERVER = re.compile(r"@?([^@\s]+)@[\w-]+(?:\.[\w-]+)+")


class Proposal(Struct):
    """Two accounts that may be one person's.

    Attributes:
        account: The one with more between you; what is said of the other is said of it.
        same: The other.
        strength: ``strong`` where handle and name are the same, or a phone number is;
            ``possible`` where there is one sign.
        evidence: The signs, in words.
    """

    account: str
    account_name: str
    same: str
    same_name: str
    strength: str
    evidence: list[str]


def proposals(ledger: Ledger, notes: Path, *, letters: int = 8, words: int = 2) -> list[Proposal]:
    """Every pair for which something speaks and against which nothing does, strong ones first.

    Against a pair speaks that both are, or have been merged with, accounts of one platform: who
    writes in one group under two names is two. Where an account has two partners on a platform,
    it cannot be told which is right, and neither is proposed.

    Args:
        ledger: Whose accounts.
        notes: What has been merged already.
        letters: The least a handle or name must have to set anybody apart.
        words: The least words of a name that sets anybody apart; a first name does not.
    """
    ties = [it for it in look(ledger, read_notes(notes)).ties if it.alter.kind not in _MANY]
    found = [
        (one, other, evidence)
        for one, other in _pairs(ties, letters)
        if (evidence := _evidence(one, other, ties, letters, words))
    ]
    partners = Counter(
        (it.alter.id, platform)
        for one, other, _ in found
        for it, them in ((one, other), (other, one))
        for platform in them.alter.platforms
    )
    clear = [
        (one, other, evidence)
        for one, other, evidence in found
        if all(partners[one.alter.id, it] == 1 for it in other.alter.platforms)
        and all(partners[other.alter.id, it] == 1 for it in one.alter.platforms)
    ]
    return sorted((_proposal(*it) for it in clear), key=lambda it: (-len(it.evidence), it.account))


def _proposal(one: Tie, other: Tie, evidence: list[str]) -> Proposal:
    main, same = sorted((one, other), key=_weight, reverse=True)
    strong = len(evidence) > 1 or _number(one) is not None
    return Proposal(
        main.alter.id,
        main.alter.name,
        same.alter.id,
        same.alter.name,
        "strong" if strong else "possible",
        evidence,
    )


def _weight(tie: Tie) -> tuple[int, int, str]:
    return tie.given.acts + tie.received.acts, tie.attention.sessions, tie.alter.id


def _pairs(ties: Iterable[Tie], letters: int) -> Iterator[tuple[Tie, Tie]]:
    """Ties of different platforms that share any sign."""
    by_sign: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        for sign in {_number(tie), *map(_squashed, (_handle(tie), tie.alter.name))}:
            if sign and (sign.startswith("+") or len(sign) >= letters):
                by_sign[sign].append(tie)
    seen = set()
    for them in by_sign.values():
        for one, other in combinations(them, 2):
            pair = frozenset((one.alter.id, other.alter.id))
            apart = set(one.alter.platforms).isdisjoint(other.alter.platforms)
            if apart and len(pair) > 1 and pair not in seen:
                seen.add(pair)
                yield one, other


def _evidence(one: Tie, other: Tie, ties: list[Tie], letters: int, words: int) -> list[str]:
    """The signs that two accounts are one person's."""
    number = _number(one)
    if number is not None and number == _number(other):
        return ["the same phone number, with the country in it"]
    found = []
    handles = _handle(one).casefold(), _handle(other).casefold()
    if all(len(it) >= letters for it in handles) and _squashed(handles[0]) == _squashed(handles[1]):
        same = handles[0] == handles[1]
        found.append("the same handle" if same else "the same handle but for its marks")
    names = _squashed(_name(one)), _squashed(_name(other))
    called = names[0] and names[0] == names[1] and _sets_apart(one, other, ties, words)
    # Fans call themselves like whom they admire: a name alone tells nothing of a performer.
    if called and _overlap(one, other) and (found or not _known_to_many(one, other)):
        found.append("the same name, which nobody else here has, in the same time")
    return found or [*_called_like_a_handle(one, other, ties, letters, words)]


def _called_like_a_handle(
    one: Tie, other: Tie, ties: list[Tie], letters: int, words: int
) -> Iterator[str]:
    for named, handled in ((one, other), (other, one)):
        name = _squashed(named.alter.name)
        alike = len(name) >= letters and name == _squashed(_handle(handled))
        if alike and _sets_apart(named, handled, ties, words) and _overlap(one, other):
            yield "the name of one, without spaces, is the handle of the other, in the same time"
            return


def _known_to_many(one: Tie, other: Tie) -> bool:
    return bool({one.alter.kind, other.alter.kind} & _KNOWN_TO_MANY)


def _sets_apart(one: Tie, other: Tie, ties: list[Tie], words: int) -> bool:
    """Whether a name has words enough, and is no part of anybody else's name or handle."""
    name = _words(max((one, other), key=lambda it: len(_words(it.alter.name))).alter.name)
    lettered = sum(any(map(str.isalpha, word)) for word in name)
    if lettered < words or " ".join(name) in _NOBODY:
        return False
    squashed = "".join(name)
    return not any(
        squashed in _squashed(text)
        for it in ties
        if it.alter.id not in (one.alter.id, other.alter.id)
        for text in (it.alter.name, _handle(it))
    )


def _overlap(one: Tie, other: Tie) -> bool:
    """Whether both were active in one stretch of time."""
    if not (one.first and one.last and other.first and other.last):
        return False
    return one.first <= other.last and other.first <= one.last


def _handle(tie: Tie) -> str:
    """The handle, without a server's name; the id where the platform has nothing else.

    Empty where the id is a number or a name: those are no handles.
    """
    text = tie.alter.handle or tie.alter.id.partition(":")[2]
    found = _SERVER.fullmatch(text)
    text = found[1] if found else text.removeprefix("@")
    return text if re.fullmatch(r"[\w.-]*[^\W\d_][\w.-]*", text) else ""


def _name(tie: Tie) -> str:
    """What an account calls itself; empty where it has a handle and nothing else."""
    name = tie.alter.name
    return "" if name in (_handle(tie), tie.alter.id) else name


def _number(tie: Tie) -> str | None:
    """The phone number that an account is known by, with its country; None if it is by another."""
    for text in (tie.alter.id.partition(":")[2], tie.alter.name):
        if _PHONE.fullmatch(text.strip("\u200e\u200f\u202a\u202c ")):
            return "+" + "".join(str(int(it)) for it in text if it.isdecimal())
    return None


def _words(name: str) -> list[str]:
    """The words of a name, without case, marks and pictures."""
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", name).casefold())


def _squashed(name: str) -> str:
    return "".join(_words(name))


def proposed(found: Iterable[Proposal]) -> str:
    """The same for a terminal."""
    lines = [
        f"{it.strength}: {plain(it.account)} ({plain(it.account_name)}) and {plain(it.same)} "
        f"({plain(it.same_name)}): {'; '.join(it.evidence)}"
        for it in found
    ]
    return "\n".join(lines) or "No two accounts of different platforms look like one person's."


def accept(ledger: Ledger, notes: Path, account: str, same: str) -> None:
    """Write into the notes that *same* is the same person as *account*.

    What has been said of either before stays: the end of the chain that *same* leads to is what
    is joined.

    Raises:
        BadNotes: An account is not in the ledger, or the two are one already.
    """
    for named in (account, same):
        check_account(ledger, named)
    said = read_notes(notes)
    ends = []
    for named in (account, same):
        seen = [named]
        while (onward := said.about(seen[-1]).same_as) and onward not in seen:
            seen.append(onward)
        ends.append(seen[-1])
    if ends[0] == ends[1]:
        raise BadNotes("The notes say already that these two are one.")
    write_note(notes, ends[1], {"same_as": ends[0]})
