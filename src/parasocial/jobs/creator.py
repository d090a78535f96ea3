"""A channel's ledger to findings, as the command line and the app ask for them."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec import structs

from parasocial.errors import ParasocialError
from parasocial.export import Export, open_what_can_be
from parasocial.jobs.read import Outcome, Refused, Wanted, assigned, read_into
from parasocial.ledger import Ledger
from parasocial.lenses.creator import Place, Wish, look, to_look_at, two_ends
from parasocial.lenses.findings import Findings as Fan
from parasocial.lenses.findings.creator import Findings
from parasocial.lenses.safe_to_share import safe_to_share
from parasocial.reading import Asked, Batch, Facts, Reader, Tally, read
from parasocial.schema import MEMBER

_LATEST = 4_102_444_800_000_000


class FanSide(NamedTuple):
    """What a fan handed over: the findings of their own export, and their accounts in it."""

    findings: Fan
    accounts: frozenset[str]


def fan_side(paths: Sequence[Path], zone: str) -> tuple[FanSide, list[Outcome | Refused]]:
    """A fan's own export, read as anybody's, and what became of it."""
    from parasocial.jobs.measure import measure  # all of another lens, which few ask for

    with Ledger() as ledger:
        found = read_into(ledger, paths, Wanted(zone=None if zone == "UTC" else zone))
        read = [it for it in found if isinstance(it, Outcome)]
        own = frozenset(f"{it.reader.platform}:{name}" for it in read for name in it.facts.ego)
        return FanSide(measure(ledger, zone=zone), own), found


def measure_channel(
    ledger: Ledger,
    wish: Wish,
    paths: Sequence[Path] = (),
    wanted: Wanted | None = None,
    fans: Sequence[FanSide] = (),
) -> Findings:
    """Everything the logs say: without names, and nothing that a few could be told by.

    All of it where *wish* is private; then *paths* are read again, as *wanted* says, for the words
    of the messages that a human should look at, and *fans*, who handed over what their own exports
    say, see their tie from both ends.
    """
    found = look(ledger, wish)
    if not wish.private:
        return safe_to_share(found)
    waiting = to_look_at(ledger, wish.zone)
    said = words_again(paths, wanted or Wanted(), [place for place, _ in waiting])
    queue = [structs.replace(it, text=said.get(place)) for place, it in waiting]
    ends = [it for fan in fans for it in two_ends(ledger, *fan)]
    return structs.replace(found, queue=queue, two_ends=ends)


def words_again(
    paths: Sequence[Path], wanted: Wanted, places: Collection[Place]
) -> dict[Place, str]:
    """The words of some messages, read again from the export; they are kept nowhere else."""
    sought = frozenset(places)
    found: dict[Place, str] = {}
    exports, _ = open_what_can_be(paths, wanted.limits)
    try:
        for it in assigned(exports, wanted):
            if isinstance(it, Refused):
                continue
            reader, export = it
            try:
                facts = reader.facts(export, Asked((*wanted.me, *wanted.also_me), wanted.zone))
            except ParasocialError:
                continue
            for place, text in _words(reader, export, facts):
                if place in sought:
                    found.setdefault(place, text)
    finally:
        for export in exports:
            export.close()
    return found


def _words(reader: Reader, export: Export, facts: Facts) -> Iterator[tuple[Place, str]]:
    """Every message of others, with its words: what is heard is numbered instead of noted."""
    heard: list[str] = []

    def listen(texts: Sequence[str]) -> Sequence[int]:
        heard.extend(texts)
        return range(len(heard) - len(texts) + 1, len(heard) + 1)

    for batch in read(reader, export, facts, Tally(), latest_us=_LATEST, listen=listen):
        yield from _told(reader, batch, heard)
        heard.clear()


def _told(reader: Reader, batch: Batch, heard: list[str]) -> Iterator[tuple[Place, str]]:
    for it in batch.each():
        number = (it.marks or 0) & ~MEMBER
        if number and it.item is not None:
            yield Place(reader.platform, it.group, it.item), heard[number - 1]
