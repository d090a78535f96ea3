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
from parasocial.notes import Note, Notes, read_notes, write_note
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


NOTE = st.builds(
    Note,
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


@pytest.mark.parametrize(
    "content",
    [
        b"accounts = secret words",
        b'[accounts."secret"]\nkind = "secret"',
        b'[accounts."secret"]\ncloseness = 2',
        b'[accounts."secret"]\nsecret = true',
        b"secret = 1",
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
