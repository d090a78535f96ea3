"""An export is what a platform hands over, read without trust."""

import os
import struct
import unicodedata
import zipfile
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

import export_bombs as bombs
from parasocial.errors import UnsafeExport
from parasocial.export import Export, Limits
from parasocial.export.index import NameIndex
from parasocial.export.names import member_name, spelled

opened = pytest.fixture(bombs.opening, name="opened")


def names(export: Export) -> list[str]:
    return [member.name for member in export.members]


# What one export is.


def test_a_zip_is_an_export(opened, tmp_path):
    [export] = opened(bombs.pack(tmp_path / "x.zip", {"b/two.json": b"[2]", "a/one.json": b"[1]"}))
    assert [(m.name, m.size, m.head()) for m in export.members] == [
        ("a/one.json", 3, b"[1]"),
        ("b/two.json", 3, b"[2]"),
    ]


def test_a_folder_is_an_export(opened, tmp_path):
    bombs.write(tmp_path / "messages" / "inbox.json", b"[1]")
    [export] = opened(tmp_path)
    assert [(m.path, m.head()) for m in export.members] == [
        (PurePosixPath("messages/inbox.json"), b"[1]")
    ]


@pytest.mark.parametrize("ending", ["json", "TXT", "html", "csv", "js", "xml"])
def test_a_single_file_is_an_export(opened, tmp_path, ending):
    [export] = opened(bombs.write(tmp_path / f"chat.{ending}", b"MZ, hello"))
    assert [(m.name, m.head()) for m in export.members] == [(f"chat.{ending}", b"MZ, hello")]


@pytest.mark.parametrize(
    "parts",
    [
        ("takeout-20260102T030405Z-001.zip", "takeout-20260102T030405Z-002.zip"),
        ("takeout-20260102T030405Z-1-001.zip", "takeout-20260102T030405Z-1-002.zip"),
        ("instagram-mia-2025-01-01-abcd1234.zip", "instagram-mia-2025-01-01-abcd1234_1.zip"),
        ("facebook-mia-2025-01-01-abcd1234.zip", "facebook-mia-2025-01-01-abcd1234-part2.zip"),
        ("TAKEOUT-20260102t030405z-001.zip", "takeout-20260102T030405Z-002.zip"),
        ("mydata~1760000000000.zip", "mydata~1760000000000-2.zip"),
    ],
)
def test_zip_parts_of_one_download_are_one_export(opened, tmp_path, parts):
    zips = [
        bombs.pack(tmp_path / part, {f"{number}.json": b"{}"}) for number, part in enumerate(parts)
    ]
    assert [names(export) for export in opened(*zips)] == [["0.json", "1.json"]]


@pytest.mark.parametrize(
    "other",
    ["takeout-20260102T030405Z-001 (1).zip", "takeout-20260103T030405Z-002.zip", "holiday-2.zip"],
)
def test_a_copy_and_another_download_are_exports_of_their_own(opened, tmp_path, other):
    zips = [
        bombs.pack(tmp_path / name, {"a.json": b"{}"})
        for name in ("takeout-20260102T030405Z-001.zip", other, "holiday-1.zip")
    ]
    assert len(opened(*zips)) == 3


def test_two_dates_are_not_two_parts(opened, tmp_path):
    for day in ("01", "15"):
        bombs.pack(tmp_path / f"instagram-mia-2025-01-{day}.zip", {"a.json": b"{}"})
    assert len(opened(tmp_path)) == 2


def test_the_title_is_what_the_export_is_called(opened, tmp_path):
    bombs.write(tmp_path / "Chat with Ana v1.2" / "Chat\u00a0with Ben.txt")
    bombs.pack(tmp_path / "it\u2019s-part1.zip", {"a.json": b"{}"})
    bombs.pack(tmp_path / "it\u2019s-part2.zip", {"b.json": b"{}"})
    exports = opened(*sorted(tmp_path.glob("*.zip")), tmp_path / "Chat with Ana v1.2", tmp_path)
    assert [e.title for e in exports] == ["it's-part1", "Chat with Ana v1.2", tmp_path.name]


def test_parts_lie_in_one_folder(opened, tmp_path):
    for part in "12":
        (tmp_path / part).mkdir()
        bombs.pack(tmp_path / part / f"x-part{part}.zip", {"a.json": b"{}"})
    assert len(opened(tmp_path / "1", tmp_path / "2")) == 2


