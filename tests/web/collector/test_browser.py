"""The form in a real Chromium, on a phone, by keyboard: in English and in Thai."""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from parasocial.study.instrument.answers import Checks
from parasocial.study.instrument.routing import Routes
from parasocial.study.instrument.surveyjs import surveyjs
from parasocial.study.store import open_store
from parasocial.study.store.reading import answered, counts
from parasocial.web.collector import Collector, collector
from parasocial.web.serve import address, bound, server_of
from web.collector.conftest import FORM, STUDY, person

pytestmark = pytest.mark.thorough

PHONE = {"width": 390, "height": 844}
QUIET = re.compile(r"ERR_INTERNET_DISCONNECTED|status of 404")
"""What the console says of requests that a test means to fail."""
MARKUP = "<img src=x onerror=alert(1)> =1+1"
FIRST = "document.querySelector('.sd-page [data-name]')?.dataset.name"
FOCUSED = """() => {
  const one = document.activeElement;
  const group = one.name ? [...document.getElementsByName(one.name)] : [];
  return {
    kind: one.type ?? one.tagName, done: group.some(it => it.checked) || (one.type === "number" && one.value),
    next: one.matches(".sd-navigation__next-btn, .sd-navigation__complete-btn"), title: one.title || one.value,
  };
}"""


@dataclass(frozen=True)
class Fielded:
    made: Collector
    url: str


@contextmanager
def fielded(path: Path) -> Iterator[Fielded]:
    made = Collector(STUDY, FORM, open_store(str(path)))
    opened, ready = bound(), threading.Event()
    url = address(opened)
    server = server_of(collector(made, [url.removeprefix("http://")]), ready.set)
    thread = threading.Thread(target=server.run, args=([opened],))
    thread.start()
    assert ready.wait(10)
    yield Fielded(made, url)
    server.should_exit = True
    thread.join(10)
    assert not thread.is_alive()


@pytest.fixture
def study(tmp_path) -> Iterator[Fielded]:
    with fielded(tmp_path / "answers.store") as found:
        yield found


