"""Findings of every shape that the schema allows, with sane ranges."""

from typing import get_args

from hypothesis import strategies as st

from parasocial.lenses.findings import (
    Alter,
    Attention,
    Ceiling,
    Chosen,
    Count,
    Findings,
    FormHours,
    Pattern,
    Range,
    Share,
    Tie,
    TieClass,
    Totals,
    Week,
)  # fmt: skip
from parasocial.lenses.gives import gives
from parasocial.lenses.published import rows
from parasocial.lenses.quiz import beside
from parasocial.notes import Answers, QuizAnswers
from report import makers, persons

PLATFORMS = {
    "youtube": "YouTube",
    "instagram": "Instagram",
    "tiktok": "TikTok",
    "whatsapp": "WhatsApp",
}
CHANNELS = ("message", "comment", "view", "reaction", "live_chat", "gift", "follow")
KINDS = ("persona", "person", "brand", "group", "companion", "unknown")
WHYS = ("no export holds both sides", "under 8 weeks of records")
NOTHING = Range(None, None, None, why=WHYS[0])

small = st.integers(0, 400)
said = st.sampled_from((None, "yes", "no", "unsure"))
topics = st.lists(st.sampled_from(("health", "hobbies", "other")), unique=True).map(tuple)
answers = st.none() | st.builds(
    Answers, said, topics, said, said, said, said, said, said, st.none() | st.integers(0, 5)
)
PUBLISHED = [[], rows(set(), follows=False, met=False), rows({"comment"}, follows=True, met=True)]
quizzes = st.builds(
    QuizAnswers, st.floats(0, 24), st.floats(0, 90), st.sampled_from(("in_use", "deleted")),
    st.integers(0, 4), st.integers(0, 4), st.integers(0, 4),
)  # fmt: skip
days = st.dates(min_value=makers.START).map(str)


@st.composite
def ranges(draw: st.DrawFn, most: float = 60) -> Range:
    if draw(st.booleans()):
        return NOTHING
    low, point, high = sorted(draw(st.lists(st.floats(0, most), min_size=3, max_size=3)))
    return Range(point, low, high, draw(st.sampled_from(("estimated", "measured", "mixed"))))


@st.composite
def shares(draw: st.DrawFn) -> Share:
    found = draw(ranges(1))
    return Share(found.point, found.low, found.high, why=found.why)


@st.composite
def ties(draw: st.DrawFn) -> Tie:
    class_ = draw(st.sampled_from(get_args(TieClass)))
    platforms = draw(
        st.lists(st.sampled_from(sorted(PLATFORMS)), min_size=1, max_size=2, unique=True)
    )
    first, last = sorted((draw(days), draw(days)))
    gave, back, sessions = draw(small), draw(small), draw(small)
    return Tie(
        alter=Alter(
            f"{platforms[0]}:{draw(st.integers(0, 10**9))}", draw(st.text(max_size=40)), None, platforms,
            draw(st.sampled_from(KINDS)), None,
        ),
        class_=class_, basis=draw(st.sampled_from(("acts", "attention", "none"))), dormant=draw(st.booleans()),
        channels=draw(st.lists(st.sampled_from(CHANNELS), max_size=3, unique=True)),
        given=Count(gave * 2, gave), received=Count(back * 2, back), share_given=NOTHING,
        attention=Attention(sessions, sessions // 3, draw(ranges(900))),
        ceiling=Ceiling(draw(small), draw(st.none() | st.integers(-9, 300)), draw(st.booleans())),
        weekly_hours=draw(ranges(30)), first=draw(st.sampled_from((first, None))), last=last,
        keep=draw(st.booleans()), hidden=draw(st.booleans()), private=draw(st.booleans()),
        gives=draw(answers),
    )  # fmt: skip


@st.composite
def weeks(draw: st.DrawFn) -> list[Week]:
    number = draw(st.sampled_from((0, 1, 2, 9, 30, 60)))
    covered = draw(st.sets(st.integers(0, 59), max_size=8))
    made = [
        Week(
            f"{2025 + n // 52}-W{n % 52 + 1:02}", *(draw(ranges(20)) for _ in range(4)), 3, 2,
            [] if n in covered else ["view"],
        )
        for n in range(min(number, 4))
    ]  # fmt: skip
    return [
        Week(
            f"{2025 + n // 52}-W{n % 52 + 1:02}", one.one_way_hours, one.reciprocal_hours, one.other_hours,
            one.unattributed_hours, 3, 2, [] if n in covered else ["view"],
        )
        for n in range(number)
        for one in [made[n % len(made)]]
    ]  # fmt: skip


@st.composite
def patterns(draw: st.DrawFn) -> Pattern:
    names = (
        "savvy_social",
        "breezy_poster",
        "oversharer",
        "lurker",
        "offliner",
        "mixed",
        "cannot_be_told",
    )
    name = draw(st.sampled_from(names))
    return Pattern(
        name=name, shares={}, decided_axis=draw(st.sampled_from((None, "much time; posting in between"))),
        stability=draw(st.none() | st.floats(0, 1)), range=draw(st.lists(st.sampled_from(names[:5]), unique=True)),
        hours_a_day=draw(ranges(20)), posts_a_week=draw(st.none() | st.floats(0, 500)),
        active_days=draw(st.none() | st.floats(0, 28)),
        draws=draw(st.lists(st.tuples(st.floats(0, 24), st.floats(0, 300)), max_size=5)),
        why=draw(st.sampled_from((None, *WHYS))),
    )  # fmt: skip


@st.composite
def findings(draw: st.DrawFn) -> Findings:
    found = draw(st.lists(ties(), max_size=6))
    value, type_ = draw(ranges(1)), draw(patterns())
    return makers.findings(
        found,
        sources=[
            makers.source(platform, PLATFORMS[platform], coverage=draw(st.sampled_from(([], makers.source("a", "A").coverage))))
            for platform in draw(st.lists(st.sampled_from(sorted(PLATFORMS)), unique=True))
        ],
        totals=Totals(len(found), 9, {}, draw(ranges(9_000)), draw(ranges(100)), draw(ranges(900))),
        one_way_share=draw(shares()), reciprocal_share=draw(shares()),
        chosen_share=Chosen(value.point, value.low, value.high, why=value.why),
        by_form=draw(st.lists(st.builds(FormHours, st.sampled_from(("video", "short", "chat")), ranges(900), small), max_size=3)),
        weeks=draw(weeks()), type=type_, invented=draw(st.booleans()),
        gives=gives(found), quiz=beside(draw(st.none() | quizzes), type_), published=draw(st.sampled_from(PUBLISHED)),
        **draw(persons.persons(found)),
    )  # fmt: skip
