"""Paths in, a ledger filled: what each export becomes, and what stops what."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from cli import exports
from parasocial.errors import OtherPerson, UnknownExport, UnreadableExport, UnsafeExport
from parasocial.export import Limits, open_what_can_be
from parasocial.jobs.measure import measure
from parasocial.jobs.read import Outcome, Refused, Wanted, _parts, read_into
from parasocial.ledger import Ledger, merge
from parasocial.notes import Notes
from parasocial.readers import READERS
from readers.fixtures import FIXTURES


@pytest.fixture
def ledger():
    with Ledger() as opened:
        yield opened


def kinds(found):
    return sorted(it.reader.name if isinstance(it, Outcome) else "refused" for it in found)


def pdf(folder: Path) -> Path:
    path = folder / "a.pdf"
    path.write_bytes(b"%PDF-1.7")
    return path


def test_several_paths_are_several_sources(ledger, tmp_path):
    paths = [make(tmp_path) for make in (exports.chat, exports.takeout, exports.tiktok)]
    assert kinds(read_into(ledger, paths)) == ["tiktok", "whatsapp", "youtube"]
    assert len(ledger.sources()) == 3


def test_a_repository_is_an_export_of_its_own(ledger):
    [fixture] = [it for it in FIXTURES if (it.platform, it.variant) == ("bluesky", "car")]
    assert kinds(read_into(ledger, [fixture.folder / "export" / "repo.car"])) == ["bluesky"]


def test_chats_are_gathered_into_one_source(ledger, tmp_path):
    folder = tmp_path / "chats"
    folder.mkdir()
    paths = [exports.chat(tmp_path, "Benno"), exports.chat(tmp_path, "Cleo"), folder]
    exports.chat(folder, "Dana")
    [found] = read_into(ledger, paths)
    assert found.tally.files_read == 3
    [source] = ledger.sources()
    assert source.ego == "Nour"


@pytest.mark.thorough
def test_what_is_handed_over_twice_at_once_counts_once(ledger, tmp_path):
    """Two chats, and a folder with two exports of one platform that were unpacked into it."""
    chat, package = exports.chat(tmp_path), exports.takeout(tmp_path)
    (tmp_path / "again").mkdir()
    again = shutil.copy(chat, tmp_path / "again" / chat.name)
    both = tmp_path / "takeouts"
    for part in ("2025", "2026"):
        shutil.unpack_archive(package, both / part)
    assert len(read_into(ledger, [chat, again, both])) == 2
    with Ledger() as other:
        read_into(other, [chat, package])
        assert size(ledger) == size(other)


def size(ledger):
    merge(ledger, Notes())
    return ledger.query("SELECT count(*) AS n FROM interaction")["n"]


def test_one_zip_of_several_platforms_is_taken_apart(ledger, tmp_path):
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(exports.chat(tmp_path), "WhatsApp Chat with Ada.txt")
        archive.write(exports.tiktok(tmp_path), "user_data_tiktok.json")
        archive.writestr("photos/1.jpg", b"")
    found = read_into(ledger, [path])
    assert kinds(found) == ["tiktok", "whatsapp"]
    assert sum(sum(it.tally.unknown.values()) for it in found) == 1


@pytest.mark.thorough
@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.id)
def test_one_platform_is_not_taken_apart(fixture):
    with fixture.export() as export:
        assert [reader for reader, _ in _parts(export, READERS)] == [fixture.reader]


@pytest.mark.parametrize("platform", ["facebook", "instagram"])
def test_a_folder_says_whose_it_is(platform, ledger, tmp_path):
    """Both of Meta's platforms call the files of conversations alike."""
    thread = tmp_path / f"your_{platform}_activity" / "messages" / "inbox" / "ana_1"
    friends = tmp_path / "connections" / "friends"
    for folder in (thread, friends):
        folder.mkdir(parents=True)
    names = [{"name": "Ana"}, {"name": "Nour"}]
    said = {"sender_name": "Ana", "timestamp_ms": 1_700_000_000_000, "content": "hello"}
    body = {"participants": names, "messages": [said]}
    (thread / "message_1.json").write_text(json.dumps(body), encoding="utf-8")
    (friends / "your_friends.json").write_text('{"friends_v2": []}', encoding="utf-8")
    read_into(ledger, [tmp_path], Wanted(me=("Nour",)))
    merge(ledger, Notes())
    told = ledger.query("SELECT platform FROM interaction WHERE channel = 'message'")
    assert list(told["platform"]) == [platform]


