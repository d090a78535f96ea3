"""One quick walk in a real Chromium: from a dropped file to a corrected page."""

import pytest
from playwright.sync_api import expect

from cli import exports

pytestmark = pytest.mark.thorough


def test_from_a_file_to_a_corrected_page(fresh, chromium, tmp_path) -> None:
    page = chromium.new_page(timezone_id="Asia/Manila", reduced_motion="reduce")
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.goto(fresh.url)
    page.locator("#files").set_input_files(exports.takeout(tmp_path))
    page.get_by_role("link", name="See your page").click(timeout=30_000)
    expect(page.locator("h1")).to_contain_text("see you back", timeout=20_000)
    page.locator("svg.chart:visible [data-t=t0]").first.click(force=True)
    page.get_by_label("I keep this tie on purpose").check()
    page.get_by_role("button", name="Note it").first.click()
    expect(page.get_by_text("Noted.")).to_be_visible()
    page.close()
    assert heard == []
