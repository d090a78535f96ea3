"""The rooms of one ledger, asked for by real requests: what they show, correct, keep and delete."""

import csv
import html
import json
import re
from urllib.parse import urlencode

import pytest

from cli import exports
from parasocial.i18n import catalogue
from parasocial.jobs.desk import Kept
from parasocial.jobs.measure import measure
from parasocial.ledger import Ledger
from parasocial.lenses.asked import Asked
from parasocial.lenses.oversharing import Scope
from parasocial.notes import read_notes
from parasocial.report import write_page
from web.app.running import Answer, Running

ADA = "whatsapp:Ada"
RADIO = f"youtube:{exports.RADIO}"
ROOMS = ("", "people", "patterns", "given", "ideas", "counted", "keep", "guess", "same", "add")


def post(app: Running, path: str, **said: str | list[str]) -> Answer:
    return app.ask(f"/b/me/{path}", "POST", urlencode(said, doseq=True).encode())


def find(text: str, pattern: str) -> str:
    found = re.search(pattern, text, re.DOTALL)
    assert found, pattern
    return found[1]


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_opens(served, room) -> None:
    answer = served.ask(f"/b/me/{room}")
    assert answer.status == 200
    assert answer.text.count("<h1") == 1
    assert 'style="' not in answer.text.partition("</style>")[2]
    assert "<b>Moth" not in answer.text
    links = re.findall(r'(?:href|action)="([^"#]+)', answer.text)
    assert all(it.startswith(f"/{served.key}/") for it in links)


@pytest.mark.parametrize("room", ROOMS[:-1])
def test_a_ledger_that_is_not_there_is_no_secret(served, room) -> None:
    assert served.ask(f"/b/nobody/{room}").status in (404, 303)
    assert not served.run.main.with_name("nobody.ledger").exists()


@pytest.mark.parametrize("book", ["..", "%2e%2e%2fme", "a%2fb", "%00", "x" * 60])
def test_a_ledger_has_a_plain_name(served, book) -> None:
    assert served.ask(f"/b/{book}/").status in (404, 403)


def test_the_first_page_leads_to_the_ledger(served) -> None:
    page = served.ask("/").text
    assert f'href="/{served.key}/b/me/"' in page
    assert "Takeout" in page or "takeout.google.com" in page


def test_a_part_is_counted_anew(served) -> None:
    whole, march = (served.ask(f"/b/me/{it}").text for it in ("", "?span=week&at=2026-W10"))
    assert "Show all of it" in march
    assert "Show all of it" not in whole
    given = find(whole, r'data-v="(\d+)"'), find(march, r'data-v="(\d+)"')
    assert int(given[0]) > int(given[1]) > 0
    assert "2026-W09" in march
    assert "2026-W11" in march


@pytest.mark.parametrize(
    "query",
    [
        "span=year&at=2026", "span=quarter", "span=week&at=9999-W53", "span=year&at=0001",
        "span=quarter&at=2026-Q9", "span=around", "span=around&from=2026-03-10",
        "span=around&from=2026-03-20&to=2026-03-01", "span=around&from=0001-01-01", "span=x",
        "platform=youtube", "platform=nothing", "kind=person", "kind=<b>", "span=week&at=%00",
    ],
)  # fmt: skip
def test_whatever_part_is_asked_for_there_is_an_answer(served, query) -> None:
    answer = served.ask(f"/b/me/?{query}")
    assert answer.status == 200
    assert "<b>" not in answer.text.partition("</style>")[2].partition("<script>")[0]


def test_the_rewind_holds_every_quarter(served) -> None:
    told = json.loads(served.ask("/b/me/rewind").body)
    ada = next(it for it in told["ties"] if it["id"] == ADA)
    assert len(ada["gave"]) == len(told["steps"])
    assert sum(ada["gave"]) == sum(ada["back"]) == 40
    assert ada["mark"] == "both"