def test_the_order_of_parts_does_not_matter(opened, tmp_path):
    zips = [bombs.pack(tmp_path / f"x-part{part}.zip", {"a.json": part.encode()}) for part in "123"]
    exports = (*opened(*zips), *opened(*reversed(zips)))
    one, other = ([m.head() for m in export.members] for export in exports)
    assert one == other


def test_a_path_given_twice_is_read_once(opened, tmp_path, monkeypatch):
    path = bombs.pack(tmp_path / "x.zip", {"a.json": b"{}"})
    bombs.write(tmp_path / "b.json")
    monkeypatch.chdir(tmp_path)
    exports = opened(path, tmp_path, Path("x.zip"), tmp_path, Path("b.json"), total_bytes=2)
    assert [names(export) for export in exports] == [["a.json"], ["b.json"], ["b.json"]]


def test_zips_at_the_top_of_a_folder_are_exports_and_the_rest_is_one_more(opened, tmp_path):
    bombs.pack(tmp_path / "one.zip", {"in_one.json": b"{}"})
    bombs.pack(tmp_path / "two.ZIP", {"in_two.json": b"{}"})
    bombs.write(tmp_path / "three" / "in_three.json")
    assert [names(export) for export in opened(tmp_path)] == [
        ["in_one.json"],
        ["in_two.json"],
        ["three/in_three.json"],
    ]


def test_a_zip_inside_an_export_is_an_ordinary_file(opened, tmp_path):
    inner = bombs.pack(tmp_path / "inner", {"a.json": b"{}"}).read_bytes()
    bombs.write(tmp_path / "out" / "deep" / "inner.zip", inner)
    exports = opened(bombs.pack(tmp_path / "x.zip", {"inner.zip": inner}), tmp_path / "out")
    assert [names(export) for export in exports] == [["inner.zip"], ["deep/inner.zip"]]


def test_parts_keep_files_of_one_name_that_differ_and_drop_exact_copies(opened, tmp_path):
    for part, own in (("001", b"[1]"), ("002", b"[2]")):
        files = {"index.html": own, "same.json": b"{}"}
        bombs.pack(tmp_path / f"takeout-20260102T030405Z-{part}.zip", files)
    [export] = opened(tmp_path)
    assert names(export) == ["index.html", "index.html", "same.json"]
    assert {m.head() for m in export.matching("index.html")} == {b"[1]", b"[2]"}


def test_what_desktops_leave_behind_is_dropped(opened, tmp_path):
    litter = ("__MACOSX/a/._a.json", "a/.DS_Store", "Thumbs.db", "._a.json", "a/Icon\r")
    packed = bombs.pack(tmp_path / "x.zip", dict.fromkeys(("a/a.json", "a/", *litter), b"{}"))
    for name in ("a/a.json", *litter):
        bombs.write(tmp_path / "folder" / name)
    assert [names(e) for e in opened(packed, tmp_path / "folder")] == [["a/a.json"], ["a/a.json"]]


def test_links_in_a_folder_are_not_followed(opened, tmp_path):
    bombs.write(tmp_path / "outside" / "secret.json")
    root = bombs.write(tmp_path / "export" / "a.json").parent
    (root / "folder").symlink_to(tmp_path / "outside")
    (root / "file.json").symlink_to(tmp_path / "outside" / "secret.json")
    (root / "file.zip").symlink_to(bombs.pack(tmp_path / "x.zip", {"a.json": b"{}"}))
    assert [names(export) for export in opened(root)] == [["a.json"]]


def test_a_zip64_is_read(opened, tmp_path):
    [export] = opened(bombs.claiming(tmp_path / "x.zip", 1, wide=True))
    assert [m.head() for m in export.members] == [b"[1]"]


# Names, times, views.


@pytest.mark.parametrize(
    ("raw", "utf8", "name"),
    [
        (b"caf\x82.json", False, "café.json"),
        ("cafe\u0301.json".encode(), True, "café.json"),
        ("cafe\u0301.json".encode(), False, "café.json"),
        ("YouTube y YouTube\u00a0Music/a.json".encode(), True, "YouTube y YouTube Music/a.json"),
        ("it\u2019s \u2018so\u2019.json".encode(), True, "it's 'so'.json"),
        (b"one\\two.json", False, "one/two.json"),
        (b"./one//two.json", False, "one/two.json"),
    ],
    ids=["cp437", "nfd", "utf-8 unsaid", "nbsp", "quotes", "backslash", "dots"],
)
def test_names_have_one_spelling(opened, tmp_path, raw, utf8, name):
    [export] = opened(bombs.renamed(tmp_path / "x.zip", raw, utf8=utf8))
    assert [(m.name, m.head()) for m in export.members] == [(name, b"{}")]


