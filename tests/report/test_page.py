"""The page as a file: what it may load, whom it shows, what it escapes, how large it gets."""

import re

import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from parasocial.lenses.findings import Findings
from parasocial.report import write_page
from parasocial.report.inline import digest
from parasocial.report.page import ROWS
from report import cases, makers
from report.visible import blocks

every_case = pytest.mark.parametrize("make", cases.CASES.values(), ids=cases.CASES)


@pytest.mark.thorough
@every_case
def test_the_policy_names_what_the_page_carries_and_nothing_else(make) -> None:
    page = write_page(make())
    tree = LexborHTMLParser(page)
    (policy,) = [
        m.attributes["content"] for m in tree.css("meta[http-equiv='Content-Security-Policy']")
    ]
    directives = {part.split()[0]: part.split()[1:] for part in policy.split("; ")}
    assert directives == {
        "default-src": ["'none'"],
        "script-src": [digest(_inside(page, "script"))],
        "style-src": [digest(_inside(page, "style"))],
        "font-src": ["data:"],
        "img-src": ["data:"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }


def _inside(page: str, tag: str) -> str:
    (found,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
    return found


def _shell(page: str) -> str:
    """The page without its style, whose fonts can spell any short word."""
    return re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)


@pytest.mark.thorough
@every_case
def test_no_inline_style_no_handler_no_address(make) -> None:
    page = write_page(make())
    for node in LexborHTMLParser(page).css("*"):
        for name, value in node.attributes.items():
            assert name != "style"
            assert not name.startswith("on")
            if name in {"src", "href", "action", "data", "poster", "srcset", "xlink:href"}:
                assert (value or "").startswith("#")
    assert "http://" not in _shell(page)
    assert "https://" not in _shell(page)
    assert re.findall(r"url\((?!data:|#)", page) == []
    assert "@import" not in page


def test_hostile_names_are_text_and_isolated() -> None:
    page = write_page(cases.hostile())
    tree = LexborHTMLParser(page)
    assert len(tree.css("script")) == 1
    assert tree.css("img") == []
    assert tree.css("u, i:not([class]), b") == []
    in_tables = tree.css("#ties-table bdi.nm")
    assert len(in_tables) == len(cases.HOSTILE_NAMES)
    assert in_tables[0].text() == "<script>alert(1)</script>"
    assert "{{ 7 * 7 }}{% raw %}" in {node.text() for node in in_tables}
    assert "an account without a name" in {node.text() for node in in_tables}
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x1b]", page)
    assert "x" * 100 not in page


def test_every_name_can_be_hidden() -> None:
    marked = replace(
        cases.rich(), ties=[_renamed(tie, n) for n, tie in enumerate(cases.rich().ties)]
    )
    tree = LexborHTMLParser(write_page(marked, show_private=True))
    for node in tree.css(".nm"):
        assert node.attributes["data-as"]
        node.decompose()
    assert "Qx" not in _shell(tree.html or "")


def _renamed(tie, n):
    return replace(tie, alter=replace(tie.alter, name=f"Qx{n}"))


@pytest.mark.thorough
@every_case
def test_nobody_is_named_in_a_heading(make) -> None:
    tree = LexborHTMLParser(write_page(make(), show_private=True))
    assert tree.css("h1 .nm, h2 .nm, h3 .nm, .lede .nm, title .nm") == []


def test_private_people_are_shown_on_request_and_hidden_ones_never() -> None:
    shy = makers.tie("Shy", "one_sided", kind="person", gave=9, hours=1, private=True)
    gone = makers.tie("Gone", "reciprocal", kind="person", gave=9, back=9, hours=3, hidden=True)
    findings = makers.findings([shy, gone, makers.tie("Ferry", "parasocial", sessions=30, hours=2)])
    quiet = _shell(write_page(findings))
    asked = _shell(write_page(findings, show_private=True))
    assert ("Shy" in quiet, "Shy" in asked) == (False, True)
    assert "Gone" not in quiet + asked
    said = [block.text for block in blocks(quiet)]
    assert any(
        text.startswith("1 tie is left out here") and "--show-private" in text for text in said
    )
    assert "1 tie is hidden by your notes, for good." in said
    assert not any("left out here" in block.text for block in blocks(asked))


def test_a_made_up_example_says_so_first() -> None:
    first = blocks(write_page(cases.rich()))[0]
    assert first.text == "Example: everyone here is made up."
    assert "made up" not in _shell(write_page(cases.one_tie()))


@pytest.mark.thorough
@every_case
def test_the_word_of_the_field_never_stands_alone(make) -> None:
    """Outside our own name, each block with the word says what it is a proxy of."""
    said = [
        b.text for b in blocks(write_page(make())) if "parasocial" in b.text.lower() and not b.brand
    ]
    assert len(said) == 1
    assert "parasocial: a proxy from behaviour" in said[0]


@pytest.mark.thorough
def test_five_thousand_ties_stay_small() -> None:
    findings = cases.crowd()
    page = write_page(findings)
    assert len(page.encode()) < 3_000_000
    assert len(LexborHTMLParser(page).css("#ties-table tbody tr")) == ROWS
    assert any("1,000 ties with most time, of 5,000" in block.text for block in blocks(page))


def test_the_same_findings_make_the_same_page() -> None:
    findings = cases.rich()
    before = repr(findings)
    assert write_page(findings) == write_page(findings)
    assert repr(findings) == before


@pytest.mark.thorough
@every_case
def test_sections_without_anything_to_say_are_not_there(make) -> None:
    findings: Findings = make()
    present = {node.attributes["id"] for node in LexborHTMLParser(write_page(findings)).css("h2")}
    assert ("ties" in present) == bool(findings.ties)
    assert ("weeks" in present) == any(week.covered for week in findings.weeks)
    assert ("reading" in present) == bool(findings.sources)
    assert {"limits", "method"} <= present
