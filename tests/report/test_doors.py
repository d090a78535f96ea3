"""Several lenses on one page, each behind a door."""

import re
from collections import Counter

import pytest
from markupsafe import Markup

from parasocial.report import Door, write_doors, you
from report import cases

OTHER = Door("creators", "Creators", Markup('<h2 id="creators-first">Whom you answer</h2>'))


@pytest.fixture(scope="module")
def two() -> str:
    return write_doors([you(cases.CASES["rich"]()), OTHER], invented=True)


def test_every_lens_has_a_door_and_the_first_is_open(two: str) -> None:
    doors = re.findall(r'name="door" id="door-(\w+)" autocomplete="off"( checked)?', two)
    assert doors == [("you", " checked"), ("creators", "")]


def test_no_id_stands_twice(two: str) -> None:
    twice = [key for key, times in Counter(re.findall(r'\bid="([^"]+)"', two)).items() if times > 1]
    assert twice == []


def test_one_lens_needs_no_door() -> None:
    assert "door-" not in write_doors([OTHER], invented=False).partition("<script>")[0]


@pytest.mark.thorough
def test_doors_open_by_click_by_key_and_by_address(two: str, look, tmp_path) -> None:
    file = tmp_path / "doors.html"
    file.write_text(two, encoding="utf-8")
    page = look(file.as_uri())
    page.get_by_text("Creators", exact=True).click()
    assert page.locator("#creators-first").is_visible()
    assert not page.locator("#ties").is_visible()
    page.keyboard.press("ArrowLeft")
    assert page.locator("#ties").is_visible()
    page.goto(file.as_uri() + "#creators-first")
    assert page.locator("#creators-first").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
