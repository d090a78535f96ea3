"""What the writer needs of a database: one batch, read, written and committed at once."""

from collections.abc import Sequence
from typing import Protocol

from parasocial.study.store.acts import Act, Known


class Line(Protocol):
    """A connection that only the writer uses.

    The drivers are called directly: through SQLAlchemy's Core the same batch takes several times
    as long in Python, and Python is what the collector's speed hangs on. What waits, for the disk
    or for another process, waits in a thread, and the loop goes on answering.
    """

    errors: tuple[type[Exception], ...]
    """What the driver raises where the database cannot: the batch is lost, and the line is not."""

    async def begin(self, acts: Sequence[Act]) -> Known:
        """Open a transaction that nobody else can write in, and say what the store has."""

    async def commit(self, known: Known) -> None:
        """Write what was settled, and wait until it is on the disk."""

    async def rollback(self) -> None:
        """Forget the batch."""

    def close(self) -> None:
        """Close the connection, once what it does is done."""
