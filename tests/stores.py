"""Stores of both kinds. PostgreSQL is Debian's own, started once, in a folder that goes."""

import asyncio
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import pytest

from parasocial.study.store import open_store

BINS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
_NUMBERS = count()
T = TypeVar("T")


def _as_other(command: list[str]) -> list[str]:
    """PostgreSQL does not run as root."""
    return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else command


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server; ``{}`` stands for a database's name."""
    places = os.pathsep.join([*map(str, BINS), os.environ["PATH"]])
    initdb = shutil.which("initdb", path=places)
    if not initdb:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL is missing: install Debian's package postgresql")
        pytest.skip("no PostgreSQL here")
    bins = Path(initdb).resolve().parent
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    data = folder / "data"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/"}
    made = [bins / "initdb", "-D", data, "-U", "tester", "-A", "trust", "--no-sync", "-E", "UTF8"]
    subprocess.run(_as_other(list(map(str, made))), check=True, **quiet)
    started = [
        bins / "postgres",
        "-D",
        data,
        "-k",
        folder,
        "-c",
        "listen_addresses=",
        "-c",
        "fsync=off",
    ]
    server = subprocess.Popen(_as_other(list(map(str, started))), **quiet)
    try:
        _wait(f"postgresql://tester@/postgres?host={folder}")
        yield f"postgresql://tester@/{{}}?host={folder}"
    finally:
        pid = int((data / "postmaster.pid").read_text().splitlines()[0])
        subprocess.run(_as_other(["kill", "-INT", str(pid)]), check=True, **quiet)
        server.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


def _wait(address: str) -> None:
    import psycopg

    for _ in range(1_200):
        try:
            psycopg.connect(address).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("PostgreSQL did not start")


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store: making one takes longer than copying it."""
    path = tmp_path_factory.mktemp("empty") / "empty.store"
    open_store(str(path)).close()
    return path


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.thorough)])
def address(request: pytest.FixtureRequest, tmp_path: Path, empty: Path) -> str:
    """The address of an empty store, of either kind."""
    if request.param == "sqlite":
        return str(shutil.copy(empty, tmp_path / "answers.store"))
    return new_database(request.getfixturevalue("postgres"))


def apart(work: Coroutine[Any, Any, T]) -> T:
    """Run *work* in a thread of its own: a browser's test keeps a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


def new_database(server: str) -> str:
    import psycopg

    name = f"study{next(_NUMBERS)}"
    with psycopg.connect(server.format("postgres"), autocommit=True) as connection:
        connection.execute(f"create database {name}")
    return server.format(name)
