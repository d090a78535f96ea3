"""The app as it runs: a server on loopback in a thread, and requests that go to it for real."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection  # noqa: TID251 - a client that may lie about who it is
from pathlib import Path

from parasocial.jobs.incoming import run_folder
from parasocial.web.app import Run, app
from parasocial.web.guard import new_key
from parasocial.web.serve import address, bound, server_of


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True)
class Running:
    """One run of the app."""

    run: Run
    url: str
    host: str
    key: str

    def ask(
        self, path: str, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> Answer:
        """Ask for *path* below the key; a change says where it comes from unless told otherwise."""
        return self.raw(f"/{self.key}{path}", method, body, **headers)

    def raw(
        self, path: str, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> Answer:
        said = {name.replace("_", "-"): value for name, value in headers.items()}
        if method not in ("GET", "HEAD"):
            said.setdefault("Origin", f"http://{self.host}")
        client = HTTPConnection(self.host, timeout=20)
        try:
            client.putrequest(method, path, skip_host="Host" in said)
            for name, value in {"Content-Length": str(len(body or b"")), **said}.items():
                if value:
                    client.putheader(name, value)
            client.endheaders(body)
            answer = client.getresponse()
            return Answer(
                answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
            )
        finally:
            client.close()


@contextmanager
def running(folder: Path) -> Iterator[Running]:
    """The app with its ledger in *folder*."""
    with run_folder(folder / "incoming") as here:
        opened, ready, key = bound(), threading.Event(), new_key()
        host = address(opened).removeprefix("http://")
        run = Run(folder / "me.ledger", here)
        server = server_of(app(run, (host, host.replace("127.0.0.1", "localhost")), key), ready.set)
        thread = threading.Thread(target=server.run, args=([opened],))
        thread.start()
        assert ready.wait(10)
        try:
            yield Running(run, f"http://{host}/{key}/", host, key)
        finally:
            server.should_exit = True
            thread.join(10)
            assert not thread.is_alive()
