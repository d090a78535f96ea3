"""Donations at the collector: taken once, in their own bytes, and taken back by their giver."""

from collections.abc import Iterator
from hashlib import sha256

import pytest

from parasocial.study.donation import Donation, canonical
from parasocial.study.plan import Asks
from parasocial.study.store import open_store
from parasocial.study.store.reading import donations
from parasocial.web.collector import Collector, collector
from web.collector.asking import Asking, asking
from web.collector.conftest import FORM, HOST, STUDY

ONE, TOKEN = "a" * 32, "b" * 64
HASH = sha256(TOKEN.encode()).hexdigest()
ASKING = type(STUDY)(
    name=STUDY.name, languages=STUDY.languages, about=STUDY.about,
    donation=Asks(("ties", "one_way_share"), "https://study.example"),
)  # fmt: skip


@pytest.fixture
def taking(address: str) -> Iterator[Collector]:
    made = Collector(ASKING, FORM, open_store(address))
    yield made
    made.close()


@pytest.fixture
def ask(taking: Collector) -> Iterator[Asking]:
    with asking(collector(taking, [HOST]), HOST) as client:
        yield client


def given(taking: Collector, **measures) -> bytes:
    return canonical(Donation("invented", taking.request.fingerprint, "2026-11", measures))


def put(ask, raw: bytes, token: str = HASH, name: str = ONE):
    return ask.put(f"/d/{name}", raw, headers={"withdrawal": token})


def test_given_once_and_taken_back(ask, taking) -> None:
    raw = given(taking, ties="none")
    first = put(ask, raw)
    assert (first.status_code, first.json()) == (201, {"hash": sha256(raw).hexdigest()})
    assert put(ask, raw).status_code == 200
    assert put(ask, given(taking, ties="1 to 9")).status_code == 409
    assert donations(taking.store) == [raw]
    assert ask.delete(f"/d/{ONE}", headers={"withdrawal": "c" * 64}).status_code == 404
    assert ask.delete(f"/d/{ONE}", headers={"withdrawal": TOKEN}).status_code == 200
    assert donations(taking.store) == []
    assert put(ask, raw).status_code == 410


def test_the_token_itself_is_not_in_the_store(ask, taking) -> None:
    put(ask, given(taking, ties="none"))
    assert ask.delete(f"/d/{ONE}", headers={"withdrawal": HASH}).status_code == 404


def test_what_cannot_be_given_is_refused(ask, taking) -> None:
    assert put(ask, given(taking, one_way_share=0.123)).status_code == 422
    assert put(ask, given(taking, months=3)).status_code == 422
    assert put(ask, b"{}").status_code == 422
    assert put(ask, b" " * 9_000).status_code == 413
    assert put(ask, given(taking, ties="none"), "x").status_code == 400
    assert put(ask, given(taking, ties="none"), name="x").status_code == 404
    assert donations(taking.store) == []


def test_what_is_asked_for_can_be_had(ask, taking) -> None:
    assert ask.get("/request.json").json()["asks"] == ["ties", "one_way_share"]
    assert '"asks": true' in ask.get("/").text


def test_a_study_that_asks_for_nothing_takes_nothing(asked) -> None:
    assert asked.get("/request.json").status_code == 404
    assert asked.put(f"/d/{ONE}", b"{}", headers={"withdrawal": HASH}).status_code == 404
