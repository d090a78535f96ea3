"""A creator's findings, counted the plain way from a small invented log, and odd ones."""

import random
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from msgspec.structs import replace

from parasocial.lenses.findings.amounts import Range, Value, Window
from parasocial.lenses.findings.channel import (
    Acknowledgements,
    Answering,
    Came,
    Ceiling,
    Cohort,
    Loyalty,
    OneSided,
    Retention,
    Stage,
    Step,
    Tenure,
    Waiting,
    Week,
)  # fmt: skip
from parasocial.lenses.findings.creator import (
    SCHEMA,
    Concentration,
    Counted,
    Creator,
    Files,
    Findings,
    Load,
    Log,
    RecordCounts,
    Replies,
    Shows,
    Source,
    Talk,
    Three,
    Totals,
)  # fmt: skip
from parasocial.lenses.findings.fans import Person, Queued, TwoEnds
from parasocial.lenses.reply_plan import Waits, reply_plan

MONDAY = date(2026, 3, 2)
NONE = Range(None, None, None)
NOT_SEEN = "the creator speaks, and these files hold no voice"


@dataclass(frozen=True)
class Said:
    """One message of the invented log."""

    who: str
    week: int
    answered: bool | None
    question: bool
    tone: str
    peer: bool
    hours: float


def log(people: int = 260, weeks: int = 14, seed: int = 7) -> list[Said]:
    """Most write once, some often; the creator answers questions rather than others."""
    dice = random.Random(seed)  # noqa: S311 - the same log each time
    said = []
    for number in range(people):
        first = dice.randrange(weeks)
        often = min(int(dice.paretovariate(0.9)), 30)
        for turn in range(often):
            week = min(first + (turn and dice.randrange(weeks)), weeks - 1)
            question = dice.random() < 0.3
            known = dice.random() < 0.8
            answered = dice.random() < (0.35 if question else 0.12)
            said.append(
                Said(
                    f"CANARY{number:04d}", week, answered if known else None, question,
                    dice.choices(("praise", "neutral", "criticism", "hostile"), (50, 40, 8, 2))[0],
                    dice.random() < 0.25, dice.expovariate(1 / 20),
                )
            )  # fmt: skip
    return said


def findings(said: list[Said], *, shows: Shows | None = None) -> Findings:
    """What a lens would count in this log: everything, and private."""
    by_who: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        by_who[one.who].append(one)
    first = {who: min(one.week for one in them) for who, them in by_who.items()}
    last = max((one.week for one in said), default=0)
    people, messages = len(by_who), len(said)
    states = Counter(one.answered for one in said)
    of_people = Counter(_state(them) for them in by_who.values())
    known = states[True] + states[False]
    return Findings(
        schema=SCHEMA,
        version="0",
        window=Window(_day(0), _day(last, 6)),
        zone="Asia/Jakarta",
        creator=Creator(1, 0, ["CANARYCREATOR"]),
        sources=[_source(said, people, shows or Shows(True, True, False, 1.0, True))],
        totals=Totals(messages, people, states[True] + 12, 0, 3, 0, messages * 9),
        concentration=_concentration(by_who, messages),
        replies=Replies(
            states[True], states[False], states[None],
            _share(of_people[True], of_people[True] + of_people[False], people),
            Three(of_people[True], of_people[False], of_people[None]),
            _share(states[True], known, known), states[True] + 2, min(3, states[True]), 0,
            0.7, 0.3, 0.2, {"in_thread": states[None]},
        ),
        acknowledgements=Acknowledgements(40, 30, 22),
        waiting=_waiting(said),
        ceiling=Ceiling(24, 9.5, 31.0, min(1.0, 24 / 31), 9.5 / 31),
        load=Load(
            Value(1.4), Value(2.2), Value(0.31), Value(_part(said, "hostile")), last + 1.0, _hours(messages)
        ),
        cohorts=_cohorts(by_who, first, last),
        retention=Retention("week", Range(0.31, 0.27, 0.35), [0.22, 0.15, 0.1]),
        weeks=_weeks(said, first, last),
        answering=_answering(said),
        one_sided=OneSided(
            dict(Counter(_class(them) for them in by_who.values())), Range(0.62, 0.5, 0.71)
        ),
        tenure=_tenure(by_who),
        loyalty=_loyalty(by_who, first),
        talk=_talk(said),
        plan=reply_plan(_waits(by_who, first, last), hours=1.5, minutes_each=3),
        blind=["What is said by voice or in private is in no log."],
        private=True,
        people=[_person(who, them) for who, them in sorted(by_who.items())[:50]],
        queue=[
            Queued("distress", "youtube", "v1", "m3", _day(2), "CANARY i want to disappear"),
            Queued("asks_address", "youtube", "v1", "m9", _day(4), "CANARY where do you live"),
            Queued("threat", "youtube", None, "m12", None, None),
        ],
        two_ends=[
            TwoEnds("youtube", 41, 3, Range(62.0, 40.0, 90.0, "estimated"), "parasocial", 39, 3, 0.012, 4, people)
        ],
    )  # fmt: skip


