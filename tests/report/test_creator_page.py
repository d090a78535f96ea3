"""The creator's page: its words, its rules, and what it never holds."""

import random
import re
from typing import get_type_hints

import msgspec
import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from banned import banned
from parasocial.lenses.findings.amounts import Range, Value
from parasocial.lenses.findings.channel import Ceiling
from parasocial.lenses.findings.creator import Findings
from parasocial.lenses.findings.fans import Plan, Way
from parasocial.lenses.safe_to_share import safe_to_share
from parasocial.report import write_doors
from parasocial.report.creator import creators, write_creator_page
from parasocial.report.creator.words import answered, first, limits, load, people, plan, two_ends
from parasocial.report.creator.words.numbers import of_ten, percent, wait
from parasocial.report.inline import digest
from report import creator_cases as cases
from report.visible import blocks, grade, words

BANNED = re.compile(rf"{banned('en').pattern}|\b0 (people|of them|messages)\b", re.IGNORECASE)
CASES = cases.CASES
PAGES = {name: write_creator_page(make()) for name, make in CASES.items()}
SHARED = {name: write_creator_page(safe_to_share(make())) for name, make in CASES.items()}
every = pytest.mark.parametrize("name", CASES)


def judged(page: str) -> list[str]:
    return [block.text for block in blocks(page) if BANNED.search(block.text)]


@every
def test_no_banned_word_stands_on_a_page(name: str) -> None:
    assert judged(PAGES[name]) == []
    assert judged(SHARED[name]) == []


def holed(it: object, dice: random.Random) -> object:
    """The same findings with some of what may be missing left out."""
    if isinstance(it, list):
        return [holed(one, dice) for one in it]
    if isinstance(it, dict):
        return {key: holed(one, dice) for key, one in it.items()}
    if not isinstance(it, msgspec.Struct):
        return it
    hints = get_type_hints(type(it))
    made = {}
    for key in it.__struct_fields__:
        optional = type(None) in getattr(hints[key], "__args__", ())
        missing = optional and dice.random() < 0.3
        made[key] = None if missing else holed(getattr(it, key), dice)
    return type(it)(**made)


@pytest.mark.thorough
def test_pages_with_holes_are_written_and_stay_calm() -> None:
    dice = random.Random(11)  # noqa: S311 - the same holes each time
    for seed in range(40):
        found = cases.findings(cases.log(dice.randrange(1, 80), dice.randrange(1, 30), seed))
        found = holed(found, dice)
        assert isinstance(found, Findings)
        assert judged(write_creator_page(found)) == []
        assert "None" not in LexborHTMLParser(write_creator_page(found)).body.text()


@every
def test_the_first_screen_is_short_and_plain(name: str) -> None:
    said = [b.text for b in blocks(SHARED[name], ".invented, .first") if b.tag != "aria"]
    assert sum(len(words(text)) for text in said) <= 60
    found = CASES[name]()
    assert grade(f"{first.sentence(found)} {first.lede(found)}") <= 7


@every
def test_only_what_is_hashed_may_run_and_nothing_is_styled_in_place(name: str) -> None:
    for page in (PAGES[name], SHARED[name]):
        tree = LexborHTMLParser(page)
        policy = tree.css_first("meta[http-equiv]").attributes["content"]
        assert digest(tree.css_first("style").text()) in policy
        assert digest(tree.css_first("script").text()) in policy
        assert tree.css("[style], link, img, iframe, a[href^=http]") == []
        assert "unsafe" not in policy
        assert len(page) < 3_000_000


@every
def test_a_shared_page_holds_no_name_id_or_text(name: str) -> None:
    assert "CANARY" not in SHARED[name]
    assert "watermark" not in LexborHTMLParser(SHARED[name]).body.html
    assert "Private:" not in SHARED[name]


def test_a_private_page_says_so_and_escapes_what_people_wrote() -> None:
    tree = LexborHTMLParser(PAGES["rich"])
    assert "NOT TO SHARE" in tree.css_first(".watermark").text()
    assert limits.PRIVATE in PAGES["rich"]
    assert limits.INVENTED in write_creator_page(replace(cases.rich(), invented=True))
    assert "CANARYNAME &lt;b&gt;" in PAGES["rich"]
    assert tree.css(".clear")[0].text() == "CANARY i want to disappear"
    hostile = LexborHTMLParser(PAGES["hostile"])
    assert hostile.css("[onclick]") == []
    assert len(hostile.css("script")) == 1
    assert all("hidden" in one.attributes for one in tree.css(".clear"))


