"""A tar, packed or not, is an export like any other, and trusted as little."""

import gzip
import io
import os
import tarfile
import traceback

import pytest

import export_bombs as bombs
from parasocial.errors import DamagedMember, ParasocialError, UnreadableExport, UnsafeExport
from parasocial.export import gzips, open_exports, tars

opened = pytest.fixture(bombs.opening, name="opened")
both = pytest.mark.parametrize("name", ["x.tar", "x.tar.gz"])
CANARY = "quetzalcoatlus"


def told(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))


def entry(name: str, kind: bytes = tarfile.REGTYPE, size: int = 0) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.size = kind, size
    return info


@both
def test_a_tar_is_an_export(opened, tmp_path, name):
    folder = entry("media", tarfile.DIRTYPE)
    files = {folder: b"", "media/._1.png": b"", "b.json": b"[2]", "a.json": b"", "./c.json": b"3"}
    [export] = opened(bombs.tape(tmp_path / name, files))
    assert [(it.name, it.size, it.head()) for it in export.members] == [
        ("a.json", 0, b""),
        ("b.json", 3, b"[2]"),
        ("c.json", 1, b"3"),
    ]
    assert export.title == "x"


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_long_names_and_late_dates_are_read_in_every_form(opened, tmp_path, form):
    long = "/".join(["folder" * 6] * 3) + "/öl.json"
    info = entry(long)
    info.mtime = 1_700_000_000
    [export] = opened(bombs.tape(tmp_path / "x.tar", {info: b"1", "z.json": b"2"}, format=form))
    assert [it.name for it in export.members] == [long, "z.json"]
    assert export.modified_us == 1_700_000_000_000_000


def test_attributes_for_all_files_name_none(opened, tmp_path):
    path = bombs.tape(
        tmp_path / "x.tar", {"a.json": b"1"}, format=tarfile.PAX_FORMAT,
        pax_headers={"path": "other.json", "comment": CANARY},
    )  # fmt: skip
    [export] = opened(path)
    assert [it.name for it in export.members] == ["a.json"]


def test_a_size_in_attributes_counts(opened, tmp_path):
    path = tmp_path / "x.tar"
    info = entry("a.json")
    attributes = info._create_pax_generic_header({"size": "3"}, tarfile.XHDTYPE, "utf-8")
    body = b"[1]".ljust(tars.BLOCK, b"\0")
    path.write_bytes(attributes + info.tobuf() + body + bytes(2 * tars.BLOCK))
    [export] = opened(path)
    assert export.members[0].head() == b"[1]"


def test_archives_in_a_folder_are_exports_of_their_own(opened, tmp_path):
    for name in ("one.tar.gz", "two.TGZ", "three.tar"):
        bombs.tape(tmp_path / name, {f"{name}.json": b"{}"})
    bombs.write(tmp_path / "rest.json")
    found = [[member.name for member in export.members] for export in opened(tmp_path)]
    assert sorted(found) == [
        ["one.tar.gz.json"],
        ["rest.json"],
        ["three.tar.json"],
        ["two.TGZ.json"],
    ]


def test_parts_may_be_tars(opened, tmp_path):
    parts = [bombs.tape(tmp_path / f"x-part{n}.tar.gz", {f"{n}.json": b"[]"}) for n in "12"]
    [export] = opened(*parts)
    assert len(export.members) == 2


def test_files_are_read_in_any_order_and_more_than_once(opened, tmp_path, monkeypatch):
    monkeypatch.setattr(gzips, "_STEP", 1 << 16)
    files = {f"{n:02}.json": os.urandom(40_000) + bytes(n * 5_000) for n in range(20)}
    [export] = opened(bombs.tape(tmp_path / "x.tar.gz", files))
    assert len(export.members[0].source.tape._marks) > 5
    for member in (*reversed(export.members), *export.members):
        with member.open() as stream:
            assert stream.read() == files[member.name]


def test_a_file_far_in_is_read_from_a_mark_near_it(opened, tmp_path, monkeypatch):
    monkeypatch.setattr(gzips, "_STEP", 1 << 16)
    files = {"media.mp4": os.urandom(1 << 20), "outbox.json": b"{}"}
    [export] = opened(bombs.tape(tmp_path / "x.tar.gz", files))
    monkeypatch.setattr(gzips, "skip", lambda _, n: pytest.fail("far") if n > 1 << 16 else None)
    export.matching("outbox.json")[0].open().close()


def test_gzip_in_several_pieces_is_one_file(opened, tmp_path):
    path = bombs.tape(tmp_path / "x.tar", {"a.json": os.urandom(5_000), "b.json": b"[1]"})
    whole = path.read_bytes()
    pieces = [gzip.compress(whole[at : at + 700]) for at in range(0, len(whole), 700)]
    packed = bombs.write(tmp_path / "y.tar.gz", b"".join(pieces) + bytes(300))
    [export] = opened(packed)
    assert [it.head() for it in export.members] == [whole[512:5_512], b"[1]"]


