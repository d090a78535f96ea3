"""How quickly the app answers: its start, the example, and every filter on a large ledger.

The app runs as anybody's would, in a process of its own, and is asked by real requests.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection  # noqa: TID251 - it asks the app on loopback
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from million import write
from outcome import Target, keep

FILTERS = ("span=year", "span=quarter", "span=week", "platform=youtube", "kind=persona")


def main() -> None:
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("--rows", type=int, default=1_000_000, help="interactions in the ledger")
    asked = said.parse_args()
    with TemporaryDirectory() as folder:
        ledger = Path(folder) / "me.ledger"
        write(ledger, asked.rows)
        with running(ledger) as (app, started):
            targets = [Target("start to the first page, seconds", started, 2)]
            targets += example(app)
            targets += filters(app, asked.rows)
    keep("app", {}, targets)


@contextmanager
def running(ledger: Path) -> Iterator[tuple[str, float]]:
    """The app's address, and the seconds from its start to its first page."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "parasocial", "app", "--no-browser", "--ledger", str(ledger)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        line = process.stdout.readline() if process.stdout else b""
        address = line.decode().strip()
        ask(address, "")
        try:
            yield address, time.perf_counter() - began
        finally:
            process.terminate()


def ask(address: str, path: str, method: str = "GET") -> tuple[bytes, str, float]:
    """The answer, where it sends one on, and the seconds until all of it was there."""
    at = urlsplit(address)
    began = time.perf_counter()
    client = HTTPConnection(at.netloc, timeout=600)
    client.request(method, f"{at.path}{path}", headers={"Origin": f"http://{at.netloc}"})
    answer = client.getresponse()
    body = answer.read()
    client.close()
    if answer.status >= 400:
        raise SystemExit(f"{path}: {answer.status}")
    sent_on = answer.headers.get("Location", "").removeprefix(at.path)
    return body, sent_on, time.perf_counter() - began


def example(address: str) -> list[Target]:
    """From pressing the button to the page of the example, and to the first word of progress."""
    began = time.perf_counter()
    _, at, _ = ask(address, "example", "POST")
    first = first_event(address, f"{at}/events") - began
    while json.loads(last_event(address, f"{at}/events"))["state"] != "done":
        pass
    ask(address, "b/example/")
    whole = time.perf_counter() - began
    return [
        Target("the first event of progress, seconds", first, 1),
        Target("the example, from button to page, seconds", whole, 5),
    ]


def first_event(address: str, path: str) -> float:
    """When the first event came."""
    at = urlsplit(address)
    client = HTTPConnection(at.netloc, timeout=600)
    client.request("GET", f"{at.path}{path}")
    answer = client.getresponse()
    while not answer.readline().startswith(b"data:"):
        pass
    when = time.perf_counter()
    client.close()
    return when


def last_event(address: str, path: str) -> str:
    """The last event of a stream, which ends with its import or after a while."""
    body, _, _ = ask(address, path)
    return [line[6:] for line in body.decode().splitlines() if line.startswith("data: ")][-1]


def filters(address: str, rows: int) -> list[Target]:
    """The first look, which makes the sums, and then every filter."""
    _, _, look = ask(address, "b/me/")
    times = {
        query: statistics.median(ask(address, f"b/me/?{query}")[2] for _ in range(3))
        for query in FILTERS
    }
    for query, seconds in times.items():
        print(f"{seconds:8.2f} s  {query}")
    print(f"{look:8.2f} s  first look at {rows:,} interactions")
    return [Target(f"the slowest filter at {rows:,} interactions, seconds", max(times.values()), 1)]


if __name__ == "__main__":
    os.environ.pop("PARASOCIAL_LEDGER", None)
    main()
