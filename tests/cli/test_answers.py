"""``people --answer`` and the answers of ``note``: nothing is lost, and nobody has to go on."""

import json
import re
import sys

import pytest

from cli import exports
from parasocial.cli import answers
from parasocial.jobs.answers import asked, questions
from parasocial.lenses.gives import QUESTIONS
from parasocial.notes import Answers, Note, read_notes, write_note
from parasocial.report.words.answers import STATEMENTS, TOPICS
from report import makers

RADIO, SHOP = f"youtube:{exports.RADIO}", f"youtube:{exports.SHOP}"
STEERS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]")
TIES = [
    makers.tie("Halcyon Pots", "parasocial", sessions=90),
    makers.tie("Dewi", "reciprocal", kind="person", gave=9, back=9),
]
POTS, DEWI = (tie.alter.id for tie in TIES)


@pytest.fixture
def keys(monkeypatch):
    """Somebody at the keyboard: keys to press, and None for an interrupt."""
    left: list[str | None] = []

    def getchar(*, echo: bool = False) -> str:
        if not left:
            raise EOFError
        if (key := left.pop(0)) is None:
            raise KeyboardInterrupt
        return key

    monkeypatch.setattr("click.getchar", getchar)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    yield left
    assert left == []


@pytest.mark.thorough
def test_ten_ties_are_asked_about_one_key_for_each_answer(cli, ledger, keys, tmp_path):
    keys += [*"y3x1\r", *"yu?nynu", *"21", *"s", *"q"]
    ran = cli("people", "--answer")
    assert (ran.code, ran.out) == (0, f"{tmp_path / 'me.notes.toml'}\n")
    assert "10 answers kept." in ran.err
    assert re.findall(r"\d of \d", ran.err) == ["1 of 3", "2 of 3", "3 of 3"]
    assert "Moth" in ran.err
    assert not STEERS.search(ran.err)
    assert read_notes(tmp_path / "me.notes.toml").accounts == {
        RADIO: Note(
            learn="yes",
            learn_what=("style", "health"),
            escape="yes",
            belonging="unsure",
            could_be_friends="no",
            with_no_one_else="yes",
            would_miss="no",
            depend="unsure",
            closeness=0.5,
            expected_replies=1,
        )
    }


@pytest.mark.parametrize(
    ("pressed", "given", "left"),
    [
        ("yq", 1, {POTS: Note(learn="yes")}),
        (["y", "1", "q"], 1, {POTS: Note(learn="yes")}),
        (["n", "n", None], 2, {POTS: Note(learn="no", escape="no")}),
        ("nn", 2, {POTS: Note(learn="no", escape="no")}),
        ("n\x1b", 1, {POTS: Note(learn="no")}),
        ("su\r\rys", 2, {DEWI: Note(learn="unsure", with_no_one_else="yes")}),
        ("ss", 0, {}),
        ("q", 0, {}),
        ([], 0, {}),
    ],
)
def test_whoever_stops_loses_nothing(keys, tmp_path, pressed, given, left):
    keys += pressed
    assert answers.ask(TIES, tmp_path / "n.toml") == given
    assert read_notes(tmp_path / "n.toml").accounts == left


def test_an_answer_that_is_left_open_stays_as_it_was(keys, tmp_path, capsys):
    path = tmp_path / "n.toml"
    write_note(path, POTS, {"learn": "yes", "learn_what": ["news"], "closeness": 0.3, "keep": True})
    keys += ["\r"] * 10 + ["q"]
    assert answers.ask(TIES, path) == 0
    assert read_notes(path).about(POTS) == Note(
        learn="yes", learn_what=("news",), closeness=0.3, keep=True
    )
    said = capsys.readouterr().err
    assert "You learn something (y, n, u, now y): " in said
    assert "4 news, 5 something else, now 4): " in said
    assert "very, now another): " in said


def test_of_people_one_knows_less_is_asked():
    fields = [{question.field for question in questions(tie)} for tie in TIES]
    assert fields[0] == {*Answers.__struct_fields__, "closeness"}
    assert fields[0] - fields[1] == {"could_be_friends", "expected_replies"}


def test_who_is_asked_about():
    shy = {"kind": "person", "private": True}
    them = [
        makers.tie("shop", "unattributed", kind="brand", hours=9),
        makers.tie("shy", "one_sided", hours=8, **shy),
        makers.tie("gone", "parasocial", hours=7, hidden=True),
        *(makers.tie(f"cast {n}", "parasocial", hours=6 - n / 10) for n in range(14)),
    ]
    found = asked(makers.findings(them))
    assert [tie.alter.name for tie in found] == [f"cast {n}" for n in range(10)]


def test_every_answer_has_its_words_everywhere():
    assert list(QUESTIONS) == list(STATEMENTS) == list(answers.YES_NO)
    assert list(TOPICS) == list(answers.TOPICS)
    assert {*QUESTIONS, "learn_what", "expected_replies"} == set(Answers.__struct_fields__)


def test_no_terminal_no_questions(cli, ledger):
    ran = cli("people", "--answer")
    assert (ran.code, ran.out) == (2, "")
    assert "--answers takes a file" in ran.err


@pytest.mark.thorough
def test_answers_from_a_file(cli, ledger, tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text(
        f'[accounts."{RADIO}"]\nlearn = "yes"\nlearn_what = ["news"]\ncloseness = 0.25\n'
        '[accounts."whatsapp:Ada"]\nbelonging = "yes"\nexpected_replies = 5\n'
    )
    cli("note", RADIO, "--keep", "--escape", "unsure")
    ran = cli("people", "--answers", file)
    assert (ran.code, ran.last) == (0, str(tmp_path / "me.notes.toml"))
    assert "5 answers kept." in ran.err
    found = json.loads(cli("report", "--json", "-").out)
    gives = {tie["alter"]["id"]: tie["gives"] for tie in found["ties"]}
    assert (gives[RADIO]["learn"], gives[RADIO]["escape"], gives[SHOP]) == ("yes", "unsure", None)
    assert found["gives"]["answered"] == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'[accounts."whatsapp:Secret"]\nlearn = "yes"', "no such account"),
        (b'[accounts."whatsapp:Ada"]\nlearn = "secret"', "cannot be understood"),
        (b'[accounts."whatsapp:Ada"]\nhide = true', "more than answers"),
        (b'[quiz]\nhours_a_day = 1\nposts_a_week = 1\naccounts = "never"', "more than answers"),
        (b'[accounts."whatsapp:Ada"]\n', "no answers"),
        (b"", "no answers"),
        (b"\xff\xfe secret", "cannot be understood"),
    ],
)
def test_files_that_answer_nothing(cli, ledger, tmp_path, content, said):
    file = tmp_path / "mine.toml"
    file.write_bytes(content)
    ran = cli("people", "--answers", file)
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.err
    assert "ecret" not in ran.err
    assert not (tmp_path / "me.notes.toml").exists()


def test_a_note_takes_the_same_answers_and_takes_them_back(cli, ledger, tmp_path):
    flags = ["--learn", "yes", "--learn-what", "news", "--learn-what", "other", "--depend", "no"]
    assert cli("note", RADIO, *flags, "--expected-replies", "0").code == 0
    path = tmp_path / "me.notes.toml"
    said = Note(learn="yes", learn_what=("news", "other"), depend="no", expected_replies=0)
    assert read_notes(path).about(RADIO) == said
    assert cli("note", RADIO, "--learn", "unsaid", "--learn-what", "unsaid").code == 0
    assert read_notes(path).about(RADIO) == Note(depend="no", expected_replies=0)
    assert cli("note", RADIO, "--learn", "perhaps").code == 2
