"""Instrument files that are wrong: each says what is wrong, and where."""

import msgspec
import pytest

from parasocial.study.instrument import BadInstrument, read_instrument, read_translations
from parasocial.study.instrument.form import About
from parasocial.study.instrument.loading import read_translation

SMALL = """
name: small
version: "1"
title: Small
consent: yes_please
constructs: {{it: {{means: It.}}}}
choices:
  yes_no: [{{code: 1, text: "Yes"}}, {{code: 0, text: "No"}}]
{more}
pages:
  - name: one
    items:
      - {{name: yes_please, kind: one, choices: yes_no, text: Take part?, construct: it}}
      - {{name: age, kind: number, low: 0, high: 99, whole: true, text: Age?, construct: it}}
      - {{name: likes, kind: one, choices: yes_no, text: Likes?, construct: it{item}}}
{pages}
"""


def small(more: str = "", item: str = "", pages: str = "") -> str:
    return SMALL.format(more=more, item=item, pages=pages)


def test_the_small_one_is_sound() -> None:
    assert [it.name for it in read_instrument(small()).items] == ["yes_please", "age", "likes"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (small(item=", when: {later: [1]}"), "asks about later, which no earlier item"),
        (small(item=", when: {yes_please: [3]}"), "asks for yes_please = 3"),
        (small(item=", when: {likes: [1]}"), "asks about likes, which no earlier item"),
        (small(item=", counts: [7]"), "counts a code that it does not offer"),
        (small(item=", benchmark: nothing"), "repeats nothing, which was not published"),
        (small(item=", benchmark_base: nobody"), "has the base of nobody"),
        (small(more="ends: [{when: {gone: [1]}, state: refused}]"), "the end refused asks about gone"),
        (
            small(more="scales: {s: {items: [age, likes], construct: it, low: 0, high: 1, at_least: 1}}"),
            "scale s: age runs between other bounds",
        ),
        (
            small(more="scales: {s: {items: [likes, lost], construct: it, low: 0, high: 1, at_least: 3, reversed: [age]}}"),
            "scale s: lost is no item that counts",
        ),
        (small(pages="  - {name: one, items: [{name: age, kind: text, longest: 9, text: More?, construct: it}]}"), "two items are called age"),
        (small().replace("consent: yes_please", "consent: age"), "no item with code 1"),
        (small().replace("consent: yes_please", "consent: likes"), "not the first that is asked"),
        (small().replace("construct: it}", "construct: that}", 1), "which is no construct"),
        (small().replace("means: It.", "means: It., cites: [nobody-1999]"), "which is no source"),
        (small().replace("text: Age?, ", ""), "item age asks nothing"),
        (small().replace("high: 99", "high: 0"), "no room between its bounds"),
        (small().replace("code: 0", "code: 1"), "offers a code twice"),
    ],
)  # fmt: skip
def test_what_does_not_hold_together_is_said(text, says) -> None:
    with pytest.raises(BadInstrument, match="does not hold together") as refused:
        read_instrument(text)
    assert any(says in note for note in refused.value.__notes__)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (small().replace('text: "Yes"', "text: Yes"), "Expected `str`, got `bool`"),
        (small().replace("kind: number", "kind: guess"), "Invalid value 'guess'"),
        (small(item=", colour: red"), "unknown field `colour`"),
        (
            small().replace("choices: yes_no", "choices: nowhere", 1),
            "no set of choices called nowhere",
        ),
        ("name: [", "near line"),
        ("a: &x [1]\nb: *x", "no YAML that can be read"),
        ("[" * 5_000, "no YAML that can be read"),
        ("- 1", "says something that it cannot"),
        ("", "says something that it cannot"),
        (
            small().replace(
                "kind: number, low: 0, high: 99, whole: true", "kind: given, pattern: '['"
            ),
            "no regular expression",
        ),
    ],
)
def test_what_is_no_instrument_is_said(text, says) -> None:
    with pytest.raises(BadInstrument) as refused:
        read_instrument(text)
    assert says in str(refused.value)


def test_a_translation_is_called_by_its_language(tmp_path) -> None:
    (tmp_path / "th.yaml").write_text("language: vi\nname: x\ntexts: {}\n")
    with pytest.raises(BadInstrument, match="says that it is vi"):
        read_translations(tmp_path)
    (tmp_path / "th.yaml").write_bytes(b"language: th\nname: \xff\n")
    with pytest.raises(BadInstrument, match="not UTF-8"):
        read_translations(tmp_path)
    (tmp_path / "th.yaml").write_bytes(b"#" * 2_000_001)
    with pytest.raises(BadInstrument, match="larger than an instrument"):
        read_translations(tmp_path)


def test_a_day_stays_as_it_is_written() -> None:
    found = read_translation("language: th\nname: x\ntexts: {}\nreviewed: 2026-11-20\n")
    assert found.reviewed == "2026-11-20"


def test_who_asks_has_to_be_said() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"who": "", "purpose": "p", "keeps": "k", "contact": "c"}, About)
