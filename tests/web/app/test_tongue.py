"""The app in every language: what is chosen, what is kept, and that no word passes by."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from selectolax.lexbor import LexborHTMLParser

from parasocial.guidance import sources
from parasocial.i18n import LANGUAGES, catalogue, here, speaking
from parasocial.i18n.messages import DRAFT
from parasocial.i18n.pseudo import pseudo
from parasocial.jobs.desk import Kept
from parasocial.readers import READERS
from parasocial.report.words.pattern import STUDY
from parasocial.web.app import tongue
from parasocial.web.app.run import Run
from parasocial.web.app.tongue import language
from parasocial.web.app.troubles import told
from report.test_languages import WORD, untouched
from web.app.running import Answer, Running

pytestmark = pytest.mark.thorough

TITLE = "Who do you give to, and who gives back?"


def choose(app: Running, wanted: str, back: str = "/") -> Answer:
    said = urlencode({"language": wanted, "back": back})
    return app.ask("/language", "POST", said.encode())


@pytest.mark.parametrize("wanted", LANGUAGES)
def test_a_page_speaks_the_language_of_the_run(served, monkeypatch, wanted) -> None:
    monkeypatch.setattr(served.run, "language", wanted)
    tree = LexborHTMLParser(served.ask("/").text)
    speaks = catalogue(wanted, "report")
    assert tree.css_first("html").attributes["lang"] == wanted
    assert tree.css_first("h1").text() == speaks.say(TITLE)
    drafts = [DRAFT, catalogue(wanted).say(DRAFT)] if speaks.status == "draft" else []
    assert sorted(it.text() for it in tree.css(".draft")) == sorted(drafts)
    offered = {it.attributes["value"]: it.text() for it in tree.css(".tongues button")}
    assert offered == LANGUAGES
    assert tree.css_first(".tongues [aria-current]").attributes["lang"] == wanted


def test_a_choice_is_kept_with_the_ledger_and_leads_back(own) -> None:
    said = choose(own, "th", "/b/me/guess?a=%20b")
    assert said.headers["location"] == f"/{own.key}/b/me/guess?a=%20b"
    assert own.run.desk("me").kept == Kept(language="th")
    another = Run(own.run.main, own.run.folder, "vi")
    assert [language(another, it) for it in ("/", "/b/me/", "/b/nobody/")] == ["th", "th", "vi"]


def test_without_a_ledger_a_choice_is_the_runs(fresh) -> None:
    choose(fresh, "id")
    assert '<html lang="id">' in fresh.ask("/nothing").text
    assert not fresh.run.desk("me").beside.exists()


@pytest.mark.parametrize(("wanted", "back"), [("xx", "/"), ("", "/"), ("th", "//x"), ("th", "x")])
def test_no_other_choice_and_no_way_out(fresh, wanted, back) -> None:
    said = choose(fresh, wanted, back)
    assert said.status == 400 or said.headers["location"].startswith(f"/{fresh.key}/")


def test_choosing_a_language_measures_nothing_anew(own) -> None:
    desk = own.run.desk("me")
    before = desk.look()
    desk.keep(language="ms")
    assert desk.look() is before


@pytest.fixture
def nobodys(served, monkeypatch) -> Running:
    """The app in the language that nobody speaks."""
    for place in ("web.app.tongue", "report.fitting", "report.page"):
        monkeypatch.setattr(f"parasocial.{place}.catalogue", lambda *_: pseudo("reviewed"))
    return served


ROOMS = ("", "people", "patterns", "given", "ideas", "counted", "keep", "guess", "same", "add")
PAGES = ["/", "/no", *(f"/b/me/{it}" for it in ROOMS), "/b/me/tie?id=whatsapp:Ada"]


def same(app: Running) -> set[str]:
    """Words that are the same everywhere: of platforms, formats, months in CLDR, this folder."""
    said = [*(it.title for it in READERS), *here().months, *(it.short for it in sources().values())]
    said += [*STUDY.values(), "CSV JSON Parquet UTC parasocial", str(app.run.main)]
    return {word for it in said for word in WORD.findall(it)}


@pytest.mark.parametrize("path", PAGES)
def test_every_word_passes_the_catalogue(nobodys, path) -> None:
    assert untouched(nobodys.ask(path).text) - same(nobodys) == set()


def test_what_a_script_says_passes_it_too(nobodys) -> None:
    room = LexborHTMLParser(nobodys.ask("/b/me/").text).css_first("[data-rewind]").attributes
    assert all("⟦" in room[it] for it in ("data-none", "data-none-short", "data-said"))
    cancel = LexborHTMLParser(nobodys.ask("/").text).css_first("[data-cancel]").attributes
    assert "⟦" in cancel["data-lost"]
    alias = json.loads(nobodys.ask("/b/me/rewind").body)["ties"][0]["alias"]
    assert "⟦" in alias


def test_errors_speak_too(nobodys) -> None:
    ours = nobodys.ask("/b/me/note", "POST", b"account=whatsapp:Ada%20L")
    assert untouched(ours.text) - same(nobodys) == set()
    said = nobodys.ask("/b/me/read", "POST", b'{"batch":"0123456789abcdef"}')
    assert "⟦" in json.loads(said.body)["said"]
    below = nobodys.ask("/b/me/incoming/0123456789abcdef?name=..", "PUT", b"x")
    assert (below.status, json.loads(below.body)["language"]) == (400, "en")


def raised(file: Path) -> Iterator[str]:
    """Every sentence that an error of this file is made with."""
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args:
            said = node.exc.args[0]
            if isinstance(said, ast.Constant) and isinstance(said.value, str):
                yield said.value


def test_every_error_of_the_app_has_its_message() -> None:
    source = Path(tongue.__file__).parents[2]
    files = [*(source / "web" / "app").glob("*.py"), source / "jobs" / "desk.py"]
    said = {it for file in files for it in raised(file)}
    assert len(said) > 5
    with speaking(pseudo()):
        assert [it for it in said if "⟦" not in told(it).text] == []
        assert told("A reader says this.").language == "en"


def test_a_page_that_is_saved_is_in_the_language_shown(served, monkeypatch) -> None:
    monkeypatch.setattr(served.run, "language", "vi")
    assert '<html lang="vi">' in served.ask("/b/me/report.html").text
