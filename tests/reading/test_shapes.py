"""JSON in every shape and state: nested, collapsed, streamed, mistyped, mangled, cut off."""

import json
from io import BytesIO
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parasocial.reading import Broken, shapes
from parasocial.reading.halves import CutOff, NotJson, begun, mended
from parasocial.reading.model import UNREADABLE
from parasocial.reading.shapes import batches, either, items, under
from reading.held import file


class Row(msgspec.Struct):
    """A record with a type."""

    a: int
    b: str = ""


def all_of(shape, content, row=Any):
    """The rows that a shape finds, and the type of the error that ended them."""
    found = []
    try:
        for batch in shape(file(content), row).batches:
            found += batch
    except UNREADABLE as error:
        return found, type(error)
    return found, None


def dumped(value):
    return json.dumps(value).encode()


TRICKY = st.text(st.sampled_from('a},{[]\\":\u00e9\U0001f319 '), max_size=8)
RECORDS = st.lists(
    st.dictionaries(
        TRICKY,
        st.recursive(
            st.none() | st.integers(-9, 9) | TRICKY,
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TRICKY, inner, max_size=3),
            max_leaves=6,
        ),
        min_size=1,
        max_size=3,
    ),
    max_size=6,
)
LAYOUTS = [{}, {"indent": 1}, {"separators": (",", ":")}, {"ensure_ascii": False}]


@pytest.mark.thorough
@settings(max_examples=60)
@given(RECORDS, st.sampled_from(LAYOUTS), st.integers(1, 40))
def test_a_list_is_the_same_whatever_the_chunks(records, layout, size):
    content = json.dumps(records, **layout).encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shapes, "CHUNK", size)
        assert [row for batch in batches(BytesIO(content), Any) for row in batch] == records


def test_every_boundary_is_survived(monkeypatch):
    records = [{"a": '},{ \\" ]'}, {"b": [{"c": 1}, {"d": [[{}], {"e": "\u00e9"}]}]}, {"f": "\\"}]
    content = json.dumps(records, ensure_ascii=False).encode()
    for size in range(1, len(content) + 2):
        monkeypatch.setattr(shapes, "CHUNK", size)
        assert [row for batch in batches(BytesIO(content), Any) for row in batch] == records


@pytest.mark.thorough
@settings(max_examples=60)
@given(RECORDS.filter(bool), st.data(), st.integers(1, 40))
def test_a_list_that_ends_too_early_keeps_what_is_whole(records, data, size):
    content = dumped(records)
    cut = data.draw(st.integers(1, len(content) - 1))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shapes, "CHUNK", size)
        found, error = all_of(either(), content[:cut])
    assert error is CutOff
    assert found == records[: len(found)]
    ends = [len(dumped(records[: n + 1])) for n in range(len(records))]
    # One short of the end of a record, its bracket is there, and the comma after it is not.
    assert len(found) >= sum(end <= cut - 2 for end in ends)


@pytest.mark.thorough
@settings(max_examples=60)
@given(RECORDS.filter(bool), st.data())
def test_a_list_under_keys_that_ends_too_early_keeps_what_is_whole(records, data):
    whole = dumped({"before": [{"x": 1}], "Deep": {"er": records}})
    start = whole.index(b'{"er": ') + len(b'{"er": ') + 1
    cut = data.draw(st.integers(start, len(whole) - 1))
    found, error = all_of(under("deep/ER"), whole[:cut])
    assert error is CutOff
    assert found == records[: len(found)]
    ends = [start + len(dumped(records[: n + 1])) - 2 for n in range(len(records))]
    assert len(found) >= sum(end <= cut - 2 for end in ends)
    assert all_of(under("before"), whole[:cut]) == ([{"x": 1}], CutOff)


@pytest.mark.parametrize("end", ["", " ", ",", ", "])
def test_the_last_whole_record_before_a_cut_is_kept(end):
    assert all_of(under("er"), b'{"er": [{"a": {}}' + end.encode()) == ([{"a": {}}], CutOff)


@pytest.mark.parametrize("cut", range(1, 18))
def test_an_object_that_ends_before_any_list_is_cut(cut):
    assert all_of(under("deep/er"), b'{"deep": {"er": [1'[:cut]) == ([], CutOff)
    found, error = all_of(under("deep"), b'{"deep": {"er": [1'[:cut])
    assert (found, error in (CutOff, NotJson)) == ([], True)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ([{"a": 1}, {"a": 2}], [{"a": 1}, {"a": 2}]),
        ({"key": [{"a": 1}]}, [{"a": 1}]),
        ({"KEY": [{"a": 1}]}, [{"a": 1}]),
        ({"key": {"a": 1}}, [{"a": 1}]),
        ({"a": 1}, [{"a": 1}]),
        ({"key": None}, []),
        ({"key": []}, []),
        ({"key": {}}, []),
        ({"key": "N/A"}, []),
        (None, []),
        ([], []),
        ([None, 1, "x"], [None, 1, "x"]),
        ({"key": [{"a": 1}], "other": {"key": [{"a": 2}]}}, [{"a": 1}, {"a": 2}]),
    ],
)
def test_one_list_in_every_shape(content, found):
    assert all_of(either("key", "other/key"), dumped(content)) == (found, None)
    assert all_of(either("key", "other/key"), b"\xef\xbb\xbf \n" + dumped(content)) == (found, None)


