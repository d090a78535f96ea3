"""The wording rules, over every sentence that can be produced."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from banned import banned
from parasocial.lenses.findings import Chosen, Findings, Range, Share
from parasocial.readers import READERS
from parasocial.reading import Reader
from parasocial.report import split, write_page
from parasocial.report.calendar import months
from parasocial.report.words import (
    attention,
    facts,
    headline,
    method,
    pattern,
    reading,
    ties,
    weeks,
)
from parasocial.report.words.numbers import about, duration, span
from report import cases, makers, strategies
from report.visible import blocks, grade, words

BANNED = re.compile(rf"{banned('en').pattern}|\b0 (ties|people|of them|gave)", re.IGNORECASE)
NONE = Range(None, None, None)
BUSY = [HealthCheck.too_slow]  # whole findings, on a machine that may be busy


def judged(page: str) -> list[str]:
    return [block.text for block in blocks(page) if BANNED.search(block.text)]


@pytest.mark.thorough
@pytest.mark.parametrize("make", cases.CASES.values(), ids=cases.CASES)
def test_no_banned_word_stands_on_a_page(make) -> None:
    assert judged(write_page(make(), show_private=True)) == []


@pytest.mark.thorough
@given(strategies.findings())
@settings(max_examples=60, suppress_health_check=BUSY)
def test_no_banned_word_can_be_produced(findings: Findings) -> None:
    assert judged(write_page(findings, show_private=True)) == []


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_no_reader_says_a_banned_word(reader: Reader) -> None:
    assert not [sentence for sentence in reader.blind if BANNED.search(sentence)]


def test_the_check_itself_finds_banned_words() -> None:
    assert judged("<body><p>You waste time</p><p>Only 3 friends</p><p>0 people</p></body>") != []


def first_screen(findings: Findings) -> str:
    parts = [headline.sentence(findings), headline.lede(findings), headline.reason(findings)]
    return " ".join(filter(None, parts))


@pytest.mark.thorough
@given(strategies.findings())
@settings(max_examples=120, suppress_health_check=BUSY)
def test_the_first_screen_is_plain(findings: Findings) -> None:
    assert grade(first_screen(findings)) <= 7


@pytest.mark.thorough
@given(strategies.findings())
@settings(max_examples=40, suppress_health_check=BUSY)
def test_the_first_screen_is_short(findings: Findings) -> None:
    said = [b.text for b in blocks(write_page(findings), ".invented, .first") if b.tag != "aria"]
    assert sum(len(words(text)) for text in said) <= 60


@pytest.mark.thorough
@given(strategies.findings())
@settings(max_examples=80, suppress_health_check=BUSY)
def test_ten_pips_or_none(findings: Findings) -> None:
    ten = split.pips(findings)
    assert len(ten) in {0, 10}
    assert bool(ten) == (split.lead(findings)[0] in {"told", "least"})
    for kind, share in (("one", findings.one_way_share), ("both", findings.reciprocal_share)):
        assert ten.count(kind) <= (share.low or 0) * 10 + 1e-6


def shared(one: tuple[float, float, float], both: tuple[float, float, float]) -> Findings:
    order = [Share(point, low, high) for low, point, high in (one, both)]
    return replace(cases.one_tie(), one_way_share=order[0], reciprocal_share=order[1])


@pytest.mark.parametrize(
    ("one", "both", "says"),
    [
        ((0.55, 0.61, 0.67), (0.3, 0.35, 0.4), "About six minutes in ten went one way."),
        ((0.4, 0.61, 0.8), (0.1, 0.2, 0.3), "Four to eight minutes in ten went one way."),
        ((0.0, 0.2, 0.4), (0.0, 0.1, 0.2), "Up to four minutes in ten went one way."),
        ((0.6, 0.8, 1.0), (0.0, 0.1, 0.2), "Six minutes in ten, or more, went one way."),
        ((0.94, 0.97, 1.0), (0.0, 0.0, 0.1), "Almost all of your time went one way."),
        ((0.1, 0.12, 0.14), (0.0, 0.0, 0.1), "About one minute in ten went one way."),
        ((0.2, 0.3, 0.35), (0.5, 0.6, 0.65), "About six minutes in ten went to people who answer you."),
        ((0.1, 0.5, 0.9), (0.2, 0.3, 0.4), "About three minutes in ten went to people who answer you."),
        ((0.32, 0.8, 0.95), (0.04, 0.2, 0.67), "At least three minutes in ten went one way."),
        ((0.1, 0.5, 0.9), (0.2, 0.5, 0.9), "At least two minutes in ten went to people who answer you."),
        ((0.09, 0.5, 0.9), (0.09, 0.5, 0.9), "How much came back can’t be told from these files."),
    ],
)  # fmt: skip
def test_headline(one, both, says) -> None:
    assert headline.sentence(shared(one, both)) == says


def test_headline_names_whom_it_can() -> None:
    assert (
        headline.sentence(cases.rich())
        == "About seven minutes in ten went to people who can’t see you back."
    )
    assert headline.sentence(cases.empty()) == "There is nothing to count here yet."


def test_what_cannot_be_told_gives_way_to_what_can() -> None:
    findings = cases.null_shares()
    assert headline.sentence(findings) == "How much came back can’t be told from these files."
    assert (
        headline.lede(findings) == "What can be told: about 25 minutes a week went to 2 accounts."
    )
    assert headline.reason(findings) == "The reason: no export holds both sides."


def test_the_reason_for_doubt_is_the_larger_one() -> None:
    assert (
        headline.reason(cases.rich()) == "Hours are estimates, as some exports have no watch time."
    )
    loose = makers.findings(
        [
            makers.tie("a", "parasocial", sessions=9, hours=5),
            makers.tie("b", "undetermined", gave=9, hours=3),
        ]
    )
    assert headline.reason(loose) == "Some ties can’t be decided from these files."


@pytest.mark.parametrize(
    ("hours", "says"),
    [
        (0, "no time"), (0.02, "a few minutes"), (0.2, "about 10 minutes"), (0.66, "about 40 minutes"),
        (0.96, "about 1 hour"), (1.4, "about 1½ hours"), (7.1, "about 7 hours"), (99.6, "about 100 hours"),
        (1_234, "about 1,230 hours"),
    ],
)  # fmt: skip
def test_durations(hours, says) -> None:
    assert about(hours) == says


def test_spans() -> None:
    assert span(Range(11, 8.2, 15.1)) == "8 to 15 hours"
    assert span(Range(1, 0.66, 1.4)) == "40 minutes to 1½ hours"
    assert span(Range(1, 0, 2)) == "up to 2 hours"
    assert span(Range(1, 1.0, 1.02)) == ""
    assert span(NONE) == ""
    assert duration(0.5) == "30 minutes"


def plainly(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u2060", "")


def test_months() -> None:
    assert plainly(months("2026-01-04", "2026-06-30")) == "Jan – Jun 2026"
    assert plainly(months("2025-03-01", "2026-06-30")) == "Mar 2025 – Jun 2026"
    assert plainly(months("2026-06-01", "2026-06-30")) == "Jun 2026"
    assert plainly(months(None, "2026-06-30")) == "Jun 2026"
    assert months(None, None) == ""


def test_a_tie_of_attention_carries_its_ceiling() -> None:
    tie = makers.tie("a", "parasocial", sessions=212, gave=8, channels=["view", "comment"])
    tie = replace(
        tie,
        ceiling=replace(tie.ceiling, possible_returns=3, slack=51),
        attention=replace(tie.attention, weeks=40),
    )
    assert plainly(ties.sentence(tie, {"youtube": "YouTube"})) == (
        "8 turns and 212 sessions over 40 weeks, YouTube views and comments, Mar 2025 – Oct 2026. "
        "None seen coming back in this export. "
        "Of these, at most 3 could have been answered; it would take 55 to change the picture."
    )


def test_a_tie_of_acts_names_both_sides() -> None:
    tie = makers.tie(
        "a", "reciprocal", kind="person", platform="whatsapp", gave=41, back=1, dormant=True
    )
    assert plainly(ties.sentence(tie, {"whatsapp": "WhatsApp"})) == (
        "41 turns, WhatsApp messages, Mar 2025 – Oct 2026. 1 turn came back. Nothing logged since Oct 2026."
    )
    two = replace(tie, alter=replace(tie.alter, platforms=["instagram", "whatsapp"]), dormant=False)
    assert "messages on Instagram and WhatsApp" in ties.sentence(
        two, {"instagram": "Instagram", "whatsapp": "WhatsApp"}
    )
    unseen = replace(makers.tie("a", "unobservable", gave=3))
    assert "Answers are not in this export." in ties.sentence(unseen, {})


def test_weeks_are_compared_with_ones_own() -> None:
    steady = cases.mutual()
    assert weeks.usual(steady.weeks).startswith(
        "In a usual week, about 3½ hours went to people who answer and about 6"
    )
    last = steady.weeks[-13:]
    fuller = [replace(week, one_way_hours=makers.estimated(14.0)) for week in last]
    assert weeks.lately(replace(steady, weeks=steady.weeks[:-13] + fuller)) == (
        "Over the last three months time both ways stayed about the same, "
        "and one-way time was about 7 hours a week higher, next to the three before."
    )
    assert weeks.lately(replace(steady, weeks=steady.weeks[:20])) == ""
    assert weeks.usual([]) == "No week is covered by these exports."


def test_weeks_that_are_not_covered_alike_are_not_compared() -> None:
    rich = cases.rich()
    assert "do not cover" not in weeks.lately(rich)
    late = makers.source(
        "tiktok", "TikTok", coverage=[makers.Covered("view", "2026-08-01", "2026-10-31")]
    )
    assert "do not cover both alike" in weeks.lately(replace(rich, sources=[late]))


def test_the_band_says_where_it_ends() -> None:
    assert "goes on above" not in weeks.caption(None)
    assert weeks.caption(70.2).endswith("It goes on above the drawing, up to 70 hours.")
    assert [weeks.steps(n) for n in (1, 4)] == ["", "Each step is 4 weeks."]


def test_the_share_in_other_units() -> None:
    assert method.other_ways(Share(0.5, 0.4, 0.6, by_ties=0.61, by_turns=0.7)) == (
        "In other units, one way would be 6 of 10 ties and 7 of 10 turns and sessions."
    )
    assert method.other_ways(Share(None, None, None)) == ""
    assert method.notes(3) == "3 notes of yours went into this."


def test_patterns_are_described_before_they_are_named() -> None:
    lurker = cases.rich().type
    assert pattern.plain(lurker) == "Mostly watching"
    assert pattern.means(lurker).endswith("The study’s name for it is “Lurker”.")
    assert pattern.certainty(lurker) == "15 of 20 ways of counting read like this."
    assert "Oversharer would then fit" in pattern.elsewhere(lurker)
    mixed = replace(lurker, name="mixed", decided_axis="much time; posting in between", range=[])
    assert pattern.means(mixed).startswith("What can be said: much time; posting in between.")
    assert pattern.means(makers.UNTOLD).startswith("The reason: under 28 days of records.")
    assert pattern.certainty(makers.UNTOLD) == ""


def test_chosen_share() -> None:
    assert "about 6 went to accounts that you" in attention.chosen(Chosen(0.62, 0.5, 0.7))
    assert attention.likely(Chosen(0.62, 0.5, 0.7)) == "Likely between 5 and 7 of ten."
    assert (
        attention.chosen_pips(Chosen(0.62, 0.5, 0.7))
        == ["chosen"] * 5 + ["either"] * 2 + ["served"] * 3
    )
    untold = Chosen(None, None, None, why="follow lists are not in these files")
    assert (
        attention.chosen(untold)
        == "How much of this you chose can’t be told: follow lists are not in these files."
    )
    assert attention.chosen_pips(untold) == []


def test_thresholds_are_printed_in_units_people_use() -> None:
    rows = dict(method.thresholds(makers.THRESHOLDS))
    assert rows["Share of turns beyond which a tie is one way"] == "0.75"
    assert rows["Pause that ends a turn or a session"] == "60 minutes"
    assert rows["Quiet for at least"] == "90 days"
    assert rows["One short video or story"] == "8 s / 30 s / 2 min"
    assert len(rows) == len(makers.THRESHOLDS)


def test_what_was_read_adds_up() -> None:
    source = makers.source("youtube", "YouTube")
    assert reading.files(source) == (
        "24 files read, 11 left aside on purpose and 2 not known to us. 1 file could not be read to the end."
    )
    assert (
        reading.records(source)
        == "9,204 records read, 310 of them say nothing about a tie, 3 could not be read."
    )


def test_what_stands_beside_may_have_a_name() -> None:
    """Time with brands, apps and companions is no time with things that nobody is named for."""
    said = facts.beside(cases.rich())
    assert "brands and apps, or" in said
    assert "do not name" in said


def test_facts_put_names_where_nothing_is_held_against_them() -> None:
    from parasocial.report.selection import select

    rich = cases.rich()
    found = {fact.label: fact for fact in facts.facts(rich, select(rich, show_private=False))}
    assert found["Most back and forth"].says == "Dewi"
    assert found["Most watched"].says == "Halcyon Pots"
    assert found["Time a week"].says == "About 16 hours"
    assert all(fact.who is None or fact.label.startswith("Most") for fact in found.values())