def test_what_can_be_read_is_read(ledger, tmp_path):
    found = read_into(ledger, [pdf(tmp_path), exports.chat(tmp_path), tmp_path / "nowhere"])
    assert kinds(found) == ["refused", "refused", "whatsapp"]
    notes = [it.error.__notes__ for it in found if isinstance(it, Refused)]
    assert notes == [[f"Path: {tmp_path / it}"] for it in ("a.pdf", "nowhere")]
    assert len(ledger.sources()) == 1


def test_a_part_that_cannot_be_read_takes_its_download_along_and_no_other(ledger, tmp_path):
    first = exports.takeout(tmp_path, name="takeout-20260301T120000Z-001")
    second = tmp_path / "takeout-20260301T120000Z-002.zip"
    second.write_bytes(first.read_bytes()[:-30])
    found = read_into(ledger, [first, second, exports.chat(tmp_path)])
    assert kinds(found) == ["refused", "whatsapp"]


def test_bounds_are_per_export(ledger, tmp_path):
    wanted = Wanted(limits=Limits(total_bytes=4_000))
    found = read_into(ledger, [exports.takeout(tmp_path), exports.tiktok(tmp_path)], wanted)
    assert kinds(found) == ["refused", "tiktok"]
    assert isinstance(next(it.error for it in found if isinstance(it, Refused)), UnsafeExport)


def test_where_nothing_is_read_the_first_reason_is_raised_with_the_others(ledger, tmp_path):
    unknown = tmp_path / "b.json"
    unknown.write_text("{}")
    with pytest.raises(UnreadableExport, match="PDF") as caught:
        read_into(ledger, [unknown, pdf(tmp_path)])
    assert "Also: Nothing in this is recognised" in "".join(caught.value.__notes__)
    with pytest.raises(UnknownExport):
        read_into(ledger, [unknown])
    assert ledger.sources() == []


def test_no_paths_are_nothing(ledger):
    assert read_into(ledger, []) == []


def test_a_platform_that_is_named_reads_or_refuses(ledger, tmp_path):
    chat = exports.chat(tmp_path)
    with pytest.raises(UnknownExport):
        read_into(ledger, [chat], Wanted(platform="tiktok"))
    assert kinds(read_into(ledger, [chat], Wanted(platform="whatsapp"))) == ["whatsapp"]


def test_a_second_person_is_refused_and_the_rest_is_read(ledger, tmp_path):
    read_into(ledger, [exports.tiktok(tmp_path, "nour.k")])
    found = read_into(ledger, [exports.tiktok(tmp_path, "cleo"), exports.chat(tmp_path)])
    [refused] = [it for it in found if isinstance(it, Refused)]
    assert isinstance(refused.error, OtherPerson)
    assert "cleo" not in str(refused.error)
    assert kinds(found) == ["refused", "whatsapp"]


def test_archives_are_closed_whatever_happens(ledger, tmp_path, monkeypatch):
    opened = []

    def opening(*args):
        exports, refused = open_what_can_be(*args)
        opened.extend(exports)
        return exports, refused

    monkeypatch.setattr("parasocial.jobs.read.open_what_can_be", opening)
    path = exports.takeout(tmp_path)
    read_into(ledger, [path, pdf(tmp_path)])
    with pytest.raises(UnknownExport):
        read_into(ledger, [path], Wanted(platform="tiktok"))
    assert [archive.fp for export in opened for archive in export._archives] == [None, None]


def test_progress_is_told_per_reader(ledger, tmp_path):
    told = []
    paths = [exports.chat(tmp_path), exports.takeout(tmp_path)]
    read_into(ledger, paths, progress=lambda reader, at: told.append((reader.name, at)))
    ends = dict(told)
    assert set(ends) == {"whatsapp", "youtube"}
    assert all((at.files, at.bytes) == (at.files_total, at.bytes_total) for at in ends.values())


def test_a_renamed_copy_is_another_source_with_the_same_rows(ledger, tmp_path):
    path = exports.tiktok(tmp_path)
    copy = tmp_path / "user_data_copy.json"
    copy.write_text(json.dumps(json.loads(path.read_text()), indent=1))
    read_into(ledger, [path, copy])
    assert len(ledger.sources()) == 2
    [rows] = ledger.query("SELECT count(DISTINCT key) AS n FROM row")["n"]
    assert rows == 10


@pytest.mark.thorough
def test_two_readers_of_one_platform_give_one_tie(ledger, tmp_path):
    found = read_into(ledger, [exports.discord_package(tmp_path), exports.discord_log(tmp_path)])
    assert kinds(found) == ["discord", "discord-exporter"]
    assert ledger.egos("discord") == ("nour",)
    [tie] = measure(ledger).ties
    assert (tie.alter.id, tie.alter.platforms) == ("discord:22222", ["discord"])
    assert (tie.given.acts, tie.received.acts) == (2, 1)