def _day(week: int, more: int = 0) -> str:
    return (MONDAY + timedelta(weeks=week, days=more)).isoformat()


def _hours(messages: int) -> list[int | None]:
    """Evenings are fuller; the same each day but Sunday."""
    shape = [1, 0, 0, 0, 0, 1, 2, 3, 3, 4, 4, 5, 6, 5, 5, 6, 7, 9, 12, 16, 18, 15, 9, 4]
    return [messages * n * (2 if day == 6 else 1) // 1100 for day in range(7) for n in shape]


def _share(part: int, known: int, whole: int) -> Range:
    if not known:
        return Range(None, None, None, why="no state is known")
    return Range(part / known, part / whole, (part + whole - known) / whole)


def _part(said: list[Said], tone: str) -> float | None:
    return sum(one.tone == tone for one in said) / len(said) if said else None


def _state(them: list[Said]) -> bool | None:
    if any(one.answered for one in them):
        return True
    return None if any(one.answered is None for one in them) else False


def _source(said: list[Said], people: int, shows: Shows) -> Source:
    log = Log("CANARYROOM", len(said), people, 12, Window(_day(0), _day(3)), shows)
    return Source(
        "s1", "youtube", "YouTube", "comment threads", Files(3, 0, 0, 0), RecordCounts(900, 0, 12),
        len(said), people, 12, shows, [log], [], ["Answers in private are not in it."],
    )  # fmt: skip


def _concentration(by_who: dict[str, list[Said]], messages: int) -> Concentration:
    if not by_who:
        return Concentration(None, None, None, None, "nobody wrote")
    sizes = sorted(map(len, by_who.values()), reverse=True)
    top = max(round(len(sizes) / 100), 1)
    return Concentration(
        0.55, sum(sizes[:top]) / messages, sizes[0] / messages, sizes.count(1) / len(sizes)
    )


def _waiting(said: list[Said]) -> Waiting:
    waits = sorted(one.hours for one in said if one.answered)
    known = sum(one.answered is not None for one in said)
    curve = [Step(hours, 1 - (at + 1) / known) for at, hours in enumerate(waits)]
    if not waits:
        return Waiting(known, 0, Value(None, "no answer is in these files"), {}, [], 0, NOT_SEEN)
    return Waiting(
        known, len(waits), Value(None, "fewer than half were ever answered"),
        {key: sum(w <= h for w in waits) / known for key, h in (("hour", 1), ("day", 24), ("week", 168))},
        curve[:: max(len(curve) // 60, 1)], 0,
    )  # fmt: skip


def _cohorts(by_who: dict[str, list[Said]], first: dict[str, int], last: int) -> list[Cohort]:
    found = []
    for start in range(last + 1):
        them = [who for who in by_who if first[who] == start]
        active = [
            sum(any(one.week == start + age for one in by_who[who]) for who in them)
            for age in range(last - start + 1)
        ]
        if them:
            found.append(Cohort(_day(start), "week", len(them), active))
    return found


def _weeks(said: list[Said], first: dict[str, int], last: int) -> list[Week]:
    found = []
    for week in range(last + 1):
        them = [one for one in said if one.week == week]
        iso = date.fromisoformat(_day(week)).isocalendar()
        found.append(
            Week(
                f"{iso.year}-W{iso.week:02d}", len(them), len({one.who for one in them}),
                sum(start == week for start in first.values()), sum(bool(one.answered) for one in them),
            )
        )  # fmt: skip
    return found


def _answering(said: list[Said]) -> list[Answering]:
    rows = []
    kinds: list[tuple[str, Callable[[Said], str]]] = [
        ("question", lambda one: "question" if one.question else "no question"),
        ("tone", lambda one: one.tone),
    ]
    for by, kind in kinds:
        for group in sorted({kind(one) for one in said}):
            them = [one for one in said if kind(one) == group]
            states = Counter(one.answered for one in them)
            known = states[True] + states[False]
            point = (states[True] + 2) / (known + 10)
            rows.append(
                Answering(by, group, known, states[True], states[None],
                          Range(point, max(point - 0.06, 0), point + 0.06))
            )  # fmt: skip
    return rows


def _class(them: list[Said]) -> str:
    if len(them) < 3:
        return "sparse"
    if any(one.answered for one in them):
        return "reciprocal"
    return "one_sided" if all(one.answered is False for one in them) else "unobservable"


def _tenure(by_who: dict[str, list[Said]]) -> Tenure:
    stages = []
    for since, upto in ((1, 1), (2, 3), (4, 7), (8, 15), (16, 30)):
        them = [who for who, said in by_who.items() if len(said) >= since]
        number = sum(min(len(by_who[who]), upto) - since + 1 for who in them)
        if them:
            stages.append(Stage(since, number, len(them), 0.6, 0.1 + since / 100, 9.0))
    slope = Range(0.02, 0.01, 0.03)
    return Tenure(stages, slope, Range(0.004, -0.003, 0.011), Range(0.03, 0.02, 0.04))


def _loyalty(by_who: dict[str, list[Said]], first: dict[str, int]) -> Loyalty:
    came = {}
    for answered in (True, False):
        them = [who for who, said in by_who.items() if bool(said[0].answered) == answered]
        back = sum(any(one.week > first[who] for one in by_who[who]) for who in them)
        came[answered] = Came(len(them), back, _share(back, len(them), len(them)))
    return Loyalty(
        came[True], came[False], Range(0.12, 0.03, 0.21), 3.4, Value(0.7 if came[True].people else None)
    )  # fmt: skip


def _talk(said: list[Said]) -> Talk:
    features = {
        "question": [one for one in said if one.question],
        "to_peer": [one for one in said if one.peer],
        "addressed": [one for one in said if not one.peer],
        "hostile": [one for one in said if one.tone == "hostile"],
        "distress": said[:1],
    }
    return Talk(
        len(said),
        {
            key: Counted(len(them), len({one.who for one in them}), len(them) / max(len(said), 1))
            for key, them in features.items()
        },
    )


def _waits(by_who: dict[str, list[Said]], first: dict[str, int], last: int) -> list[Waits]:
    return [
        Waits(
            who, len(them), float(last - them[-1].week), question=any(one.question for one in them),
            newcomer=first[who] > last - 4, long_quiet=len(them) > 5, name="CANARYNAME", item="m1",
        )
        for who, them in by_who.items()
        if not any(one.answered for one in them)
    ]  # fmt: skip


def _person(who: str, them: list[Said]) -> Person:
    states = Counter(one.answered for one in them)
    return Person(
        who, "CANARYNAME <b>", len(them), sum(one.question for one in them), states[True],
        states[False], states[None], _day(them[0].week), _day(them[-1].week),
    )  # fmt: skip


def rich() -> Findings:
    return findings(log())


def spoken() -> Findings:
    """A streamer's chat: the creator answers by voice, and nothing can be told of answers."""
    said = [replace_state(one) for one in log(400, 6, 3)]
    shows = Shows(False, False, True, 0.001, False)
    found = findings(said, shows=shows)
    return replace(
        found,
        sources=[replace(found.sources[0], platform="twitch", title="Twitch", layout="VOD chat")],
        replies=replace(
            found.replies, coverage=replace(NONE, why=NOT_SEEN), rate=replace(NONE, why=NOT_SEEN),
            reasons={"spoken": len(said)}, gini=None, gini_answered=None, top1=None,
        ),
        acknowledgements=Acknowledgements(None, None, None, "this platform has none"),
        waiting=Waiting(0, None, Value(None, NOT_SEEN), {}, [], 0, NOT_SEEN),
        ceiling=Ceiling(0, None, 31.0, None, None, "no reply is in these files"),
        answering=[],
        one_sided=OneSided({"unobservable": found.totals.people}, replace(NONE, why=NOT_SEEN)),
        loyalty=Loyalty(Came(None, None, NONE), Came(None, None, NONE), NONE, None, Value(None), NOT_SEEN),
        plan=None, two_ends=[],
    )  # fmt: skip


def replace_state(one: Said) -> Said:
    return Said(one.who, one.week, None, one.question, one.tone, one.peer, one.hours)


def tiny() -> Findings:
    """A recording with three messages."""
    return replace(findings(log(2, 1, 5)[:3]), queue=[], two_ends=[])


def empty() -> Findings:
    found = findings([])
    return replace(
        found, sources=[], cohorts=[], weeks=[], people=[], queue=[], two_ends=[], plan=None,
        window=Window(None, None), load=Load(*[Value(None, "nobody wrote")] * 4, None),
        retention=Retention(None, NONE, [], 0, "nobody wrote"),
        tenure=Tenure([], NONE, NONE, NONE, "nobody wrote"),
        acknowledgements=Acknowledgements(None, None, None, "nobody wrote"),
        ceiling=Ceiling(0, None, None, None, None, "nobody wrote"),
    )  # fmt: skip


def hostile() -> Findings:
    """What people may call themselves and write: markup, other directions, no space for a screen."""
    name = "CANARY</script><b onclick=x>\u202e" + "W" * 400
    found = rich()
    plan = found.plan
    shows = Shows(True, False, True, None, False)
    return replace(
        found,
        sources=[replace(it, shows=shows) for it in found.sources],
        people=[replace(it, id=f"{name}{n}", name=name) for n, it in enumerate(found.people)],
        queue=[replace(it, text=name * 9, item=name, room=name) for it in found.queue],
        plan=plan and replace(plan, next=[replace(it, id=name, name=name, item=name) for it in plan.next]),
    )  # fmt: skip


CASES = {"rich": rich, "spoken": spoken, "tiny": tiny, "empty": empty, "hostile": hostile}
