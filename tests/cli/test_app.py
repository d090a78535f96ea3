"""``parasocial app`` as a process: its address, its folder, and how it ends."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection  # noqa: TID251 - asks the app on loopback
from pathlib import Path
from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.thorough


@contextmanager
def started(folder: Path, *more: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    command = [sys.executable, "-m", "parasocial", "app", "--no-browser", *more]
    env = {**os.environ, "PARASOCIAL_LEDGER": str(folder / "me.ledger")}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env
    ) as app:
        try:
            yield app, app.stdout.readline().strip()
        finally:
            app.kill()


def status(address: str) -> int:
    at = urlsplit(address)
    client = HTTPConnection(at.netloc, timeout=20)
    client.request("GET", at.path)
    try:
        return client.getresponse().status
    finally:
        client.close()


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_it_starts_answers_and_ends_without_a_trace(tmp_path, told) -> None:
    with started(tmp_path) as (app, address):
        assert address.startswith("http://127.0.0.1:")
        assert status(address) == 200
        assert len(list((tmp_path / "incoming").glob("run-*"))) == 1
        app.send_signal(told)
        out, said = app.communicate(timeout=30)
    assert app.returncode == 0
    assert out == ""
    assert said == "Only this computer can open it. Ctrl+C ends it.\n"
    assert list((tmp_path / "incoming").glob("run-*")) == []


def test_two_at_once_and_a_port_that_is_taken(tmp_path) -> None:
    with started(tmp_path) as (_, one), started(tmp_path) as (_, two):
        assert status(one) == status(two) == 200
        port = str(urlsplit(one).port)
        with started(tmp_path, "--port", port) as (app, _):
            _, said = app.communicate(timeout=30)
        assert app.returncode == 1
        assert "another with --port" in said
