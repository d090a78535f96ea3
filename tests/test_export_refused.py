"""An export that cannot be trusted or read is refused, in words that quote nothing from it."""

import os
import struct
import traceback
import zipfile
from pathlib import Path

import pytest

import export_bombs as bombs
from parasocial.errors import DamagedMember, ParasocialError, UnreadableExport, UnsafeExport
from parasocial.export import Export, open_exports

opened = pytest.fixture(bombs.opening, name="opened")
CANARY = "quetzalcoatlus"


def told(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))


@pytest.mark.parametrize(
    "name",
    [
        f"/{CANARY}.json",
        f"C:/{CANARY}.json",
        f"a/../../{CANARY}.json",
        f"..\\{CANARY}.json",
        f"{CANARY}\0.json",
        f"{CANARY}\x1b[2J.json",
        f"{CANARY}\x85.json",
    ],
)
def test_hostile_names_are_refused(tmp_path, name):
    path = bombs.renamed(tmp_path / "x.zip", name.encode(), utf8=True)
    with pytest.raises(UnsafeExport, match="no platform writes") as caught:
        open_exports([path])
    assert CANARY not in told(caught.value)


@pytest.mark.parametrize("source", ["zip", "folder"])
@pytest.mark.parametrize(
    ("field", "bound"), [("members", 2), ("total_bytes", 6), ("depth", 1), ("name_bytes", 20)]
)
def test_a_passed_bound_is_named_with_the_way_to_raise_it(tmp_path, opened, source, field, bound):
    files = dict.fromkeys((f"a/b/{CANARY}.json", "c.json", "d.json", "e.json"), b"{}")
    if source == "zip":
        path = bombs.pack(tmp_path / "x.zip", files)
    else:
        path = tmp_path / "folder"
        for name in files:
            bombs.write(path / name)
    with pytest.raises(UnsafeExport, match=rf"{bound}, .*--limit {field}=") as caught:
        opened(path, **{field: bound})
    assert CANARY not in told(caught.value)
    assert opened(path, **{field: 100})


@pytest.mark.parametrize(("field", "bound"), [("members", 1), ("total_bytes", 3)])
def test_bounds_hold_over_all_parts(opened, tmp_path, field, bound):
    parts = [bombs.pack(tmp_path / f"x-part{n}.zip", {f"{n}.json": b"[]"}) for n in "12"]
    with pytest.raises(UnsafeExport, match=field):
        opened(*parts, **{field: bound})


@pytest.mark.parametrize(
    ("field", "folders"), [("members", ("a", "b", "c")), ("depth", ("a/b/c/d",))]
)
def test_bounds_hold_for_folders_without_files(opened, tmp_path, field, folders):
    for folder in folders:
        (tmp_path / folder).mkdir(parents=True)
    with pytest.raises(UnsafeExport, match=field):
        opened(tmp_path, **{field: 2})


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("counts", [(3, 1), (1, 3)], ids=["claimed", "listed"])
def test_too_many_files_are_refused_early(opened, tmp_path, monkeypatch, wide, counts):
    claimed, listed = counts
    path = bombs.claiming(tmp_path / "x.zip", claimed, listed=listed, wide=wide)
    monkeypatch.setattr("parasocial.export.zips.ZipFile", None)
    with pytest.raises(UnsafeExport, match="members"):
        opened(path, members=2)


def test_a_claim_of_200_000_files_is_refused_by_default(opened, tmp_path):
    with pytest.raises(UnsafeExport, match="more files than 100,000"):
        opened(bombs.claiming(tmp_path / "x.zip", 200_000, wide=True))


def test_a_list_swollen_by_comments_is_refused_before_it_is_read(opened, tmp_path, monkeypatch):
    path = bombs.commented(tmp_path / "x.zip", 17)
    assert len(opened(path, members=2_000)[0].members) == 17
    monkeypatch.setattr("parasocial.export.zips.ZipFile", None)
    with pytest.raises(UnsafeExport, match="members"):
        opened(path, members=20)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (bombs.overlapping, "overlap"),
        (bombs.shifted, "overlap"),
        (bombs.encrypted, "password"),
        (bombs.linked, "symbolic link"),
    ],
)
def test_zips_that_no_platform_makes_are_refused(tmp_path, make, said):
    with pytest.raises(UnreadableExport, match=said) as caught:
        open_exports([make(tmp_path / "x.zip", f"{CANARY}.json")])
    assert CANARY not in told(caught.value)


