"""What can be given, how coarse it is, and what may be shown of it."""

import json
from hashlib import sha256

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parasocial.jobs.donating import from_json
from parasocial.study.donation import (
    MEASURES,
    Donation,
    canonical,
    measured,
    problems,
    read_request,
    released,
)
from parasocial.study.donation.giving import BadRequest
from parasocial.study.donation.release import K
from study.donated import REQUEST, report

VALUES = {
    "months": 12, "ties": "30 to 99", "parasocial_ties": "10 to 29", "reciprocal_ties": "1 to 9",
    "hours_a_week": 9.5, "one_way_share": 0.6, "reciprocal_share": 0.2,
    "posts_a_week": "hardly any", "pattern": "lurker",
}  # fmt: skip


def donation(**measures) -> Donation:
    return Donation("invented", REQUEST.fingerprint, "2026-11", measures)


def test_measures_are_coarse() -> None:
    found = measured(from_json(report()), REQUEST.asks)
    assert {it.name: it.value for it in found} == VALUES
    assert "CANARY" not in str(found)
    assert all(it.sentence.endswith(".") for it in found)


def test_what_cannot_be_told_is_not_offered() -> None:
    nothing = report(
        window={"from": None, "to": None}, one_way_share={"point": None},
        type={"name": "cannot_be_told"},
    )  # fmt: skip
    names = {it.name for it in measured(from_json(nothing), REQUEST.asks)}
    assert {"months", "one_way_share", "pattern", "posts_a_week"}.isdisjoint(names)


@given(st.floats(0, 1), st.floats(0, 400), st.integers(0, 5_000), st.floats(0, 100))
def test_whatever_a_report_says_can_be_given(share, hours, ties, posts) -> None:
    totals = {"ties": ties, "by_class": {"parasocial": ties}, "weekly_hours": {"point": hours}}
    made = report(
        one_way_share={"point": share}, totals=totals, type={"name": "mixed", "posts_a_week": posts}
    )
    for it in measured(from_json(made), REQUEST.asks):
        assert MEASURES[it.name].can_be(it.value)
        again = json.loads(json.dumps(it.value))
        assert MEASURES[it.name].can_be(again)


def test_the_bytes_are_the_only_ones() -> None:
    raw = canonical(donation(**VALUES))
    assert problems(raw, REQUEST) == donation(**VALUES)
    assert canonical(donation(**dict(reversed(VALUES.items())))) == raw
    assert problems(raw.replace(b":", b": ", 1), REQUEST) == "This is no donation in its own bytes."


@pytest.mark.parametrize(
    ("measures", "more", "says"),
    [
        ({"one_way_share": 0.61}, {}, "cannot be given"),
        ({"one_way_share": 1.05}, {}, "cannot be given"),
        ({"one_way_share": True}, {}, "no donation"),
        ({"ties": "34"}, {}, "cannot be given"),
        ({"months": 0}, {}, "cannot be given"),
        ({"name": "CANARY"}, {}, "cannot be given"),
        ({}, {}, "cannot be given"),
        ({"ties": "none"}, {"study": "other"}, "newest request"),
        ({"ties": "none"}, {"request": "0" * 64}, "newest request"),
        ({"ties": "none"}, {"month": "2026-11-02"}, "no donation"),
        ({"ties": "none"}, {"more": 1}, "no donation"),
        ({"ties": "none"}, {"response": "x"}, "no donation"),
    ],
)
def test_what_is_no_donation(measures, more, says) -> None:
    raw = json.dumps(
        msgspec.to_builtins(donation(**measures)) | more, separators=(",", ":")
    ).encode()
    found = problems(raw, REQUEST)
    assert isinstance(found, str)
    assert says in found
    assert "CANARY" not in found


@pytest.mark.parametrize("raw", [b"", b"{", b"[" * 9_000, b'{"schema":"x"}', b"\xff"])
def test_what_is_no_request(raw) -> None:
    with pytest.raises(BadRequest):
        read_request(raw)
    assert isinstance(problems(raw, REQUEST), str)


def test_a_request_asks_for_nothing_else() -> None:
    said = msgspec.to_builtins(REQUEST)
    assert read_request(json.dumps(said).encode()).fingerprint == REQUEST.fingerprint
    with pytest.raises(BadRequest, match="names cannot be given"):
        read_request(json.dumps(said | {"asks": ["names"]}).encode())
    with pytest.raises(BadRequest):
        read_request(json.dumps(said | {"address": "file:///etc"}).encode())


def many(**counts: int) -> list[Donation]:
    return [donation(ties=name.replace("_", " ")) for name, n in counts.items() for _ in range(n)]


def shown(donations) -> dict:
    return {it.value: it.people for it in released(donations)}


def test_few_are_not_shown() -> None:
    assert shown(many(none=9)) == {}
    assert shown(many(none=10)) == {"none": 10}
    hidden = many(**{"none": 40, "1_to_9": 30, "10_to_29": 9})
    assert shown(hidden) == {"none": 40, None: None}


@given(
    st.dictionaries(
        st.sampled_from(["none", "1 to 9", "10 to 29", "30 to 99", "100 or more"]),
        st.integers(1, 40),
    )
)
def test_nothing_that_is_not_shown_can_be_had_from_the_total(counts) -> None:
    rows = released([donation(ties=name) for name, n in counts.items() for _ in range(n)])
    seen = {it.value: it.people for it in rows if it.value is not None}
    assert all(people >= K for people in seen.values())
    left = {name: n for name, n in counts.items() if name not in seen}
    assert not (left and rows) or (len(left) > 1 and sum(left.values()) >= K)
    assert sum(counts.values()) >= K or rows == []


def test_the_hash_is_of_the_bytes() -> None:
    raw = canonical(donation(ties="none"))
    assert (
        sha256(raw).hexdigest()
        == sha256(canonical(msgspec.json.decode(raw, type=Donation))).hexdigest()
    )
