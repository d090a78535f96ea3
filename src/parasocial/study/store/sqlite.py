"""The writer's line to SQLite: WAL, and every commit on the disk before it counts."""

import asyncio
import sqlite3
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from parasocial.study.store.acts import Act, Donate, Known, Person, Save, TakeBack, Withdraw

_PERSON = "select form, language, state, seq, cells, started, changed from response where id = ?"
_HASH = "select hash from save where response = ? and seq = ?"
_DONATION = "select hash, token, body is not null from donation where id = ?"
_SAVE = "insert into save (response, seq, hash, body, us) values (?, ?, ?, ?, ?)"
_TOUCHED = (
    "insert into response (id, form, language, state, seq, cells, started, changed) "
    "values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set language = excluded.language, "
    "state = excluded.state, seq = excluded.seq, cells = excluded.cells, changed = excluded.changed"
)
_QUOTA = (
    "insert into quota (name, taken) values (?, ?) "
    "on conflict (name) do update set taken = excluded.taken"
)
_DONATED = "insert into donation (id, hash, token, body, us) values (?, ?, ?, ?, ?)"
PRAGMAS = (
    "pragma journal_mode = wal",
    "pragma synchronous = full",
    "pragma busy_timeout = 10000",
    "pragma secure_delete = on",
    "pragma cache_size = -65536",
)


class SqliteLine:
    """One connection to one file.

    Rows are read and written in the loop's own thread, where each takes microseconds; in another
    every row would cost a change of threads. Only waiting is done there: for the write lock, and
    for the disk.
    """

    errors: tuple[type[Exception], ...] = (sqlite3.Error, OSError)

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._aside = ThreadPoolExecutor(1, "writer")
        for pragma in PRAGMAS:
            self._connection.execute(pragma)

    async def begin(self, acts: Sequence[Act]) -> Known:
        """Take the write lock, and look up what the acts are about."""
        await self._wait("begin immediate")
        run = self._connection.execute
        known = Known(taken=dict(run("select name, taken from quota")))
        for act in acts:
            if isinstance(act, Save | Withdraw):
                self._person(act, known)
            elif isinstance(act, Donate | TakeBack) and (
                row := run(_DONATION, (act.id,)).fetchone()
            ):
                known.donations[act.id] = (row[0], row[1], bool(row[2]))
        return known

    def _person(self, act: Save | Withdraw, known: Known) -> None:
        run = self._connection.execute
        if act.id not in known.people:
            row = run(_PERSON, (act.id,)).fetchone()
            if row is None:
                return
            form, language, state, seq, cells, *times = row
            known.people[act.id] = Person(form, language, state, seq, tuple(cells.split()), *times)
        if isinstance(act, Save) and (row := run(_HASH, (act.id, act.seq)).fetchone()):
            known.hashes[act.id, act.seq] = row[0]

    async def commit(self, known: Known) -> None:
        """Write and commit; with synchronous = full the log is on the disk when this returns."""
        many = self._connection.executemany
        many(_SAVE, [(it.id, it.seq, it.hash, it.body, it.us) for it in known.saves])
        many(_TOUCHED, [_row(it, known.people[it]) for it in known.touched])
        many(_DONATED, [(it.id, it.hash, it.token, it.body, it.us) for it in known.donated])
        many(_QUOTA, list(known.taken.items()))
        many("update save set body = null where response = ?", [(it,) for it in known.erased])
        many("update donation set body = null where id = ?", [(it,) for it in known.undonated])
        await self._wait("commit")
        if known.erased or known.undonated:
            await self._wait("pragma wal_checkpoint(truncate)")

    async def rollback(self) -> None:
        """Forget the batch."""
        if self._connection.in_transaction:
            self._connection.execute("rollback")

    def close(self) -> None:
        """Close the file; the last one out folds the log into it."""
        self._aside.shutdown()
        self._connection.close()

    async def _wait(self, order: str) -> None:
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._aside, self._connection.execute, order)


def _row(name: bytes, it: Person) -> tuple[object, ...]:
    return (
        name, it.form, it.language, it.state, it.seq, " ".join(it.cells), it.started, it.changed,
    )  # fmt: skip
