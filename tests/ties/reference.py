"""Ties by brute force: every rule of the measurement model in plain Python, row by row.

Slow and plain on purpose. It shares no line with the SQL; where the model leaves a choice open,
the choice is named here.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

from parasocial.notes import Note, Notes
from parasocial.reading import Unsolicited
from parasocial.schema import Account
from ties.reference_rows import (
    ACTS,
    WATCHING,
    Row,
    Seen,
    Span,
    both_lists,
    by_target,
    by_turn,
    chains,
    dwell,
    merged,
    renamed,
    shown,
    stretches,
    takes_time,
    union,
    within,
)
from ties.reference_rules import (
    CEILING_WEEKS,
    TAU,
    K,
    bounds,
    decided_by_attention,
    name,
    ranked,
)
from ties.world import DAY, WEEK, Export

FOREVER = (-(10**30), 10**30)
CAPS = {  # milliseconds: low, point, high
    "long": (240_000, 900_000, 3_600_000),
    "short": (8_000, 30_000, 120_000),
    "post": (3_000, 10_000, 30_000),
    "message": (20_000, 60_000, 180_000),
}


def ties(exports: Sequence[Export], notes: Notes, zone: str) -> dict[str, dict[str, Any]]:
    """Every tie, by the other's id."""
    world = World(exports, notes, zone)
    return {alter: world.tie(alter) for alter in sorted(world.alters)}


