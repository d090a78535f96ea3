"""The creator's page in a real Chromium."""

import re
from pathlib import Path

import pytest

from parasocial.lenses.safe_to_share import safe_to_share
from parasocial.report.creator import write_creator_page
from report import creator_cases as cases

pytestmark = pytest.mark.thorough

CONTRAST = (Path(__file__).parent / "contrast.js").read_text()
LOOKS = ((1280, "light"), (1280, "dark"), (390, "light"), (390, "dark"))


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("creator")
    pages = {name: write_creator_page(make()) for name, make in cases.CASES.items()}
    pages["shared"] = write_creator_page(safe_to_share(cases.rich()))
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return {path.stem: path.as_uri() for path in folder.iterdir()}


@pytest.mark.parametrize(("wide", "scheme"), LOOKS)
def test_all_fits_and_can_be_read(look, file, wide: int, scheme: str) -> None:
    page = look(file["rich"], wide=wide, scheme=scheme)
    for name in cases.CASES:
        page.goto(file[name])
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        page.evaluate("document.querySelectorAll('.reveal').forEach(one => one.click())")
        assert page.evaluate("document.documentElement.scrollWidth") <= wide, name
        assert page.evaluate(CONTRAST)["low"] == [], name


@pytest.mark.parametrize("wide", [1280, 390])
def test_one_drawing_of_each_is_shown_and_its_letters_are_large_enough(look, file, wide) -> None:
    page = look(file["rich"], wide=wide)
    figures = page.locator("figure:has(svg.chart)")
    assert [it.locator("svg.chart:visible").count() for it in figures.all()] == [1] * 7
    letters = page.evaluate(
        "Math.min(...[...document.querySelectorAll('svg.chart text')].filter(t => t.getBoundingClientRect().width)"
        ".map(t => parseFloat(getComputedStyle(t).fontSize) * t.ownerSVGElement.getBoundingClientRect().width"
        " / t.ownerSVGElement.viewBox.baseVal.width))"
    )
    assert letters >= 10


def test_names_hide_and_messages_show_when_asked(look, file) -> None:
    page = look(file["rich"])
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert "CANARYNAME" in page.inner_text("body")
    assert "disappear" not in page.inner_text("body")
    page.locator(".reveal").first.click()
    assert "disappear" in page.inner_text("body")
    page.locator("#names").click()
    assert "CANARYNAME" not in page.inner_text("body")


def test_a_shared_page_has_no_names_to_hide(look, file) -> None:
    page = look(file["shared"])
    assert page.locator("#names").is_hidden()
    assert page.locator("#print").is_visible()


def test_every_printed_sheet_of_a_private_page_is_marked(look, file, tmp_path) -> None:
    page = look(file["rich"], scheme="dark")
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True, print_background=True)
    sheets = len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "page.pdf").read_bytes()))
    assert 4 <= sheets <= 10
    page.emulate_media(media="print")
    style = "getComputedStyle(document.querySelector('.watermark'))"
    assert page.evaluate(f"{style}.position") == "fixed"
    assert page.evaluate(f"{style}.display") == "grid"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
