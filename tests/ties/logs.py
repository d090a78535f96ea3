"""Random logs: runs of interactions in several exports of several platforms."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from hypothesis import strategies as st

from parasocial.notes import Note, Notes
from parasocial.reading import FULL, UNCERTAIN, Facts, Reader, Unsolicited, Visibility, at_least
from parasocial.schema import (
    EGO,
    Account,
    Addressed,
    Channel,
    Direction,
    Fact,
    Form,
    Interaction,
    Kind,
)
from ties.world import DAY, HOUR, MINUTE, SECOND, START, Export, reader

RECEIVED = Direction.RECEIVED
READERS = (
    reader(
        "town",
        {
            (Channel.MESSAGE, RECEIVED): FULL,
            (Channel.REACTION, RECEIVED): FULL,
            (Channel.REPLY, RECEIVED): at_least(0.6),
            (Channel.FOLLOW, RECEIVED): FULL,
        },
        Unsolicited.FOLLOWERS,
    ),
    reader("stage", {}, Unsolicited.IMPOSSIBLE, of_channels=True),
    reader(
        "forum",
        {
            (Channel.MESSAGE, RECEIVED): UNCERTAIN,
            (Channel.REPLY, Direction.GIVEN): Visibility(0.5, 1),
            (Channel.REPLY, RECEIVED): FULL,
        },
        Unsolicited.POSSIBLE,
    ),
)
ALTERS = ("ada", "bo", "cy")
ZONES = ("UTC", "Europe/Berlin", "Australia/Adelaide")
_TO_ONE = (Channel.MESSAGE, Channel.COMMENT, Channel.REPLY, Channel.CALL, Channel.GIFT)
_WATCHING = (Channel.VIEW, Channel.LISTEN, Channel.SAVE)
_STEPS = (0, 40 * MINUTE, HOUR, 5 * HOUR, 2 * DAY, 9 * DAY)


@st.composite
def runs(draw: st.DrawFn) -> list[Interaction]:
    """Up to twelve interactions of one sort, evenly apart."""
    channel = draw(st.sampled_from((*_TO_ONE, *_WATCHING, Channel.REACTION, Channel.FOLLOW)))
    ways = draw(st.sampled_from(((True,), (False,), (True, False))))
    alter = draw(st.sampled_from(ALTERS))
    start = START + draw(st.integers(0, 150)) * DAY + draw(st.sampled_from((0, 50, 70))) * MINUTE
    start += draw(st.sampled_from((0, 0, 300_000, 7 * SECOND)))
    step, count = draw(st.sampled_from(_STEPS)), draw(st.sampled_from((1, 2, 3, 6, 12, 25)))
    form = draw(st.sampled_from((None, Form.CHAT, Form.SHORT, Form.POST)))
    addressed = draw(st.sampled_from((Addressed.PERSON,) * 4 + tuple(Addressed)))
    ms = draw(st.sampled_from((None, None, None, 90_000)))
    if channel is Channel.FOLLOW:
        count, addressed = 1, Addressed.PERSON
    if channel in _WATCHING:
        ways = (True,)
    return [
        Interaction(
            channel,
            *((EGO, alter) if given else (alter, EGO)),
            start + i * step,
            form=form,
            addressed=addressed,
            ms=ms,
        )
        for i in range(count)
        for given in ways
    ]


@st.composite
def worlds(draw: st.DrawFn, count: int = 3) -> tuple[list[Export], Notes, str]:
    """Several worlds without a platform in common, in one ledger: building one takes longest."""
    exports: list[Export] = []
    notes: dict[str, Note] = {}
    for number in range(count):
        readers = tuple(replace(of, name=f"{of.name}{number}") for of in READERS)
        exports += draw(_exports(readers))
        notes |= draw(_notes(readers))
    return exports, Notes(notes), draw(st.sampled_from(ZONES))


@st.composite
def _exports(draw: st.DrawFn, readers: Sequence[Reader]) -> list[Export]:
    exports: list[Export] = []
    for number in range(draw(st.integers(1, 3))):
        of = draw(st.sampled_from(readers))
        said: dict[int, list[Fact]] = {}
        for part in draw(st.lists(runs(), min_size=1, max_size=8)):
            said.setdefault(draw(st.integers(0, 1)), []).extend(part)
        for alter in draw(st.sets(st.sampled_from(ALTERS))):
            kind = draw(st.sampled_from(tuple(Kind)))
            said.setdefault(0, []).append(Account(alter, kind=kind, evidence=f"said {kind}"))
        whole = draw(st.booleans())
        exports.append(Export(of, said, f"{of.name} {number}", Facts(whole=whole)))
    if draw(st.booleans()):
        first, *_ = exports
        part = {n: [it for it in said if hash(it) % 3] for n, said in first.said.items()}
        exports.append(replace(first, said=part, source=f"{first.source} again, in part"))
    return exports


@st.composite
def _notes(draw: st.DrawFn, readers: Sequence[Reader]) -> dict[str, Note]:
    ids = [f"{of.name}:{alter}" for of, alter in product(readers, ALTERS)]
    return {
        name: Note(
            kind=draw(st.sampled_from((None, None, *Kind))),
            same_as=draw(st.sampled_from((None, *ids))),
            we_met=draw(st.booleans()),
        )
        for name in draw(st.sets(st.sampled_from(ids), max_size=2))
    }
