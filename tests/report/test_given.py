"""The section on what was given away: masked means not there, and the wording rules hold."""

import re

import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from parasocial.lenses.overshared import Quarter, ToPersonas
from parasocial.report import given_shown, write_page
from parasocial.report.words import given as words
from report import cases, given_cases
from report.test_words import judged
from report.visible import blocks


@pytest.fixture(scope="module")
def masked() -> str:
    return write_page(given_cases.told())


@pytest.fixture(scope="module")
def revealed() -> str:
    return write_page(given_cases.told(revealed=True))


def test_a_masked_page_holds_no_value(masked) -> None:
    assert "Qz" not in re.sub(r"<style>.*?</style>", "", masked, flags=re.DOTALL)
    assert LexborHTMLParser(masked).css(".reveal, .clear") == []
    assert any("make the page again with" in block.text for block in blocks(masked))


def test_a_revealed_page_says_so_and_escapes(revealed) -> None:
    tree = LexborHTMLParser(revealed)
    clear = [node.text() for node in tree.css("bdi.clear")]
    assert clear[0] == f"<b>Qz{given_cases.KINDS[0]}</b>"
    assert len(clear) == len(tree.css("button.reveal")) == len(given_cases.KINDS)
    assert all("hidden" in node.attributes for node in tree.css(".reveal, .clear"))
    assert any("Whoever gets this file can read them." in block.text for block in blocks(revealed))
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", revealed)


@pytest.mark.parametrize("kinds", [given_cases.KINDS, ()])
def test_no_banned_word(kinds) -> None:
    assert judged(write_page(given_cases.told(kinds=kinds), show_private=True)) == []


def test_who_is_not_on_the_page_is_not_named(masked) -> None:
    said = [node.text() for node in LexborHTMLParser(masked).css(".cards td:nth-child(2)")]
    assert "Halcyon Pots" in said[0]
    assert said[3].startswith("one person")
    assert "Qzprivate" not in masked


def test_ways_are_drawn_complete_ones_first(masked) -> None:
    tree = LexborHTMLParser(masked)
    states = [node.text() for node in tree.css(".ways figure > p")]
    assert states == ["All of it is there."] * len(states)
    assert len(tree.css("svg.way[aria-label]")) == len(states) > 10
    part = write_page(given_cases.told(kinds=("email", "name_self", "address")))
    states = [node.text() for node in LexborHTMLParser(part).css(".ways figure > p")]
    assert states[0] == "All of it is there."
    assert states[-1].endswith("is missing.")
    assert LexborHTMLParser(part).css(".goal.on, .need.on, .or.on")


def test_what_is_long_unfolds(masked) -> None:
    tree = LexborHTMLParser(masked)
    assert len(tree.css(".found > .cards tbody tr")) == given_shown.AT_ONCE
    assert (
        len(tree.css(".found details .cards tbody tr"))
        == len(given_cases.KINDS) - given_shown.AT_ONCE
    )
    assert not tree.css(".found .scroll")
    part = write_page(given_cases.told(kinds=("email", "name_self", "address")))
    assert LexborHTMLParser(part).css("details .ways figure")


def test_each_place_stands_once_with_what_is_known_of_its_menus() -> None:
    it = given_cases.oversharing(revealed=False)
    found = [
        replace(one, checked="2026-08", source="https://www.example.org/help")
        if one.platform
        else one
        for one in it.findings
    ]
    page = write_page(replace(given_cases.told(), oversharing=replace(it, findings=found)))
    places = [node.text() for node in LexborHTMLParser(page).css(".places > div")]
    assert len(places) == len(set(places)) == 2
    assert sum("So it stood in Aug 2026, after example.org." in place for place in places) == 1
    assert sum("Not checked yet." in place for place in places) == 1


def test_who_can_see_it_is_said_where_it_is_known(masked) -> None:
    said = [node.text() for node in LexborHTMLParser(masked).css(".cards td:nth-child(2)")]
    assert any("Seen by: anyone who can open the video" in it for it in said)
    assert not any("cannot be told" in it for it in said)


def test_nothing_found_is_said_with_its_limits() -> None:
    page = write_page(given_cases.told(kinds=()))
    said = [block.text for block in blocks(page)]
    assert "321 texts of yours were read, and the rules found nothing in them." in said
    assert any(text.startswith("Nothing found does not mean safe") for text in said)
    assert LexborHTMLParser(page).css(".cards, .ways, .changes") == []


def test_without_texts_there_is_no_section() -> None:
    assert 'id="given"' not in write_page(cases.mutual())


@pytest.mark.parametrize(
    ("findings", "of", "says"),
    [
        (0, 0, ""),
        (0, 4, "None of it was said to people who can’t see you back."),
        (1, 40, "About one of ten things went to people who can’t see you back (1 of 40)."),
        (5, 8, "About six of ten things went to people who can’t see you back (5 of 8)."),
        (9, 9, "Nearly all of it went to people who can’t see you back (9 of 9)."),
    ],
)
def test_the_share_given_to_personas(findings, of, says) -> None:
    to = ToPersonas(findings, of, findings / of if of else None, [])
    it = replace(given_cases.oversharing(revealed=False), to_personas=to)
    assert words.to_personas(it) == says


def test_growth_is_said_where_there_is_some() -> None:
    it = given_cases.oversharing(revealed=False)
    assert (
        words.growth(it)
        == "From the first quarter of these ties’ time to the last: 1 in 9 comments, 2 in 8 comments and 4 in 7 comments."
    )
    alone = replace(it, to_personas=replace(it.to_personas, quarters=[Quarter(9, 1)]))
    assert words.growth(alone) == ""


def test_a_long_list_is_cut_and_says_so() -> None:
    it = given_cases.oversharing(revealed=False)
    many = replace(it, findings=it.findings * 20)
    page = write_page(replace(given_cases.told(), oversharing=many))
    assert len(LexborHTMLParser(page).css(".cards tbody tr")) == 200
    assert any("The first 200 of" in block.text for block in blocks(page))
