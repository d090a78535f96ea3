"""What the audience lens finds: plain data, the ``--json`` output and all that a report sees.

Shares run from 0 to 1, hours are hours, dates are ISO dates in the person's time zone. What is
undefined is null, and ``why`` says why.
"""

from typing import Any, Literal

import msgspec
from msgspec import Struct, field

from parasocial.lenses.findings.amounts import Range, Reason, Share, Value, Window
from parasocial.lenses.findings.person import (
    Around,
    Burstiness,
    Community,
    Companions,
    Comparison,
    Concentration,
    Counting,
    Difference,
    Displacement,
    Felt,
    FeltTie,
    Lag,
    OwnComments,
    Period,
    Power,
    Rate,
    Reading,
    Rhythm,
    Rung,
    Sensitivity,
    Sittings,
    Trajectories,
    Trajectory,
)
from parasocial.lenses.overshared import Oversharing
from parasocial.lenses.self_report import Gives, Published, Quiz
from parasocial.notes import Answers

__all__ = [
    "SCHEMA",
    "Alter",
    "Around",
    "Attention",
    "Basis",
    "Burstiness",
    "Ceiling",
    "Chosen",
    "Community",
    "Companions",
    "Comparison",
    "Concentration",
    "Count",
    "Counting",
    "Covered",
    "Declared",
    "Difference",
    "Displacement",
    "Felt",
    "FeltTie",
    "Files",
    "Findings",
    "FormHours",
    "Lag",
    "Notes",
    "OwnComments",
    "Pattern",
    "Period",
    "Power",
    "Range",
    "Rate",
    "Reading",
    "Reason",
    "RecordCounts",
    "Rhythm",
    "Rung",
    "Sensitivity",
    "Share",
    "Sittings",
    "Source",
    "Tie",
    "TieClass",
    "Totals",
    "Trajectories",
    "Trajectory",
    "Value",
    "Week",
    "Window",
    "json_schema",
]

SCHEMA = "parasocial/audience/1"

TieClass = Literal[
    "parasocial",
    "one_sided",
    "unattributed",
    "companion",
    "reciprocal",
    "inbound",
    "sparse",
    "unobservable",
    "undetermined",
]
Basis = Literal["acts", "attention", "none"]


class Covered(Struct, frozen=True, rename={"start": "from", "end": "to"}):
    """The days that one channel of a source covers."""

    channel: str
    start: str | None
    end: str | None


class Files(Struct, frozen=True):
    """Every file of an export is one of these; ``cut`` counts those of ``read`` that break off."""

    read: int
    ignored: int
    unknown: int
    cut: int = 0


class RecordCounts(Struct, frozen=True):
    """Records read and failed; ``set_aside`` is the part of ``read`` that says nothing of a tie."""

    read: int
    failed: int
    set_aside: int = 0


class Declared(Struct, frozen=True):
    """What became of one kind of file, by our own pattern for it."""

    files: str
    count: int
    records: RecordCounts
    failures: dict[str, int] = field(default_factory=dict)


class Source(Struct, frozen=True):
    """One export that was read."""

    id: str
    platform: str
    title: str
    layout: str
    ego: str | None
    files: Files
    records: RecordCounts
    coverage: list[Covered]
    declared: list[Declared]
    unknown_endings: dict[str, int]
    warnings: list[str]
    blind: list[str]


class Alter(Struct, frozen=True):
    """The other side of a tie."""

    id: str
    name: str
    handle: str | None
    platforms: list[str]
    kind: str
    kind_evidence: str | None


class Count(Struct, frozen=True):
    """Acts, and turns: chains of acts less than an hour apart."""

    acts: int
    turns: int


class Attention(Struct, frozen=True):
    """Ego's side of watching, listening and liking."""

    sessions: int
    weeks: int
    hours: Range


class Ceiling(Struct, frozen=True):
    """How many returns a tie of attention can hide at most.

    Attributes:
        possible_returns: Returned turns seen, plus one per act on a channel without a return path.
        slack: How many more the picture could bear before it changes. Negative: not decided.
        applies: Whether the tie may be decided this way at all.
        why: Where it may not, the reason.
    """

    possible_returns: int
    slack: int | None
    applies: bool
    why: Reason | None = None


