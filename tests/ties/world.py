"""Small makers of interactions, exports and ledgers. Everyone in them is invented."""

import atexit
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from parasocial.ledger import Import, Ledger, merge
from parasocial.notes import Notes
from parasocial.reading import (
    FULL,
    Batch,
    Facts,
    Reader,
    Records,
    Table,
    Tally,
    Unsolicited,
    Visibility,
)
from parasocial.schema import (
    EGO,
    Account,
    Alias,
    Author,
    Channel,
    Direction,
    Fact,
    Form,
    Interaction,
)
from parasocial.ties import Thresholds, build, prepare

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR
WEEK = 7 * DAY
START = 1_704_067_200 * SECOND  # Monday, 1 January 2024

Visibilities = Mapping[tuple[Channel, Direction], Visibility]
BOTH: Visibilities = {(Channel.MESSAGE, Direction.RECEIVED): FULL}


def _declaration(number: int) -> Records:
    return Records(f"{number}.json", lambda _, __: Table(iter(())), lambda _, __: None)


_DECLARED = tuple(_declaration(number) for number in range(4))


def reader(
    name: str = "town",
    visibility: Visibilities = BOTH,
    unsolicited: Unsolicited = Unsolicited.POSSIBLE,
    *,
    of_channels: bool = False,
) -> Reader:
    return Reader(
        name=name,
        title=name.title(),
        how_to_get="Ask for it.",
        checked="2026-11",
        records=_DECLARED,
        visibility=visibility,
        unsolicited=unsolicited,
        of_channels=of_channels,
    )


TOWN = reader()
STAGE = reader("stage", {}, Unsolicited.IMPOSSIBLE, of_channels=True)


@dataclass(frozen=True)
class Export:
    """What one export says, by declaration."""

    reader: Reader
    said: Mapping[int, Sequence[Fact]]
    source: str = "one"
    facts: Facts = field(default_factory=Facts)

    @property
    def rows(self) -> list[tuple[int, Interaction]]:
        return [
            (number, it)
            for number, said in self.said.items()
            for it in said
            if isinstance(it, Interaction)
        ]


def export(of: Reader, *said: Fact, source: str = "one", whole: bool = True) -> Export:
    return Export(of, {0: said}, source, Facts(whole=whole))


def bring(ledger: Ledger, it: Export, *, with_messages: bool = False) -> None:
    with Import(ledger, it.reader, it.facts, with_messages=with_messages) as into:
        for number, said in it.said.items():
            into.append(batch(number, said))
        into.finish(it.source, Tally())


def batch(number: int, said: Iterable[Fact]) -> Batch:
    made = Batch(number, _DECLARED[number])
    into: dict[type, list[Any]] = {
        Interaction: made.interactions,
        Account: made.accounts,
        Alias: made.aliases,
        Author: made.authors,
    }
    for fact in said:
        into[type(fact)].append(fact)
    return made


def ledger_of(*exports: Export) -> Ledger:
    ledger = Ledger()
    for it in exports:
        bring(ledger, it)
    return ledger


def built(*exports: Export, **asked: Any) -> Ledger:
    ledger = ledger_of(*exports)
    build_on(ledger, **asked)
    return ledger


def build_on(
    ledger: Ledger,
    *,
    notes: Notes | None = None,
    zone: str = "UTC",
    thresholds: Thresholds | None = None,
) -> None:
    merge(ledger, notes or Notes())
    prepare(ledger, notes or Notes(), zone)
    build(ledger, thresholds or Thresholds())


def rows(ledger: Ledger, sql: str) -> list[dict[str, Any]]:
    found = ledger.query(sql)
    return [dict(zip(found, row, strict=True)) for row in zip(*found.values(), strict=True)]


_SHARED: list[Ledger] = []
atexit.register(_SHARED.clear)


def ties(*exports: Export, **asked: Any) -> dict[str, dict[str, Any]]:
    """The ties of these exports. One ledger serves all calls: opening one takes its time."""
    ledger = _SHARED[0] if _SHARED else Ledger()
    _SHARED[:] = [ledger]
    ledger.execute("SET threads = 1")
    for source in ledger.sources():
        ledger.replace(source.id)
    for it in exports:
        bring(ledger, it)
    build_on(ledger, **asked)
    return {row["alter_id"]: row for row in rows(ledger, "SELECT * FROM tie")}


class Cases:
    """Tests of one export each, every one a platform of its own in one ledger, built once."""

    def __init__(self) -> None:
        self._exports: list[Export] = []
        self._found: dict[str, dict[str, dict[str, Any]]] = {}

    def of(self, reader: Reader, *said: Fact, **more: Any) -> Callable[[Any], Any]:
        """The test is given the ties of an export of *reader*'s, by the other's name."""
        name = f"{reader.name}-{len(self._exports)}"
        self._exports.append(export(replace(reader, name=name), *said, source=name, **more))

        def decorate(test: Any) -> Any:
            def run(suite: Any) -> None:
                test(suite, self._ties()[name])

            run.__name__ = test.__name__
            return run

        return decorate

    def _ties(self) -> dict[str, dict[str, dict[str, Any]]]:
        if not self._found:
            self._found = {it.reader.name: {} for it in self._exports}
            for alter, tie in ties(*self._exports).items():
                platform, _, name = alter.partition(":")
                self._found[platform][name] = tie
        return self._found


def message(who: str, whom: str, us: int, **more: Any) -> Interaction:
    return Interaction(Channel.MESSAGE, who, whom, us, form=Form.CHAT, **more)


def turns(who: str, whom: str, count: int, start: int = START, step: int = 6 * HOUR) -> list[Fact]:
    """So many messages, each far enough from the last to be a turn of its own."""
    return [message(who, whom, start + i * step) for i in range(count)]


def talk(alter: str, given: int, received: int, start: int = START) -> list[Fact]:
    return [
        *turns(EGO, alter, given, start),
        *turns(alter, EGO, received, start + 2 * HOUR),
    ]


def views(alter: str | None, count: int, start: int = START, step: int = DAY) -> list[Fact]:
    return [
        Interaction(Channel.VIEW, EGO, alter, start + i * step, f"video {i}", form=Form.VIDEO)
        for i in range(count)
    ]


def comments(alter: str, count: int, start: int = START, step: int = 6 * HOUR) -> list[Fact]:
    return [
        Interaction(Channel.COMMENT, EGO, alter, start + i * step, f"post {i}")
        for i in range(count)
    ]


def follow(who: str, whom: str) -> Interaction:
    return Interaction(Channel.FOLLOW, who, whom, None)
