"""What the creator lens finds: plain data, the ``--json`` output and all that a page sees.

Nobody is named and nothing is quoted unless ``private`` is true: then ``people``, ``next``,
``queue``, ``two_ends`` and the logs of sources are filled. Else numbers of fewer than five are
withheld, and so null (``lenses/safe_to_share.py``). Shares run from 0 to 1, dates are ISO dates in
the creator's time zone. What is undefined is null, and ``why`` says why. A message of a fan is in
one of three states: answered, seen without an answer, or cannot be told.
"""

from typing import Any, Literal

import msgspec
from msgspec import Struct, field

from parasocial.lenses.findings.amounts import Range, Reason, Value, Window
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
)
from parasocial.lenses.findings.fans import Next, Person, Plan, Queued, Trade, TwoEnds, Way

__all__ = [
    "SCHEMA",
    "Acknowledgements",
    "Answering",
    "Came",
    "Ceiling",
    "Cohort",
    "Concentration",
    "Counted",
    "Creator",
    "Files",
    "Findings",
    "Load",
    "Log",
    "Loyalty",
    "Next",
    "OneSided",
    "Person",
    "Plan",
    "Queued",
    "Range",
    "RecordCounts",
    "Replies",
    "Retention",
    "Shows",
    "Source",
    "Stage",
    "Step",
    "Talk",
    "Tenure",
    "Three",
    "Totals",
    "Trade",
    "TwoEnds",
    "Untold",
    "Value",
    "Waiting",
    "Way",
    "Week",
    "Window",
    "json_schema",
]

SCHEMA = "parasocial/creator/1"

Untold = Literal["spoken", "no_links", "silent_creator", "incomplete", "unmarked", "in_thread"]
"""Why a message's state cannot be told: answers may be spoken; the file marks none; the creator
writes nothing in it; part of it is missing; a line of the creator's without a mark followed soon
after; or the creator answered in the same thread without saying whom."""


class Shows(Struct, frozen=True):
    """What a log can show.

    Attributes:
        creator_text: Whether the creator writes anything in it.
        reply_links: Whether it marks what answers what.
        spoken: Whether the creator may answer by voice, unseen.
        step_seconds: How fine its times are; null where they are guessed from words such as
            "2 years ago".
        complete: False where part of it is missing; null where nothing tells.
    """

    creator_text: bool
    reply_links: bool
    spoken: bool
    step_seconds: float | None
    complete: bool | None


class Log(Struct, frozen=True):
    """One conversation of a source: what stands below a video, a stream's chat, a room.

    Attributes:
        room: The platform's id of it; null unless private.
        messages: Of fans.
        people: Fans who wrote there.
    """

    room: str | None
    messages: int
    people: int
    creator_messages: int
    window: Window
    shows: Shows


class Files(Struct, frozen=True):
    """Every file of an export is one of these; ``cut`` counts those of ``read`` that break off."""

    read: int
    ignored: int
    unknown: int
    cut: int


class RecordCounts(Struct, frozen=True):
    """Records read and failed; ``set_aside`` is the part of ``read`` that is no message."""

    read: int
    failed: int
    set_aside: int


class Source(Struct, frozen=True):
    """One export that was read.

    Attributes:
        shows: What all its logs can show together: a flag holds if it holds for each.
        logs: One per video, stream or room, in order of time; empty unless private.
    """

    id: str
    platform: str
    title: str
    layout: str
    files: Files
    records: RecordCounts
    messages: int | None
    people: int | None
    creator_messages: int
    shows: Shows
    logs: list[Log]
    warnings: list[str]
    blind: list[str]


class Creator(Struct, frozen=True):
    """Whose channel this is.

    Attributes:
        accounts: How many accounts of theirs write here.
        team: How many accounts of their team write here.
        ids: The creator's accounts; null unless private.
    """

    accounts: int
    team: int
    ids: list[str] | None = None


class Totals(Struct, frozen=True):
    """What was counted.

    Attributes:
        messages: What was written to the channel, each once, however many exports hold it. Not
            what the creator and the team wrote, nor what accounts wrote that are gone.
        people: Distinct accounts that wrote these, programs among them.
        creator_messages: What the creator wrote.
        team_messages: What the team wrote.
        gone_messages: Messages of deleted accounts, which cannot be told apart.
        repeated: Copies of messages that another export or file holds, too.
        words: Words of fans; pictures have none.
        program_messages: Of ``messages``, those of programs (bots), which are no fans and are in
            nothing else here but the concentration.
        programs: Of ``people``, the programs.
    """

    messages: int
    people: int
    creator_messages: int
    team_messages: int
    gone_messages: int
    repeated: int
    words: int
    program_messages: int = 0
    programs: int = 0


