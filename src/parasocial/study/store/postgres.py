"""The writer's line to PostgreSQL: whole batches as arrays, one writer at a time."""

from collections.abc import Callable, Sequence
from typing import Any

from parasocial.study.store.acts import Act, Donate, Known, Person, Save, TakeBack, Withdraw

_LOCK = 4_120_215
"""The key of the advisory lock that batches of several processes take in turn."""

_PEOPLE = (
    "select id, form, language, state, seq, cells, started, changed from response "
    "where id = any(%s)"
)
_HASHES = (
    "select s.response, s.seq, s.hash from unnest(%s::bytea[], %s::int[]) as k(response, seq) "
    "join save s on s.response = k.response and s.seq = k.seq"
)
_DONATIONS = "select id, hash, token, body is not null from donation where id = any(%s)"
_SAVE = (
    "insert into save (response, seq, hash, body, us) "
    "select * from unnest(%s::bytea[], %s::int[], %s::bytea[], %s::bytea[], %s::bigint[])"
)
_TOUCHED = (
    "insert into response (id, form, language, state, seq, cells, started, changed) select * from "
    "unnest(%s::bytea[], %s::text[], %s::text[], %s::text[], %s::int[], %s::text[], %s::bigint[], "
    "%s::bigint[]) on conflict (id) do update set language = excluded.language, "
    "state = excluded.state, seq = excluded.seq, cells = excluded.cells, changed = excluded.changed"
)
_QUOTA = (
    "insert into quota (name, taken) select * from unnest(%s::text[], %s::int[]) "
    "on conflict (name) do update set taken = excluded.taken"
)
_DONATED = (
    "insert into donation (id, hash, token, body, us) "
    "select * from unnest(%s::bytea[], %s::bytea[], %s::bytea[], %s::bytea[], %s::bigint[])"
)


class PostgresLine:
    """One connection to one database; made anew where it was lost."""

    def __init__(self, conninfo: str) -> None:
        import psycopg

        self.errors: tuple[type[Exception], ...] = (psycopg.Error, OSError)
        self._conninfo = conninfo
        self._connection: Any = None
        self._connect()

    def _connect(self) -> None:
        import psycopg

        self._connection = psycopg.connect(self._conninfo, autocommit=True, prepare_threshold=1)
        # Whatever the server's default is: an answer is acknowledged when it is on the disk.
        self._connection.execute("set synchronous_commit = on")

    def begin(self, acts: Sequence[Act]) -> Known:
        """Take the lock, and look up what the acts are about."""
        if self._connection.closed:
            self._connect()
        run: Callable[..., Any] = self._connection.execute
        run("begin")
        run("select pg_advisory_xact_lock(%s)", (_LOCK,))
        known = Known(taken=dict(run("select name, taken from quota").fetchall()))
        saves = [it for it in acts if isinstance(it, Save)]
        if people := list({it.id for it in acts if isinstance(it, Save | Withdraw)}):
            for name, form, language, state, seq, cells, *times in run(_PEOPLE, (people,)):
                known.people[name] = Person(
                    form, language, state, seq, tuple(cells.split()), *times
                )
        if known.people and saves:
            keys = ([it.id for it in saves], [it.seq for it in saves])
            known.hashes = {(name, seq): kept for name, seq, kept in run(_HASHES, keys)}
        if given := [it.id for it in acts if isinstance(it, Donate | TakeBack)]:
            found = run(_DONATIONS, (given,))
            known.donations = {name: (kept, token, there) for name, kept, token, there in found}
        return known

    def commit(self, known: Known) -> None:
        """Write and commit."""
        run = self._connection.execute
        rows: list[tuple[Any, ...]] = [
            (it.id, it.seq, it.hash, it.body, it.us) for it in known.saves
        ]
        self._arrays(_SAVE, rows)
        self._arrays(
            _TOUCHED,
            [
                (name, it.form, it.language, it.state, it.seq, " ".join(it.cells), it.started,
                 it.changed)
                for name, it in ((name, known.people[name]) for name in known.touched)
            ],
        )  # fmt: skip
        self._arrays(_DONATED, [(it.id, it.hash, it.token, it.body, it.us) for it in known.donated])
        self._arrays(_QUOTA, list(known.taken.items()))
        if known.erased:
            run("update save set body = null where response = any(%s)", (list(known.erased),))
        if known.undonated:
            run("update donation set body = null where id = any(%s)", (list(known.undonated),))
        run("commit")

    def _arrays(self, sql: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """Run *sql* with one array per column."""
        if rows:
            self._connection.execute(sql, [list(column) for column in zip(*rows, strict=True)])

    def rollback(self) -> None:
        """Forget the batch; a connection that was lost is made anew for the next."""
        import psycopg

        try:
            self._connection.execute("rollback")
        except psycopg.Error:
            self._connection.close()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()