@both
@pytest.mark.parametrize(
    "hostile", [f"/{CANARY}.json", f"C:/{CANARY}", f"a/../../{CANARY}", f"{CANARY}\x1b[2J.json"]
)
def test_hostile_names_are_refused(tmp_path, name, hostile):
    path = bombs.tape(tmp_path / name, {hostile: b"{}"})
    with pytest.raises(UnsafeExport, match="no platform writes") as caught:
        open_exports([path])
    assert CANARY not in told(caught.value)


@both
@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE, b"S", b"?"]
)
def test_links_and_devices_are_refused(tmp_path, name, kind):
    link = entry(f"{CANARY}.json", kind)
    link.linkname = "/etc/passwd"
    with pytest.raises(UnsafeExport, match="a link or a device") as caught:
        open_exports([bombs.tape(tmp_path / name, {link: b""})])
    assert CANARY not in told(caught.value)


@both
@pytest.mark.parametrize(
    ("field", "bound"), [("members", 2), ("total_bytes", 6), ("depth", 1), ("name_bytes", 20)]
)
def test_a_passed_bound_is_named_with_the_way_to_raise_it(tmp_path, opened, name, field, bound):
    files = dict.fromkeys((f"a/b/{CANARY}.json", "c.json", "d.json", "e.json"), b"{}")
    path = bombs.tape(tmp_path / name, files)
    with pytest.raises(UnsafeExport, match=rf"{bound}, .*--limit {field}=") as caught:
        opened(path, **{field: bound})
    assert CANARY not in told(caught.value)
    assert opened(path, **{field: 100})


def test_folders_count_as_members(opened, tmp_path):
    folders = {entry(name, tarfile.DIRTYPE): b"" for name in "abc"}
    with pytest.raises(UnsafeExport, match="members"):
        opened(bombs.tape(tmp_path / "x.tar", folders), members=2)


def test_a_file_declared_too_large_is_left_and_the_next_one_read(opened, tmp_path):
    path = bombs.tape(tmp_path / "x.tar.gz", {"a.json": bytes(50), "b.json": b"{}"})
    [export] = opened(path, member_bytes=9)
    with pytest.raises(DamagedMember, match="member_bytes"):
        export.members[0].open()
    assert export.members[1].head() == b"{}"


def test_what_expands_too_far_is_refused(opened, tmp_path):
    path = bombs.tape(tmp_path / "x.tar.gz", {f"{n}.json": bytes(200_000) for n in range(5)})
    with pytest.raises(UnsafeExport, match=r"--limit ratio="):
        opened(path, ratio=50, ratio_floor=1_000)
    assert opened(path, ratio=1_000, ratio_floor=1_000)


def test_a_claim_of_petabytes_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "x.tar"
    path.write_bytes(entry("a.json", size=1 << 50).tobuf(tarfile.GNU_FORMAT))
    with pytest.raises(UnsafeExport, match="total_bytes"):
        open_exports([path])


@pytest.mark.parametrize("kind", [tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.GNUTYPE_LONGNAME])
def test_attributes_too_long_for_a_name_are_not_taken_in(tmp_path, kind):
    path = tmp_path / "x.tar"
    path.write_bytes(entry("a.json", kind, 1 << 40).tobuf(tarfile.GNU_FORMAT))
    with pytest.raises(UnreadableExport, match="cut off or damaged"):
        open_exports([path])


@pytest.mark.parametrize(
    "said", [b"0 path=a\n", b"-5 path=a\n", b"x path=a\n", b"12path=a", b"9" * 5_000]
)
def test_attributes_without_a_length_are_damage(tmp_path, said):
    path = tmp_path / "x.tar"
    body = said.ljust(-(-len(said) // 512) * 512, b"\0")
    path.write_bytes(entry("a", tarfile.XHDTYPE, len(said)).tobuf() + body + bytes(1_024))
    with pytest.raises(UnreadableExport, match="cut off or damaged"):
        open_exports([path])


@both
@pytest.mark.parametrize("kept", [0.3, 0.9, 0.99])
def test_a_tar_that_was_cut_off_says_so(tmp_path, name, kept):
    info = {f"{CANARY}{n}.json": os.urandom(999) for n in range(20)}
    whole = io.BytesIO(bombs.tape(tmp_path / name, info).read_bytes().rstrip(b"\0"))
    (tmp_path / name).write_bytes(whole.read(int(len(whole.getvalue()) * kept)))
    with pytest.raises(UnreadableExport, match="cut off") as caught:
        open_exports([tmp_path / name])
    assert CANARY not in told(caught.value)


@both
def test_every_flipped_byte_reads_or_is_refused_in_our_words(tmp_path, name):
    path = bombs.tape(tmp_path / name, {f"a/{CANARY}.json": b"[1, 2, 3]" * 9})
    good, refused = path.read_bytes(), []
    for at in range(0, min(len(good), tars.BLOCK), 5):
        path.write_bytes(good[:at] + bytes([good[at] ^ 0xFF]) + good[at + 1 :])
        try:
            with open_exports([path])[0] as export:
                export.members[0].head()
        except ParasocialError as error:
            refused.append(told(error))
    assert len(refused) > min(len(good), tars.BLOCK) / 12
    assert not [text for text in refused if CANARY in text]
