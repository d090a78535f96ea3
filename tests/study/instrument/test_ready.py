"""The instrument that comes with the package: what it asks, and in which languages."""

import re

import pytest

from banned import banned
from parasocial.study import benchmarks
from parasocial.study.instrument import BadInstrument, form_of, ready
from parasocial.study.instrument.form import About, decoded, missing, texts
from parasocial.study.instrument.model import Many, One
from parasocial.study.instrument.surveyjs import surveyjs

INSTRUMENT, TRANSLATIONS = ready()
ABOUT = About(
    who="An invented group",
    purpose="To learn what people find in those they follow online, and what comes back.",
    keeps="Answers are kept without your name or address, and erased two years after the study ends.",
    contact="ask@study.example",
)
OTHERS = ("id", "ms", "vi", "th", "fil")


def said(code: str):
    """The translation with the name of who asks, which is the same in all languages."""
    it = TRANSLATIONS[code]
    return type(it)(it.language, it.name, {**it.texts, ABOUT.who: ABOUT.who})


def test_it_asks_what_the_study_of_2021_asked() -> None:
    names = {item.name for item in INSTRUMENT.items}
    assert names >= {
        "escape", "friends", "met", "learn", "learn_what", "unique", "dependent", "absence",
        "contact", "vital", "important", "intolerant", "follow", "hours_a_day", "years_online",
    }  # fmt: skip
    [contact] = [it for it in INSTRUMENT.items if it.name == "contact"]
    assert isinstance(contact, Many)
    assert len([it for it in contact.choices if it.benchmark]) == 7


def test_it_asks_the_quiz_and_what_lies_beside_it() -> None:
    names = {item.name for item in INSTRUMENT.items}
    assert names >= {"accounts", "posts_a_week", "one_sitting", "no_trace", "keeps_limit"}
    assert names >= {"closeness", "felt_replies", "expected_replies"}
    assert names >= {"time_friends", "time_family", "time_partner"}
    assert {"loneliness", "boredom"} <= INSTRUMENT.scales.keys()


def test_every_published_item_is_asked_but_the_sum_of_others() -> None:
    marks = {it.benchmark for it in INSTRUMENT.items}
    for item in INSTRUMENT.items:
        if isinstance(item, One | Many):
            marks |= {it.benchmark for it in item.choices}
    assert set(benchmarks.ITEMS) - marks == {"interact"}


def test_all_wording_is_ours_and_constructs_are_cited() -> None:
    assert {item.wording for item in INSTRUMENT.items} == {"ours"}
    for name in ("loneliness", "boredom", "closeness", "what_it_gives"):
        assert INSTRUMENT.constructs[name].cites
    assert all(it.doi or it.published for it in INSTRUMENT.sources.values())


@pytest.mark.parametrize("code", OTHERS)
def test_each_language_says_everything_and_nothing_else(code) -> None:
    wanted = texts(INSTRUMENT, ABOUT)
    assert missing(said(code), wanted) == []
    assert set(TRANSLATIONS[code].texts) == set(wanted) - {ABOUT.who}
    same = [it for it, text in TRANSLATIONS[code].texts.items() if it == text]
    assert same == []
    assert [it for it in TRANSLATIONS[code].texts.values() if re.search(r"[<>{}]", it)] == []


@pytest.mark.parametrize("code", OTHERS)
def test_a_draft_is_fielded_only_when_somebody_says_so(code) -> None:
    with pytest.raises(BadInstrument, match="--unreviewed"):
        form_of(INSTRUMENT, ABOUT, ["en", code], {code: said(code)})
    assert form_of(INSTRUMENT, ABOUT, ["en", code], {code: said(code)}, unreviewed=True)


def test_a_missing_text_is_refused_and_named() -> None:
    it = said("th")
    del it.texts["How old are you?"]
    with pytest.raises(BadInstrument, match=r"1 texts are not translated to th") as refused:
        form_of(INSTRUMENT, ABOUT, ["th"], {"th": it}, unreviewed=True)
    assert refused.value.__notes__ == ["How old are you?"]
    with pytest.raises(BadInstrument, match=r"no translation to de"):
        form_of(INSTRUMENT, ABOUT, ["de"], {})


def test_a_signed_translation_needs_no_switch() -> None:
    it = said("vi")
    signed = type(it)("vi", it.name, it.texts, "reviewed", "An invented reader", "2026-11-20")
    assert form_of(INSTRUMENT, ABOUT, ["vi"], {"vi": signed}).languages[0].status == "reviewed"
    nobody = type(it)("vi", it.name, it.texts, "reviewed", "", "2026-11-20")
    assert nobody.status == "draft"


def test_the_fingerprint_is_of_everything_that_people_see() -> None:
    form = form_of(INSTRUMENT, ABOUT, ["en", "fil"], {"fil": said("fil")}, unreviewed=True)
    again = decoded(form.canonical)
    assert (again, again.fingerprint) == (form, form.fingerprint)
    changed = said("fil")
    changed.texts["Yes"] = "Opo"
    other = form_of(INSTRUMENT, ABOUT, ["en", "fil"], {"fil": changed}, unreviewed=True)
    assert other.fingerprint != form.fingerprint
    assert form_of(INSTRUMENT, ABOUT, ["en"], {}).fingerprint != form.fingerprint


def test_the_browser_gets_every_text_in_every_language() -> None:
    codes = ["en", *OTHERS]
    form = form_of(INSTRUMENT, ABOUT, codes, {it: said(it) for it in OTHERS}, unreviewed=True)
    found = surveyjs(form)
    shown: list[dict[str, str]] = []

    def walk(part) -> None:
        if isinstance(part, dict) and "default" in part:
            shown.append(part)
        for one in part.values() if isinstance(part, dict) else part:
            if isinstance(one, dict | list):
                walk(one)

    walk(found)
    assert len(shown) > 150
    assert all(list(it) == ["default", *codes] for it in shown)
    kinds = {element["type"] for page in found["pages"] for element in page["elements"]}
    assert kinds == {"radiogroup", "checkbox", "text", "rating", "comment"}


@pytest.mark.parametrize("code", ["en", *OTHERS])
def test_no_question_judges(code) -> None:
    judging = banned(code)
    told = INSTRUMENT.texts() if code == "en" else list(TRANSLATIONS[code].texts.values())
    assert [it for it in told if judging.search(it)] == []
