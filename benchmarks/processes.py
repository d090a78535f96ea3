"""Each subject in a process of its own, in turn with its peers; medians of what that took."""

import json
import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

SUBJECTS = Path(__file__).with_name("subjects.py")
MB = 1_000_000
# Modules are compiled once and kept, as on anybody's machine; the median leaves that run out.
_COMPILED = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
_OFTEN = 0.2  # seconds; often enough for what only rises, seldom enough not to disturb
_RSS = 1 if sys.platform == "darwin" else 1_024  # bytes in a unit of ru_maxrss


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took.

    Attributes:
        seconds: What the subject timed itself; the whole process where it timed nothing.
        wall: The whole process, from its start to its end.
        cpu: Processor seconds of the whole process, all threads.
        peak_mb: The most memory that it held, and each process that it began: their sum.
        load: How many processes wanted to run when it began, on average of a minute.
    """

    seconds: float
    wall: float
    cpu: float
    peak_mb: float
    load: float
    rows: int = 0
    stages: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Subject:
    """A command, and the file or folder that it reads."""

    command: Sequence[str]
    path: Path | None = None


def subject(name: str, path: Path, python: str = sys.executable, *more: str) -> Subject:
    """One of the subjects beside this file, with what more it wants to know."""
    return Subject([python, str(SUBJECTS), name, str(path), *more], path)


def run(it: Subject) -> Run:
    """Run a subject to its end.

    Raises:
        CalledProcessError: It failed.
    """
    command = it.command
    if it.path:
        _warm(it.path)
    load = os.getloadavg()[0]
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=_COMPILED) as process:
        with _watched(process.pid) as held:
            said = process.stdout.read() if process.stdout else b""
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    told = json.loads(said) if said.startswith(b"{") else {"seconds": wall}
    used_mb = max(used.ru_maxrss * _RSS, sum(held.values())) / MB
    return Run(wall=wall, cpu=used.ru_utime + used.ru_stime, peak_mb=used_mb, load=load, **told)


@contextmanager
def _watched(pid: int) -> Iterator[dict[int, int]]:
    """The most bytes that a process and those below it have held, looked up again and again."""
    held: dict[int, int] = {}
    over = threading.Event()

    def watch() -> None:
        while not over.wait(_OFTEN):
            for it in _tree(pid):
                with suppress(OSError, IndexError):
                    told = Path(f"/proc/{it}/status").read_text().split("VmHWM:")[1]
                    held[it] = int(told.split()[0]) * 1_024

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield held
    finally:
        over.set()
        watcher.join()


def _tree(pid: int) -> Iterator[int]:
    yield pid
    for task in Path("/proc", str(pid), "task").glob("*/children"):
        with suppress(OSError):
            for child in task.read_text().split():
                yield from _tree(int(child))


def _warm(path: Path) -> None:
    """Read what is to be read once before, so that no subject waits for the disk."""
    for file in path.rglob("*") if path.is_dir() else (path,):
        if file.is_file():
            with file.open("rb", buffering=0) as stream:
                while stream.read(MB):
                    pass


def interleaved(subjects: Mapping[str, Subject], times: int) -> dict[str, Run]:
    """The median of *times* runs of each subject, one of each after the other."""
    runs: dict[str, list[Run]] = {name: [] for name in subjects}
    for _ in range(times):
        for name, it in subjects.items():
            runs[name].append(run(it))
            last = runs[name][-1]
            print(f"  {name}: {last.seconds:.2f} s, {last.peak_mb:.0f} MB, load {last.load:.1f}")
    return {name: _median(them) for name, them in runs.items()}


def _median(runs: list[Run]) -> Run:
    def middle(name: str) -> float:
        return float(statistics.median(getattr(run, name) for run in runs))

    stages = {
        stage: statistics.median(run.stages[stage] for run in runs) for stage in runs[0].stages
    }
    figures = {name: middle(name) for name in ("seconds", "wall", "cpu", "peak_mb", "load")}
    return Run(**figures, rows=runs[0].rows, stages=stages)
