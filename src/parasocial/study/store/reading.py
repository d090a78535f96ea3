"""What a store holds, read through SQLAlchemy's Core: the same on both engines."""

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import and_, func, select

from parasocial.study.instrument.answers import State
from parasocial.study.store.opening import Store
from parasocial.study.store.tables import DONATION, RESPONSE, SAVE


class Answered(Struct, frozen=True):
    """One person's answers as they stand.

    Attributes:
        id: The response's id. Whoever knows it can take the answers back: never hand it on.
        started: Of the first save, in microseconds since the epoch, UTC.
        changed: Of the last.
    """

    id: bytes
    form: str
    language: str
    state: State
    answers: dict[str, Any]
    started: int
    changed: int


class Resumed(Struct, frozen=True):
    """How far somebody is; answers are null once they cannot be changed."""

    form: str
    language: str
    state: State
    seq: int
    page: int = 0
    answers: dict[str, Any] | None = None
    receipt: str | None = None


class _Body(Struct, frozen=True):
    answers: dict[str, Any]
    page: int = 0


_DECODER = msgspec.json.Decoder(_Body)
_LAST = and_(SAVE.c.response == RESPONSE.c.id, SAVE.c.seq == RESPONSE.c.seq)


def resumed(store: Store, name: bytes) -> Resumed | None:
    """How far the response of that id is; None where there is none."""
    query = select(RESPONSE, SAVE.c.body, SAVE.c.hash).outerjoin(SAVE, _LAST)
    with store.engine.connect() as connection:
        row = connection.execute(query.where(RESPONSE.c.id == name)).first()
    if row is None:
        return None
    if row.state != "started" or row.body is None:
        receipt = row.hash.hex() if row.body is not None else None
        return Resumed(row.form, row.language, row.state, row.seq, receipt=receipt)
    body = _DECODER.decode(row.body)
    return Resumed(row.form, row.language, "started", row.seq, body.page, body.answers)


def answered(store: Store, *states: State) -> Iterator[Answered]:
    """Everybody's answers in the given states, in the order in which they began."""
    query = (
        select(RESPONSE, SAVE.c.body)
        .join(SAVE, _LAST)
        .where(SAVE.c.body.is_not(None), RESPONSE.c.state.in_(states))
        .order_by(RESPONSE.c.started, RESPONSE.c.id)
        .execution_options(yield_per=2_000)
    )
    with store.engine.connect() as connection:
        for row in connection.execute(query):
            yield Answered(
                row.id,
                row.form,
                row.language,
                row.state,
                _DECODER.decode(row.body).answers,
                row.started,
                row.changed,
            )


def kept(store: Store) -> Iterator[tuple[bytes, int, bytes]]:
    """Every save that was kept: response, number, hash. What was acknowledged is among them."""
    with store.engine.connect() as connection:
        for row in connection.execute(select(SAVE.c.response, SAVE.c.seq, SAVE.c.hash)):
            yield row.response, row.seq, row.hash


def counts(store: Store) -> dict[State, int]:
    """How many responses are in each state."""
    query = select(RESPONSE.c.state, func.count().label("people")).group_by(RESPONSE.c.state)
    with store.engine.connect() as connection:
        return {row.state: row.people for row in connection.execute(query)}


def donations(store: Store) -> list[bytes]:
    """Every donation that was not taken back, as it came, in the order in which they came."""
    query = (
        select(DONATION.c.body)
        .where(DONATION.c.body.is_not(None))
        .order_by(DONATION.c.us, DONATION.c.id)
    )
    with store.engine.connect() as connection:
        return [bytes(row.body) for row in connection.execute(query)]