@pytest.mark.parametrize("kept", [0.3, 0.9, 0.999])
def test_a_zip_that_was_cut_off_says_so(tmp_path, kept):
    path = bombs.pack(tmp_path / "x.zip", {f"{CANARY}{n}.json": os.urandom(99) for n in range(20)})
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * kept)])
    with pytest.raises(UnreadableExport, match="cut off") as caught:
        open_exports([path])
    assert CANARY not in told(caught.value)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"%PDF-1.7\n", "This is a PDF"),
        ("a.json", b"%PDF-1.7\n", "This is a PDF"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0", "a PNG picture"),
        ("a.exe", b"MZ\x90\0", "a Windows program"),
        ("a.mp4", b"\0\0\0\x20ftypisom", "a video"),
        ("a.tar.gz", b"\x1f\x8b\x08\0", "no tar.gz, or is cut off. Unpack it first"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive. Unpack it first"),
        ("a.zip", b"<!doctype html>", "called a zip but is none"),
        ("a.json", b"", "empty"),
        ("a.docm", b"hello", "not a kind of file"),
        ("._a.json", b"{}", "no files in it"),
    ],
)
def test_what_is_not_an_export_is_told_what_it_is(tmp_path, name, data, said):
    with pytest.raises(UnreadableExport, match=said):
        open_exports([bombs.write(tmp_path / name, data)])


def test_a_page_saved_as_a_zip_is_found_in_a_folder_too(tmp_path):
    bombs.write(tmp_path / "a.zip", b"<!doctype html>")
    with pytest.raises(UnreadableExport, match="called a zip but is none"):
        open_exports([tmp_path])


def test_an_empty_zip_says_so(tmp_path):
    with pytest.raises(UnreadableExport, match="zip is empty"):
        open_exports([bombs.pack(tmp_path / "x.zip", {})])


def test_an_empty_folder_says_so(tmp_path):
    with pytest.raises(UnreadableExport, match="no files in it"):
        open_exports([tmp_path])


def test_a_missing_path_says_so_and_is_noted(tmp_path):
    with pytest.raises(UnreadableExport, match="nothing at this path") as caught:
        open_exports([tmp_path / "gone.zip"])
    assert caught.value.__notes__ == [f"Path: {tmp_path / 'gone.zip'}"]


def test_a_pipe_is_not_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(UnreadableExport, match="pipe"):
        open_exports([tmp_path / "pipe.json"])


@pytest.mark.parametrize(("method", "on"), [("open", "a.json"), ("stat", "a.json")])
def test_a_file_that_may_not_be_read_says_so(tmp_path, monkeypatch, method, on):
    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(CANARY)

    path = bombs.write(tmp_path / on)
    monkeypatch.setattr(Path, method, forbidden)
    with pytest.raises(UnreadableExport, match="permissions") as caught:
        open_exports([path])
    assert CANARY not in told(caught.value)


def test_a_folder_inside_that_may_not_be_read_says_so(tmp_path, monkeypatch):
    bombs.write(tmp_path / CANARY / "a.json")
    scandir = os.scandir

    def guarded(path: Path) -> object:
        if path.name == CANARY:
            raise PermissionError(CANARY)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    with pytest.raises(UnreadableExport, match="permissions") as caught:
        open_exports([tmp_path])
    assert CANARY not in told(caught.value)


# What is refused while one file is read.


def damage(export: Export) -> DamagedMember:
    with pytest.raises(DamagedMember) as caught:
        export.members[0].head(10**6)
    assert CANARY not in told(caught.value)
    return caught.value