class Concentration(Struct, frozen=True):
    """How much of what is written comes from a few.

    Attributes:
        gini: Of messages per account, programs among them; 0 is the same from each.
        top1: Share of messages from the most active hundredth of accounts, rounded to a whole
            number of them, at least one.
        largest: Share of messages from the most active fan.
        once: Share of fans who wrote a single message.
        gini_fans: ``gini`` without programs.
        top1_fans: ``top1`` without programs.
    """

    gini: float | None
    top1: float | None
    largest: float | None
    once: float | None
    why: Reason | None = None
    gini_fans: float | None = None
    top1_fans: float | None = None


class Three(Struct, frozen=True):
    """A number of people or messages in each state."""

    answered: int | None
    seen: int | None
    cannot_be_told: int | None


class Replies(Struct, frozen=True):
    """What became of fans' messages.

    Attributes:
        answered: Messages of fans that the creator answered.
        seen: Messages where every answer would be in the files, and there is none.
        cannot_be_told: All others.
        coverage: Share of fans answered at least once. The point is that among fans whose
            state is known; low and high let those of unknown state go either way.
        people: Fans by state: answered once or more; else unknown if any message is unknown.
        rate: Share of messages answered among those whose state is known, 90 % interval.
        given: Replies that the creator wrote.
        named: Of ``answered``, those told by the name that a line of the creator's begins with.
        by_team: Messages without the creator's answer that the team answered.
        gini: Of replies per fan, those without any included.
        gini_answered: The same among fans with a reply.
        top1: Share of replies that went to the most answered hundredth of fans.
        reasons: Messages whose state cannot be told, by the first reason that holds.
    """

    answered: int | None
    seen: int | None
    cannot_be_told: int | None
    coverage: Range
    people: Three
    rate: Range
    given: int
    named: int | None
    by_team: int | None
    gini: float | None
    gini_answered: float | None
    top1: float | None
    reasons: dict[Untold, int] = field(default_factory=dict)


class Load(Struct, frozen=True):
    """What the channel costs in time, by what was written.

    Attributes:
        reading_hours: Hours a week to read fans' words, at 238 words a minute.
        reply_hours: Hours a week to type the creator's own, at 40 words a minute.
        night_share: Share of the creator's messages between 23:00 and 5:00 on their clock.
        hostile_share: Share of fans' messages with words that attack.
        weeks: How many weeks the logs reach over.
        by_hour: Fans' messages in each of the 168 hours of a week on the creator's clock, from
            Monday 0:00 on; empty where times are too coarse.
        removed: Messages that the logs say were taken down.
    """

    reading_hours: Value
    reply_hours: Value
    night_share: Value
    hostile_share: Value
    weeks: float | None
    by_hour: list[int | None] = field(default_factory=list)
    removed: int = 0


class Counted(Struct, frozen=True):
    """Messages with one feature, and fans who wrote any.

    Attributes:
        share: Of messages that have words.
    """

    messages: int | None
    people: int | None
    share: float | None


class Talk(Struct, frozen=True):
    """How fans write, by open word lists that are drafts: counts, never a label on a person.

    Attributes:
        worded: Messages with words; shares are of these.
        features: By feature (``addressed``, ``to_peer``, ``question`` …). ``to_creator`` and
            ``to_fans`` also look at whose message was answered.
        why: Where nothing was counted, the reason.
    """

    worded: int
    features: dict[str, Counted]
    why: Reason | None = None


class Findings(Struct, frozen=True):
    """Everything the creator lens says.

    Attributes:
        private: Whether names, ids and texts are in it.
        suppressed: Cells withheld so that nobody can be told from a small group.
        answering: Who gets answered: one row per kind of fan or message.
        people: Fans by number of messages, at most a thousand; empty unless private.
        queue: Messages for a human to look at; empty unless private.
        two_ends: Ties that a fan's export shows from the other end; empty without one.
    """

    schema: str
    version: str
    window: Window
    zone: str
    creator: Creator
    sources: list[Source]
    totals: Totals
    concentration: Concentration
    replies: Replies
    acknowledgements: Acknowledgements
    waiting: Waiting
    ceiling: Ceiling
    load: Load
    cohorts: list[Cohort]
    retention: Retention
    weeks: list[Week]
    answering: list[Answering]
    one_sided: OneSided
    tenure: Tenure
    loyalty: Loyalty
    talk: Talk
    plan: Plan | None
    blind: list[str]
    private: bool = False
    invented: bool = False
    suppressed: int = 0
    people: list[Person] = field(default_factory=list)
    queue: list[Queued] = field(default_factory=list)
    two_ends: list[TwoEnds] = field(default_factory=list)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of ``Findings``."""
    schema = msgspec.json.schema(Findings)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA, **schema}
