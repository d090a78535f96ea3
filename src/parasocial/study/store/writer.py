"""The one task that writes: it takes what waits, commits it at once, and then answers all of it.

While one batch goes to the disk the next one gathers and is checked, so that more people at once
make larger batches and not longer waits.
"""

import asyncio
from collections.abc import Mapping

from parasocial.errors import ParasocialError
from parasocial.study.store.acts import Act, Verdict, settle
from parasocial.study.store.line import Line

MOST_AT_ONCE = 512
_STOPPED = "The collector has stopped writing. Start it again."


class NotKept(ParasocialError):
    """The store could not write; nothing of the batch is acknowledged."""


_Waiting = tuple[Act, "asyncio.Future[Verdict]"]


class Writer:
    """A line to the store, and the queue before it. One loop at a time uses it."""

    def __init__(self, line: Line, most: Mapping[str, int]) -> None:
        self._line, self._most = line, most
        self._waiting: list[_Waiting] = []
        self._task: asyncio.Task[None] | None = None
        self._broken = False

    async def do(self, act: Act) -> Verdict:
        """What became of *act*, once it is on the disk.

        Raises:
            NotKept: It is not; trying again is safe.
        """
        if self._broken:
            raise NotKept(_STOPPED)
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Verdict] = loop.create_future()
        self._waiting.append((act, future))
        if self._task is None:
            self._task = loop.create_task(self._run())
        return await future

    def close(self) -> None:
        """Stop once the batch under way is written; what still waits is not acknowledged."""
        self._line.close()

    async def _run(self) -> None:
        batch: list[_Waiting] = []
        try:
            while self._waiting:
                batch = self._waiting[:MOST_AT_ONCE]
                del self._waiting[:MOST_AT_ONCE]
                _answer(batch, await self._written([act for act, _ in batch]))
        except BaseException:
            # A mistake of ours: nobody waits for ever, and nothing more is taken.
            self._broken = True
            _answer([*batch, *self._waiting], NotKept(_STOPPED))
            raise
        finally:
            self._task = None

    async def _written(self, acts: list[Act]) -> list[Verdict] | NotKept:
        try:
            known = await self._line.begin(acts)
            verdicts = [settle(act, known, self._most) for act in acts]
            await self._line.commit(known)
        except self._line.errors as error:
            await self._line.rollback()
            return NotKept(f"The store could not write ({type(error).__name__}).")
        return verdicts


def _answer(batch: list[_Waiting], outcome: list[Verdict] | NotKept) -> None:
    """Answer everybody of a batch."""
    for place, (_, future) in enumerate(batch):
        if future.done():  # whoever asked has gone
            continue
        if isinstance(outcome, NotKept):
            future.set_exception(outcome)
        else:
            future.set_result(outcome[place])
