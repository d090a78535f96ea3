"""Opening a store by its address, and bringing its tables up to date."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from parasocial.errors import ParasocialError
from parasocial.study.instrument import Form
from parasocial.study.instrument.form import decoded
from parasocial.study.store.line import Line

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

MIGRATIONS = Path(__file__).parent / "migrations"
_POSTGRES = ("postgresql://", "postgres://")


class BadStore(ParasocialError):
    """The store cannot be opened, or its address is none."""


@dataclass(frozen=True, slots=True)
class Store:
    """An opened store.

    Attributes:
        address: A file's path, or postgresql://…
        engine: For everything but the writer's own line.
    """

    address: str
    engine: "Engine"

    def line(self) -> Line:
        """A connection for the writer alone."""
        if self.engine.dialect.name == "sqlite":
            from parasocial.study.store.sqlite import SqliteLine

            return SqliteLine(Path(self.address))
        from parasocial.study.store.postgres import PostgresLine

        return PostgresLine(self.address)

    def keep_form(self, form: Form) -> None:
        """Keep a form as it is seen, once."""
        from sqlalchemy import insert, select

        from parasocial.study.store.tables import FORM

        with self.engine.begin() as connection:
            mine = FORM.c.fingerprint == form.fingerprint
            if connection.execute(select(FORM.c.us).where(mine)).first() is None:
                row = {"fingerprint": form.fingerprint, "body": form.canonical}
                connection.execute(insert(FORM).values(**row, us=time.time_ns() // 1_000))

    def forms(self) -> dict[str, Form]:
        """Every form that was fielded, by its fingerprint, the oldest first."""
        from sqlalchemy import select

        from parasocial.study.store.tables import FORM

        with self.engine.connect() as connection:
            found = connection.execute(select(FORM).order_by(FORM.c.us)).all()
        return {row.fingerprint: decoded(row.body) for row in found}

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


def needed() -> None:
    """Look for what only the extra `study` brings.

    Raises:
        BadStore: It is not installed.
    """
    for name in ("sqlalchemy", "alembic", "httptools"):
        if find_spec(name) is None:
            raise BadStore(
                "The collector needs what the extra `study` brings: "
                "pip install 'parasocial[study]'."
            )


def open_store(address: str) -> Store:
    """A store, made if it is not there, with its tables up to date.

    Args:
        address: The path of a file for SQLite, or postgresql://user@host/name.

    Raises:
        BadStore: It cannot be opened, or the extra `study` is not installed.
    """
    needed()
    from sqlalchemy import create_engine
    from sqlalchemy.exc import SQLAlchemyError

    if "://" in address and not address.startswith(_POSTGRES):
        raise BadStore("A store is a file, or postgresql://user@host/name.")
    engine = create_engine(_url(address))
    try:
        with engine.connect() as connection:
            _upgrade(connection)
    except SQLAlchemyError as error:
        engine.dispose()
        raise BadStore(
            f"The store could not be opened ({type(error).__name__}). Look at its address, "
            "whether it runs, and whether it is a store of parasocial's."
        ) from None
    if engine.dialect.name == "sqlite":
        Path(address).chmod(0o600)
    return Store(address, engine)


def _url(address: str) -> str:
    for start in _POSTGRES:
        if address.startswith(start):
            return "postgresql+psycopg://" + address.removeprefix(start)
    Path(address).parent.mkdir(parents=True, exist_ok=True)
    return f"sqlite:///{Path(address).absolute()}"


def _upgrade(connection: "Connection") -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.commit()


@contextmanager
def opened(address: str) -> Iterator[Store]:
    """A store that is closed afterwards."""
    store = open_store(address)
    try:
        yield store
    finally:
        store.close()