class World:
    """All exports of one person."""

    def __init__(self, exports: Sequence[Export], notes: Notes, zone: str) -> None:
        self.exports = exports
        self.notes = notes
        self.zone = ZoneInfo(zone)
        self.rows = [row for row in merged(exports, notes) if self.concerns_ego(row)]
        self.alters = {row.alter for row in self.rows if row.alter is not None}
        self.seen = {
            (number, channel): shown(export, channel)
            for number, export in enumerate(exports)
            for channel in {it.channel for _, it in export.rows}
        }
        self.spent = self.durations()

    @staticmethod
    def concerns_ego(row: Row) -> bool:
        if row.actor == "ego":
            return row.target != "ego"
        return row.target == "ego" and row.it.addressed != "group"

    def day(self, us: int) -> int:
        at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=us)
        return at.astimezone(self.zone).date().toordinal()

    def week(self, us: int) -> tuple[int, int]:
        year, week, _ = datetime.fromordinal(self.day(us)).isocalendar()
        return year, week

    def spans(self, platform: str, wanted: Callable[[str, Seen], Span | None]) -> Span | None:
        """The envelope of the wanted spans of a platform's exports."""
        found = [
            span
            for (number, channel), seen in self.seen.items()
            if self.exports[number].reader.name == platform
            and (span := wanted(channel, seen)) is not None
        ]
        return (min(a for a, _ in found), max(b for _, b in found)) if found else None

    def watched(self, platform: str) -> Span:
        """When attention is seen. Reactions count as attention here, wherever they were given."""
        of = {*WATCHING, "reaction"}
        return self.spans(platform, lambda name, it: it.reach if name in of else None) or FOREVER

    def answered(self, platform: str) -> Span:
        """When returns would be seen."""
        return (
            self.spans(
                platform, lambda name, it: it.both if name in ACTS and not it.hidden else None
            )
            or FOREVER
        )

    def covered(self, platform: str, channel: str) -> list[Span]:
        return [
            seen.reach
            for (number, name), seen in self.seen.items()
            if self.exports[number].reader.name == platform and name == channel and seen.reach
        ]

    # ---- sections 1 and 2: turns, overlaps, bounds -------------------------------------------

    def tie(self, alter: str) -> dict[str, Any]:
        mine = [row for row in self.rows if row.alter == alter]
        acts = [row for row in mine if row.is_act]
        watching = [row for row in mine if row.is_attention]
        found = {
            **self.acts(acts),
            **self.attention(watching),
            "c": self.possible_returns(acts),
            **self.links(mine),
            **self.hours(alter),
            "dormant": self.dormant(acts, watching),
            **self.kind(alter, mine, acts),
        }
        times = [row.us for row in (*acts, *watching) if row.us is not None]
        found["first_us"], found["last_us"] = min(times, default=None), max(times, default=None)
        found["reopened"] = any(
            note.they_replied or note.we_met for _, note in self.notes_about(alter)
        )
        found["beyond_reach"] = self.beyond_reach(mine, followed=bool(found["followed_by"]))
        found |= bounds(found)
        found |= self.conclusion(found)
        return found

    def acts(self, acts: list[Row]) -> dict[str, Any]:
        given = [row for row in acts if row.given]
        received = [row for row in acts if not row.given]
        visible = [self.of(row).pi for row in acts if not self.of(row).hidden]
        return {
            "acts_given": len(given),
            "acts_received": len(received),
            "turns_given": len(chains(given, by_turn)),
            "turns_received": len(chains(received, by_turn)),
            "x": len(stretches(given, by_turn, self.counts)),
            "y": len(stretches(received, by_turn, self.counts)),
            "hidden_acts": sum(self.of(row).hidden for row in given),
            "pi_low": min((low for low, _ in visible), default=1.0),
            "pi_high": max((high for _, high in visible), default=1.0),
        }

    def of(self, row: Row) -> Seen:
        return self.seen[row.source, row.it.channel]

    def counts(self, row: Row) -> bool:
        seen = self.of(row)
        return seen.hidden or within(row, seen.both)

    def attention(self, watching: list[Row]) -> dict[str, Any]:
        def counts(row: Row) -> bool:
            return within(row, self.answered(row.platform))

        return {
            "sessions": len(chains(watching, by_target)),
            "v": len(stretches(watching, by_target, counts)),
            "weeks": len({self.week(row.us) for row in watching if counts(row) and row.us}),
        }

    def possible_returns(self, acts: list[Row]) -> int:
        """Returned turns, and k for each act with hidden returns, while attention is seen."""

        def counts(row: Row) -> bool:
            return within(row, self.watched(row.platform))

        returned = stretches([row for row in acts if not row.given], by_turn, counts)
        hidden = [row for row in acts if row.given and self.of(row).hidden and counts(row)]
        return len(returned) + K * len(hidden)

    # ---- section 3: classes, dormancy, kinds -------------------------------------------------

    def conclusion(self, it: dict[str, Any]) -> dict[str, Any]:
        low, high, by_acts = it["share_low"], it["share_high"], None
        if it["x"] + it["y"] > 0:
            if low > TAU:
                by_acts = "out"
            elif high < 1 - TAU:
                by_acts = "inbound"
            elif low >= 1 - TAU and high <= TAU:
                by_acts = "reciprocal"
        applies = it["beyond_reach"] and not it["reopened"] and it["kind"] in {"persona", "unknown"}
        enough = bool(
            it["v"] and it["weeks"] >= CEILING_WEEKS and decided_by_attention(it["c"], it["v"])
        )
        decided, basis = None, "none"
        if by_acts in {"inbound", "reciprocal"} or (by_acts == "out" and not it["reopened"]):
            decided, basis = by_acts, "acts"
        elif applies and enough:
            decided, basis = "out", "attention"
        return {
            "by_acts": by_acts,
            "ceiling_applies": applies,
            "by_attention": enough,
            "decided": decided,
            "basis": basis,
            "tie_class": name(it, decided, basis, applies=applies),
        }

    def dormant(self, acts: list[Row], watching: list[Row]) -> bool:
        """Counted from the end of coverage of the channel on which the last of them lies."""
        turns = chains([r for r in acts if r.given], by_turn) + chains(
            [r for r in acts if not r.given], by_turn
        )
        starts = [chain[0] for chain in turns + chains(watching, by_target)]
        if not starts:
            return False
        last = max(row.us for row in starts)
        gaps = [b - a for a, b in pairwise(sorted(row.us for row in starts))]
        patience = max(90 * DAY, 3 * int(median(gaps)) if gaps else 0)
        until = max(
            end
            for row in starts
            if row.us == last
            for _, end in self.covered(row.platform, row.it.channel)
        )
        return last + patience < until

    def links(self, mine: list[Row]) -> dict[str, int]:
        def any_of(*channels: str, given: bool) -> int:
            return int(any(r.it.channel in channels and r.given is given for r in mine))

        return {
            "follows": any_of("follow", given=True),
            "followed_by": any_of("follow", "request", given=False),
            "searched": any_of("search", given=True),
        }

    def kind(self, alter: str, mine: list[Row], acts: list[Row]) -> dict[str, Any]:
        # Choice: where ids are one by a note, the note on the id that remains comes first.
        noted = sorted(
            (was != alter, note.kind) for was, note in self.notes_about(alter) if note.kind
        )
        said = {
            (fact.kind, fact.evidence)
            for export in self.exports
            for facts in export.said.values()
            for fact in facts
            if isinstance(fact, Account)
            and fact.kind not in (None, "unknown")
            and self.id(export, fact.id) == alter
        }
        private = [row for row in acts if row.it.channel in {"message", "call"}]
        days = [
            {self.day(row.us) for row in private if row.given is given} for given in (True, False)
        ]
        friend = any(row.it.channel == "friend" for row in mine)
        spoke = all(len(them) >= 2 for them in days)
        of_channels = any(
            any(e.reader.of_channels for e in self.exports if e.reader.name == row.platform)
            for row in mine
        )
        return dict(
            zip(
                ("kind", "kind_evidence"),
                ranked(noted, said, friend, spoke, of_channels),
                strict=True,
            )
        )

    def notes_about(self, alter: str) -> list[tuple[str, Note]]:
        return [it for it in self.notes.accounts.items() if self.named(it[0]) == alter]

    def id(self, export: Export, native: str) -> str:
        return self.named(f"{export.reader.name}:{native}")

    def named(self, account: str) -> str:
        return renamed(account, self.notes)

    def beyond_reach(self, mine: list[Row], *, followed: bool) -> bool:
        return all(self.out_of_reach(row.platform, followed=followed) for row in mine)

    def out_of_reach(self, platform: str, *, followed: bool) -> bool:
        there = [e for e in self.exports if e.reader.name == platform]
        ways = {e.reader.unsolicited for e in there}
        if Unsolicited.POSSIBLE in ways:
            return False
        if Unsolicited.FOLLOWERS in ways:
            return any(both_lists(e) for e in there) and not followed
        return True

    # ---- section 4: hours --------------------------------------------------------------------

    def durations(self) -> list[tuple[Row, int, tuple[int, int, int]]]:
        """Each logged event with (measured ms, (low, point, high) ms)."""
        found = []
        for platform in {row.platform for row in self.rows}:
            log = [row for row in self.rows if row.platform == platform and takes_time(row)]
            instants = sorted({row.us for row in log})
            after = dict(pairwise(instants))
            together = Counter(row.us for row in log)
            measured: Counter[Any] = Counter()
            for row in log:
                measured[self.day(row.us)] += row.it.ms or 0
            for row in log:
                if row.it.ms is not None:
                    ms = int(row.it.ms * min(1, 86_400_000 / measured[self.day(row.us)]))
                    found.append((row, ms, (ms,) * 3))
                    continue
                gap = (after[row.us] - row.us) // 1000 if row.us in after else 10**30
                caps = CAPS[dwell(row.it)]
                found.append((row, 0, tuple(min(gap, cap) // together[row.us] for cap in caps)))
        return found

    def hours(self, alter: str) -> dict[str, Any]:
        total, weekly, measured = [0, 0, 0], [0, 0, 0], 0
        places: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
        for row, ms, range_ in self.spent:
            if row.alter != alter:
                continue
            measured += ms
            for i, part in enumerate(range_):
                total[i] += part
                places[row.platform, row.it.channel][i] += part
        for place, parts in places.items():
            weeks = max(1.0, union(self.covered(*place)) / WEEK)
            for i, part in enumerate(parts):
                weekly[i] += int(part / weeks)
        return {
            **dict(zip(("ms_low", "ms_point", "ms_high"), total, strict=True)),
            "ms_measured": measured,
            **dict(zip(("weekly_low", "weekly_point", "weekly_high"), weekly, strict=True)),
        }