def test_a_tie_is_found_and_shown_alone(served) -> None:
    listed = served.ask("/b/me/people?find=moth").text
    assert "Radio" in listed
    assert ">Ada<" not in listed
    page = served.ask(f"/b/me/tie?{urlencode({'id': ADA})}").text
    assert "40 turns came back." in page
    assert served.ask("/b/me/tie?id=whatsapp:Nobody").status == 404


@pytest.mark.thorough
def test_a_correction_is_kept_and_taken_back(own) -> None:
    said = post(own, "note", account=RADIO, kind="person", has_we_met="1", we_met="on")
    assert said.status == 303
    desk = own.run.desk("me")
    assert read_notes(desk.notes).about(RADIO).kind == "person"
    page = own.ask(f"/b/me/tie?{urlencode({'id': RADIO})}").text
    assert "your note" in page
    assert "you noted that they replied or that you met" in page
    post(own, "note", account=RADIO, kind="", has_we_met="1")
    assert read_notes(desk.notes).about(RADIO).kind is None
    assert not read_notes(desk.notes).about(RADIO).we_met


@pytest.mark.thorough
def test_hiding_and_keeping(own) -> None:
    post(own, "note", account=RADIO, has_hide="1", hide="on", has_keep="1")
    assert "Radio" not in own.ask("/b/me/people").text
    assert "Radio" in own.ask("/b/me/people?hidden=1").text
    post(own, "note", account=ADA, has_keep="1", keep="on")
    assert "kept on purpose" in own.ask("/b/me/people?kept=1").text
    assert "Ada" in own.ask("/b/me/ideas").text


@pytest.mark.thorough
def test_answers_about_a_tie(own) -> None:
    post(
        own, "note", account=RADIO, has_learn="1", learn="y", has_learn_what="1",
        learn_what=["4", "1"], has_closeness="1", closeness="3", has_escape="1", escape="",
    )  # fmt: skip
    note = read_notes(own.run.desk("me").notes).about(RADIO)
    assert (note.learn, note.learn_what, note.closeness, note.escape) == (
        "yes", ("news", "health"), 0.75, None,
    )  # fmt: skip
    assert "You learn something" in own.ask("/b/me/ideas").text


@pytest.mark.parametrize(
    "said", [{}, {"account": "whatsapp:Nobody", "kind": "person"}, {"account": "\0"}]
)
def test_a_note_about_nobody_is_refused(served, said) -> None:
    assert post(served, "note", **said).status == 400
    assert not served.run.desk("me").notes.exists()


def test_a_form_has_bounds(served) -> None:
    assert post(served, "note", account="x" * 20_000).status == 413


@pytest.mark.thorough
def test_a_period_of_ones_own(own) -> None:
    post(own, "spans", name="exams", **{"from": "2026-03-08", "to": "2026-03-14"})
    assert "exams" in own.ask("/b/me/patterns").text
    assert post(own, "spans", name="x", **{"from": "soon", "to": ""}).status == 400
    post(own, "spans", drop="0")
    assert own.run.desk("me").kept == Kept()


@pytest.mark.thorough
def test_a_guess_stands_beside_the_answer(own) -> None:
    post(own, "guess", guess="4")
    assert "You guessed 4 of ten minutes" in own.ask("/b/me/").text
    post(own, "guess", guess="44")
    assert own.run.desk("me").kept.guess == 4


@pytest.mark.thorough
def test_a_step_is_chosen_looked_back_at_and_put_away(own) -> None:
    page = own.ask("/b/me/ideas").text
    topic = find(page, r'name="topic" value="([^"]+)"')
    step = find(page, r'name="step" value="([^"]+)"')
    post(own, "step", topic=topic, step=step)
    assert "Your small step" in own.ask("/b/me/ideas").text
    kept = own.run.desk("me").kept.step
    assert kept.text == step
    assert kept.earlier.ties
    post(own, "step", topic=topic, step="Do as you are told.")
    assert own.run.desk("me").kept.step is None


