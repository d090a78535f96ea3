"""The rows of the reference: exports merged, what they show, turns, time."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from parasocial.notes import Notes
from parasocial.schema import EGO, Direction, Interaction
from ties.world import HOUR, Export

ACTS = {"message", "comment", "reply", "mention", "live_chat", "call", "gift"}
WATCHING = {"view", "listen", "save", "share"}
INFINITE = 1e300  # stands for an infinite odds ratio

Span = tuple[int, int]


@dataclass(frozen=True)
class Row:
    """One interaction once overlapping exports are merged, with every account under one id."""

    source: int
    platform: str
    it: Interaction
    actor: str
    target: str | None

    @property
    def us(self) -> int | None:
        return self.it.us

    @property
    def given(self) -> bool:
        return self.actor == "ego"

    @property
    def alter(self) -> str | None:
        if self.it.addressed == "group":
            return None
        return self.target if self.given else self.actor

    @property
    def is_act(self) -> bool:
        in_chat = self.it.channel == "reaction" and self.it.form == "chat"
        return (
            (self.it.channel in ACTS or in_chat)
            and self.it.addressed == "person"
            and self.alter is not None
            and self.us is not None
        )

    @property
    def is_attention(self) -> bool:
        in_public = self.it.channel == "reaction" and self.it.form != "chat"
        return (
            (self.it.channel in WATCHING or in_public)
            and self.given
            and self.alter is not None
            and self.us is not None
        )


@dataclass(frozen=True)
class Seen:
    """What one export shows of one channel."""

    reach: Span | None
    both: Span | None
    hidden: bool
    pi: tuple[float, float]


def merged(exports: Sequence[Export], notes: Notes) -> list[Row]:
    """True twins stay two, the same record from two exports becomes one, the exacter copy."""
    copies: dict[tuple[Any, ...], list[tuple[Any, ...]]] = defaultdict(list)
    for source, export in enumerate(exports):
        twins: dict[tuple[Any, ...], list[tuple[int, Interaction]]] = defaultdict(list)
        for number, it in export.rows:
            when = None if it.us is None else it.us // 1_000_000
            key = (export.reader.name, it.channel, it.actor, it.target, when, it.item, it.group)
            twins[number, key].append((it.us or 0, it))
        for (number, key), same in twins.items():
            for n, (_, it) in enumerate(sorted(same, key=lambda pair: pair[0])):
                width = (it.us_high or 0) - (it.us_low or 0)
                rank = (width, it.target is None, (it.us or 0) % 1_000_000 == 0, source, number)
                copies[*key, n].append((rank, source, it))
    found = []
    for (platform, *_), them in copies.items():
        _, source, it = min(them, key=lambda copy: copy[0])
        actor, target = (
            "ego" if who == EGO else who and renamed(f"{platform}:{who}", notes)
            for who in (it.actor, it.target)
        )
        found.append(Row(source, platform, it, actor, target))
    return found


def renamed(account: str, notes: Notes) -> str:
    passed = []
    while account not in passed:
        passed.append(account)
        account = notes.about(account).same_as or account
    return min(passed[passed.index(account) :])


def shown(export: Export, channel: str) -> Seen:
    """Section 1: pi and the overlap of the two directions' windows, for one channel."""
    rows = [(number, it) for number, it in export.rows if it.channel == channel]
    answerable = [(n, it) for n, it in rows if channel != "reaction" or it.form == "chat"]
    personal = [(n, it) for n, it in answerable if it.addressed == "person"]
    given = [n for n, it in answerable if it.actor == EGO]
    given_to_one = [n for n, it in personal if it.actor == EGO]
    received = [n for n, it in personal if it.target == EGO]

    def reach(declarations: Iterable[int]) -> Span | None:
        these = set(declarations)
        times = [it.us for n, it in rows if n in these and it.us is not None]
        return (min(times), max(times)) if times else None

    there, here = reach(given), reach(received)
    there, here = there or here, here or there
    both = None
    if there and here and max(there[0], here[0]) <= min(there[1], here[1]):
        both = (max(there[0], here[0]), min(there[1], here[1]))
    out = export.reader.shows(channel, Direction.GIVEN)
    back = export.reader.shows(channel, Direction.RECEIVED)
    pi = (back.low / out.high, back.high / out.low if out.low else INFINITE)
    if len(given_to_one) >= 20 and not received:
        pi = (0.0, 1.0)
    if reach(given) and not both:
        pi = (0.0, INFINITE)
    return Seen(reach(n for n, _ in rows), both, back.high == 0, pi)


def by_turn(row: Row) -> Any:
    return row.platform, row.it.channel


def by_target(row: Row) -> Any:
    return row.alter


def chains(rows: list[Row], apart: Callable[[Row], Any]) -> list[list[Row]]:
    """Rows less than an hour after the one before, of the same kind, belong together."""
    return stretches(rows, apart, lambda _: True)


def stretches(
    rows: list[Row], apart: Callable[[Row], Any], counts: Callable[[Row], bool]
) -> list[list[Row]]:
    """The parts of chains that count. What counts comes last within one instant."""
    found: list[list[Row]] = []
    for kind in {apart(row) for row in rows}:
        before: Row | None = None
        same = [row for row in rows if apart(row) == kind]
        order = lambda r: (r.us, counts(r), r.platform, r.it.channel)  # noqa: E731
        for row in sorted(same, key=order):
            joined = before is not None and row.us - before.us < HOUR and counts(before)
            if counts(row) and not joined:
                found.append([])
            if counts(row):
                found[-1].append(row)
            before = row
    return found


def within(row: Row, span: Span | None) -> bool:
    return span is not None and row.us is not None and span[0] <= row.us <= span[1]


def both_lists(export: Export) -> bool:
    follows = [it for _, it in export.rows if it.channel == "follow"]
    sides = [any(it.actor == EGO for it in follows), any(it.target == EGO for it in follows)]
    return export.facts.whole and all(sides)


def takes_time(row: Row) -> bool:
    it = row.it
    logged = it.channel in {*ACTS, *WATCHING, "reaction", "search"} - {"call"}
    heard = row.given or (it.channel in {"message", "call"} and it.addressed == "person")
    return it.us is not None and (it.ms is not None or logged) and heard


def dwell(it: Interaction) -> str:
    if it.channel in {"view", "listen"}:
        return {"short": "short", "story": "short", "post": "post"}.get(it.form or "", "long")
    if it.channel in {"reaction", "save", "share", "search", "gift"}:
        return "post"
    return "message"


def union(spans: list[Span]) -> int:
    """The length of the union, event by event."""
    edges = sorted({edge for span in spans for edge in span})
    return sum(b - a for a, b in pairwise(edges) if any(s <= a and b <= e for s, e in spans))
