"""The one socket: it takes a free port, says where it is, and waits for nobody for ever."""

import socket  # noqa: TID251 - a client that speaks badly on purpose
import threading
from collections.abc import Iterator

import pytest

from parasocial.errors import AddressTaken
from parasocial.web import heads, serve

pytestmark = pytest.mark.thorough


async def hello(scope, receive, send) -> None:
    if scope["type"] == "lifespan":
        for said in ("startup", "shutdown"):
            await receive()
            await send({"type": f"lifespan.{said}.complete"})
        return
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"hello"})


@pytest.fixture(params=["plain", "quick"])
def port(request, monkeypatch) -> Iterator[int]:
    monkeypatch.setattr(heads, "HEAD_SECONDS", 0.1)
    opened, ready = serve.bound(), threading.Event()
    server = serve.server_of(hello, ready.set, quick=request.param == "quick")
    thread = threading.Thread(target=server.run, args=([opened],))
    thread.start()
    assert ready.wait(5)
    yield opened.getsockname()[1]
    server.should_exit = True
    thread.join(5)
    assert not thread.is_alive()


def said(port: int, *parts: bytes) -> bytes:
    with socket.create_connection((serve.LOOPBACK, port), timeout=5) as client:
        for part in parts:
            client.sendall(part)
        answer = b""
        while more := client.recv(4096):
            answer += more
        return answer


def test_it_answers_and_names_nothing(port) -> None:
    answer = said(port, b"GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
    assert answer.endswith(b"hello\r\n0\r\n\r\n")
    assert b"server:" not in answer.lower()


def test_a_head_that_does_not_come_is_cut(port) -> None:
    assert said(port) == b""
    assert said(port, b"GET / HTTP/1.1\r\nhost:") == b""


def test_a_second_head_is_cut_too(port) -> None:
    with socket.create_connection((serve.LOOPBACK, port), timeout=5) as client:
        client.sendall(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n")
        answer = b""
        while not answer.endswith(b"0\r\n\r\n"):
            answer += client.recv(4096)
        client.sendall(b"GET / HT")
        assert client.recv(4096) == b""


def test_a_head_without_end_is_cut(port, monkeypatch) -> None:
    monkeypatch.setattr(heads, "HEAD_SECONDS", 60)
    with socket.create_connection((serve.LOOPBACK, port), timeout=5) as client:
        client.sendall(b"GET / HTTP/1.1\r\n")
        with pytest.raises(OSError):  # noqa: PT012 - whichever of the sends it is
            for _ in range(1_000):
                client.sendall(b"x: " + b"y" * 10_000 + b"\r\n")


def test_a_port_in_use_is_an_error() -> None:
    opened = serve.bound()
    opened.listen()
    with pytest.raises(AddressTaken, match="--port"):
        serve.bound(port=opened.getsockname()[1])
    opened.close()


def test_the_address_has_the_port_that_was_taken() -> None:
    opened = serve.bound()
    assert serve.address(opened) == f"http://127.0.0.1:{opened.getsockname()[1]}"
    opened.close()
