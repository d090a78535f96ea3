"""A log of many people to the ties of all of them, on one machine or on many."""

import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from msgspec import Struct

from parasocial.errors import EngineFailed, UnreadableLog
from parasocial.jobs.write import refuse
from parasocial.lenses.findings.network import NetworkFindings
from parasocial.lenses.network import look_at_network
from parasocial.network import partitions, plain, work
from parasocial.network.checked import EARLIEST, Checked, check, latest
from parasocial.network.log import Log, found, read_log, small_tables
from parasocial.network.sql import select
from parasocial.ties import Thresholds

Told = Callable[[str, int, int], None]
_UNITS = {"KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12}
_ENGINES_SHARE = 0.55
"""Of the memory: the rest is Python's and NumPy's, and what the engine does not count."""
_LOOK_AT = 10_000
PER_SECOND = {"s": 1, "ms": 1_000, "us": 1_000_000}


class Asked(Struct, frozen=True):
    """A log, and how to count it.

    Attributes:
        places: Its files and folders.
        engine: ``duckdb`` or ``spark``.
        columns: Which column is the actor, the target, the kind and the time.
        time_unit: Of numeric times: ``s``, ``ms`` or ``us``.
        until: The last day that a time may lie on; two days from now by default.
        memory: How much may be taken ("4GB").
        master: Where Spark is.
        thresholds: The conventions.
    """

    places: Sequence[Path]
    engine: Literal["duckdb", "spark"] = "duckdb"
    columns: Mapping[str, str] = {}
    time_unit: str = "s"
    until: str | None = None
    memory: str | None = None
    master: str | None = None
    thresholds: Thresholds = Thresholds()

    @property
    def log(self) -> Log:
        """Where the log is."""
        return found(self.places, self.columns, PER_SECOND[self.time_unit])


class Counted(Struct, frozen=True):
    """What was counted.

    Attributes:
        checked: What of the log counts.
        repeated: Acts that repeat another to the letter; they count.
        resumed: Whether an earlier run had begun.
    """

    checked: Checked
    repeated: int
    resumed: bool


class Done(Struct, frozen=True):
    """What came of it: the counts, and the summary where one was asked for."""

    counted: Counted
    findings: NetworkFindings | None


def egos_path(output: Path) -> Path:
    """Where the table of egos goes when the ties go to *output*."""
    return output.with_name(f"{output.stem}-egos{output.suffix}")


def run_network(
    asked: Asked, output: Path | None, *, force: bool, summary: bool, told: Told
) -> Done:
    """Count a log; write every tie to *output* and every ego beside it, whole or not at all.

    Args:
        asked: The log, and how to count it.
        output: Where the ties go, if anywhere.
        force: Whether what is there may be overwritten.
        summary: Whether to sum it up, too.
        told: Is told how far it is.

    Raises:
        FileExists: Something is there, and *force* was not given.
        UnreadableLog: The log is damaged, or nothing in it counts; nothing was written.
    """
    for path in (output, egos_path(output)) if output else ():
        refuse(path, force=force)
        work.spare(path)
    with ExitStack() as stack:
        target = output or Path(stack.enter_context(TemporaryDirectory()), "ties.parquet")
        engine, counted, place = counted_in(stack, asked, target, told)
        halves = _write(engine, place, target.suffix, told)
        findings = _sum_up(engine, asked, counted, told) if summary else None
        if output:
            work.replace(halves[1], egos_path(output))
            work.replace(halves[0], output)
    shutil.rmtree(work.folder(target), ignore_errors=True)
    return Done(counted, findings)


def _write(engine: Any, place: Path, suffix: str, told: Told) -> tuple[Path, Path]:
    """Write ties and egos; ``told`` and ``ego`` are what was written."""
    told("Writing", 0, 2)
    ties, egos = place / f"ties{suffix}", place / f"egos{suffix}"
    engine.write("SELECT * FROM told", ties)
    engine.define("told", f"SELECT * FROM {engine.written([ties])}", keep=False)
    told("Writing", 1, 2)
    engine.write(select("ego"), egos)
    engine.define("ego", f"SELECT * FROM {engine.written([egos])}", keep=False)
    told("Writing", 2, 2)
    return ties, egos


def _sum_up(engine: Any, asked: Asked, counted: Counted, told: Told) -> NetworkFindings:
    told("Summing up", 0, 1)
    found = look_at_network(
        engine, asked.engine, counted.checked, counted.repeated, asked.thresholds
    )
    told("Summing up", 1, 1)
    return found


def counted_in(
    stack: ExitStack, asked: Asked, output: Path, told: Told
) -> tuple[Any, Counted, Path]:
    """An engine in which ``told`` is every tie of the log, and the folder of its work."""
    log = asked.log
    place = work.folder(output)
    output.parent.mkdir(parents=True, exist_ok=True)
    engine = stack.enter_context(_engine(asked, place))
    to_us = latest(asked.until)
    told("Checking", 0, 1)
    keep = log.small and asked.engine == "duckdb"
    checked = _checked(engine, log, to_us, keep=keep)
    told("Checking", 1, 1)
    gap = asked.thresholds.gap_us
    resumed = work.resume(place, log, engine=engine.version, to_us=to_us, gap=gap)
    if asked.engine == "spark":
        plain.count(engine, asked.thresholds)
        repeated = plain.repeated(engine)
    else:
        repeated = partitions.count(engine, checked, gap, place, told, kept=keep)
    plain.conclude_all(engine, asked.thresholds, keep=asked.engine == "spark")
    return engine, Counted(checked, repeated, resumed), place


def _engine(asked: Asked, place: Path) -> Any:
    """The engine, not yet entered."""
    if asked.engine == "spark":
        from parasocial.ledger.spark import Spark, session

        return Spark(session(asked.master, asked.memory))
    from parasocial.ledger.duck import Duck

    memory = f"{int(_bytes(asked.memory) * _ENGINES_SHARE)}B" if asked.memory else None
    return Duck(memory=memory, beside=place / "spilled")


def _bytes(memory: str) -> float:
    said = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([KMGT]B)", memory.strip().upper())
    if not said:
        raise EngineFailed("Memory is a number and KB, MB, GB or TB: --memory 4GB.")
    return float(said[1]) * _UNITS[said[2]]


def _checked(engine: Any, log: Log, to_us: int, *, keep: bool) -> Checked:
    try:
        ids = read_log(engine, log)
        small_tables(engine, EARLIEST, to_us)
        return check(engine, ids, keep=keep)
    except UnreadableLog as error:
        for line in _which(engine, log):
            error.add_note(line)
        raise


def _which(engine: Any, log: Log) -> list[str]:
    """Which of several files cannot be read, by its place in the order of their names."""
    bad = []
    for number, path in enumerate(log.paths[:_LOOK_AT] if len(log.paths) > 1 else ()):
        try:
            columns = engine.read("one", [path], log.form)
            # Not a plain maximum: an engine may take that from a file's foot.
            every = ", ".join(f"max(length(CAST({engine.column(it)} AS STRING)))" for it in columns)
            engine.rows(f"SELECT {every} FROM one")
        except UnreadableLog:
            bad.append(number + 1)
    if not bad:
        return []
    said = ", ".join(map(str, bad[:20]))
    return [f"Of {len(log.paths)} files, in the order of their names, it is number {said}."]
