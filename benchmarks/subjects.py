"""What is timed, one subject per process: `python subjects.py NAME [PATH]` prints its figures.

Nothing is imported before the clock starts, so that a subject pays for what it loads.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any


class Clock:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.stages: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Add what happens inside to the stage *name*."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.stages[name] = self.stages.get(name, 0) + time.perf_counter() - start

    def timed(self, name: str, it: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, timed as part of the stage *name*."""

        def call(*args: Any, **more: Any) -> Any:
            with self.stage(name):
                return it(*args, **more)

        return call


def read(path: Path, clock: Clock, *me: str) -> int:
    """An export into a new ledger file, until the file is closed."""
    from parasocial.jobs.read import Outcome, Wanted, read_into
    from parasocial.ledger import Ledger

    with (
        TemporaryDirectory(dir=path.parent) as folder,
        Ledger(Path(folder) / "it") as ledger,
        clock.stage("read"),
    ):
        found = read_into(ledger, [path], Wanted(me=me))
    return sum(it.tally.read for it in found if isinstance(it, Outcome))


def decode(path: Path, clock: Clock) -> int:
    """`orjson.loads` of bytes that are in memory already; only that is timed."""
    import orjson

    content = path.read_bytes()
    with clock.stage("loads"):
        found = orjson.loads(content)
    return len(found["messages"] if isinstance(found, dict) else found)


def decode_uncollected(path: Path, clock: Clock) -> int:
    """The same with Python's garbage collector off."""
    import gc

    gc.disable()
    return decode(path, clock)


def bare_json(path: Path, clock: Clock) -> int:
    """`orjson.loads` of a file in memory, without what stands before it in a script."""
    import orjson

    content = path.read_bytes()
    start = min(it for it in (content.find(b"["), content.find(b"{")) if it >= 0)
    with clock.stage("loads"):
        orjson.loads(memoryview(content)[start:] if path.suffix == ".js" else content)
    return 1


def bare_csv(path: Path, clock: Clock) -> int:
    """`csv.reader` over a text in memory."""
    import csv

    lines = path.read_text().splitlines()
    with clock.stage("reader"):
        return sum(1 for _ in csv.reader(lines))


def bare_xml(path: Path, clock: Clock) -> int:
    """`xml.etree.iterparse` over bytes in memory; what was read is let go."""
    from io import BytesIO
    from xml.etree.ElementTree import iterparse

    stream, count = BytesIO(path.read_bytes()), 0
    with clock.stage("iterparse"):
        for _, it in iterparse(stream):  # noqa: S314 - our own file
            it.clear()
            count += 1
    return count


def bare_txt(path: Path, clock: Clock) -> int:
    """A text in memory split into its lines."""
    text = path.read_text()
    with clock.stage("split"):
        return len(text.splitlines())


def bare_car(path: Path, clock: Clock) -> int:
    """The blocks of a repository in memory, cut apart and not decoded."""
    content, at, count = path.read_bytes(), 0, 0
    with clock.stage("blocks"):
        while at < len(content):
            length = shift = 0
            while True:
                byte = content[at]
                at += 1
                length |= (byte & 0x7F) << shift
                shift += 7
                if byte < 0x80:
                    break
            block = content[at : at + length]
            at += len(block)
            count += 1
    return count


def peer_json(path: Path, clock: Clock) -> int:
    """google_takeout_parser on watch-history.json."""
    return _peer("parse_json", "_parse_json_activity", path, clock)


def peer_html(path: Path, clock: Clock) -> int:
    """google_takeout_parser on watch-history.html."""
    return _peer("parse_html.activity", "_parse_html_activity", path, clock)


def _peer(module: str, function: str, path: Path, clock: Clock) -> int:
    parse = getattr(import_module(f"google_takeout_parser.{module}"), function)
    with clock.stage("parse"):
        return sum(not isinstance(it, Exception) for it in parse(path))


def report_zip(path: Path, clock: Clock) -> int:
    """An export to a page, as `parasocial report` does it: the ledger is in memory."""
    from parasocial.jobs.read import read_into
    from parasocial.ledger import Ledger

    with Ledger() as ledger:
        with clock.stage("read"):
            read_into(ledger, [path])
        return _page(ledger, path, clock)


def report_ledger(path: Path, clock: Clock) -> int:
    """A ledger to a page."""
    from parasocial.ledger import Ledger

    with clock.stage("open"):
        ledger = Ledger(path, writable=False)
    with ledger:
        return _page(ledger, path, clock)


def _page(ledger: Any, path: Path, clock: Clock) -> int:
    with clock.stage("load"):
        from parasocial.jobs.demo import ASKED
        from parasocial.jobs.measure import measure
        from parasocial.jobs.write import write
        from parasocial.lenses import audience, over_time, spread
        from parasocial.report import write_page
    before = sum(clock.stages.values())
    for where, name, stage in (
        (audience, "merge", "merge"),
        (audience, "prepare", "ties"),
        (audience, "ways_of_counting", "ties, three units and 54 ways"),
        (audience, "conclude", "ties"),
        (spread, "spread", "measures"),
        (over_time, "over_time", "measures"),
    ):
        setattr(where, name, clock.timed(stage, getattr(where, name)))
    start = time.perf_counter()
    findings = measure(ledger, zone="Asia/Jakarta", asked=ASKED)
    # What the lens does besides calling the stages above.
    within = sum(clock.stages.values()) - before
    clock.stages["lens"] = time.perf_counter() - start - within
    with clock.stage("page"), TemporaryDirectory(dir=path.parent) as folder:
        write(Path(folder) / "page.html", write_page(findings))
    return findings.totals.interactions


def scan_alone(path: Path, clock: Clock) -> int:
    """The oversharing audit's scan of texts in memory, in one process, everything compiled."""
    from parasocial.oversharing.scan import Scanner

    scanner = Scanner()
    return _scanned(json.loads(path.read_text(encoding="utf-8")), scanner, clock)


def scan_every_core(path: Path, clock: Clock) -> int:
    """The same in a process for each core, all of them begun."""
    import os

    from parasocial.oversharing.cores import Scanners

    with Scanners({}, os.cpu_count() or 1) as scanners:
        return _scanned(json.loads(path.read_text(encoding="utf-8")), scanners, clock)


def _scanned(texts: list[str], scanner: Any, clock: Clock) -> int:
    if len(texts) > 1:
        scanner.scan(texts[:200_000])  # compiles what is compiled at first use, in every process
    with clock.stage("scan"):
        scanner.scan(texts)
    return len(texts)


def main(name: str, path: Path, *more: str) -> None:
    start = time.perf_counter()
    clock = Clock()
    subject: Callable[..., int] = globals()[name]
    rows = subject(path, clock, *more)
    seconds = time.perf_counter() - start
    if name.startswith(("decode", "peer", "bare", "scan")):
        seconds = sum(clock.stages.values())
    print(json.dumps({"seconds": seconds, "rows": rows, "stages": clock.stages}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