@pytest.mark.parametrize(
    ("field", "bounds"),
    [("member_bytes", {"member_bytes": 9_999}), ("ratio", {"ratio": 10, "ratio_floor": 9_999})],
)
def test_a_file_declared_too_large_is_left_and_the_next_one_read(opened, tmp_path, field, bounds):
    path = bombs.pack(tmp_path / "x.zip", {f"a{CANARY}": bytes(10_000), "b.json": b"[1]"})
    [export] = opened(path, **bounds)
    assert f"--limit {field}=" in str(damage(export))
    assert export.members[1].head() == b"[1]"


def test_a_small_file_may_expand_by_any_factor(opened, tmp_path):
    [export] = opened(bombs.pack(tmp_path / "x.zip", {"a": bytes(10_000)}), ratio=10)
    assert len(export.members[0].head()) == 10_000


@pytest.mark.parametrize("checked", [10, 11, 50_000])
def test_a_file_larger_than_declared_is_damaged_whatever_its_crc(opened, tmp_path, checked):
    path = bombs.undersized(tmp_path / "x.zip", f"{CANARY}.json", 10, checked)
    assert damage(opened(path)[0])


def test_a_file_smaller_than_declared_is_damaged(opened, tmp_path):
    path = bombs.pack(tmp_path / "x.zip", {f"{CANARY}.json": b"{}"})
    [export] = opened(bombs.patched(path, bombs.ENTRY, 24, struct.pack("<L", 3)))
    assert "before its end" in str(damage(export))


@pytest.mark.parametrize("offset", [0, 26, 45, 60], ids=["signature", "length", "name", "data"])
def test_damage_in_one_file_is_told_without_its_name(opened, tmp_path, offset):
    files = {"sound.json": b"[1]", f"{CANARY}.json": os.urandom(5_000)}
    path = bombs.pack(tmp_path / "x.zip", files)
    [export] = opened(bombs.patched(path, bombs.LOCAL, offset, b"\xff\xff"))
    assert damage(export).exit_code == 4
    assert export.members[1].head() == b"[1]"


def test_a_file_packed_in_an_unusual_way_is_damaged(opened, tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr(f"{CANARY}.json", b"{}")
    assert "Unpack the zip" in str(damage(opened(tmp_path / "x.zip")[0]))


@pytest.mark.parametrize(("now", "said"), [(b"", "before its end"), (b"[1, 2]", "more than it")])
def test_a_loose_file_that_changed_is_damaged(opened, tmp_path, now, said):
    [export] = opened(bombs.write(tmp_path / f"{CANARY}.json"))
    bombs.write(tmp_path / f"{CANARY}.json", now)
    assert said in str(damage(export))


def test_a_loose_file_that_may_not_be_read_is_told_so(opened, tmp_path, monkeypatch):
    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(CANARY)

    [export] = opened(bombs.write(tmp_path / f"{CANARY}.json"))
    monkeypatch.setattr(Path, "open", forbidden)
    assert "permissions" in str(damage(export))


def test_a_loose_file_that_went_away_is_damaged(opened, tmp_path):
    [export] = opened(bombs.write(tmp_path / f"{CANARY}.json"))
    (tmp_path / f"{CANARY}.json").unlink()
    assert damage(export)


def test_reading_a_closed_export_is_the_callers_mistake(tmp_path):
    [export] = open_exports([bombs.pack(tmp_path / "x.zip", {"a.json": b"{}"})])
    export.close()
    with pytest.raises(ValueError, match="closed"):
        export.members[0].open()


def test_every_flipped_byte_reads_or_is_refused_in_our_words(tmp_path):
    path = bombs.pack(tmp_path / "x.zip", {f"a/{CANARY}.json": b"[1, 2, 3]" * 9})
    good, refused = path.read_bytes(), []
    for at in range(len(good)):
        path.write_bytes(good[:at] + bytes([good[at] ^ 0xFF]) + good[at + 1 :])
        try:
            with open_exports([path])[0] as export:
                export.members[0].head()
        except ParasocialError as error:
            refused.append(told(error))
    assert len(refused) > len(good) / 2
    assert not [text for text in refused if CANARY in text]
