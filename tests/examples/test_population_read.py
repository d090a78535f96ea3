"""What the world's people can download, read: no tie is called what the truth rules out."""

from collections import Counter

import numpy as np
import pytest

from parasocial.jobs.measure import measure
from parasocial.jobs.read import Wanted, read_into
from parasocial.ledger import Ledger
from parasocial.notes import read_notes
from parasocial.readers import READERS
from population import Knobs, invent, names, truth
from population.emit import Emitter, creator_log
from population.rows import CHANNELS, PLATFORM, PLATFORMS
from writers import NATIVE

READ = [name for name in PLATFORMS if name in {reader.name for reader in READERS}]
WORLD = Knobs(people=50, years=16 / 52)
LEEWAY = 0.1
"""An interval of 90 % may miss a share that lies as near to a limit as this."""


@pytest.fixture(scope="module")
def emitter(tmp_path_factory) -> Emitter:
    return Emitter(invent(WORLD), tmp_path_factory.mktemp("world"))


def few(world) -> list[int]:
    """Some people who are on all platforms between them, those of few hours first."""
    missing, found = {PLATFORM[name] for name in READ}, []
    on, hours = world.cast.people.on, world.cast.people.hours
    while missing:
        new = on[:, sorted(missing)].sum(axis=1) / (1 + hours)
        found.append(int(np.argmax(new)))
        missing -= set(np.flatnonzero(on[found[-1]]).tolist())
    return found


def contradicted(kind: str, share: float, one_way: bool, tie) -> bool:
    """Whether a class is one that the truth rules out, for a clear case."""
    match tie.class_:
        case "reciprocal":
            return not 0.25 - LEEWAY <= share <= 0.75 + LEEWAY
        case "inbound":
            return not share <= 0.25 + LEEWAY
        case "parasocial":
            return kind == "person" or not one_way
        case "one_sided" | "unattributed":
            return tie.basis == "acts" and not share >= 0.75 - LEEWAY
        case "companion":
            return kind != "companion"
    return False


@pytest.mark.thorough
def test_own_exports_give_ties_that_the_truth_allows(emitter: Emitter) -> None:
    called: Counter[str] = Counter()
    watched: set[str] = set()
    for number in few(emitter.world):
        emitter.person(number, READ)
        key = names.key(emitter.world, number)
        rows = emitter.ties[emitter.ties["ego"] == number]
        true = dict(
            zip(native(emitter, rows), zip(*facts(emitter, rows), strict=True), strict=True)
        )
        exports = sorted((emitter.folder / "exports" / key).iterdir())
        with Ledger() as ledger:
            read_into(ledger, exports, Wanted(me=(names.person(WORLD.seed, number),)))
            found = measure(ledger).ties
        assert {source.name for source in exports} >= {tie.alter.platforms[0] for tie in found}
        said = read_notes(emitter.folder / "notes" / f"{key}.toml").accounts
        assert sum(it.closeness is not None for it in said.values()) == 10
        assert set(said) <= set(true)
        assert {it.same_as for it in said.values() if it.same_as} <= set(true)
        for tie in found:
            kind, share, one_way = true[tie.alter.id]
            assert not contradicted(kind, share, one_way, tie), (key, tie, share)
            called[tie.class_] += 1
            watched |= set(tie.alter.platforms) if tie.attention.sessions else set()
    assert called["reciprocal"] > 3
    assert called["parasocial"] > 3
    assert called["one_sided"] + called["inbound"] > 0
    assert {"instagram", "spotify", "twitch", "youtube"} <= watched


def native(emitter: Emitter, rows) -> list[str]:
    """What the page calls the alters of these ties."""
    pairs = [
        (int(alter), PLATFORMS[code])
        for alter, code in zip(rows["alter"], rows["platform"], strict=True)
    ]
    return [f"{on}:{NATIVE[on](emitter.deeds.being(alter, on))}" for alter, on in pairs]


def facts(emitter: Emitter, rows):
    kinds = [emitter.world.kind(int(alter)) for alter in rows["alter"]]
    return kinds, truth.theta(rows), truth.one_way(emitter.world.cast, rows)


@pytest.mark.thorough
def test_creators_see_both_sides_in_their_rooms(emitter: Emitter) -> None:
    world, star = emitter.world, emitter.world.cast.performers.first
    log = creator_log(world, star)
    sides = {int(who) == star for who in log["actor"]}
    assert sides == {True, False}
    emitter.creator(star)
    folder = emitter.folder / "creators" / names.key(world, star)
    lines = (folder / "log.csv").read_text().splitlines()
    assert len(lines) == 1 + len(log)
    assert {line.split(",")[2] for line in lines[1:]} == {
        CHANNELS[it] for it in set(log["channel"])
    }
    with Ledger() as ledger:
        read_into(ledger, [folder / "discord-exporter"], Wanted(me=(names.handle(world, star),)))
        found = measure(ledger).ties
    room = log[log["platform"] == PLATFORM["discord"]]
    given = [tie.given.acts for tie in found]
    assert sum(given) == (room["actor"] == star).sum()
    assert sum(tie.received.acts for tie in found) == (room["target"] == star).sum()
