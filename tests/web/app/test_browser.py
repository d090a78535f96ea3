"""The app in a real Chromium, walked through as a person would."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from cli import exports
from parasocial.i18n import LANGUAGES
from printed import paper
from web.app.running import Running, running
from web.app.test_rooms import ROOMS

pytestmark = pytest.mark.thorough

LOOKS = ((1280, "light"), (1280, "dark"), (390, "light"), (390, "dark"))
CONTRAST = (Path(__file__).parents[2] / "report" / "contrast.js").read_text()
WAIT = 60_000
OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true })"


class Browsing:
    """Pages of the app in contexts of their own, and everything that they were heard to do."""

    def __init__(self, chromium) -> None:
        self._chromium = chromium
        self.contexts: list[BrowserContext] = []
        self.heard: list[str] = []

    def page(self, address: str, *, wide: int = 1280, scheme: str = "light") -> Page:
        context = self._chromium.new_context(
            viewport={"width": wide, "height": 900},
            color_scheme=scheme,
            reduced_motion="reduce",
            accept_downloads=True,
            timezone_id="Asia/Manila",
        )
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: self.heard.append(message.text))
        page.on("pageerror", lambda error: self.heard.append(str(error)))
        context.on("request", self._asked)
        page.goto(address)
        return page

    def _asked(self, request) -> None:
        if not re.match(r"(data|blob|file):|http://127\.0\.0\.1:\d+/", request.url):
            self.heard.append(request.url)


@pytest.fixture
def browsing(chromium) -> Iterator[Browsing]:
    made = Browsing(chromium)
    yield made
    for context in made.contexts:
        context.close()
    assert made.heard == []


@pytest.fixture(scope="module")
def example(chromium, tmp_path_factory) -> Iterator[Running]:
    """An app in which the example was read, by pressing its button."""
    with running(tmp_path_factory.mktemp("example")) as app:
        browsing = Browsing(chromium)
        page = browsing.page(app.url)
        page.get_by_role("button", name="Try the example").click()
        page.wait_for_url("**/b/example/", timeout=WAIT)
        browsing.contexts[0].close()
        assert browsing.heard == []
        yield app


def rooms(app: Running) -> list[str]:
    tie = "b/example/tie?id=whatsapp:Dimas%20Kos"
    them = ("", "people", "patterns", "given", "ideas", "counted", "keep", "guess")
    return ["", "b/example/add", tie, *(f"b/example/{it}" for it in them)]


def test_choosing_a_file(fresh, browsing, tmp_path) -> None:
    page = browsing.page(fresh.url)
    page.locator("#files").set_input_files(exports.takeout(tmp_path))
    page.wait_for_url("**/i/*", timeout=WAIT)
    expect(page.get_by_role("heading", name="What was read")).to_be_visible(timeout=WAIT)
    expect(page.get_by_text("50 records are in.")).to_be_visible()
    page.get_by_role("link", name="See your page").click()
    expect(page.locator("h1")).to_contain_text("went to people who can’t see you back")
    assert fresh.run.desk("me").kept.zone == "Asia/Manila"


DROP = """([files, place]) => {
  const moved = new DataTransfer();
  files.forEach(([name, text]) => moved.items.add(new File([text], name)));
  document.querySelector(place).dispatchEvent(
    new DragEvent('drop', { dataTransfer: moved, bubbles: true, cancelable: true }));
}"""


def test_dropping_several_and_one_of_them_wrong(fresh, browsing, tmp_path) -> None:
    page = browsing.page(fresh.url)
    chat = exports.chat(tmp_path)
    files = [[chat.name, chat.read_text()], ["holiday.txt", "no export at all"]]
    page.evaluate(DROP, [files, "[data-drop]"])
    expect(page.get_by_role("heading", name="What was read")).to_be_visible(timeout=WAIT)
    expect(page.get_by_role("heading", name="Not read")).to_be_visible()
    expect(page.get_by_role("heading", name="WhatsApp")).to_be_visible()


def test_only_a_wrong_file(fresh, browsing, tmp_path) -> None:
    page = browsing.page(fresh.url)
    (tmp_path / "notes.txt").write_text("milk, eggs")
    page.locator("#files").set_input_files(tmp_path / "notes.txt")
    expect(page.get_by_role("heading", name="Nothing could be read yet.")).to_be_visible(
        timeout=WAIT
    )
    page.get_by_role("link", name="Back to the start").click()
    expect(page.get_by_text("Drop your files here")).to_be_visible()


def test_saying_who_one_is(fresh, browsing, tmp_path) -> None:
    page = browsing.page(fresh.url)
    chat = exports.chat(tmp_path).rename(tmp_path / "chat.txt")
    page.locator("#files").set_input_files(chat)
    page.get_by_label("What you are called in these files").fill("Nour", timeout=WAIT)
    page.get_by_role("button", name="Read again").click()
    expect(page.get_by_role("heading", name="What was read")).to_be_visible(timeout=WAIT)


def test_stopping(fresh, browsing, tmp_path) -> None:
    page = browsing.page(fresh.url)
    with fresh.run._hold:
        page.locator("#files").set_input_files(exports.takeout(tmp_path))
        page.get_by_role("button", name="Stop").click(timeout=WAIT)
    expect(page.get_by_role("heading", name="Stopped.")).to_be_visible(timeout=WAIT)
    assert not fresh.run.main.exists()


def test_guessing_first(own, browsing) -> None:
    page = browsing.page(f"{own.url}b/me/guess")
    page.get_by_text("4", exact=True).click()
    page.get_by_role("button", name="Now show me").click()
    expect(page.get_by_text("You guessed 4 of ten minutes one way.")).to_be_visible()


def test_filtering_without_losing_ones_place(example, browsing) -> None:
    page = browsing.page(f"{example.url}b/example/")
    before = page.locator("#part h1").inner_text()
    page.get_by_text("Year", exact=True).click()
    expect(page.locator(".stepper strong")).to_have_text("2026")
    page.get_by_role("button", name="Earlier").click()
    expect(page.locator(".stepper strong")).to_have_text("2025")
    page.get_by_label("App", exact=True).select_option("whatsapp")
    expect(page.locator("#part h1")).not_to_have_text(before)
    assert re.search(r"span=year&at=2025&platform=whatsapp", page.url)
    first = page.locator("#ties-table tbody bdi").first
    page.locator("details.table summary").click()
    page.get_by_role("button", name="Tie", exact=True).click()
    expect(page.locator("#ties-table th[aria-sort=ascending]")).to_have_count(1)
    expect(first).to_be_visible()
    page.go_back()
    expect(page.locator(".stepper strong")).to_have_text("2025")
    page.get_by_role("link", name="Show all of it").click()
    expect(page.locator("#part h1")).to_have_text(before)


def test_before_and_after_a_date(example, browsing) -> None:
    page = browsing.page(f"{example.url}b/example/")
    page.get_by_text("Before and after", exact=True).click()
    page.get_by_label("From", exact=True).fill("2026-03-02")
    page.get_by_label("to", exact=True).fill("2026-05-31")
    expect(page.get_by_text("Before, during and after these dates")).to_be_visible()


def test_rewinding_moves_the_ties(example, browsing) -> None:
    page = browsing.page(f"{example.url}b/example/")
    slide = page.get_by_label("Which weeks")
    slide.wait_for()
    said = page.locator(".rewind .now").inner_text()
    places = "[...document.querySelectorAll('.moves')].map(it => it.getAttribute('cx')).join()"
    before = page.evaluate(places)
    slide.focus()
    page.keyboard.press("Home")
    expect(page.locator(".rewind .now")).not_to_have_text(said)
    assert page.evaluate(places) != before
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()


def test_a_mark_leads_to_its_tie_and_a_correction_changes_the_page(own, browsing) -> None:
    page = browsing.page(f"{own.url}b/me/")
    page.locator("svg.chart:visible [data-t=t0]").first.click(force=True)
    page.wait_for_url("**/tie?*")
    page.get_by_label("What this account is").select_option("person")
    page.get_by_label("I keep this tie on purpose").check()
    page.get_by_role("button", name="Note it").first.click()
    expect(page.get_by_text("Noted.")).to_be_visible()
    expect(page.get_by_text("Read as a person: your note.")).to_be_visible()
    page.get_by_role("link", name="Ideas").click()
    expect(page.locator("section[aria-labelledby=keeping] .pill")).to_have_count(1)


def test_names_stay_hidden_from_room_to_room(own, browsing) -> None:
    page = browsing.page(f"{own.url}b/me/people")
    expect(page.get_by_text("Ada", exact=True)).to_be_visible()
    page.get_by_role("button", name="Hide names").click()
    page.get_by_role("link", name="Overview").click()
    page.wait_for_load_state()
    expect(page.get_by_role("button", name="Show names")).to_be_visible()
    assert not re.search(r"\bAda\b", page.locator("main").inner_text())
    page.get_by_text("Dark", exact=True).click()
    page.get_by_role("link", name="Keep").click()
    assert page.locator("#theme-dark").is_checked()


def test_saving_the_page_the_card_and_the_table(own, browsing, tmp_path) -> None:
    page = browsing.page(f"{own.url}b/me/keep")
    saved = {}
    for name in ("Save the page", "Save the card", "CSV"):
        with page.expect_download() as download:
            page.get_by_text(name, exact=True).click()
        saved[name] = tmp_path / download.value.suggested_filename
        download.value.save_as(saved[name])
    assert {it.name for it in saved.values()} == {
        "parasocial.html", "parasocial-card.png", "parasocial-ties.csv",
    }  # fmt: skip
    from PIL import Image

    card = Image.open(saved["Save the card"]).convert("RGB")
    assert card.size == (1200, 630)
    assert len(card.getcolors(1 << 20)) > 20
    alone = browsing.page(saved["Save the page"].as_uri())
    expect(alone.locator("h1")).to_contain_text("see you back")


def test_deleting_everything(own, browsing) -> None:
    page = browsing.page(f"{own.url}b/me/keep")
    page.get_by_label("Yes, all of it.").check()
    page.get_by_role("button", name="Delete everything").click()
    expect(page.get_by_text("Deleted: 3 exports")).to_be_visible()
    page.get_by_role("link", name="Back to the start").click()
    assert page.get_by_text("Been here before?").count() == 0


def test_two_tabs_and_two_runs_at_once(own, example, browsing) -> None:
    one, two = (browsing.page(f"{app.url}") for app in (own, example))
    again = one.context.new_page()
    again.goto(f"{own.url}b/me/people")
    one.get_by_role("link", name="Your page").click()
    expect(one.locator("h1")).to_contain_text("see you back")
    expect(again.get_by_text("Ada", exact=True)).to_be_visible()
    expect(two.get_by_text("Drop your files here")).to_be_visible()


def test_the_keyboard_alone_is_enough(own, browsing) -> None:
    page = browsing.page(own.url)
    page.keyboard.press("Tab")
    assert page.locator(".skip").evaluate("one => one.getBoundingClientRect().left") >= 0
    wanted = page.evaluate(
        "[...document.querySelectorAll('a[href], button, summary, input')]"
        ".filter(one => one.checkVisibility() && !(one.type === 'radio' && !one.checked))"
        ".map((one, n) => { one.dataset.stop = n; return String(n) })"
    )
    reached = [page.evaluate("document.activeElement.dataset.stop")]
    for _ in wanted[1:]:
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.dataset.stop"))
    assert reached == wanted
    page.goto(f"{own.url}b/me/")
    page.locator("#span-all").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".stepper strong")).to_have_text("2026")
    assert page.evaluate("document.activeElement.id") == "span-year"


@pytest.mark.parametrize(("wide", "scheme"), LOOKS)
def test_every_room_fits_reads_and_passes_axe(example, browsing, wide, scheme) -> None:
    page, broken = browsing.page(example.url, wide=wide, scheme=scheme), {}
    for room in rooms(example):
        page.goto(f"{example.url}{room}")
        page.wait_for_load_state("networkidle")
        if (wide, scheme) == LOOKS[0]:  # what folds is the same in all four, and takes long
            page.evaluate(OPEN)
        found = [(it["id"], it["nodes"][0]["html"][:200]) for it in _violations(page)]
        page.evaluate(OPEN)
        found += page.evaluate(CONTRAST)["low"]
        found += ["too wide"] * (page.evaluate("document.documentElement.scrollWidth") > wide)
        broken |= {room: found} if found else {}
    assert broken == {}


def _violations(page: Page) -> list:
    return Axe().run(page).response["violations"]


def test_a_file_that_does_not_arrive_says_why(fresh, chromium, tmp_path) -> None:
    page = chromium.new_page()
    page.goto(fresh.url)
    said = page.locator("#sending .said")
    page.route("**/incoming/**", lambda it: it.abort())
    page.locator("#files").set_input_files(exports.takeout(tmp_path))
    expect(said).to_have_text("The connection was lost. Choose the files again.")
    page.evaluate("document.documentElement.lang = 'th'")
    told = {"said": "Two files have one name.", "language": "en"}
    page.route("**/incoming/**", lambda it: it.fulfill(status=400, json=told))
    page.locator("#files").set_input_files(exports.takeout(tmp_path))
    expect(said).to_have_text(told["said"])
    expect(said).to_have_attribute("lang", "en")
    page.close()


def test_thai_is_chosen_by_keyboard_on_a_phone(own, browsing) -> None:
    page = browsing.page(f"{own.url}b/me/?span=year", wide=390)
    page.locator(".tongues summary").focus()
    page.keyboard.press("Enter")
    for _ in range(list(LANGUAGES).index("th") + 1):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", "th")
    assert page.url.endswith("b/me/?span=year")
    wide = {}
    for room in ("", *(f"b/me/{it}" for it in ROOMS)):
        page.goto(f"{own.url}{room}")
        page.evaluate(OPEN)
        assert page.evaluate("document.documentElement.lang") == "th"
        wide[room] = page.evaluate("document.documentElement.scrollWidth")
    assert max(wide.values()) <= 390, wide


def test_numbers_and_dates_of_a_script_follow_the_language(example, browsing, monkeypatch) -> None:
    monkeypatch.setattr(example.run, "language", "vi")
    page = browsing.page(f"{example.url}b/example/")
    page.locator(".rewind .now").wait_for()
    expect(page.locator(".rewind .now")).to_contain_text("thg")


def test_three_doors(example, browsing) -> None:
    page = browsing.page(example.url)
    for name in ("Creators", "The study"):
        page.get_by_role("link", name=name).click()
        expect(page.locator("main h1, main h2").first).to_be_visible(timeout=WAIT)
        page.go_back()


def test_print_is_light_even_from_a_dark_screen(example, browsing, tmp_path) -> None:
    page = browsing.page(f"{example.url}b/example/", scheme="dark")
    page.get_by_text("Dark", exact=True).click()
    printed = page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True, print_background=True)
    assert paper(printed) == [1, 1, 1]


def test_without_scripts_the_rooms_are_whole(chromium, own) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{own.url}b/me/")
    page.get_by_text("Year", exact=True).click()
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator(".stepper strong")).to_have_text("2026")
    page.get_by_role("link", name="Ties").click()
    page.get_by_role("link", name="Ada").click()
    page.get_by_label("I keep this tie on purpose").check()
    page.get_by_role("button", name="Note it").first.click()
    expect(page.get_by_text("Noted.")).to_be_visible()
    context.close()