class Tie(Struct, frozen=True, rename={"class_": "class"}):
    """One tie of ego's.

    Attributes:
        weekly_hours: Hours a week within each source's own window, summed over sources.
        keep: Kept on purpose, by a note.
        hidden: Left off the page for good, by a note.
        gives: What the person says that it gives them; null without an answer.
        private: A person who is known or may be private and does not answer: on request only.
    """

    alter: Alter
    class_: TieClass
    basis: Basis
    dormant: bool
    channels: list[str]
    given: Count
    received: Count
    share_given: Range
    attention: Attention
    ceiling: Ceiling
    weekly_hours: Range
    first: str | None
    last: str | None
    close: float | None = None
    keep: bool = False
    hidden: bool = False
    private: bool = False
    follows: bool = False
    followed_by: bool = False
    gives: Answers | None = None


class Totals(Struct, frozen=True):
    """Sums over all ties. ``hours`` leave unattributed attention out; it stands beside them."""

    ties: int
    interactions: int
    by_class: dict[str, int]
    hours: Range
    weekly_hours: Range
    unattributed_hours: Range


class Week(Struct, frozen=True):
    """One ISO week.

    Attributes:
        one_way_hours: Hours with ties of the classes parasocial and one_sided.
        reciprocal_hours: Hours with reciprocal ties.
        other_hours: Hours with ties that are neither, or not decided.
        reciprocal_people: How many reciprocal ties ego wrote to.
        covered: Channels whose export covers any of this week; a week without is a gap, not zero.
    """

    week: str
    one_way_hours: Range
    reciprocal_hours: Range
    other_hours: Range
    unattributed_hours: Range
    reciprocal_turns: int
    reciprocal_people: int
    covered: list[str]


class FormHours(Struct, frozen=True):
    """Attention by the form of what was attended to."""

    form: str
    hours: Range
    events: int


class Chosen(Struct, frozen=True):
    """Attention to accounts that ego follows, subscribes to or searched for."""

    value: float | None
    low: float | None
    high: float | None
    chosen_hours: Range | None = None
    served_hours: Range | None = None
    why: Reason | None = None


class Pattern(Struct, frozen=True):
    """Which of the five patterns of the 2021 study these data read most like.

    Attributes:
        name: The largest share; ``mixed`` under one half; ``cannot_be_told`` without 28 days.
        shares: savvy_social, breezy_poster, oversharer, lurker; offliner apart.
        decided_axis: What can be said where the name is mixed ("much time; posting in between").
        stability: Share of week-bootstrap draws with the same name.
        range: Names that are possible when hours on other platforms are added.
        hours_a_day: Hours a day seen in these exports: a lower bound.
        posts_a_week: Public posts and comments a week.
        active_days: Active days of 28.
        draws: Each bootstrap draw as (hours a day, posts a week), for the map.
    """

    name: str
    shares: dict[str, float]
    decided_axis: str | None
    stability: float | None
    range: list[str]
    hours_a_day: Range
    posts_a_week: float | None
    active_days: float | None
    draws: list[tuple[float, float]]
    why: Reason | None = None


class Notes(Struct, frozen=True):
    """How many corrections and answers the person's notes hold."""

    count: int


class Findings(Struct, frozen=True):
    """Everything the audience lens says.

    Attributes:
        periods: One per period that was asked for.
        ladder: How far contact with performers went; empty without any.
        companions: Null where these exports hold none.
        comparison: Null unless an earlier report was given.
        oversharing: Null where the ledger holds no texts of the person's own.
        own_comments: Null where none of them stands under what a performer made.
    """

    schema: str
    version: str
    window: Window
    zone: str
    unit: str
    thresholds: dict[str, Any]
    notes: Notes
    sources: list[Source]
    ties: list[Tie]
    totals: Totals
    one_way_share: Share
    reciprocal_share: Share
    balance: Value
    chosen_share: Chosen
    by_form: list[FormHours]
    weeks: list[Week]
    type: Pattern
    community: Community
    felt: Felt
    displacement: Displacement
    periods: list[Period]
    trajectories: Trajectories
    ladder: list[Rung]
    concentration: Concentration
    rhythm: Rhythm
    companions: Companions | None
    sensitivity: Sensitivity
    comparison: Comparison | None
    invented: bool = False
    gives: Gives = Gives(0, {}, {})
    quiz: Quiz | None = None
    published: list[Published] = field(default_factory=list)
    oversharing: Oversharing | None = None
    own_comments: OwnComments | None = None


def json_schema() -> dict[str, Any]:
    """The JSON Schema of ``Findings``."""
    schema = msgspec.json.schema(Findings)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA, **schema}
