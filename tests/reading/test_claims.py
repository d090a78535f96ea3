"""Claims: by name, by beginning, or not at all; and which reader an export gets."""

import re

import pytest

from parasocial.errors import AmbiguousExport, UnknownExport
from parasocial.readers import READERS
from parasocial.reading import Reader, Records, claims, reader_for
from parasocial.reading.claims import HEAD, ignored, votes
from parasocial.reading.shapes import either
from readers.fixtures import FIXTURES
from reading.held import export

PLAYS = Records("plays_*.json|radio/history.json", either(), lambda *_: None)
LOOKS = Records("songs.json", either(), lambda *_: None, like=re.compile(rb'"song"\s*:'))
RADIO = Reader(
    name="radio",
    title="Radio",
    how_to_get="",
    checked="",
    records=(PLAYS, LOOKS),
    ignored=frozenset({"media", "settings"}),
)
OTHER = Reader(
    name="other",
    title="Other",
    how_to_get="",
    checked="",
    records=(Records("history.json", either(), lambda *_: None),),
)


def claimed(files):
    return {member.name: found for member, found in claims(RADIO, export(files)).items()}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("plays_1.json", [PLAYS]),
        ("any/where/plays_.json", [PLAYS]),
        ("PLAYS_1.JSON", [PLAYS]),
        ("radio/history.json", [PLAYS]),
        ("a/Radio/History.json", [PLAYS]),
        ("history.json", None),
        ("a/history.json", None),
        ("plays_1.json.txt", None),
        ("xplays_1.json", None),
    ],
)
def test_by_name(name, found):
    assert claimed({name: b"[]"}).get(name) == found


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("songs.json", b'[{"song": 1}]', [LOOKS]),
        ("songs.json", b'[{"other": 1}]', None),
        ("anything.json", b'[{"song": 1}]', [LOOKS]),
        ("anything.JSON", b'[{"song" : 1}]', [LOOKS]),
        ("anything.txt", b'[{"song": 1}]', None),
        ("late.json", b" " * HEAD + b'{"song": 1}', None),
        ("plays_1.json", b'[{"song": 1}]', [PLAYS]),
        ("media/anything.json", b'[{"song": 1}]', None),
        ("Settings.json", b'[{"song": 1}]', None),
        ("empty.json", b"", None),
    ],
)
def test_by_beginning(name, content, found):
    assert claimed({name: content}).get(name) == found


def test_a_file_that_cannot_be_opened_is_claimed_by_name_alone():
    broken = export({"songs.json": b'[{"song": 1}]', "plays_1.json": b"[]", "x.json": b'"song":'})
    for member in broken.members:
        object.__setattr__(member, "size", member.size + 1)
    assert {member.name for member in claims(RADIO, broken)} == {"plays_1.json"}


def test_files_that_both_know_go_to_both_declarations():
    both = Reader(
        name="radio",
        title="Radio",
        how_to_get="",
        checked="",
        records=(PLAYS, Records("plays_*.json", either(), lambda *_: None)),
    )
    [found] = claims(both, export({"plays_1.json": b"[]"})).values()
    assert found == list(both.records)


def test_what_is_left_on_purpose():
    them = export({"a/MEDIA/1.jpg": b"", "settings.html": b"", "b/media.json": b"", "c.jpg": b""})
    assert ignored(RADIO, them.members) == 3


def test_the_reader_with_most_files_reads():
    files = {"plays_1.json": b"[]", "history.json": b"[]"}
    with pytest.raises(AmbiguousExport, match=r"Radio, Other.*--platform"):
        reader_for([RADIO, OTHER], export(files))
    assert reader_for([RADIO, OTHER], export({**files, "plays_2.json": b"[]"})) is RADIO
    assert reader_for([RADIO, OTHER], export({**files, "b/history.json": b"[]"})) is OTHER


def test_nothing_recognised_says_what_would_be():
    with pytest.raises(UnknownExport, match=r"Radio, Other.*`parasocial formats`"):
        reader_for([RADIO, OTHER], export({"CANARY.json": b"[]"}))


def files_of(fixture):
    with fixture.export() as whole:
        return {member.name: member.head(member.size) for member in whole.members}


@pytest.mark.thorough
@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.id)
def test_no_two_readers_claim_one_export(fixture):
    them = export(files_of(fixture))
    found = {reader.name: count for count, reader in votes(READERS, them)}
    most = found.pop(fixture.platform)
    for reader in READERS:
        if reader.name in found:
            # Two platforms may call a file alike; what a file looks like is one platform's alone,
            # but for the threads of messages that Meta writes alike for all of its own.
            assert 2 * found[reader.name] <= most
            if {reader.name, fixture.platform} == {"facebook", "instagram"}:
                continue
            claimed = claims(reader, them).values()
            assert all(records.like is None for declared in claimed for records in declared)


def test_chatgpts_ratings_are_no_thread_of_instagrams():
    found = votes(READERS, export({"message_feedback.json": b"[]"}))
    assert [reader.name for _, reader in found] == ["chatgpt"]
