"""The English texts: their form, their words, and that every fact has its source."""

import re
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import settings as settings_
from hypothesis import strategies as st

from banned import banned
from parasocial.guidance import HelpLine, Setting, help_lines, settings, sources, topics
from parasocial.guidance.help_lines import known
from parasocial.guidance.texts import parsed
from parasocial.readers import READERS
from parasocial.report.words.pattern import PLAIN
from report.visible import grade

HARMS = {"hacking", "phishing", "doxing", "bullying", "shaming"}
TYPES = {"savvy_social", "breezy_poster", "oversharer", "lurker", "offliner", "mixed"}
TIES = {"keep", "quiet-message", "performer", "fading", "companion"}
TEXTS = [(name, topic, text) for name, topic in topics().items() for text in topic.texts]
every_text = pytest.mark.parametrize(
    ("name", "topic", "text"), TEXTS, ids=[f"{name}-{text.when}" for name, _, text in TEXTS]
)
TOPIC = """
title = "A title"
group = "tie"

[[text]]
fact = "A fact."
common = "It is common."
question = "What then?"
sources = ["hall-2019"]
"""


def test_every_topic_is_there() -> None:
    groups = {group: {n for n, it in topics().items() if it.group == group} for group in
              ("harm", "type", "tie", "creator", "family", "start")}  # fmt: skip
    assert groups == {
        "harm": HARMS,
        "type": TYPES,
        "tie": TIES,
        "creator": {"creator-boundaries", "creator-load", "creator-unanswered"},
        "family": {"parents", "teens"},
        "start": {"start"},
    }


def test_each_harm_has_a_text_for_before_and_one_for_when_it_happens() -> None:
    for name, topic in topics().items():
        assert [text.when for text in topic.texts] == (
            ["before", "now"] if name in HARMS else ["always"]
        )


def test_the_calm_ones_are_listed_before_harm() -> None:
    order = [it.group for it in topics().values()]
    assert order.index("harm") > max(n for n, group in enumerate(order) if group in {"tie", "type"})


def test_a_pattern_has_the_title_that_the_page_gives_it() -> None:
    assert {name: topics()[name].title for name in TYPES} == {name: PLAIN[name] for name in TYPES}


@every_text
def test_a_text_is_plain(name, topic, text) -> None:
    assert grade(" ".join([text.fact, text.common, text.question, *text.steps])) <= 7
    assert "!" not in repr(text)


@every_text
def test_a_text_judges_nobody_and_presses_nobody(name, topic, text) -> None:
    said = (topic.title, text.fact, text.common, text.question, *text.steps)
    assert [it for it in said if banned("en").search(it)] == []
    hurry = re.compile(
        r"\b((?<!right )now|immediately|at once|quickly|hurry|urgent\w*)\b", re.IGNORECASE
    )
    assert [it for it in text.steps if hurry.search(it)] == []


@every_text
def test_a_text_speaks_to_you_and_says_that_it_is_common(name, topic, text) -> None:
    assert re.search(r"\byou(r|rs)?\b", text.question)
    assert re.search(r"common|happens to|done to people", text.common)


@pytest.mark.parametrize(
    ("good", "instead"),
    [
        ('fact = "A fact."\n', ""),
        ('"What then?"', '"Then do it."'),
        ('sources = ["hall-2019"]', "sources = []"),
        ('sources = ["hall-2019"]', 'sources = ["nobody-1999"]'),
        ('sources = ["hall-2019"]', 'sources = ["hall-2019"]\nscore = 3'),
        ('sources = ["hall-2019"]', 'sources = ["hall-2019"]\nsteps = ["a", "b", "c", "d"]'),
        ('group = "tie"', 'group = "diagnosis"'),
    ],
)
def test_what_is_no_text_is_refused(good: str, instead: str) -> None:
    assert parsed(TOPIC).title == "A title"
    assert good in TOPIC
    with pytest.raises(msgspec.ValidationError):
        parsed(TOPIC.replace(good, instead))


def test_every_source_can_be_found_and_is_used() -> None:
    used = {source for _, _, text in TEXTS for source in text.sources}
    assert used == sources().keys()
    for source in sources().values():
        assert source.doi is None or re.fullmatch(r"10\.\d{4,5}/\S+", source.doi)
        assert 1950 < source.year <= source.checked.year


def test_a_path_through_menus_is_the_readers_with_its_date() -> None:
    readers = {it.title: it for it in READERS}
    paths = [it for it in settings() if it.path and not it.source]
    assert {it.platform for it in paths} == {"ChatGPT", "Instagram", "TikTok", "YouTube"}
    for it in paths:
        assert (it.path, it.checked) == (
            readers[it.platform].how_to_get,
            readers[it.platform].checked,
        )


def test_any_other_path_has_its_source_and_its_month() -> None:
    paths = [it for it in settings() if it.source]
    assert len({it.platform for it in paths}) == 5
    for it in paths:
        assert it.source.startswith("https://")
        assert re.fullmatch(r"20\d\d-(?:0[1-9]|1[0-2])", it.checked)
    with pytest.raises(ValueError, match="the month checked"):
        Setting(("keep",), "Look for “mute”.", source="https://example.org")


def test_for_any_other_setting_there_is_a_word_to_look_for() -> None:
    words = [it for it in settings() if not it.path]
    assert words
    assert all(it.look_for.startswith("Look for “") for it in words if "list of" not in it.look_for)
    assert not any("→" in it.look_for or banned("en").search(it.look_for) for it in words)
    assert {topic for it in settings() for topic in it.topics} <= topics().keys()


def test_no_help_line_is_shipped_yet() -> None:
    assert help_lines() == ()


TODAY = date(2026, 11, 25)
lines = st.builds(
    HelpLine,
    country=st.sampled_from(["PH", "VN"]),
    name=st.just("A line"),
    reach=st.just("000"),
    reviewed_by=st.sampled_from(["", "  ", "A. Person"]),
    reviewed=st.none() | st.dates(date(2024, 1, 1), date(2027, 12, 31)),
)


@pytest.mark.thorough
@settings_(max_examples=50)
@given(st.lists(lines, max_size=6), st.sampled_from(["PH", "VN", "XX", None]))
def test_what_nobody_signed_for_within_a_year_is_never_shown(given_lines, country) -> None:
    shown = known(given_lines, country, TODAY)
    for it in shown:
        assert it.country == country
        assert it.reviewed_by.strip()
        assert date(2025, 11, 25) <= it.reviewed <= TODAY
    signed = HelpLine("PH", "A line", "000", "A. Person", TODAY)
    assert known([signed], "PH", TODAY) == [signed]
