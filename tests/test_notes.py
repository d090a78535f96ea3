"""Notes: what they can say, how they are kept, and that their file stays the person's own."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parasocial.errors import BadNotes
from parasocial.notes import (
    Answers,
    Note,
    Notes,
    QuizAnswers,
    read_notes,
    write_note,
    write_notes,
    write_quiz,
)
from parasocial.schema import Kind

FILE = """# My own words above.

[accounts."town:ada"]  # a neighbour
kind = "person"
# how near she feels
closeness = 0.5

[accounts."stage:bo"]
keep = true
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "one.notes.toml"


def test_no_file_no_notes(path: Path) -> None:
    assert read_notes(path) == read_notes(None) == Notes()
    assert Notes().about("town:ada") == Note()


@pytest.fixture(scope="module")
def somewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("notes") / "one.toml"


SAID = st.none() | st.sampled_from(("yes", "no", "unsure"))
TOPICS = st.lists(st.sampled_from(("health", "hobbies", "style", "news", "other")), unique=True)
NOTE = st.builds(
    Note,
    learn=SAID,
    learn_what=TOPICS.map(tuple),
    escape=SAID,
    belonging=SAID,
    could_be_friends=SAID,
    with_no_one_else=SAID,
    would_miss=SAID,
    depend=SAID,
    expected_replies=st.none() | st.integers(0, 5),
    kind=st.none() | st.sampled_from(Kind),
    same_as=st.none() | st.text(min_size=1, max_size=9),
    keep=st.booleans(),
    hide=st.booleans(),
    they_replied=st.booleans(),
    we_met=st.booleans(),
    other_contact=st.booleans(),
    closeness=st.none() | st.floats(0, 1),
)
ID = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)


@pytest.mark.thorough
@given(ID, NOTE)
def test_what_is_written_is_read(somewhere: Path, account: str, note: Note) -> None:
    somewhere.unlink(missing_ok=True)
    said = {name: getattr(note, name) for name in note.__struct_fields__}
    assert write_note(somewhere, account, said) == note
    assert read_notes(somewhere).about(account) == note


def test_changes_add_up_and_can_be_taken_back(path: Path) -> None:
    write_note(path, "town:ada", {"closeness": 0.25})
    write_note(path, "town:ada", {"we_met": True})
    assert read_notes(path).about("town:ada") == Note(closeness=0.25, we_met=True)
    assert write_note(path, "town:ada", {"closeness": None, "we_met": False}) == Note()


def test_the_rest_of_the_file_stays_as_it_is(path: Path) -> None:
    path.write_text(FILE, encoding="utf-8")
    write_note(path, "stage:cy", {"hide": True})
    assert path.read_text(encoding="utf-8").startswith(FILE)
    write_note(path, "town:ada", {"closeness": 0.75})
    text = path.read_text(encoding="utf-8")
    for words in ("# My own words above.", "# a neighbour", "# how near she feels"):
        assert words in text
    assert read_notes(path).about("town:ada") == Note(kind=Kind.PERSON, closeness=0.75)
    assert read_notes(path).about("stage:bo") == Note(keep=True)


def test_answers_are_a_part_of_a_note() -> None:
    assert Note(keep=True, closeness=0.5).answers is None
    assert Note(learn="no").answers == Answers(learn="no")
    assert Note(expected_replies=0).answers == Answers(expected_replies=0)


def test_of_two_notes_the_first_comes_first() -> None:
    first, second = Note(learn="no", keep=True), Note(learn="yes", escape="unsure", closeness=0)
    both = Note(learn="no", keep=True, escape="unsure", closeness=0)
    assert first.or_else(second) == both
    assert Note().or_else(second) == second


def test_several_notes_are_changed_together_or_not_at_all(path: Path) -> None:
    write_notes(path, {"town:ada": {"learn": "yes"}, "stage:bo": {"learn_what": ["news"]}})
    before = path.read_text(encoding="utf-8")
    assert read_notes(path).about("stage:bo") == Note(learn_what=("news",))
    with pytest.raises(BadNotes):
        write_notes(path, {"town:ada": {"learn": "no"}, "stage:bo": {"learn": "perhaps"}})
    assert path.read_text(encoding="utf-8") == before


def test_the_quiz_is_kept_among_notes(path: Path) -> None:
    path.write_text(FILE, encoding="utf-8")
    write_quiz(path, QuizAnswers(1.5, 3, "in_use", no_trace=4))
    write_note(path, "stage:cy", {"hide": True})
    write_quiz(path, QuizAnswers(0.25, 0, "deleted"))
    assert path.read_text(encoding="utf-8").startswith(FILE)
    notes = read_notes(path)
    assert notes.quiz == QuizAnswers(0.25, 0, "deleted")
    assert len(notes.accounts) == 3


@pytest.mark.parametrize(
    "content",
    [
        b"accounts = secret words",
        b'[accounts."secret"]\nkind = "secret"',
        b'[accounts."secret"]\ncloseness = 2',
        b'[accounts."secret"]\nsecret = true',
        b"secret = 1",
        b'[accounts."secret"]\nlearn = "secret"',
        b'[accounts."secret"]\nlearn_what = ["secret"]',
        b'[accounts."secret"]\nexpected_replies = 6',
        b'[quiz]\nhours_a_day = 25\nposts_a_week = 1\naccounts = "in_use"',
        b'[quiz]\nhours_a_day = nan\nposts_a_week = 1\naccounts = "in_use"',
        b'[quiz]\nhours_a_day = 1\nposts_a_week = 1\naccounts = "secret"',
        b"\xff\xfe secret",
        b'[accounts."secret"]\n[accounts."secret"]',
    ],
)
def test_a_file_that_notes_cannot_be(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    for attempt in (lambda: read_notes(path), lambda: write_note(path, "a", {"keep": True})):
        with pytest.raises(BadNotes) as error:
            attempt()
        assert "secret" not in str(error.value)
        assert error.value.__cause__ is None
        assert error.value.__suppress_context__
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    "change",
    [{"closeness": 1.01}, {"closeness": -1}, {"kind": "enemy"}, {"keep": "yes"}, {"other": 1}],
)
def test_what_no_note_can_say(path: Path, change: dict[str, object]) -> None:
    with pytest.raises(BadNotes):
        write_note(path, "town:ada", change)
    assert not path.exists()


def test_notes_are_for_their_owner_alone(path: Path) -> None:
    write_note(path, "town:ada", {"keep": True})
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_one_writer_at_a_time(path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from parasocial.notes import _alone\n"
        "with _alone(Path(sys.argv[1])): print('here', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "here\n"
        with pytest.raises(BadNotes, match=r"one\.notes\.toml\.lock"):
            write_note(path, "town:ada", {"keep": True})
        other.communicate("")
    write_note(path, "town:ada", {"keep": True})
    assert read_notes(path).about("town:ada").keep
