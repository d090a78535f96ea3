"""The writer's line to PostgreSQL: whole batches as arrays, one writer at a time."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from parasocial.study.store.acts import Act, Donate, Known, Person, Save, TakeBack, Withdraw

_LOCK = 4_120_215
"""The key of the advisory lock that batches of several processes take in turn."""

_PEOPLE = (
    "select id, form, language, state, seq, cells, started, changed from response "
    "where id = any(%b)"
)
_HASHES = (
    "select s.response, s.seq, s.hash from unnest(%b::bytea[], %b::int[]) as k(response, seq) "
    "join save s on s.response = k.response and s.seq = k.seq"
)
_DONATIONS = "select id, hash, token, body is not null from donation where id = any(%b)"
_SAVE = (
    "insert into save (response, seq, hash, body, us) "
    "select * from unnest(%b::bytea[], %b::int[], %b::bytea[], %b::bytea[], %b::bigint[])"
)
_TOUCHED = (
    "insert into response (id, form, language, state, seq, cells, started, changed) select * from "
    "unnest(%b::bytea[], %b::text[], %b::text[], %b::text[], %b::int[], %b::text[], %b::bigint[], "
    "%b::bigint[]) on conflict (id) do update set language = excluded.language, "
    "state = excluded.state, seq = excluded.seq, cells = excluded.cells, changed = excluded.changed"
)
_QUOTA = (
    "insert into quota (name, taken) select * from unnest(%b::text[], %b::int[]) "
    "on conflict (name) do update set taken = excluded.taken"
)
_DONATED = (
    "insert into donation (id, hash, token, body, us) "
    "select * from unnest(%b::bytea[], %b::bytea[], %b::bytea[], %b::bytea[], %b::bigint[])"
)
_ERASED = "update save set body = null where response = any(%b)"
_UNDONATED = "update donation set body = null where id = any(%b)"


class PostgresLine:
    """One connection to one database; made anew where it was lost.

    A batch is two round trips, each of them one pipeline: what is there, and what is to be.
    """

    def __init__(self, conninfo: str) -> None:
        import psycopg

        self.errors: tuple[type[Exception], ...] = (psycopg.Error, OSError)
        self._conninfo = conninfo
        self._aside = ThreadPoolExecutor(1, "writer")
        self._connection: Any = None
        self._connect()

    def _connect(self) -> None:
        import psycopg

        self._connection = psycopg.connect(self._conninfo, autocommit=True, prepare_threshold=1)
        # Whatever the server's default is: an answer is acknowledged when it is on the disk.
        self._connection.execute("set synchronous_commit = on")

    async def begin(self, acts: Sequence[Act]) -> Known:
        """Take the lock, and look up what the acts are about."""
        return await asyncio.get_running_loop().run_in_executor(self._aside, self._begin, acts)

    async def commit(self, known: Known) -> None:
        """Write and commit."""
        await asyncio.get_running_loop().run_in_executor(self._aside, self._commit, known)

    async def rollback(self) -> None:
        """Forget the batch; a connection that was lost is made anew for the next."""
        await asyncio.get_running_loop().run_in_executor(self._aside, self._rollback)

    def close(self) -> None:
        """Close the connection."""
        self._aside.shutdown()
        self._connection.close()

    def _begin(self, acts: Sequence[Act]) -> Known:
        if self._connection.closed:
            self._connect()
        run = self._connection.execute
        saves = [it for it in acts if isinstance(it, Save)]
        people = {it.id for it in acts if isinstance(it, Save | Withdraw)}
        given = [it.id for it in acts if isinstance(it, Donate | TakeBack)]
        with self._connection.pipeline():
            run("begin")
            run("select pg_advisory_xact_lock(%s)", (_LOCK,))
            taken = run("select name, taken from quota")
            found = run(_PEOPLE, (list(people),)) if people else ()
            hashes = run(_HASHES, _columns([(it.id, it.seq) for it in saves])) if saves else ()
            donations = run(_DONATIONS, (given,)) if given else ()
        known = Known(taken=dict(taken))
        for name, form, language, state, seq, cells, *times in found:
            known.people[name] = Person(form, language, state, seq, tuple(cells.split()), *times)
        known.hashes = {(name, seq): kept for name, seq, kept in hashes}
        known.donations = {name: (kept, token, there) for name, kept, token, there in donations}
        return known

    def _commit(self, known: Known) -> None:
        given = known.donated
        people = [(name, known.people[name]) for name in known.touched]
        with self._connection.pipeline():
            self._arrays(_SAVE, [(it.id, it.seq, it.hash, it.body, it.us) for it in known.saves])
            self._arrays(_TOUCHED, [_row(name, it) for name, it in people])
            self._arrays(_DONATED, [(it.id, it.hash, it.token, it.body, it.us) for it in given])
            self._arrays(_QUOTA, list(known.taken.items()))
            self._arrays(_ERASED, [(it,) for it in known.erased])
            self._arrays(_UNDONATED, [(it,) for it in known.undonated])
            self._connection.execute("commit")

    def _arrays(self, sql: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """Run *sql* with one array per column."""
        if rows:
            self._connection.execute(sql, _columns(rows))

    def _rollback(self) -> None:
        import psycopg

        try:
            self._connection.execute("rollback")
        except psycopg.Error:
            self._connection.close()


def _columns(rows: Sequence[tuple[Any, ...]]) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)]


def _row(name: bytes, it: Person) -> tuple[object, ...]:
    return (
        name, it.form, it.language, it.state, it.seq, " ".join(it.cells), it.started, it.changed,
    )  # fmt: skip
