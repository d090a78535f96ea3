"""The page with words 40 % longer, in a real Chromium: nothing reaches beyond a phone's screen."""

import pytest

from parasocial.i18n import LANGUAGES
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


OVERLAPPING = """(() => {
  const found = [];
  for (const drawing of document.querySelectorAll('svg.chart')) {
    const texts = [...drawing.querySelectorAll('text:not(.nm)')]
      .map(it => [it.textContent, it.getBoundingClientRect()]).filter(it => it[1].width);
    texts.forEach(([one, a], place) => texts.slice(place + 1).forEach(([other, b]) => {
      if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3)
        found.push(`${one} / ${other}`);
    }));
  }
  return found;
})()"""


@pytest.mark.parametrize("language", [it for it in LANGUAGES if it != "en"])
@pytest.mark.parametrize("wide", [390, 1280])
def test_translated_words_fit_the_screen_and_their_drawings(look, tmp_path, language, wide) -> None:
    path = tmp_path / "page.html"
    path.write_text(write_page(cases.rich(), language=language), encoding="utf-8")
    screen = look(path.as_uri(), wide=wide)
    screen.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert screen.evaluate("document.documentElement.scrollWidth") <= wide
    assert screen.evaluate(OVERLAPPING) == []