@pytest.mark.thorough
def test_a_step_is_the_same_in_every_language(own, monkeypatch) -> None:
    monkeypatch.setattr(own.run, "language", "id")
    page = own.ask("/b/me/ideas").text
    topic = find(page, r'name="topic" value="([^"]+)"')
    step = html.unescape(find(page, r'name="step" value="([^"]+)"'))
    post(own, "step", topic=topic, step=step)
    kept = own.run.desk("me").kept.step.text
    assert catalogue("id").say(kept) == step != kept
    assert step in html.unescape(own.ask("/b/me/ideas").text)


@pytest.mark.thorough
def test_the_saved_page_is_the_one_that_the_command_line_writes(served) -> None:
    answer = served.ask("/b/me/report.html?save=1")
    assert answer.headers["content-disposition"] == 'attachment; filename="parasocial.html"'
    with Ledger(served.run.main, writable=False) as opened:
        found = measure(opened, asked=Asked(sensitivity=True), scope=Scope())
    assert answer.text == write_page(found)


def test_the_ties_as_tables(served, tmp_path) -> None:
    rows = json.loads(served.ask("/b/me/ties.json").body)
    lines = list(csv.DictReader(served.ask("/b/me/ties.csv").text.splitlines()))
    (tmp_path / "ties.parquet").write_bytes(served.ask("/b/me/ties.parquet").body)
    with Ledger() as engine:
        columns = engine.query(f"SELECT id, sessions FROM '{tmp_path / 'ties.parquet'}'")
    assert [it["id"] for it in rows] == [it["id"] for it in lines] == columns["id"]
    assert [it["sessions"] for it in rows] == columns["sessions"]
    assert served.ask("/b/me/ties.xml").status == 404


def test_no_cell_is_a_formula() -> None:
    from parasocial.jobs.ties_out import _safe

    assert [_safe(it) for it in ("=1+1", "+x", "@a", "-1", "Ada", -1.5)] == [
        "'=1+1", "'+x", "'@a", "'-1", "Ada", -1.5,
    ]  # fmt: skip


@pytest.mark.thorough
def test_everything_is_deleted_and_it_is_said_what_that_was(own) -> None:
    post(own, "note", account=ADA, has_keep="1", keep="on")
    post(own, "guess", guess="4")
    assert post(own, "delete").status == 400
    assert own.run.main.exists()
    page = post(own, "delete", sure="on").text
    assert "Deleted: 3 exports" in page
    assert "notes about 1 accounts" in page
    assert [it.name for it in own.run.main.parent.iterdir()] == ["incoming"]
    assert own.ask("/b/me/people").status == 404


@pytest.mark.thorough
def test_a_busy_ledger_says_so(own, monkeypatch) -> None:
    monkeypatch.setattr("parasocial.jobs.desk._PATIENCE", 0.01)
    with own.run._hold:
        answer = own.ask("/b/me/people")
    assert answer.status == 409
    assert "An import is running" in answer.text


@pytest.mark.thorough
def test_a_mistake_of_ours_quotes_nothing(own, monkeypatch, capfd) -> None:
    def broken(_: object) -> None:
        raise KeyError("Moth Radio")

    monkeypatch.setattr("parasocial.web.app.people._titles", broken)
    answer = own.ask("/b/me/people")
    assert answer.status == 500
    said = "".join(capfd.readouterr())
    assert "KeyError in people.py, line" in said
    assert "Moth" not in said + answer.text


@pytest.mark.thorough
def test_the_study_is_the_door_beside(served) -> None:
    page = served.ask("/study")
    assert page.status == 200
    assert "sha256-" in page.headers["content-security-policy"]
    assert f'href="/{served.key}/study"' in served.ask("/").text


def test_a_page_of_another_person(own) -> None:
    said = own.ask("/new", "POST", b"name=Tante+Wulan")
    assert said.headers["location"].endswith("/b/Tante%20Wulan/add")
    assert own.ask("/new", "POST", b"name=../up").status == 404
    assert own.ask("/new", "POST", b"name=" + b"x" * 20_000).status == 413
