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
from population.emit import SAVED, Emitter, creator_log
from population.rows import CHANNELS, NOBODY, PLATFORM, PLATFORMS
from writers import NATIVE
from writers.creator import LOGS

WORLD = Knobs(people=80, years=16 / 52)
LEEWAY = 0.1
"""An interval of 90 % may miss a share that lies as near to a limit as this."""


@pytest.fixture(scope="module")
def emitter(tmp_path_factory) -> Emitter:
    return Emitter(invent(WORLD), tmp_path_factory.mktemp("world"))


def active(world) -> np.ndarray:
    """Whether each person talked, looked at or followed somebody on each platform."""
    out = np.zeros((world.cast.beings, len(PLATFORMS)), bool)
    for rows in (world.addressed, world.watch, world.links):
        out[rows["actor"], rows["platform"]] = True
    return out[: len(world.cast.people)]


def few(world) -> list[int]:
    """Some people who are active on all platforms between them, those of few hours first."""
    missing, found = set(PLATFORM.values()), []
    on, hours = active(world), world.cast.people.hours
    while missing:
        new = on[:, sorted(missing)].sum(axis=1) / (1 + hours)
        found.append(int(np.argmax(new)))
        assert new[found[-1]], "nobody is left who is on these"
        missing -= set(np.flatnonzero(on[found[-1]]).tolist())
    return found


def test_everything_that_can_be_read_is_written() -> None:
    tools = ("youtube-api", "twitch-downloader", "reddit")
    logs = dict(zip(tools, ("youtube-channel", "twitch-chat", "reddit-archive"), strict=True))
    written = {*PLATFORMS, *(name for names in SAVED.values() for name in names)}
    written |= {reader for tool, reader in logs.items() if tool in LOGS}
    alone = {"bluesky-thread", "mastodon-thread"}  # by their own fixtures
    assert {reader.name for reader in READERS} <= written | alone


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
    watched, seen = set[str](), set[str]()
    for number in few(emitter.world):
        emitter.person(number)
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
            seen |= set(tie.alter.platforms)
            watched |= set(tie.alter.platforms) if tie.attention.sessions else set()
    assert called["reciprocal"] > 3
    assert called["parasocial"] > 3
    assert called["one_sided"] + called["inbound"] > 0
    assert {"instagram", "spotify", "twitch", "youtube"} <= watched
    assert seen == set(PLATFORMS) - {"tiktok"}  # which names nobody but those one follows


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


BACK = {
    "telegram": ("message",), "discord-exporter": ("message",), "x": ("message",),
    "discord": (), "bluesky": (), "mastodon": (),
}  # fmt: skip
"""Through which channels a file shows what came back, outside of rooms; by the writer's name."""


@pytest.mark.thorough
@pytest.mark.parametrize(("source", "back"), BACK.items())
def test_files_hold_the_acts_that_happened(emitter: Emitter, source: str, back) -> None:
    world, platform = emitter.world, source.partition("-")[0]
    acts = world.addressed[world.addressed["platform"] == PLATFORM[platform]]
    acts = acts[acts["room"] == NOBODY]
    ego = int(np.bincount(acts["actor"][acts["actor"] < WORLD.people]).argmax())
    emitter.person(ego, [platform])
    folder = emitter.folder / ("saved" if source != platform else "exports")
    me = (names.handle(world, ego, platform), names.being_name(world, ego))
    with Ledger() as ledger:
        read_into(ledger, [folder / names.key(world, ego) / source], Wanted(me=me))
        found = {tie.alter.id: tie for tie in measure(ledger).ties}
    shown = np.isin(acts["channel"], [CHANNELS.index(name) for name in back])
    given = Counter(acts["target"][acts["actor"] == ego].tolist())
    received = Counter(acts["actor"][(acts["target"] == ego) & shown].tolist())
    assert len(given) > 1
    for other in given | received:
        tie = found[f"{platform}:{NATIVE[source](emitter.deeds.being(other, platform))}"]
        assert (tie.given.acts, tie.received.acts) == (given[other], received[other])
        assert back or tie.class_ != "reciprocal"


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
