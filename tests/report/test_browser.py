"""The page in a real Chromium: what it looks like, what it does, what it never does."""

import re
from pathlib import Path

import pytest

from parasocial.report import write_page
from printed import paper
from report import cases

pytestmark = pytest.mark.thorough

WIDTHS = (1280, 820, 390)
LOOKS = ((1280, "light"), (1280, "dark"), (390, "light"), (390, "dark"))
CONTRAST = (Path(__file__).parent / "contrast.js").read_text()

every_look = pytest.mark.parametrize(("wide", "scheme"), LOOKS)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("report")
    for name in ("rich", "hostile", "null shares", "empty", "one tie"):
        (folder / f"{name}.html").write_text(write_page(cases.CASES[name]()), encoding="utf-8")
    return {path.stem: path.as_uri() for path in folder.iterdir()}


@every_look
def test_nothing_is_wider_than_the_screen_and_all_text_can_be_read(
    look, file, wide, scheme
) -> None:
    page = look(file["rich"], wide=wide, scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= wide
    found = page.evaluate(CONTRAST)
    assert found["checked"] > 300
    assert found["low"] == []
    assert page.evaluate(
        "document.fonts.check('16px Inter') && document.fonts.check('16px \"Source Serif\"')"
    )


def test_odd_findings_fit_a_phone(look, file) -> None:
    page = look(file["empty"], wide=390)
    for name in ("hostile", "null shares", "one tie", "empty"):
        page.goto(file[name])
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("wide", WIDTHS)
def test_one_drawing_of_each_is_shown(look, file, wide) -> None:
    page = look(file["rich"], wide=wide)
    figures = page.locator("figure")
    shown = [figure.locator("svg.chart:visible").count() for figure in figures.all()]
    assert shown == [1] * 8
    assert page.evaluate("document.documentElement.scrollWidth") <= wide
    letters = page.evaluate(
        "Math.min(...[...document.querySelectorAll('svg.chart text')].filter(t => t.getBoundingClientRect().width)"
        ".map(t => parseFloat(getComputedStyle(t).fontSize) * t.ownerSVGElement.getBoundingClientRect().width"
        " / t.ownerSVGElement.viewBox.baseVal.width))"
    )
    assert letters >= 10


def test_the_theme_has_three_ways(look, file) -> None:
    page = look(file["rich"], scheme="dark")
    background = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(background)
    page.get_by_text("Light", exact=True).click()
    light = page.evaluate(background)
    page.get_by_text("Dark", exact=True).click()
    assert page.evaluate(background) == dark != light
    page.emulate_media(color_scheme="light")
    assert page.evaluate(background) == dark
    page.get_by_text("Auto", exact=True).click()
    assert page.evaluate(background) == light


def test_names_can_be_hidden_and_come_back(look, file) -> None:
    page = look(file["rich"])
    page.locator("details.table summary").click()
    before = page.inner_text("body")
    assert "Halcyon Pots" in before
    page.locator("#names").click()
    hidden = page.inner_text("body")
    everybody = (*cases.CREATORS, *cases.FRIENDS, "isla.reyes")
    assert [name for name in everybody if re.search(rf"\b{re.escape(name)}\b", hidden)] == []
    assert "tie 1" in hidden
    page.locator("svg.chart:visible [data-t=t0]").first.hover()
    assert page.locator("#tip strong").inner_text() == "tie 1"
    page.locator("#names").click()
    assert page.inner_text("body").startswith(before[:4000])


def test_a_mark_says_what_the_table_says(look, file) -> None:
    page = look(file["rich"])
    page.locator("svg.chart:visible [data-t=t0]").first.hover()
    assert page.locator("#tip").is_visible()
    assert page.locator("#tip strong").inner_text() == "Halcyon Pots"
    assert "could have been answered" in page.locator("#tip span").inner_text()
    page.mouse.move(2, 2)
    assert page.locator("#tip").is_hidden()


def test_the_table_sorts_by_number_and_by_name(look, file) -> None:
    page = look(file["rich"])
    page.locator("details.table summary").click()
    first = page.locator("#ties-table tbody tr bdi").first
    assert first.inner_text() == "Halcyon Pots"
    page.get_by_role("button", name="Came back").click()
    assert first.inner_text() == "Dewi"
    page.get_by_role("button", name="Tie", exact=True).click()
    assert first.inner_text() == "Amihan Diaries"
    assert page.locator("#ties-table th[aria-sort]").get_attribute("aria-sort") == "ascending"


def test_the_keyboard_reaches_every_control(look, file) -> None:
    page = look(file["rich"])
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    wanted = page.evaluate(
        "[...document.querySelectorAll('a[href], button, summary, input:checked, [tabindex=\"0\"]')]"
        ".filter(one => one.checkVisibility()).map((one, n) => { one.dataset.stop = n; return String(n) })"
    )
    reached, unseen = [], []
    for _ in wanted:
        page.keyboard.press("Tab")
        stop, outline = page.evaluate(
            "(() => { const one = document.activeElement, drawn = one.matches('input') ? one.nextSibling : one;"
            "return [one.dataset.stop, getComputedStyle(drawn).outlineStyle] })()"
        )
        reached.append(stop)
        unseen += [stop] if outline == "none" else []
    assert reached == wanted
    assert unseen == []
    page.keyboard.press("Shift+Tab")
    page.locator("#theme-auto").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("#theme-light").is_checked()


def test_the_skip_link_goes_to_the_report(look, file) -> None:
    page = look(file["rich"])
    page.keyboard.press("Tab")
    assert page.locator(".skip").evaluate("one => one.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"


def test_print_is_light_even_from_a_dark_screen(look, file, tmp_path) -> None:
    page = look(file["rich"], scheme="dark")
    page.get_by_text("Dark", exact=True).click()
    printed = page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True, print_background=True)
    assert paper(printed) == [1, 1, 1]
    assert 5 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 10
    width, height = map(float, re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed).groups())
    assert (round(width), round(height)) == (595, 842)


def test_without_scripts_the_page_is_whole(chromium, file) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file["rich"])
    assert page.locator("#names").is_hidden()
    page.locator("details.table summary").click()
    assert page.locator("#ties-table tbody tr").first.is_visible()
    page.get_by_text("Dark", exact=True).click()
    assert (
        page.locator("body").evaluate("one => getComputedStyle(one).backgroundColor")
        == "rgb(20, 23, 28)"
    )
    context.close()
