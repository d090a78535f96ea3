"""Both sides of one tie: each person's export rebuilt from a log, read, and held against it."""

from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from parasocial.ledger import Ledger
from parasocial.lenses.findings import Tie
from parasocial.reading import NONE, Visibility
from parasocial.schema import EGO, Channel, Direction, Form, Interaction
from parasocial.ties import Thresholds
from ties.world import export, reader, ties
from validation.exports import AS_IT_IS, NAMED, SOURCES, naive, numbers, platform, ties_in
from validation.hiding import HIDINGS, WHOLE, Hiding
from validation.logs import TALKED_ON, TITLES, Log, Sides, college, invented, sides
from validation.many import NO_TIES, OPEN, OUT, Ties, counted, hide, read
from validation.report import Report, at_most
from validation.scoring import TAU, Judged, Pool, judged
from validation.watching import WATCHED_ON, Watched, of_person

pytestmark = pytest.mark.validation
EXPORTING, WATCHING = 12, 24
"""So many people's files are written and read: to talk, and to watch."""


@pytest.fixture(scope="module")
def pool() -> Pool:
    return Pool()


@pytest.fixture(scope="module")
def whole(world: Any) -> dict[str, Ties]:
    """What the whole logs say, by the world's name of the platform."""
    found = {}
    with Ledger() as ledger:
        for on, title in TITLES.items():
            them = sides(invented(world, on, title))
            found[on] = read(ledger, them, WHOLE, 0).declared if len(them.us) else NO_TIES
    return found


def test_everybody_at_once(samples: Path, world: Any, report: Report, pool: Pool) -> None:
    logs = [college(samples), *(invented(world, on, TITLES[on]) for on in TALKED_ON)]
    with Ledger() as ledger:
        for log in logs:
            every_hiding(ledger, log, report, pool)


def test_people_counted_in_acts(samples: Path, report: Report) -> None:
    """The model counts turns, by which few of these students' ties are one way; acts say more."""
    log = college(samples)._replace(name="UC Irvine messages, acts for turns")
    pool = Pool()
    with Ledger() as ledger:
        every_hiding(ledger, log, report, pool, Thresholds(gap_us=0))
    ours = pool.sums["declared"]
    good = [
        report.row("sides", f"{log.name}: called one way", ours.out, low=100),
        report.row("sides", f"{log.name}: false", ours.false / ours.out, high=0.05),
        report.row("sides", f"{log.name}: harmful", ours.harmful / ours.out, high=0.005),
    ]
    assert all(good)


def every_hiding(
    ledger: Ledger, log: Log, report: Report, pool: Pool, thresholds: Thresholds | None = None
) -> None:
    """One line of the table for each way to hide what came back."""
    them, thresholds = sides(log), thresholds or Thresholds()
    full = read(ledger, them, WHOLE, 0, thresholds).declared
    for seed, hiding in enumerate((WHOLE, *HIDINGS)):
        found = read(ledger, them, hiding, seed, thresholds)
        calls = {
            "declared": judged(found.declared.tie, found.declared.call, full),
            "naive": judged(found.naive.tie, found.naive.call, full),
            "counted": judged(found.naive.tie, counted(found.naive), full),
        }
        pool.add(
            *(report, log.name, hiding.name, calls),
            real=log.real,
            ties=len(full.tie),
            decidable=int((full.call != OPEN).sum()),
            counts=hiding is not WHOLE,
        )


@pytest.mark.parametrize("hiding", [HIDINGS[1], HIDINGS[3], HIDINGS[6]], ids=lambda it: it.name)
def test_one_person_at_a_time_is_the_same(samples: Path, report: Report, hiding: Hiding) -> None:
    """A ledger of each person's own, of those with most ties, by the package's own ways."""
    them = sides(college(samples))
    with Ledger() as ledger:
        found = read(ledger, them, hiding, 5).declared
    kept, _ = hide(them, hiding, 5)
    left = Sides(*(column[kept] for column in them))
    heard = np.bincount(left.ego[~left.given], minlength=int(left.ego.max()) + 1)
    said = np.bincount(left.ego[left.given], minlength=len(heard))
    egos = np.argsort(-np.minimum(heard, said) if heard.any() else -said, kind="stable")[:20]
    own = ties(*(alone(left, int(ego), hiding) for ego in egos))
    differ = 0
    mine = np.isin(found.tie >> 32, egos)
    for tie, low, high in zip(found.tie[mine], *found.shares[:, mine], strict=True):
        other = own.pop(f"net{tie >> 32}:{tie & 0xFFFFFFFF}")
        differ += (other["share_low"], other["share_high"]) != (low, high)
    assert not own
    name = f"ties of {len(egos)} people that differ in a ledger of their own: {hiding.name} hidden"
    assert report.row("sides", name, differ, high=0)


def alone(left: Sides, ego: int, hiding: Hiding) -> Any:
    """One person's messages as an export."""
    own = left.ego == ego
    said = [
        Interaction(
            Channel.MESSAGE,
            *((EGO, str(who)) if given else (str(who), EGO)),
            int(us),
            form=Form.CHAT,
        )
        for who, given, us in zip(left.alter[own], left.given[own], left.us[own], strict=True)
    ]
    back = NONE if hiding.hidden else Visibility(*hiding.pi)
    shown = {(Channel.MESSAGE, Direction.RECEIVED): back}
    return export(reader(f"net{ego}", shown), *said, source=str(ego))


