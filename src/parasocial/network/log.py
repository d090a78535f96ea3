"""What a log is: files of one form, which columns say who did what to whom when, which kinds."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from msgspec import Struct

from parasocial.errors import UnreadableLog

ACTS = ("message", "comment", "reply", "mention", "live_chat", "call", "gift")
ATTENTION = ("view", "listen", "save", "share", "reaction")
LINKS = ("follow", "friend", "request")
ROLE = {
    **dict.fromkeys(ACTS, "act"),
    **dict.fromkeys(ATTENTION, "attention"),
    **dict.fromkeys(LINKS, "link"),
}
"""The kinds of rows that a log may have, by the schema's names, and what each is to a tie."""
NAMES = ("actor", "target", "kind", "at")
_SMALL = 1 << 28
_FORMS = {".parquet": "parquet", ".csv": "csv", ".ndjson": "ndjson", ".jsonl": "ndjson"}


class Files(Protocol):
    """What an engine does with files besides ``ties.build.Engine``."""

    def read(self, name: str, paths: Sequence[Path], form: str) -> dict[str, str]:
        """Make files one relation; return the sort of each of its columns."""

    def column(self, name: str) -> str:
        """A column's name as the engine writes it, whatever is in it."""

    def us(self, value: str) -> str:
        """Microseconds since the epoch of a timestamp, a day, or either as text."""

    def define(self, name: str, select: str, *, keep: bool) -> None:
        """Make *select* a relation called *name*."""


class Log(Struct, frozen=True):
    """Where a log is, and how to read it.

    Attributes:
        paths: Its files, in the order of their names.
        form: ``parquet``, ``csv`` or ``ndjson``.
        columns: Which column is the actor, the target, the kind and the time.
        per_second: How many of the units of a numeric time a second has: 1, 1,000, 1,000,000.
    """

    paths: tuple[Path, ...]
    form: str
    columns: Mapping[str, str]
    per_second: int = 1

    @property
    def small(self) -> bool:
        """Whether its rows had better be kept than read again."""
        return sum(path.stat().st_size for path in self.paths) <= _SMALL


def found(
    places: Sequence[Path], columns: Mapping[str, str] | None = None, per_second: int = 1
) -> Log:
    """The log at *places*: files, or folders of files, however deep.

    Raises:
        UnreadableLog: There is nothing there, or files of several forms.
    """
    paths = [it for place in places for it in (_inside(place) if place.is_dir() else [place])]
    forms = {_FORMS.get(path.suffix.lower()) for path in paths}
    if not paths:
        raise UnreadableLog("There is no log there: no .parquet, .csv, .ndjson or .jsonl file.")
    if len(forms) > 1 or None in forms:
        raise UnreadableLog("A log is files of one form: all .parquet, all .csv, or all .ndjson.")
    return Log(tuple(paths), str(forms.pop()), dict(columns or {}), per_second)


def _inside(place: Path) -> list[Path]:
    """The files of a lake; what a name with . or _ begins is an engine's own."""
    return sorted(
        path
        for path in place.rglob("*")
        if path.suffix.lower() in _FORMS
        and not any(part[0] in "._" for part in path.relative_to(place).parts)
    )


def read_log(engine: Files, log: Log) -> str:
    """Make the relation ``log``: actor_id, target_id, kind, us. Return what the ids are.

    Raises:
        UnreadableLog: A column is missing, or is not what it should be.
    """
    sorts = engine.read("raw", log.paths, log.form)
    named = {name: log.columns.get(name, name) for name in NAMES}
    missing = [name for name in NAMES if named[name] not in sorts]
    if "kind" in missing and "kind" not in log.columns:
        missing.remove("kind")  # a log without kinds is one of messages
    if missing:
        raise UnreadableLog(
            f"The log has no column for {' and '.join(missing)}. "
            "Name it: --columns actor=…,target=…,kind=…,at=…"
        )
    ids, kind = _ids([sorts[named["actor"]], sorts[named["target"]]])
    at = sorts[named["at"]]
    if at == "other":
        raise UnreadableLog("The times of the log are neither numbers, nor text, nor timestamps.")
    actor, target, when = (engine.column(named[it]) for it in ("actor", "target", "at"))
    said = "'message'"
    if named["kind"] in sorts:
        said = f"lower(CAST({engine.column(named['kind'])} AS STRING))"
    engine.define(
        "log",
        f"SELECT CAST({actor} AS {kind}) AS actor_id, CAST({target} AS {kind}) AS target_id,"
        f" {said} AS kind, {_us(engine, when, at, log.per_second)} AS us FROM raw",
        keep=False,
    )
    return ids


def _us(engine: Files, value: str, sort: str, per_second: int) -> str:
    """Microseconds since the epoch, as an expression. What is too far off stands at its end."""
    if sort == "time":
        return engine.us(value)
    kind = "BIGINT" if sort == "integer" else "DOUBLE"
    number, most = f"TRY_CAST({value} AS {kind})", 9 * 10**12 * per_second
    per_unit = 1_000_000 // per_second
    near, end = f"{number} * {per_unit}", most * per_unit
    if sort != "integer":
        near = f"CAST(round({near}) AS BIGINT)"
    found = (
        f"CASE WHEN {number} BETWEEN -{most} AND {most} THEN {near}"
        f" WHEN {number} > 0 THEN {end} WHEN {number} < 0 THEN -{end} END"
    )
    return f"coalesce({found}, {engine.us(value)})" if sort == "text" else found


def _ids(sorts: list[str]) -> tuple[str, str]:
    if "float" in sorts:
        raise UnreadableLog(
            "Ids of the log are floating-point numbers, which do not tell large ids apart. "
            "Write them as integers or as text."
        )
    if sorts == ["integer", "integer"]:
        return "integer", "BIGINT"
    return "text" if len(set(sorts)) == 1 else "mixed, read as text", "STRING"


def small_tables(engine: Any, from_us: int, to_us: int) -> None:
    """What the definitions ask for besides the log: kinds, and that all of it can be seen."""
    engine.table(
        "kind",
        dict.fromkeys(("name", "channel", "role"), "VARCHAR") | {"code": "INTEGER"},
        [(name, name, role, code) for code, (name, role) in enumerate(ROLE.items())],
    )
    engine.table("span", dict.fromkeys(("from_us", "to_us"), "BIGINT"), [(from_us, to_us)])
    engine.table(
        "coverage",
        {"source_no": "BIGINT", "channel": "VARCHAR", "both_from": "BIGINT", "both_to": "BIGINT"}
        | {"hidden": "BOOLEAN", "pi_low": "DOUBLE", "pi_high": "DOUBLE"},
        [(1, name, from_us, to_us, False, 1.0, 1.0) for name in ACTS],
    )
    engine.table(
        "reach",
        {"platform": "VARCHAR"}
        | dict.fromkeys(("watch_from", "watch_to", "back_from", "back_to"), "BIGINT"),
        [("log", None, None, None, None)],
    )
