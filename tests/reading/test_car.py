"""A repository is read whole whatever the order of its blocks, and damage never makes a record."""

import math
import random
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parasocial.reading import Broken
from parasocial.reading.car import Entry, NotCar, commit, repository
from parasocial.reading.dag_cbor import NotCbor, decoded
from parasocial.reading.halves import CutOff
from parasocial.reading.model import UNREADABLE
from reading.cars import Link, block, car, cbor, cid, framed, tree
from reading.held import file

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**64), 2**64 - 1)
    | st.floats(allow_nan=False)
    | TEXTS
    | st.binary(),
    lambda inner: st.lists(inner, max_size=30) | st.dictionaries(TEXTS, inner, max_size=30),
)
RECORDS = {f"app.example.note/{n:05}": {"text": "x" * (n % 300), "n": n} for n in range(200)}


def read(content: bytes) -> tuple[dict[str, Any], list[str], type[Exception] | None]:
    """The records by their keys, the errors of those that failed, and why the reading stopped."""
    found: dict[str, Any] = {}
    failed: list[str] = []
    try:
        for batch in repository(file(content), None).batches:
            for it in batch:
                if isinstance(it, Broken):
                    failed.append(it.error)
                else:
                    assert isinstance(it, Entry)
                    assert it.key not in found
                    found[it.key] = it.value
    except UNREADABLE as error:
        return found, failed, type(error)
    return found, failed, None


@pytest.mark.thorough
@given(VALUES)
def test_a_value_comes_back(value: Any) -> None:
    assert decoded(cbor(value)) == value


@pytest.mark.thorough
@given(VALUES, st.data())
def test_a_value_that_is_cut_off_or_goes_on_is_refused(value: Any, data: st.DataObject) -> None:
    content = cbor(value)
    with pytest.raises(NotCbor):
        decoded(content[: data.draw(st.integers(0, len(content) - 1))])
    with pytest.raises(NotCbor):
        decoded(content + b"\0")


@given(st.binary())
def test_any_bytes_are_a_value_or_refused(content: bytes) -> None:
    try:
        decoded(content)
    except NotCbor:
        return


def test_a_link_is_the_bytes_of_its_cid() -> None:
    assert decoded(cbor({"way": cid(b"x")})) == {"way": bytes(cid(b"x"))}


def test_a_float_is_a_float() -> None:
    assert math.isclose(decoded(cbor(2.5)), 2.5)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"\x81" * 33 + b"\0", id="too deep"),
        pytest.param(b"\x81" * 100_000, id="far too deep"),
        pytest.param(b"\x9b" + b"\xff" * 8, id="a list of 2**64"),
        pytest.param(b"\xbb" + b"\xff" * 8, id="a map of 2**64"),
        pytest.param(b"\x7b" + b"\xff" * 8, id="a text of 2**64"),
        pytest.param(b"\x9f\0\xff", id="a list of unknown length"),
        pytest.param(b"\x7f\x61a\xff", id="a text of unknown length"),
        pytest.param(b"\xa1\0\0", id="a key that is a number"),
        pytest.param(b"\xa1\x41a\0", id="a key that is bytes"),
        pytest.param(b"\xa2\x61a\0\x61a\1", id="a key twice"),
        pytest.param(b"\xa1\x61\xff\0", id="a key that is no text"),
        pytest.param(b"\x61\xff", id="no text"),
        pytest.param(b"\xc0\x61a", id="a tag that is no link"),
        pytest.param(b"\xd8\x2a\x61a", id="a link that is a text"),
        pytest.param(b"\xd8\x2a\x41\1", id="a link in another base"),
        pytest.param(b"\xd8\x2a" * 50 + b"\x41\0", id="links in links"),
        pytest.param(b"\xf9\x3c\0", id="a half float"),
        pytest.param(b"\xf7", id="undefined"),
        pytest.param(b"\x1c", id="a number of no width"),
    ],
)
def test_what_is_not_dag_cbor_is_refused(content: bytes) -> None:
    with pytest.raises(NotCbor):
        decoded(content)


def test_every_record_is_read_with_its_key() -> None:
    content = car(RECORDS, did="did:plc:mila", rev="3krnobuct222b")
    assert read(content) == (RECORDS, [], None)
    assert repository(file(content), None).head == {"did": "did:plc:mila"}
    assert commit(file(content))["rev"] == "3krnobuct222b"


@given(st.randoms(use_true_random=False), st.integers(1, 40))
def test_the_order_of_blocks_does_not_matter(order: random.Random, count: int) -> None:
    records = dict(list(RECORDS.items())[:count])
    contents = {key: cbor(value) for key, value in records.items()}
    nodes = [*tree([(key, cid(it)) for key, it in contents.items()])]
    top = cbor({"did": "did:plc:mila", "version": 3, "data": cid(nodes[0]), "prev": None})
    blocks = [block(it) for it in (top, *nodes, *contents.values())]
    order.shuffle(blocks)
    content = framed(cbor({"roots": [cid(top)], "version": 1})) + b"".join(blocks)
    assert read(content) == (records, [], None)
    assert commit(file(content))["did"] == "did:plc:mila"


def test_records_that_are_alike_are_two() -> None:
    records = {"app.example.note/1": {"n": 1}, "app.example.note/2": {"n": 1}}
    records |= {"app.example.note/3": {"n": 1}}
    assert read(car(records)) == (records, [], None)


