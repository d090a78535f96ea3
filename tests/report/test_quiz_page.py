"""The quiz as a page: its arithmetic is Python's, and it needs nothing and sends nothing."""

import re
from itertools import product
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from parasocial.five_types import axes, decided_axis, quiz_shares, type_name
from parasocial.notes import QuizAnswers
from parasocial.report.inline import digest, inline
from parasocial.report.quiz import write_quiz_page
from parasocial.report.words import pattern, quiz
from report.test_words import judged
from report.visible import blocks, grade

HERE = Path(__file__).parent
GRID = [
    QuizAnswers(*said)
    for said in product(
        (0, 0.3, 1.5, 3, 24), (0, 1, 4, 40), ("in_use", "never"), (0, 2, 4), (0, 3), (1, 4)
    )
]
in_browser = pytest.mark.thorough
LOOKS = ((1280, "light"), (1280, "dark"), (390, "light"), (390, "dark"))


@pytest.fixture(scope="module")
def page() -> str:
    return write_quiz_page()


@pytest.fixture(scope="module")
def address(page, tmp_path_factory) -> str:
    path = tmp_path_factory.mktemp("quiz") / "quiz.html"
    path.write_text(page, encoding="utf-8")
    return path.as_uri()


def answer(open_page, said: QuizAnswers) -> None:
    open_page.fill("#hours", str(said.hours_a_day))
    open_page.fill("#posts", str(said.posts_a_week))
    open_page.check(f"input[value={said.accounts}]")
    for name in ("one_sitting", "no_trace", "keeps_limit"):
        open_page.check(f"input[name={name}][value='{getattr(said, name)}']")


@in_browser
def test_the_page_computes_what_python_computes(look, address) -> None:
    told = look(address).evaluate(
        """grid => grid.map(said => {
            const shares = quizShares(said);
            return [shares, typeName(shares), said.accounts === "in_use" ? decidedAxis(said) : ""];
        })""",
        [
            {
                "hours": it.hours_a_day, "posts": it.posts_a_week, "accounts": it.accounts,
                "one_sitting": it.one_sitting, "no_trace": it.no_trace, "keeps_limit": it.keeps_limit,
            }
            for it in GRID
        ],
    )  # fmt: skip
    named = axes()
    for it, (shares, name, sides) in zip(GRID, told, strict=True):
        expected = quiz_shares(it)
        assert shares == pytest.approx(expected, abs=1e-12)
        assert name == type_name(expected)
        if sides:
            assert named.get(sides) == decided_axis(it.hours_a_day, it.posts_a_week)


@in_browser
def test_the_answer_appears_once_all_is_said(look, address) -> None:
    page = look(address)
    result = page.locator("#result")
    assert result.inner_text() == quiz.WAITING
    answer(page, QuizAnswers(3, 1, "in_use", 0, 4, 1))
    assert "Mostly watching" in result.inner_text()
    assert "“Lurker”" in result.inner_text()
    wide = page.locator("#fit .fill").nth(3).get_attribute("width")
    assert float(wide) == pytest.approx(
        100 * quiz_shares(QuizAnswers(3, 1, "in_use", 0, 4, 1))["lurker"]
    )
    page.fill("#hours", "1.5")
    page.check("input[name=no_trace][value='2']")
    page.check("input[name=keeps_limit][value='2']")
    page.check("input[name=one_sitting][value='2']")
    assert "Somewhere in between" in result.inner_text()
    assert "What can be said: time in between; few posts." in result.inner_text()
    page.fill("#hours", "30")
    assert result.inner_text() == quiz.WAITING


@in_browser
def test_whoever_left_needs_no_more_questions(look, address) -> None:
    page = look(address)
    page.check("input[value=deleted]")
    assert "Hardly here" in page.locator("#result").inner_text()
    assert page.locator("#fit .fill").nth(4).get_attribute("width") == "100"


@in_browser
def test_oversharer_is_told_apart_from_what_posts_give_away(look, address) -> None:
    page = look(address)
    answer(page, QuizAnswers(6, 60, "in_use"))
    assert quiz.OVERSHARER in page.locator("#result").inner_text()


@in_browser
@pytest.mark.parametrize(("wide", "scheme"), LOOKS)
def test_it_fits_and_can_be_read(look, address, wide, scheme) -> None:
    page = look(address, wide=wide, scheme=scheme)
    answer(page, QuizAnswers(6, 60, "in_use"))
    assert page.evaluate("document.documentElement.scrollWidth") <= wide
    found = page.evaluate((HERE / "contrast.js").read_text())
    assert found["checked"] > 30
    assert found["low"] == []


@in_browser
def test_the_keyboard_is_enough(look, address) -> None:
    page = look(address)
    page.locator("#hours").focus()
    page.keyboard.type("3")
    page.keyboard.press("Tab")
    page.keyboard.type("1")
    page.keyboard.press("Enter")
    for _ in range(4):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
        page.keyboard.press("Space")
    assert "Mostly watching" in page.locator("#result").inner_text()


@in_browser
def test_it_prints_on_light_paper(look, address, tmp_path) -> None:
    page = look(address, scheme="dark")
    answer(page, QuizAnswers(6, 60, "in_use"))
    page.emulate_media(media="print")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    assert page.locator("#result h2:visible").inner_text() == "Much time, many posts"


def test_it_carries_all_it_needs_and_may_load_nothing(page) -> None:
    carried = inline("quiz")
    (policy,) = [it.attributes["content"] for it in LexborHTMLParser(page).css("meta[http-equiv]")]
    assert policy == carried.policy
    assert f"script-src {digest(carried.script)}; style-src {digest(carried.style)};" in policy
    assert policy.startswith("default-src 'none'; ")
    assert f"<script>{carried.script}</script>" in page
    shell = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    assert "http://" not in shell
    assert "https://" not in shell
    for node in LexborHTMLParser(page).css("*"):
        assert "style" not in node.attributes
        assert not [name for name in node.attributes if name.startswith("on")]


def test_every_field_has_a_label(page) -> None:
    tree = LexborHTMLParser(page)
    for field in tree.css("#quiz input"):
        inside = field.parent.tag == "label"
        assert inside or tree.css_first(f"label[for={field.attributes['id']}]")
    assert all(it.css_first("legend") for it in tree.css("fieldset"))


def test_its_words_keep_the_rules(page) -> None:
    assert judged(page) == []
    assert (
        grade(" ".join([quiz.HOURS, quiz.ACCOUNTS, *quiz.KEPT.values(), *quiz.SCALES.values()]))
        <= 7
    )
    said = [block.text for block in blocks(page) if block.tag == "h2"]
    assert said == [pattern.PLAIN[name] for name in quiz.MEANS]
