"""A creator's findings for others' eyes: nobody named, nothing quoted, nobody told from a few.

Numbers of fans, and of messages where only these are counted, are withheld below five, and with
them as many others as it takes that none can be had by subtraction (``small_cells``). What stands
for one fan alone, such as the share of the most active one, is always withheld. The number of all
fans and of all messages stays: it says nothing of anybody.
"""

from dataclasses import dataclass, field

from msgspec.structs import replace

from parasocial.lenses.findings.amounts import Range, Value
from parasocial.lenses.findings.channel import (
    Acknowledgements,
    Answering,
    Came,
    Loyalty,
    OneSided,
    Stage,
    Step,
    Tenure,
    Waiting,
    Week,
)
from parasocial.lenses.findings.creator import (
    Concentration,
    Counted,
    Findings,
    Load,
    Replies,
    Source,
    Talk,
    Three,
)
from parasocial.lenses.findings.fans import Plan, Way
from parasocial.lenses.shared_cohorts import share_cohorts, share_retention
from parasocial.lenses.small_cells import K, small, withheld_rows
from parasocial.talk import marks

WHY = "fewer than five people, or more could be told from it"
GRID = (1.0, 3.0, 6.0, 12.0, 24.0, 48.0, 72.0, 168.0, 336.0, 672.0)
"""Hours at which the shared waiting curve is read: its own steps are single answers."""
_NONE = Range(None, None, None, why=WHY)
_HUNDREDTH = 100


@dataclass(slots=True)
class _Count:
    """How many cells were withheld on the way."""

    cells: int = field(default=0)

    def none(self, number: int = 1) -> None:
        self.cells += number


def safe_to_share(findings: Findings) -> Findings:
    """The findings for the report that others may see; what is shareable already stays as it is."""
    gone = _Count()
    people, messages = findings.totals.people, findings.totals.messages
    few = people < K
    cohorts, cells = share_cohorts(findings.cohorts)
    retention, ages = share_retention(findings.retention, findings.cohorts)
    gone.none(cells + ages)
    shared = replace(
        findings,
        private=False,
        people=[],
        queue=[],
        two_ends=[],
        creator=replace(findings.creator, ids=None),
        sources=_sources(findings.sources, gone),
        concentration=_concentration(findings.concentration, people, gone),
        replies=_replies(findings.replies, gone, few=few),
        acknowledgements=_acknowledgements(findings.acknowledgements, people, gone),
        waiting=_waiting(findings.waiting, gone),
        load=_load(findings.load, messages, gone, few=few),
        cohorts=cohorts,
        retention=replace(retention, returned=_NONE) if few else retention,
        weeks=_weeks(findings.weeks, gone),
        answering=_answering(findings.answering, gone),
        one_sided=_one_sided(findings.one_sided, gone),
        tenure=_tenure(findings.tenure, gone, few=few),
        loyalty=_loyalty(findings.loyalty, gone),
        talk=_talk(findings.talk, people, gone),
        plan=_plan(findings.plan, gone),
    )
    return replace(shared, suppressed=findings.suppressed + gone.cells)


def _sources(sources: list[Source], gone: _Count) -> list[Source]:
    hide = withheld_rows([[it.people or 0, it.messages or 0] for it in sources])
    gone.none(2 * len(hide))
    return [
        replace(
            it,
            logs=[],
            people=None if place in hide else it.people,
            messages=None if place in hide else it.messages,
        )
        for place, it in enumerate(sources)
    ]


def _concentration(it: Concentration, people: int, gone: _Count) -> Concentration:
    gone.none()
    if people < K:
        gone.none(3)
        return Concentration(None, None, None, None, WHY)
    once = it.once
    if once is not None and (small(once * people) or small((1 - once) * people)):
        once = None
        gone.none()
    top = it.top1 if people / _HUNDREDTH >= K - 0.5 else None
    gone.none(top is None)
    fans = None if top is None else it.top1_fans
    return replace(it, top1=top, top1_fans=fans, largest=None, once=once)


def _replies(it: Replies, gone: _Count, *, few: bool) -> Replies:
    people = _three(it.people)
    messages = [it.answered or 0, it.seen or 0, it.cannot_be_told or 0]
    hide = withheld_rows([[one] for one in people]) | (frozenset(range(3)) if few else frozenset())
    if hide:
        gone.none(2 * len(hide) + 2)
    told = [None if place in hide else one for place, one in enumerate(people)]
    hide_messages = hide | withheld_rows([[one] for one in messages])
    shown = [None if place in hide_messages else one for place, one in enumerate(messages)]
    reasons = list(it.reasons)
    low = withheld_rows([[it.reasons[key]] for key in reasons])
    gone.none(len(low))
    return replace(
        it,
        answered=shown[0],
        seen=shown[1],
        cannot_be_told=shown[2],
        people=Three(*told),
        coverage=_NONE if hide else it.coverage,
        rate=_NONE if hide_messages else it.rate,
        named=None if small(it.named) else it.named,
        by_team=None if small(it.by_team) else it.by_team,
        gini=None if few else it.gini,
        gini_answered=None if people[0] < K else it.gini_answered,
        top1=it.top1 if people[0] / _HUNDREDTH >= K - 0.5 else None,
        reasons={key: it.reasons[key] for place, key in enumerate(reasons) if place not in low},
    )


def _three(it: Three) -> list[int]:
    return [it.answered or 0, it.seen or 0, it.cannot_be_told or 0]


def _acknowledgements(it: Acknowledgements, people: int, gone: _Count) -> Acknowledgements:
    if it.people is None or not (small(it.people) or small(people - it.people)):
        low = small(it.only) or small((it.messages or 0) - (it.only or 0))
        gone.none(low)
        return replace(it, only=None) if low else it
    gone.none(3)
    return Acknowledgements(None, None, None, WHY)


