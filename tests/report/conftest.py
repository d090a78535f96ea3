"""Pages opened in a real Chromium."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page


@pytest.fixture
def look(chromium: "Browser") -> Iterator:
    """Opens a page; afterwards it has made no request and said nothing on the console."""
    contexts: list[BrowserContext] = []
    heard: list[str] = []

    def opened(address: str, *, wide: int = 1280, scheme: str = "light") -> "Page":
        context = chromium.new_context(
            viewport={"width": wide, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on(
            "request", lambda request: request.is_navigation_request() or heard.append(request.url)
        )
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [one for one in heard if not one.startswith("data:font/")] == []