def test_a_list_under_keys_is_not_sought_at_the_root():
    assert all_of(under("key"), b'[{"a": 1}]') == ([], None)
    assert all_of(under("key"), b'{"a": 1}') == ([], None)


def test_an_empty_file_holds_nothing():
    assert all_of(either("key"), b"") == ([], None)
    assert all_of(under("key"), b" \n") == ([], None)


@pytest.mark.parametrize(
    "content", [b"<html>", b"7", b'"text"', b"a,b\n1,2", "[1]".encode("utf-16")]
)
def test_what_is_no_json_says_so(content):
    assert all_of(either("key"), content) == ([], NotJson)


@pytest.mark.parametrize("content", [b"[" * 100_000, b'[{"a":' * 100_000, b'{"a":' * 100_000])
def test_bottomless_nesting_ends_the_file_and_no_more(content):
    found, error = all_of(either("a"), content)
    assert found == []
    assert error in (CutOff, NotJson, RecursionError)


def test_an_entry_that_breaks_off_in_the_middle_leaves_the_others():
    content = b'{"one": [{"a": 1}], "two": [{"a": x}], "three": [{"a": 3}]}'
    assert all_of(under("one"), content) == ([{"a": 1}], CutOff)
    assert all_of(under("two"), content) == ([], CutOff)
    assert all_of(under("three"), content) == ([{"a": 3}], CutOff)


def test_items_come_with_their_keys():
    content = {"chats": {"Ada": [{"a": 1}, {"a": 2}], "Ben": {"a": 3}, "Cy": None, "Di": []}}
    found = [("Ada", Row(1)), ("Ada", Row(2)), ("Ben", Row(3))]
    assert all_of(items("chats"), dumped(content), Row) == (found, None)


def test_items_that_do_not_fit_are_broken_one_by_one():
    content = {"chats": {"Ada": [{"a": "x"}, {"a": 2}], "Ben": 7}}
    found = [Broken("ValidationError"), ("Ada", Row(2)), Broken("ValidationError")]
    assert all_of(items("chats"), dumped(content), Row) == (found, None)


def test_items_that_end_too_early_keep_what_is_whole():
    content = dumped({"chats": {"Ada": [{"a": 1}], "Ben": [{"a": 2}, {"a": 3}]}})[:-5]
    found = [("Ada", Row(1)), ("Ben", Row(2))]
    assert all_of(items("chats"), content, Row) == (found, CutOff)


def test_records_that_do_not_fit_their_type_are_broken_one_by_one():
    content = dumped([{"a": 1}, {"a": None}, {"b": "x"}, 7, {"a": 2, "c": [1]}])
    broken = Broken("ValidationError")
    assert all_of(either(), content, Row) == ([Row(1), broken, broken, broken, Row(2)], None)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (rb"moon \ud83c", "moon \ufffd"),
        (rb"\udf19 moon", "\ufffd moon"),
        (rb"\ud83c\ud83c\udf19", "\ufffd\U0001f319"),
        (rb"\\ud83c \ud83c", "\\ud83c \ufffd"),
        (rb"\uD83C\uDF19 \uD83C", "\U0001f319 \ufffd"),
        (b"caf\xe9", "caf\ufffd"),
        (b"\xff\xfe", "\ufffd\ufffd"),
    ],
)
@pytest.mark.parametrize("row", [Any, Row])
def test_letters_that_are_none_cost_no_record(written, read, row):
    content = b'[{"a": 1, "b": "whole"}, {"a": 2, "b": "%s"}, {"a": 3}]' % written
    found, error = all_of(either(), content, row)
    assert error is None
    assert len(found) == 3
    assert (found[1]["b"] if row is Any else found[1].b) == read
    kept, error = all_of(
        under("key"), b'{"key": ' + content + b', "head": "' + written + b'"}', row
    )
    assert (kept, error) == (found, None)


def test_what_needs_no_mending_cannot_be_mended():
    with pytest.raises(NotJson):
        mended(rb'["\\ud83c \ud83c\udf19 caf\u00e9"]')


def test_the_head_is_what_stands_beside_the_list():
    shape = under("rows", head=("title", "missing"))
    table = shape(file(b'{"Title": "caf\xe9", "rows": [{"a": 1}]}'), Any)
    assert table.head == {"title": "caf\ufffd"}


@given(st.binary(max_size=40))
def test_what_an_object_begins_with_is_never_an_error(content):
    assert isinstance(begun(b"{" + content), dict)


@pytest.mark.thorough
@given(st.dictionaries(TRICKY, st.integers() | TRICKY | st.lists(TRICKY), max_size=4))
def test_a_whole_object_is_found_whole(entries):
    found = begun(dumped(entries))
    assert {key: json.loads(bytes(raw)) for key, raw in found.items()} == entries
