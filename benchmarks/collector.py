"""The collector under load: saves a second with validation in Python, and what a kill loses.

    python benchmarks/collector.py [--seconds 20] [--kills 10] [--only sqlite]

Needs wrk; PostgreSQL where it is measured. Load and collector share the machine's cores. Every
save holds a whole response to the ready instrument and is checked in full. p99 is wrk's own: how
long the slowest hundredth of requests took, with 64 at once. What was acknowledged must be in the
store. Results are kept by `outcome.py` when both engines run and are killed.
"""

import argparse
import asyncio
import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from outcome import Target, keep

from parasocial.jobs.fielding import new_study
from parasocial.study.instrument import Instrument
from parasocial.study.instrument.model import Given, Many, Number, One, Text
from parasocial.study.instrument.routing import seen
from parasocial.study.plan import read_plan
from parasocial.study.store.opening import opened
from parasocial.study.store.reading import kept

HERE = Path(__file__).parent
TARGETS = {"sqlite": 2_000, "postgres": 3_000}
CONNECTIONS, WRITERS = 64, 16
POSTGRES = Path("/usr/lib/postgresql/15/bin")


def whole(instrument: Instrument) -> dict[str, object]:
    """Somebody who is asked everything that can be asked."""
    wanted = {"consent": 1, "age": 30, "accounts": "in_use", "follow": 1, "learn": 5, "met": 0}
    answers: dict[str, object] = {}
    while left := [it for it in seen(instrument, answers) if it.name not in answers]:
        item = left[0]
        match item:
            case One():
                answer: object = item.choices[0].code
            case Many():
                answer = [it.code for it in item.choices if not it.alone]
            case Number():
                answer = int(item.low) + 1
            case Text():
                answer = "A remark of some length, as people leave them at the end of a form."
            case Given():
                answer = "PH"
        answers[item.name] = wanted.get(item.name, answer)
    return answers