def test_a_folder_spells_names_the_same_way(opened, tmp_path):
    bombs.write(tmp_path / "cafe\u0301\u00a0it\u2019s" / "a.json")
    assert names(opened(tmp_path)[0]) == ["café it's/a.json"]


@given(st.text(st.characters(), max_size=40))
def test_a_name_is_refused_or_safe(raw):
    try:
        name = member_name(raw, Limits())
    except UnsafeExport:
        return
    if name is not None:
        assert unicodedata.is_normalized("NFC", name)
        assert not set(name) & set("\\\u00a0\u2018\u2019\0\n\x7f")
        assert not name.startswith("/")
        assert not set(name.split("/")) & {"", ".", ".."}
        assert member_name(name, Limits()) == name


def joined(*parts: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(parts), min_size=1, max_size=3).map("/".join)


@given(
    st.lists(joined("a", "B", "ab", "É", "[", "a.b\U0010ffff")),
    joined("a", "b", "é", "*", "a*", "?", "A?", "[ab]", "[!a]", "*.b*", "[["),
)
def test_matching_is_path_matching_without_letter_case(files, pattern):
    expected = [
        at
        for at, name in enumerate(files)
        if PurePosixPath(spelled(name).casefold()).match(spelled(pattern).casefold())
    ]
    assert sorted(NameIndex(files).matching(pattern)) == expected


def test_matching_gives_each_file_once_in_order(opened, tmp_path):
    files = ("a/followers_1.json", "A/Followers_2.JSON", "b/followers_1.json", "c.json")
    [export] = opened(bombs.pack(tmp_path / "x.zip", dict.fromkeys(files, b"")))
    found = export.matching("a/followers_*.json", "followers_2.json")
    assert [m.name for m in found] == ["A/Followers_2.JSON", "a/followers_1.json"]


def test_a_view_is_one_top(opened, tmp_path):
    files = {"ig/likes/a.json": b"[1]", "ig/b.json": b"[2]", "user_data.json": b"[3]"}
    [export] = opened(bombs.pack(tmp_path / "x.zip", files))
    assert export.tops() == ("ig", "user_data.json")
    views = [export.only([top]) for top in export.tops()]
    assert [[(m.name, m.head()) for m in view.members] for view in views] == [
        [("ig/b.json", b"[2]"), ("ig/likes/a.json", b"[1]")],
        [("user_data.json", b"[3]")],
    ]


@pytest.mark.parametrize(
    ("moment", "us"),
    [((2026, 1, 2, 3, 4, 6), 1_767_323_046_000_000), ((1980, 1, 1, 0, 0, 0), None)],
)
def test_times_are_utc_microseconds_or_nothing(opened, tmp_path, moment, us):
    [export] = opened(bombs.pack(tmp_path / "x.zip", {zipfile.ZipInfo("a.json", moment): b""}))
    assert (export.members[0].modified_us, export.modified_us) == (us, us)


def test_a_date_that_does_not_exist_is_no_time(opened, tmp_path):
    path = bombs.pack(tmp_path / "x.zip", {"a.json": b""})
    [export] = opened(bombs.patched(path, bombs.ENTRY, 12, struct.pack("<HH", 0, 0)))
    assert export.modified_us is None


def test_the_latest_file_stands_for_the_export_time(opened, tmp_path):
    for name, seconds in (("a.json", 1_700_000_000), ("b.json", 1_800_000_000), ("c.json", 0)):
        os.utime(bombs.write(tmp_path / name), (seconds, seconds))
    assert opened(tmp_path)[0].modified_us == 1_800_000_000_000_000


def test_the_fingerprint_is_of_names_and_sizes(opened, tmp_path):
    contents = ({"a.json": b"[1]"}, {"a.json": b"[2]"}, {"a.json": b"[22]"}, {"b.json": b"[1]"})
    paths = [bombs.pack(tmp_path / f"{at}.zip", files) for at, files in enumerate(contents)]
    one, same, longer, other = (export.fingerprint for export in opened(*paths))
    assert one == same
    assert len({one, longer, other}) == 3