def test_through_the_files_of_those_who_talk(
    world: Any, deeds: Any, whole: dict[str, Ties], report: Report, pool: Pool, tmp_path: Path
) -> None:
    found: dict[tuple[str, str], list[tuple[int, Tie]]] = {}
    people = talkative(whole)
    for number in people:
        for key, them in ties_in(deeds, number, tmp_path / str(number)).items():
            found.setdefault(key, []).extend((number, tie) for tie in them)
    for (source, hidden), them in found.items():
        full = whole[platform(source)]
        place = numbers(deeds, source, [tie for _, tie in them])
        ego = np.array([number for number, _ in them])
        known = np.isin(ego << 32 | place, full.tie)
        calls = {
            name: judged((ego << 32 | place)[known], call[known], full)
            for name, call in readings([tie for _, tie in them]).items()
        }
        mine = np.isin(full.tie >> 32, people)
        pool.add(
            *(report, f"files: {SOURCES[source][0]}", hidden, calls),
            real=False,
            ties=int(mine.sum()),
            decidable=int((full.call[mine] != OPEN).sum()),
        )


def talkative(whole: dict[str, Ties]) -> list[int]:
    """Those who have ties on all three platforms, and most of them."""
    count = [Counter((whole[on].tie >> 32).tolist()) for on in TALKED_ON]
    everywhere = set.intersection(*(set(it) for it in count))
    return sorted(everywhere, key=lambda who: (-sum(it[who] for it in count), who))[:EXPORTING]


def readings(them: list[Tie]) -> dict[str, np.ndarray]:
    """What the lens says of ties, and what two simpler readers would."""
    return {
        "declared": np.array([NAMED.get(tie.class_, OPEN) for tie in them]),
        "naive": np.array([naive(tie)[0] for tie in them]),
        "counted": np.array([naive(tie)[1] for tie in them]),
    }


def test_through_the_files_of_those_who_watch(
    world: Any, deeds: Any, whole: dict[str, Ties], report: Report, pool: Pool, tmp_path: Path
) -> None:
    step = world.cast.knobs.people // WATCHING
    found: list[Watched] = []
    for number in range(0, step * WATCHING, step):
        found += of_person(deeds, number, tmp_path / str(number), whole)
    for on in WATCHED_ON:
        them = [it for it in found if it.platform == on]
        decided_hours(report, TITLES[on], them)
        same = {
            name: np.array([getattr(it, name) for it in them]) for name in ("tie", "share", "true")
        }
        calls = {
            name: Judged(call=np.array([getattr(it, name) for it in them]), **same)
            for name in ("declared", "naive", "counted")
        }
        pool.add(
            *(report, f"files: {TITLES[on]}", AS_IT_IS.name, calls),
            real=False,
            ties=len(them),
            decidable=int((same["true"] != OPEN).sum()),
        )
    share = decided_hours(report, "all", found)
    name = "hours of attention that could be decided and were, all platforms"
    assert report.row("sides", name, share, low=0.7)


def decided_hours(report: Report, title: str, them: list[Watched]) -> float:
    """Of the hours that the whole log makes decidable, the share that the lens decides."""
    told = [it for it in them if it.true != OPEN]
    could, did = (
        sum(it.hours for it in part) for part in (told, [it for it in told if it.declared])
    )
    share = did / could if could else float("nan")
    report.line(
        "hours", source=title, looked=sum(it.hours for it in them), decidable=could, decided=did
    )
    return share


def test_all_kinds_of_hiding_together(report: Report, pool: Pool) -> None:
    ours = pool.sums["declared"]
    good = [
        report.row("sides", "sources", len(pool.sources), low=4),
        report.row("sides", "of them real", sum(pool.sources.values()), low=1),
        report.row("sides", "ties decided, over all kinds of hiding", ours.decided, low=3000),
        report.row("sides", "of them called one way", ours.out, low=300),
        report.row("sides", "of these in a real log", pool.real_calls),
        report.row("sides", "false, of those called one way", ours.false / ours.out, high=0.05),
        report.row(
            "sides", "harmful, of those called one way", ours.harmful / ours.out, high=0.005
        ),
        report.row(
            "sides", "harmful: 95 % upper bound", at_most(ours.harmful, ours.out), high=0.01
        ),
        report.row(
            "sides", "inbound or reciprocal, falsely", ours.other_false / ours.other, high=0.05
        ),
    ]
    called = len(pool.called)
    good += [
        report.row("sides", "different ties called one way at least once", called),
        report.row("sides", "of them falsely", len(pool.false) / called, high=0.05),
        report.row("sides", "of them harmfully", len(pool.harmful) / called, high=0.005),
        report.row(
            "sides", "the same: 95 % upper bound", at_most(len(pool.harmful), called), high=0.01
        ),
    ]
    for name, title in (("naive", "missing taken for none"), ("counted", "plain counts")):
        it = pool.sums[name]
        report.row("sides", f"{title}: false, of those called one way", it.false / it.out)
        report.row("sides", f"{title}: harmful", it.harmful / it.out)
    assert all(good)


def test_whole_logs_against_the_truth(world: Any, whole: dict[str, Ties], report: Report) -> None:
    """Five in a hundred is the rate of one tie; among many that were called it may be more."""
    from population import PLATFORMS, truth

    true = truth.ties(world)
    share = truth.theta(true)
    called = wrong = 0
    for on in TALKED_ON:
        here = true["platform"] == PLATFORMS.index(on)
        key = true["ego"][here].astype(np.int64) << 32 | true["alter"][here]
        out = whole[on].tie[whole[on].call == OUT]
        at = np.searchsorted(key, out)
        called += len(out)
        wrong += int((share[here][at] <= TAU).sum())
    report.row("sides", "ties that the whole logs call one way", called)
    name = "of them, ties whose habits would give at most τ in the long run"
    assert report.row("sides", name, wrong / called, high=0.08)