@every
def test_ids_stand_once_and_are_the_doors_own(name: str) -> None:
    tree = LexborHTMLParser(str(creators(CASES[name]()).main))
    ids = [one.attributes["id"] for one in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    assert all(one.startswith("creators-") for one in ids)
    for one in tree.css("[aria-labelledby]"):
        assert one.attributes["aria-labelledby"] in ids
    both = write_doors([creators(CASES[name]())], invented=True)
    assert "private-note{" in both


def test_where_answers_are_hidden_nobody_is_called_unanswered() -> None:
    page = SHARED["spoken"]
    said = " ".join(block.text for block in blocks(page))
    assert "Whether fans heard from you can’t be told here." in said
    assert "the creator speaks" in said
    assert "you may have answered by voice" in said
    assert "unanswered" not in said.replace("guide creator-unanswered", "")
    assert first.pips(CASES["spoken"]()) == []
    assert "there is no plan here" in said


def test_every_section_of_a_full_channel_is_there() -> None:
    found = LexborHTMLParser(PAGES["rich"]).css("section[aria-labelledby]")
    assert [one.attributes["aria-labelledby"].removeprefix("creators-") for one in found] == [
        "answered", "plan", "ends", "people", "load", "queue", "named", "likes", "limits",
    ]  # fmt: skip
    for topic in ("creator-unanswered", "creator-load", "creator-boundaries"):
        assert f"guide {topic}" in PAGES["rich"]


def covered(low: float, point: float, high: float) -> Findings:
    found = cases.rich()
    return replace(found, replies=replace(found.replies, coverage=Range(point, low, high)))


@pytest.mark.parametrize(
    ("ends", "says", "pips"),
    [
        ((0.3, 0.35, 0.42), "About four in ten fans heard from you.", (3, 1, 6)),
        ((0.2, 0.5, 0.9), "At least two in ten fans heard from you.", (2, 7, 1)),
        ((0.01, 0.3, 0.8), "Up to eight in ten of your fans heard from you.", (0, 8, 2)),
        ((0.0, 0.02, 0.04), "Fewer than one in ten fans heard from you.", (0, 0, 10)),
        ((0.97, 0.99, 1.0), "Nearly all fans heard from you.", (10, 0, 0)),
        ((0.0, 0.0, 0.0), "No answer to fans is seen in these logs.", (0, 0, 10)),
    ],
)
def test_headline(ends, says: str, pips) -> None:
    found = covered(*ends)
    assert first.sentence(found) == says
    ten = first.pips(found)
    assert (ten.count("both"), ten.count("either"), ten.count("one")) == pips


def test_the_ceiling_is_said_as_it_is() -> None:
    found = replace(cases.rich(), ceiling=Ceiling(24, 9.5, 31.0, 24 / 31, 9.5 / 31))
    assert plan.ceiling(found) == (
        "You cannot answer everyone: at 31 people and 24 replies a week, the most you wrote in any, "
        "at most 77 % hear from you. In a usual week it is 31 %."
    )
    all_of_them = replace(found, ceiling=Ceiling(40, 40.0, 31.0, 1.0, 1.0))
    assert "had room for each of them" in plan.ceiling(all_of_them)
    untold = replace(found, ceiling=Ceiling(0, None, None, None, None, "nobody wrote"))
    assert plan.ceiling(untold).endswith("can’t be told: nobody wrote.")


def test_a_budget_says_what_it_buys() -> None:
    way = Way(30, 0.4, None, 1.0)
    said = Plan(1.5, 30, 172, 30 / 172, way, way)
    assert plan.budget(said) == (
        "1½ hours a week is 30 replies. In these logs 172 people wait: at most 17 % of them can "
        "hear from you in one week."
    )
    assert plan.rows(said)[1] == ("Newcomers", "nobody, or a few", "nobody, or a few")
    assert plan.because("question+newcomer") == "an open question and new here"
    assert plan.because("") == "waits longest"


def test_shares_and_waits_in_words() -> None:
    assert [of_ten(it) for it in (0, 0.02, 0.31, 0.99)] == [
        "none", "about one in 50", "about three in ten", "nearly all",
    ]  # fmt: skip
    assert [percent(it) for it in (0.016, 0.31, 1)] == ["1.6 %", "31 %", "100 %"]
    assert [wait(it) for it in (0.7, 5, 30, 60, 400)] == [
        "40 minutes", "5 hours", "30 hours", "3 days", "2 weeks",
    ]  # fmt: skip


def test_a_tie_from_both_ends_says_what_each_file_says() -> None:
    it = cases.rich().two_ends[0]
    assert two_ends.theirs(it) == [
        "wrote 41 messages to you", "3 answers came back", "about 62 hours with you, likely 40 to 90 hours",
    ]  # fmt: skip
    unseen = replace(it, fan_received=None, log_answered=None)
    assert "what came back is not in their export" in two_ends.theirs(unseen)
    assert "whether you answered can’t be told" in two_ends.yours(unseen)


def test_answers_bring_nobody_back_for_sure() -> None:
    found = cases.rich()
    assert people.loyalty(found).startswith("6")
    assert people.NOT_DRAWN in PAGES["rich"]
    spoken = cases.spoken()
    assert "can’t be told: the creator speaks" in people.loyalty(spoken)


def test_hours_that_cannot_be_told_say_why() -> None:
    found = cases.rich()
    none = replace(found.load, reading_hours=Value(None, "no log has words"))
    rows = {label: says for label, says, _ in load.rows(replace(found, load=none))}
    assert rows["To read it all"] == "can’t be told: no log has words"
    assert rows["To type yours"] == "about 2 hours a week"


def test_programs_and_what_was_taken_down_are_said_once() -> None:
    found = cases.rich()
    found = replace(
        found,
        totals=replace(found.totals, programs=2, program_messages=177),
        load=replace(found.load, removed=3),
    )
    assert limits.aside(found)[0].startswith("177 messages of 2 programs stand in the counts")
    assert ("Taken down, as the logs say", "3 messages", None) in load.rows(found)
    assert "Taken down" not in PAGES["rich"]


def test_withheld_numbers_are_counted_on_the_page() -> None:
    shared = safe_to_share(cases.rich())
    assert f"Here that is {shared.suppressed} numbers." in limits.withheld(shared)
    assert limits.withheld(cases.rich()) == ""


def test_acknowledgements_are_no_replies() -> None:
    assert "counted apart" in answered.acknowledged(cases.rich())
    assert "this platform has none" in answered.acknowledged(cases.spoken())