@pytest.fixture
def visit(chromium: Browser, study) -> Iterator:
    """Opens the form; afterwards nothing else was asked for and the console is empty."""
    contexts: list[BrowserContext] = []
    heard: list[str] = []

    def opened(path: str = "/", language: str = "en-GB", **more) -> Page:
        context = chromium.new_context(
            viewport=PHONE, locale=language, reduced_motion="reduce", **more
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on(
            "request", lambda it: it.url.startswith((study.url, "data:")) or heard.append(it.url)
        )
        page.goto(study.url + path)
        page.locator(".sd-question").first.wait_for()
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [one for one in heard if not QUIET.search(one)] == []


def fill_page(page: Page) -> None:
    """Answer what is on the screen and go on, by keyboard alone, from where the focus is."""
    for _ in range(80):
        focused = page.evaluate(FOCUSED)
        if focused["next"]:
            page.keyboard.press("Enter")
            return
        if not focused["done"]:
            match focused["kind"]:
                case "radio" | "checkbox":
                    page.keyboard.press("Space")
                case "number":
                    page.keyboard.type("30" if page.locator("[data-name=age]").count() else "2")
                case "textarea":
                    page.keyboard.type(MARKUP)
        page.keyboard.press("Tab")
    pytest.fail("the keyboard never reached the way on")


def until(page: Page, true: str, *, seconds: float = 30) -> None:
    """Wait for something; the page's policy forbids the browser's own way of waiting for code."""
    for _ in range(round(seconds * 50)):
        if page.evaluate(true):
            return
        page.wait_for_timeout(20)
    pytest.fail(f"never: {true}")


def fill(page: Page, look=lambda _: None) -> int:
    """Fill the whole form; return how many pages it had."""
    pages = 0
    while page.locator("#end").is_hidden():
        look(page)
        here = page.evaluate(FIRST)
        fill_page(page)
        pages += 1
        until(page, f"{FIRST} !== '{here}'")
        if page.locator(".sd-page").count() == 0:
            page.locator("#end").wait_for()
        else:
            until(page, "!!document.activeElement.closest('.sd-page')")
    return pages


def sound(page: Page) -> None:
    """Nothing that axe finds, nothing wider than the phone."""
    found = Axe().run(page).response["violations"]
    assert [(it["id"], [node["html"][:200] for node in it["nodes"]]) for it in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize(
    ("language", "thanks", "scheme"),
    [
        ("en-GB", "Thank you. Your answers have arrived.", "light"),
        ("th-TH", "ขอบคุณ คำตอบของคุณมาถึงแล้ว", "dark"),
    ],
)
def test_the_form_is_filled_by_keyboard(visit, study, language, thanks, scheme) -> None:
    page = visit("/?country=TH", language, color_scheme=scheme)
    assert fill(page, sound) == len(FORM.instrument.pages)
    sound(page)
    assert page.locator("#said").inner_text() == thanks
    assert page.evaluate("document.activeElement.id") == "said"
    [found] = answered(study.made.store, "complete")
    assert found.language == language[:2]
    assert found.answers["country"] == "TH"
    assert found.answers["remark"] == MARKUP
    assert found.answers["contact"] == ["none"]  # the last of them, which rules out the others
    assert Checks(FORM.instrument).problems(found.answers, final=True) == []
    assert len(page.locator("#receipt code").inner_text()) == 64


def answer_first(page: Page) -> None:
    page.locator("input[type=radio]").first.focus()
    page.keyboard.press("Space")
    page.locator(".sd-navigation__next-btn").press("Enter")
    page.locator("input[type=number]").wait_for()


def test_nothing_is_lost_by_loading_again_or_elsewhere(visit, study) -> None:
    page = visit()
    answer_first(page)
    page.locator("input[type=number]").fill("41")
    page.keyboard.press("Tab")
    page.get_by_text("Saved.").wait_for()
    link = page.locator("#keep a").get_attribute("href")
    page.reload()
    page.locator(".sd-question").first.wait_for()
    assert page.locator("input[type=number]").input_value() == "41"
    page.goto(study.url)  # the bare address finds what this device began
    page.locator("input[type=number]").wait_for()
    other = visit("/" + link.removeprefix(study.url).lstrip("/"))
    assert other.locator("input[type=number]").input_value() == "41"
    assert counts(study.made.store) == {"started": 1}


def test_without_a_connection_answers_wait(visit, study) -> None:
    page = visit()
    answer_first(page)
    page.get_by_text("Saved.").wait_for()
    page.context.set_offline(True)
    page.locator("input[type=number]").fill("52")
    page.keyboard.press("Tab")
    page.get_by_text("No connection.").wait_for()
    assert [it.answers for it in answered(study.made.store, "started")] == [{"consent": 1}]
    page.context.set_offline(False)
    page.get_by_text("Saved.").wait_for()
    assert [it.answers for it in answered(study.made.store, "started")] == [
        {"consent": 1, "age": 52}
    ]


def test_two_open_pages_make_one_response(visit, study) -> None:
    page = visit()
    answer_first(page)
    page.get_by_text("Saved.").wait_for()
    other = page.context.new_page()
    other.goto(page.url)
    other.locator("input[type=number]").fill("33")
    other.keyboard.press("Tab")
    other.get_by_text("Saved.").wait_for()
    page.get_by_text("You went on elsewhere.").wait_for()
    assert page.locator("input[type=number]").input_value() == "33"
    assert counts(study.made.store) == {"started": 1}


def test_a_no_is_all_that_is_kept(visit, study) -> None:
    page = visit("/?country=PH")
    page.locator("input[type=radio]").first.focus()
    page.keyboard.press("ArrowDown")
    page.locator(".sd-navigation__complete-btn").press("Enter")
    page.locator("#end").wait_for()
    assert "That is fine." in page.locator("#said").inner_text()
    assert counts(study.made.store) == {"refused": 1}
    assert list(answered(study.made.store, "refused")) == []


def test_everything_can_be_taken_back(visit, study) -> None:
    page = visit()
    answer_first(page)
    page.get_by_role("button", name="Take everything back").first.press("Enter")
    assert page.evaluate("document.activeElement.id") == "asking"
    page.locator("#erase").press("Enter")
    page.get_by_text("Your answers are erased.").wait_for()
    assert counts(study.made.store) == {"withdrawn": 1}


def test_an_answer_on_its_way_does_not_outlive_the_erasing(visit, study) -> None:
    page = visit()
    asked, held = [], []
    page.on("request", lambda it: asked.append(it.method))
    page.route(
        "**/r/**", lambda it: held.append(it) if it.request.method == "PUT" else it.fallback()
    )
    with page.expect_request(lambda it: it.method == "PUT"):
        answer_first(page)
    page.get_by_role("button", name="Take everything back").first.press("Enter")
    page.locator("#erase").press("Enter")
    page.wait_for_timeout(100)
    assert held
    assert "DELETE" not in asked
    for route in held:
        route.fallback()
    page.get_by_text("Your answers are erased.").wait_for()
    assert counts(study.made.store) == {"withdrawn": 1}


def test_python_and_the_browser_route_alike(visit) -> None:
    page = visit()
    instrument = FORM.instrument
    routes, people = Routes(instrument), []
    for seed in range(120):
        answers = person(seed, age=16 if seed % 10 == 0 else 40, consent=int(seed % 7 > 0))
        names = list(answers)
        people.append({name: answers[name] for name in names[: 1 + seed % len(names)]})
    seen = page.evaluate(
        """([form, people]) => people.map(answers => {
            const survey = new Survey.Model(form);
            survey.data = answers;
            return survey.getAllQuestions(true).map(it => it.name).sort();
        })""",
        [json.loads(json.dumps(surveyjs(FORM))), people],
    )
    wanted = [sorted(routes.put(answers) - {"country"}) for answers in people]
    assert seen == wanted


def test_what_a_link_says_badly_is_left_out(visit, study) -> None:
    page = visit("/?country=Philippines")
    answer_first(page)
    page.get_by_text("Saved.").wait_for()
    assert [it.answers for it in answered(study.made.store, "started")] == [{"consent": 1}]


def test_what_another_study_left_on_the_device_does_not_disturb(visit, study) -> None:
    page = visit()
    page.evaluate("outbox.put('f'.repeat(32), {form: '0'.repeat(64), answers: {age: 3}}, false)")
    page.goto("about:blank")
    page.goto(study.url)
    answer_first(page)
    page.get_by_text("Saved.").wait_for()
    assert [it.answers for it in answered(study.made.store, "started")] == [{"consent": 1}]