def test_what_the_tree_has_left_is_the_past() -> None:
    gone = cbor({"n": "gone"})
    past = [cbor({"n": "never in a tree"}), *tree([("app.example.note/9", cid(gone))]), gone]
    assert read(car(RECORDS, past=past)) == (RECORDS, [], None)


def test_an_empty_repository_holds_nothing() -> None:
    assert read(car({})) == ({}, [], None)


@given(st.integers(0, 10**9), st.integers(0, 7))
def test_one_flipped_bit_never_makes_a_record(at: int, bit: int) -> None:
    content = bytearray(car(dict(list(RECORDS.items())[:30])))
    at %= len(content)
    content[at] ^= 1 << bit
    found, failed, _ = read(bytes(content))
    assert found.items() <= RECORDS.items()
    # A record can be lost with the node that names it; then the node is what failed.
    assert len(found) == 30 or failed


@given(st.integers(0, 10**9))
def test_a_file_that_is_cut_off_tells_what_it_holds(at: int) -> None:
    whole = car(dict(list(RECORDS.items())[:30]))
    found, failed, why = read(whole[: at % len(whole)])
    assert found.items() <= RECORDS.items()
    assert len(found) < 30
    assert failed
    assert why in (CutOff, None)


def test_what_stands_before_a_cut_is_read() -> None:
    content = car(RECORDS)
    found, failed, why = read(content[:-10])
    assert (len(found), failed, why) == (199, ["MissingBlock"], CutOff)


def test_where_a_node_is_missing_the_others_still_name_their_records() -> None:
    contents = {key: cbor(value) for key, value in RECORDS.items()}
    nodes = [*tree([(key, cid(it)) for key, it in contents.items()])]
    top = cbor({"did": "did:plc:mila", "data": cid(nodes[0])})
    header = framed(cbor({"roots": [cid(top)], "version": 1}))
    blocks = [block(it) for it in (top, *nodes[1:], *contents.values())]
    found, failed, why = read(header + b"".join(blocks))
    lost = decoded(nodes[0])["e"]
    assert (len(found), failed, why) == (200 - len(lost), ["MissingBlock"], None)


def rooted(node: bytes, *others: bytes) -> bytes:
    """A repository whose tree begins with *node*."""
    top = cbor({"did": "did:plc:mila", "data": cid(node)})
    header = framed(cbor({"roots": [cid(top)], "version": 1}))
    return header + b"".join(map(block, (top, node, *others)))


def entry(**more: Any) -> Mapping[str, Any]:
    return {"p": 0, "k": b"app.example.note/1", "v": cid(cbor({"n": 1})), "t": None} | more


@pytest.mark.parametrize(
    "node",
    [
        pytest.param({"e": [entry(p="0")], "l": None}, id="a prefix that is a text"),
        pytest.param({"e": [entry(k="app")], "l": None}, id="a key that is a text"),
        pytest.param({"e": [entry(k=b"\xff")], "l": None}, id="a key that is no text"),
        pytest.param({"e": [entry(k=b"x" * 2_000)], "l": None}, id="a key without end"),
        pytest.param({"e": [entry(v={})], "l": None}, id="a value that is no link"),
        pytest.param({"e": [1], "l": None}, id="an entry that is a number"),
        pytest.param({"e": 1, "l": None}, id="entries that are a number"),
        pytest.param({"e": [], "x": None}, id="no left"),
        pytest.param({"e": [], "l": []}, id="a way that is a list"),
        pytest.param({"e": [entry(t=1)], "l": None}, id="a way that is a number"),
    ],
)
def test_a_node_that_makes_no_sense_counts_as_missing(node: Mapping[str, Any]) -> None:
    found, failed, why = read(rooted(cbor(node), cbor({"n": 1})))
    assert (failed, why) == (["MissingBlock"], None)
    assert found in ({}, {"app.example.note/1": {"n": 1}})


@pytest.mark.thorough
def test_keys_that_swell_are_refused_early() -> None:
    swelling = [entry(k=b"x" * 1_000)] + [entry(p=10**6, k=b"y" * 9)] * 50_000
    failed = read(rooted(cbor({"e": swelling, "l": None})))[1]
    assert 0 < len(failed) < 9


def test_a_record_that_is_no_dag_cbor_fails_alone() -> None:
    node = cbor({"e": [entry(v=cid(b"\xff"))], "l": None})
    assert read(rooted(node, b"\xff")) == ({}, ["NotCbor"], None)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(framed(cbor({"roots": [], "version": 1})), id="no root"),
        pytest.param(framed(cbor({"roots": [Link(b"\1")], "version": 2})), id="version 2"),
        pytest.param(framed(cbor([])), id="no header"),
        pytest.param(car({})[:99], id="cut"),
    ],
)
def test_a_file_without_its_root_has_no_commit(content: bytes) -> None:
    assert "rev" not in commit(file(content))


@pytest.mark.parametrize("length", [b"\0", b"\xff\xff\xff\x7f", b"\xff\xff\xff\xff\x01"])
def test_a_block_of_no_length_or_too_long_ends_the_reading(length: bytes) -> None:
    found, failed, why = read(car(RECORDS) + length + b"x" * 9)
    assert (found, failed, why) == (RECORDS, [], NotCar)