@contextmanager
def postgres(folder: Path) -> Iterator[str]:
    """A PostgreSQL server with its defaults, and the address of an empty database."""
    other = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if other:
        shutil.chown(folder, "postgres")
    data, quiet = folder / "data", {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    made = [*other, str(POSTGRES / "initdb"), "-D", str(data), "-U", "tester", "-A", "trust"]
    subprocess.run(made, check=True, cwd="/", **quiet)
    started = [str(POSTGRES / "postgres"), "-D", str(data), "-k", str(folder)]
    server = subprocess.Popen([*other, *started, "-c", "listen_addresses="], cwd="/", **quiet)
    try:
        address = f"postgresql://tester@/postgres?host={folder}"
        _until(lambda: _answers(address))
        yield address
    finally:
        pid = (data / "postmaster.pid").read_text().splitlines()[0]
        subprocess.run([*other, "kill", "-INT", pid], check=True, cwd="/")
        server.wait(30)


def _answers(address: str) -> bool:
    import psycopg

    try:
        psycopg.connect(address).close()
    except psycopg.OperationalError:
        return False
    return True


def _until(true: object, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():  # type: ignore[operator]
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.05)


def collector(folder: Path, store: str, port: int) -> subprocess.Popen[str]:
    """A collector in a process of its own, once it answers."""
    command = [sys.executable, "-m", "parasocial", "study", "serve", str(folder)]
    process = subprocess.Popen(
        [*command, "--store", store, "--port", str(port)],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    if process.stdout is None or not process.stdout.readline():
        raise RuntimeError("the collector did not start")
    return process


def load(folder: Path, store: str, body: Path, seconds: int, port: int) -> tuple[float, ...]:
    """Saves a second; median, 99th percentile and maximum in ms; errors; CPU µs per save."""
    process = collector(folder, store, port)
    before = _cpu(process.pid)
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}", "-s", str(HERE / "collector.lua")]
    command += [f"http://127.0.0.1:{port}", "--", str(body), secrets.token_hex(6)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    cpu = _cpu(process.pid) - before
    process.send_signal(signal.SIGINT)
    process.wait(30)
    line = next(it for it in told.splitlines() if it.startswith("RESULT"))
    requests, took, middle, most, longest, errors = map(float, line.split()[1:])
    with opened(store) as again:
        if sum(1 for _ in kept(again)) < requests - errors:
            raise RuntimeError("something was acknowledged and is not there")
    return requests / took, middle, most, longest, errors, cpu / requests * 1e6


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def write_until_it_dies(
    port: int, body: bytes, acked: dict[tuple[bytes, int], bytes]
) -> None:
    """Send saves, and note each that was acknowledged, until the other side is gone."""
    head = "PUT /r/{}/{} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Length: {}\r\n\r\n"
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while True:
            name = secrets.token_bytes(16)
            for seq in range(12):
                writer.write(head.format(name.hex(), seq, port, len(body)).encode() + body)
                answer = await reader.readuntil(b"\r\n\r\n")
                length = int(answer.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
                await reader.readexactly(length)
                if answer.split()[1] == b"201":
                    acked[name, seq] = sha256(body).digest()
    except (ConnectionError, asyncio.IncompleteReadError):
        return


def kill(folder: Path, store: str, body: bytes, port: int, after: float) -> tuple[int, int]:
    """How many saves were acknowledged before kill -9, and how many of those are not there."""
    process = collector(folder, store, port)
    acked: dict[tuple[bytes, int], bytes] = {}

    async def run() -> None:
        writers = [write_until_it_dies(port, body, acked) for _ in range(WRITERS)]
        asyncio.get_running_loop().call_later(after, process.kill)
        await asyncio.gather(*writers)

    asyncio.run(run())
    process.wait(30)
    with opened(store) as again:
        there = {(bytes(name), seq): bytes(digest) for name, seq, digest in kept(again)}
    lost = sum(there.get(key) != digest for key, digest in acked.items())
    return len(acked), lost


def measure(engine: str, store: str, folder: Path, said: argparse.Namespace) -> list[Target]:
    """Print what one engine does, beside what was promised."""
    form = read_plan(folder).form(unreviewed=True)
    body = folder / "body.json"
    answers = whole(form.instrument)
    said_once = {"form": form.fingerprint, "language": "en", "answers": answers, "page": 8}
    body.write_text(json.dumps(said_once))
    rate, middle, most, longest, errors, cpu = load(folder, store, body, said.seconds, said.port)
    met = "met" if rate >= TARGETS[engine] else "missed"
    print(
        f"{engine}: {rate:,.0f} saves a second (target {TARGETS[engine]:,}: {met}), "
        f"p50 {middle:.0f} ms, p99 {most:.0f} ms, longest {longest:.0f} ms, {errors:.0f} errors, "
        f"{cpu:.0f} µs of CPU a save; {len(answers)} answers, {body.stat().st_size:,} bytes"
    )
    acked = lost = 0
    for turn in range(said.kills):
        kept_, gone = kill(folder, store, body.read_bytes(), said.port, 1 + turn * 0.13)
        acked, lost = acked + kept_, lost + gone
    print(f"{engine}: killed {said.kills} times: {acked:,} acknowledged, {lost} lost")
    return [
        Target(
            f"{engine}: saves a second, {CONNECTIONS} at once, "
            f"p50 {middle:.0f} ms, p99 {most:.0f} ms, {cpu:.0f} µs of CPU each",
            rate,
            TARGETS[engine],
            least=True,
        ),
        Target(f"{engine}: of {acked:,} acknowledged before {said.kills} kills, lost", lost, 0),
    ]


def main() -> None:
    """Measure both engines, or the one that is named."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--port", type=int, default=9_440)
    parser.add_argument("--only", choices=list(TARGETS), nargs="+", default=list(TARGETS))
    said = parser.parse_args()
    if not shutil.which("wrk"):
        sys.exit("wrk is missing: install Debian's package wrk.")
    print(f"load {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")
    targets: list[Target] = []
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "study"
        new_study(folder, ["en"], "An invented group", "ask@study.example")
        if "sqlite" in said.only:
            targets += measure("sqlite", str(folder / "answers.store"), folder, said)
    if "postgres" in said.only:
        if not POSTGRES.exists():
            print("postgres: left out: Debian's package postgresql is not installed")
            return
        with tempfile.TemporaryDirectory() as made, tempfile.TemporaryDirectory() as home:
            new_study(Path(made) / "study", ["en"], "An invented group", "ask@study.example")
            with postgres(Path(home)) as store:
                targets += measure("postgres", store, Path(made) / "study", said)
    if said.kills and len(said.only) == len(TARGETS):
        keep("collector", {}, targets)


if __name__ == "__main__":
    main()
