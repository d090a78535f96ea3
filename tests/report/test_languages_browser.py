"""The page with words 40 % longer, in a real Chromium: nothing reaches beyond a phone's screen."""

import pytest

from parasocial.i18n.pseudo import pseudo
from parasocial.report import fitting, page, write_page
from report import cases, given_cases

pytestmark = pytest.mark.thorough

SHOWN = ("rich", "given", "null shares", "one tie", "empty")


@pytest.fixture
def file(tmp_path, monkeypatch) -> dict[str, str]:
    for module in (page, fitting):
        monkeypatch.setattr(module, "catalogue", lambda *_: pseudo("reviewed"))
    found = {}
    for name, make in {**cases.CASES, "given": given_cases.told}.items():
        if name not in SHOWN:
            continue
        path = tmp_path / f"{name}.html"
        path.write_text(write_page(make(), language="qps", show_private=True), encoding="utf-8")
        found[name] = path.as_uri()
    return found


def test_longer_words_fit_a_phone(look, file) -> None:
    screen = look(file["rich"], wide=390)
    for name in SHOWN:
        screen.goto(file[name])
        screen.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        assert screen.evaluate("document.documentElement.scrollWidth") <= 390, name


def test_longer_words_fit_a_desk(look, file) -> None:
    screen = look(file["rich"], wide=1280)
    assert screen.evaluate("document.documentElement.scrollWidth") <= 1280
