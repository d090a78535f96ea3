"""Stores on SQLite and on PostgreSQL: the same answers from both."""

import asyncio
from hashlib import sha256
from pathlib import Path

import pytest

from parasocial.study.store import BadStore, Donate, Save, TakeBack, Withdraw, Writer, open_store
from parasocial.study.store.acts import FINAL
from parasocial.study.store.opening import opened
from parasocial.study.store.reading import answered, counts, donations, kept, resumed
from parasocial.study.store.writer import NotKept
from stores import apart, new_database

BODY = b'{"form":"f","language":"en","answers":{"age":%d},"page":2}'


def save(name: int, seq: int, age: int = 30, ends="started", cells=()) -> Save:
    body = BODY % age
    return Save(
        name.to_bytes(16), seq, "f", "en", sha256(body).digest(), body, seq + 1, ends, cells
    )


def do(store, *acts, most=None, at_once=False):
    """What becomes of acts, one after the other or all at once."""

    async def run():
        writer = Writer(store.line(), most or {})
        try:
            if at_once:
                return await asyncio.gather(*map(writer.do, acts))
            return [await writer.do(act) for act in acts]
        finally:
            writer.close()

    return apart(run())


@pytest.fixture
def store(address):
    with opened(address) as found:
        yield found


def test_what_is_acknowledged_is_there(store) -> None:
    acts = [save(name, seq, age=seq) for name in range(3) for seq in range(4)]
    assert {it.status for it in do(store, *acts, at_once=True)} == {201}
    assert {(name, seq) for name, seq, _ in kept(store)} == {(it.id, it.seq) for it in acts}
    assert {it.status for it in do(store, *acts, at_once=True)} == {200}
    assert [it.answers for it in answered(store, "started")] == [{"age": 3}] * 3


def test_another_writer_settles_by_the_same_rule(store) -> None:
    do(store, save(1, 0), save(1, FINAL, 31, "complete", ("q",)), most={"q": 1})
    [again, other, full] = do(
        store, save(1, FINAL, 31, "complete", ("q",)), save(1, FINAL, 32, "complete", ("q",)),
        save(2, 0, 33, cells=("q",)), most={"q": 1},
    )  # fmt: skip
    assert (again.status, other.status) == (200, 409)
    assert full.state == "quota_full"
    assert counts(store) == {"complete": 1, "quota_full": 1}


def test_resuming(store) -> None:
    do(store, save(1, 4, 18), save(1, 2, 17), save(2, FINAL, 40, "complete"))
    found = resumed(store, (1).to_bytes(16))
    assert (found.seq, found.page, found.answers, found.state) == (4, 2, {"age": 18}, "started")
    done = resumed(store, (2).to_bytes(16))
    assert (done.state, done.answers) == ("complete", None)
    assert done.receipt == sha256(BODY % 40).hexdigest()
    assert resumed(store, bytes(16)) is None


def test_taking_back_erases_the_words(store, address) -> None:
    do(store, save(1, 0, 77_123), save(1, 1, 77_124), save(2, 0, 5))
    do(store, Withdraw((1).to_bytes(16), 9))
    assert [it.answers for it in answered(store, "started", "withdrawn")] == [{"age": 5}]
    assert len(list(kept(store))) == 3
    if Path(address).exists():
        store.close()
        files = Path(address).parent.glob("answers.store*")
        assert not any(b"77123" in it.read_bytes() for it in files)


def test_donations(store) -> None:
    token = sha256(b"t").digest()
    one, two = (
        Donate(bytes(16), bytes(32), token, b"one", 1),
        Donate(b"2" * 16, bytes(32), token, b"two", 2),
    )
    assert [it.status for it in do(store, one, two, one)] == [201, 201, 200]
    assert donations(store) == [b"one", b"two"]
    do(store, TakeBack(bytes(16), token))
    assert donations(store) == [b"two"]


def test_tables_and_migrations_say_the_same(store) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from parasocial.study.store.tables import META

    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, META) == []


def test_a_store_can_be_opened_again(store, address) -> None:
    do(store, save(1, 0))
    with opened(address) as again:
        assert counts(again) == {"started": 1}


def test_a_store_that_fails_acknowledges_nothing(store, monkeypatch) -> None:
    line = store.line()
    commit, calls = line.commit, []

    async def failing(known) -> None:
        calls.append(known)
        if len(calls) == 1:
            raise OSError("the disk is full")
        await commit(known)

    monkeypatch.setattr(line, "commit", failing)

    async def run():
        writer = Writer(line, {})
        try:
            with pytest.raises(NotKept, match="OSError"):
                await writer.do(save(1, 0))
            return await writer.do(save(1, 0))
        finally:
            writer.close()

    assert apart(run()).status == 201


def test_the_file_is_for_its_owner_alone(tmp_path) -> None:
    with opened(str(tmp_path / "a.store")):
        assert (tmp_path / "a.store").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("address", ["mysql://x/y", "http://x"])
def test_what_is_no_address(address) -> None:
    with pytest.raises(BadStore, match="A store is a file"):
        open_store(address)


def test_another_file_is_not_taken_for_a_store(tmp_path) -> None:
    path = tmp_path / "other"
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(BadStore, match="could not be opened"):
        open_store(str(path))
    assert path.read_bytes() == b"no database at all" * 100


def test_a_mistake_of_ours_stops_the_writer_and_nobody_waits(store, monkeypatch) -> None:
    line = store.line()

    async def wrong(_acts) -> None:
        raise KeyError("a mistake")

    monkeypatch.setattr(line, "begin", wrong)

    async def run():
        writer = Writer(line, {})
        for _ in range(2):
            with pytest.raises(NotKept, match="Start it again"):
                await asyncio.wait_for(writer.do(save(1, 0)), 20)
        writer.close()

    apart(run())


@pytest.mark.thorough
def test_a_lost_connection_is_made_anew(postgres) -> None:
    from sqlalchemy import text

    end = text(
        "select pg_terminate_backend(pid) from pg_stat_activity "
        "where datname = current_database() and pid <> pg_backend_pid()"
    )

    async def run(store):
        writer = Writer(store.line(), {})
        try:
            first = await writer.do(save(1, 0))
            with store.engine.connect() as connection:
                connection.execute(end)
            with pytest.raises(NotKept):
                await writer.do(save(1, 1))
            return first.status, (await writer.do(save(1, 1))).status
        finally:
            writer.close()

    with opened(new_database(postgres)) as store:
        assert apart(run(store)) == (201, 201)