def _waiting(it: Waiting, gone: _Count) -> Waiting:
    if small(it.answered) or small(it.messages) or small(it.messages - (it.answered or 0)):
        gone.none(3 + len(it.within) + len(it.curve))
        return replace(
            it, answered=None, median_hours=Value(None, WHY), within={}, curve=[], why=WHY
        )
    curve = []
    for hours in GRID if it.curve else ():
        before = [step.waiting for step in it.curve if step.hours <= hours]
        curve.append(Step(hours, round(before[-1], 2) if before else 1.0))
    middle = it.median_hours
    if middle.value is not None:
        middle = replace(middle, value=float(max(round(middle.value), 1)))
    within = {key: round(share, 2) for key, share in it.within.items()}
    return replace(it, curve=curve, median_hours=middle, within=within)


def _load(it: Load, messages: int, gone: _Count, *, few: bool) -> Load:
    hide = withheld_rows([[one or 0] for one in it.by_hour])
    gone.none(len(hide))
    hours = [None if place in hide else one for place, one in enumerate(it.by_hour)]
    share = it.hostile_share.value
    if share is not None and (few or small(share * messages) or small((1 - share) * messages)):
        gone.none()
        return replace(it, hostile_share=Value(None, WHY), by_hour=hours)
    return replace(it, by_hour=hours)


def _weeks(weeks: list[Week], gone: _Count) -> list[Week]:
    new = withheld_rows([[it.new or 0] for it in weeks])
    busy = withheld_rows([[it.people or 0, it.messages or 0] for it in weeks])
    gone.none(len(new) + 2 * len(busy))
    return [
        replace(
            it,
            new=None if place in new | busy else it.new,
            people=None if place in busy else it.people,
            messages=None if place in busy else it.messages,
        )
        for place, it in enumerate(weeks)
    ]


def _answering(rows: list[Answering], gone: _Count) -> list[Answering]:
    """Each way of telling messages apart is a table: of answered, seen and unknown."""
    hide: set[int] = set()
    for by in dict.fromkeys(it.by for it in rows):
        places = [place for place, it in enumerate(rows) if it.by == by]
        cells = [
            [
                rows[at].answered or 0,
                (rows[at].messages or 0) - (rows[at].answered or 0),
                rows[at].cannot_be_told or 0,
            ]
            for at in places
        ]
        hide.update(places[at] for at in withheld_rows(cells))
    gone.none(4 * len(hide))
    return [
        replace(it, messages=None, answered=None, cannot_be_told=None, share=_NONE)
        if place in hide
        else it
        for place, it in enumerate(rows)
    ]


def _one_sided(it: OneSided, gone: _Count) -> OneSided:
    keys = list(it.by_class)
    hide = withheld_rows([[it.by_class[key] or 0] for key in keys])
    gone.none(len(hide))
    return replace(
        it,
        by_class={k: None if at in hide else it.by_class[k] for at, k in enumerate(keys)},
        share=_NONE if hide else it.share,
    )


def _tenure(it: Tenure, gone: _Count, *, few: bool) -> Tenure:
    hide = withheld_rows([[stage.people or 0, stage.messages or 0] for stage in it.stages])
    gone.none(5 * len(hide))
    stages = [
        Stage(stage.since, None, None, None, None, None) if place in hide else _stage(stage)
        for place, stage in enumerate(it.stages)
    ]
    if few:
        return replace(it, stages=stages, pooled=_NONE, within=_NONE, between=_NONE)
    return replace(it, stages=stages)


def _stage(it: Stage) -> Stage:
    """Its shares to a hundredth: finer, they would count single messages."""
    return replace(
        it,
        addressed=None if it.addressed is None else round(it.addressed, 2),
        intimate=None if it.intimate is None else round(it.intimate, 2),
        words=None if it.words is None else round(it.words, 1),
    )


def _loyalty(it: Loyalty, gone: _Count) -> Loyalty:
    both = (it.answered, it.unanswered)
    cells = [[one.returned or 0, (one.people or 0) - (one.returned or 0)] for one in both]
    if not withheld_rows(cells):
        return it
    gone.none(7)
    none = Came(None, None, _NONE)
    return replace(
        it,
        answered=none,
        unanswered=none,
        difference=_NONE,
        reply_hours=None,
        hours_each=Value(None, WHY),
        why=WHY,
    )


def _talk(it: Talk, people: int, gone: _Count) -> Talk:
    """Without what waits for a human: that is nobody else's to see, however many they are."""
    features = {}
    for key, one in it.features.items():
        if marks.NAMES.get(key, 0) & marks.QUEUE:
            gone.none(3)
            continue
        low = any(
            small(number)
            for number in (
                one.people,
                people - (one.people or 0),
                one.messages,
                it.worded - (one.messages or 0),
            )
        )
        gone.none(3 * low)
        features[key] = Counted(None, None, None) if low else one
    return replace(it, features=features)


def _plan(it: Plan | None, gone: _Count) -> Plan | None:
    """Without the people to answer, and without shares of a group of fewer than ten."""
    if it is None or small(it.waiting):
        gone.none(it is not None)
        return None
    few = {goal for goal, number in it.among.items() if small(number, 2 * K)}
    gone.none(3 * len(few))
    return replace(
        it,
        next=[],
        balanced=_way(it.balanced, few),
        loudest=_way(it.loudest, few),
        among={goal: number for goal, number in it.among.items() if goal not in few},
        curve=[] if few else it.curve,
    )


def _way(it: Way, few: set[str]) -> Way:
    shares = (("question", it.questions), ("newcomer", it.newcomers), ("long_quiet", it.long_quiet))
    return Way(it.people, *(None if goal in few else share for goal, share in shares))
