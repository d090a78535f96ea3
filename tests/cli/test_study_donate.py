"""``study donate``: everything is shown first, nothing leaves without a yes, and it comes back."""

import json
import threading
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from parasocial.study import send
from parasocial.study.donation import Request
from parasocial.study.instrument import form_of, ready
from parasocial.study.plan import Asks, Study
from parasocial.study.store import open_store
from parasocial.study.store.reading import donations
from parasocial.web.collector import Collector, collector
from parasocial.web.serve import address, bound, server_of
from study.donated import ABOUT, REQUEST, report

pytestmark = pytest.mark.thorough


@pytest.fixture
def files(tmp_path) -> Path:
    (tmp_path / "report.json").write_bytes(report())
    (tmp_path / "request.json").write_bytes(msgspec.json.encode(REQUEST))
    return tmp_path


@pytest.fixture
def unsent(monkeypatch) -> None:
    """No connection is made; the test fails where one would be."""

    def never(*_):
        pytest.fail("something was about to be sent")

    monkeypatch.setattr(send, "_line", never)


@pytest.fixture
def study(tmp_path) -> Iterator[Collector]:
    opened, started = bound(), threading.Event()
    here = address(opened)
    asks = Asks(("ties", "one_way_share", "pattern"), here)
    plan = Study(name="invented", languages=("en",), about=ABOUT, donation=asks)
    form = form_of(ready()[0], ABOUT, ["en"], {})
    made = Collector(plan, form, open_store(str(tmp_path / "answers.store")))
    server = server_of(collector(made, [here.removeprefix("http://")]), started.set)
    thread = threading.Thread(target=server.run, args=([opened],))
    thread.start()
    assert started.wait(10)
    yield made
    server.should_exit = True
    thread.join(10)


ARGUMENTS = ("study", "donate", "request.json", "--report", "report.json")


def test_all_of_it_is_shown_and_a_file_is_written(cli, files, unsent) -> None:
    ran = cli(*ARGUMENTS, "-o", "given.json", "--leave-out", "ties", "--leave-out", "pattern")
    assert ran.code == 0
    raw = Path("given.json").read_bytes()
    assert f"{raw.decode()}\nSHA-256: {sha256(raw).hexdigest()}" in ran.out
    found = json.loads(raw)
    assert found["left_out"] == 2
    assert "ties" not in found["measures"]
    for name, value in found["measures"].items():
        assert f'"{name}": {json.dumps(value)}' in ran.out
    assert "Who asks: An invented group" in ran.out
    assert "CANARY" not in ran.out + ran.err + raw.decode()
    assert "Nothing was sent" in ran.err


def test_without_a_yes_nothing_leaves(cli, files, unsent) -> None:
    ran = cli(*ARGUMENTS)
    assert (ran.code, "It would go to https://study.example" in ran.out) == (2, True)
    assert "--yes" in ran.err
    assert list(files.glob("*.receipt.json")) == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--leave-out", "names"), "there is months, ties"),
        (("--join", "12"), "32 digits"),
        (tuple(f"--leave-out={it}" for it in REQUEST.asks), "Everything was left out"),
    ],
)
def test_what_goes_wrong_is_said(cli, files, unsent, arguments, says) -> None:
    ran = cli(*ARGUMENTS, "--yes", *arguments)
    assert ran.code in (1, 2)
    assert says in ran.err


def test_only_an_address_with_https_is_written_to(cli, files) -> None:
    plain = Request(REQUEST.study, ABOUT, REQUEST.asks, "http://study.example")
    Path("request.json").write_bytes(msgspec.json.encode(plain))
    ran = cli(*ARGUMENTS, "--yes")
    assert (ran.code, "no https" in ran.err) == (1, True)


def test_given_and_taken_back(cli, files, study) -> None:
    Path("request.json").write_bytes(msgspec.json.encode(study.request))
    ran = cli(*ARGUMENTS, "--yes", "--receipt", "mine.json", "--join", "c" * 32)
    assert (ran.code, ran.last) == (0, str(Path("mine.json").absolute()))
    [raw] = donations(study.store)
    assert raw.decode() in ran.out
    assert f"SHA-256: {sha256(raw).hexdigest()}" in ran.out
    assert f"SHA-256 of what arrived: {sha256(raw).hexdigest()}" in ran.out
    receipt = json.loads(Path("mine.json").read_text())
    assert receipt["hash"] == sha256(raw).hexdigest()
    assert Path("mine.json").stat().st_mode & 0o777 == 0o600
    back = cli("study", "donate", "mine.json", "--take-back", "--yes")
    assert (back.code, donations(study.store)) == (0, [])
    Path("mine.json").write_text(json.dumps(receipt | {"token": "0" * 64}))
    wrong = cli("study", "donate", "mine.json", "--take-back", "--yes")
    assert (wrong.code, "refused (404)" in wrong.err) == (1, True)


def test_an_address_that_does_not_answer(cli, files) -> None:
    opened = bound()
    here = address(opened)
    opened.close()
    gone = Request(REQUEST.study, ABOUT, REQUEST.asks, here)
    Path("request.json").write_bytes(msgspec.json.encode(gone))
    ran = cli(*ARGUMENTS, "--yes")
    assert (ran.code, "did not answer" in ran.err) == (1, True)


def test_a_report_of_something_else(cli, files, unsent) -> None:
    Path("report.json").write_text("{}")
    assert "cannot be understood" in cli(*ARGUMENTS, "--yes").err
    Path("request.json").write_text("{}")
    assert "no study's request" in cli(*ARGUMENTS, "--yes").err
    assert "no receipt" in cli("study", "donate", "report.json", "--take-back", "--yes").err
