"""The writer's line to SQLite: WAL, and every commit on the disk before it counts."""

import sqlite3
from collections.abc import Sequence
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
    """One connection to one file."""

    errors: tuple[type[Exception], ...] = (sqlite3.Error, OSError)

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        for pragma in PRAGMAS:
            self._connection.execute(pragma)

    def begin(self, acts: Sequence[Act]) -> Known:
        """Take the write lock, and look up what the acts are about."""
        run = self._connection.execute
        run("begin immediate")
        known = Known(taken=dict(run("select name, taken from quota")))
        for act in acts:
            if isinstance(act, Save | Withdraw):
                if act.id not in known.people and (row := run(_PERSON, (act.id,)).fetchone()):
                    form, language, state, seq, cells, *times = row
                    known.people[act.id] = Person(
                        form, language, state, seq, tuple(cells.split()), *times
                    )
                if isinstance(act, Save) and (row := run(_HASH, (act.id, act.seq)).fetchone()):
                    known.hashes[act.id, act.seq] = row[0]
            elif isinstance(act, Donate | TakeBack) and (
                row := run(_DONATION, (act.id,)).fetchone()
            ):
                known.donations[act.id] = (row[0], row[1], bool(row[2]))
        return known

    def commit(self, known: Known) -> None:
        """Write and commit; with synchronous = full the log is on the disk when this returns."""
        many = self._connection.executemany
        many(_SAVE, [(it.id, it.seq, it.hash, it.body, it.us) for it in known.saves])
        many(_TOUCHED, [_row(it, known.people[it]) for it in known.touched])
        many(_DONATED, [(it.id, it.hash, it.token, it.body, it.us) for it in known.donated])
        many(_QUOTA, list(known.taken.items()))
        for it in known.erased:
            many("update save set body = null where response = ?", [(it,)])
        for it in known.undonated:
            many("update donation set body = null where id = ?", [(it,)])
        self._connection.execute("commit")
        if known.erased or known.undonated:
            self._connection.execute("pragma wal_checkpoint(truncate)")

    def rollback(self) -> None:
        """Forget the batch."""
        if self._connection.in_transaction:
            self._connection.execute("rollback")

    def close(self) -> None:
        """Close the file; the last one out folds the log into it."""
        self._connection.close()


def _row(name: bytes, it: Person) -> tuple[object, ...]:
    return (
        name, it.form, it.language, it.state, it.seq, " ".join(it.cells), it.started, it.changed,
    )  # fmt: skip
