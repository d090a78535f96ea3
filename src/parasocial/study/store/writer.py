"""The one thread that writes: it takes what waits, commits it at once, and then answers all of it.

While one batch goes to the disk the next one gathers, so that more people at once make larger
batches and not longer waits.
"""

import asyncio
from collections.abc import Mapping
from queue import SimpleQueue
from threading import Thread

from parasocial.errors import ParasocialError
from parasocial.study.store.acts import Act, Verdict, settle
from parasocial.study.store.line import Line

MOST_AT_ONCE = 512


class NotKept(ParasocialError):
    """The store could not write; nothing of the batch is acknowledged."""


_Waiting = tuple[Act, "asyncio.Future[Verdict]"]


class Writer:
    """A line to the store, and the queue before it."""

    def __init__(self, line: Line, most: Mapping[str, int]) -> None:
        self._line, self._most = line, most
        self._waiting: SimpleQueue[_Waiting | None] = SimpleQueue()
        self._broken = False
        self._thread = Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    async def do(self, act: Act) -> Verdict:
        """What became of *act*, once it is on the disk.

        Raises:
            NotKept: It is not; trying again is safe.
        """
        if self._broken:
            raise NotKept("The collector has stopped writing. Start it again.")
        future: asyncio.Future[Verdict] = asyncio.get_running_loop().create_future()
        self._waiting.put((act, future))
        return await future

    def close(self) -> None:
        """Write what waits, then stop."""
        self._waiting.put(None)
        self._thread.join()
        self._line.close()

    def _run(self) -> None:
        batch: list[_Waiting] = []
        try:
            while (first := self._waiting.get()) is not None:
                batch = self._gathered(first)
                _answer(batch, self._written([act for act, _ in batch]))
        except BaseException:
            # A mistake of ours: nobody waits for ever, and nothing more is taken.
            self._broken = True
            _answer(batch, NotKept("The collector has stopped writing. Start it again."))
            raise

    def _gathered(self, first: _Waiting) -> list[_Waiting]:
        batch = [first]
        while len(batch) < MOST_AT_ONCE and not self._waiting.empty():
            found = self._waiting.get()
            if found is None:
                self._waiting.put(None)
                break
            batch.append(found)
        return batch

    def _written(self, acts: list[Act]) -> list[Verdict] | NotKept:
        try:
            known = self._line.begin(acts)
            verdicts = [settle(act, known, self._most) for act in acts]
            self._line.commit(known)
        except self._line.errors as error:
            self._line.rollback()
            return NotKept(f"The store could not write ({type(error).__name__}).")
        return verdicts


def _answer(batch: list[_Waiting], outcome: list[Verdict] | NotKept) -> None:
    """Answer everybody of a batch, in the loop in which they wait."""
    if not batch:
        return
    loop = batch[0][1].get_loop()

    def tell() -> None:
        for place, (_, future) in enumerate(batch):
            if future.done():  # whoever asked has gone
                continue
            if isinstance(outcome, NotKept):
                future.set_exception(outcome)
            else:
                future.set_result(outcome[place])

    if not loop.is_closed():
        loop.call_soon_threadsafe(tell)
