"""Exports read by a process of its own, while this one writes down what they say.

What is heavy is loaded by whichever process needs it: this module is the first to be loaded.
"""

import gc
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from queue import Queue
from threading import Thread
from typing import IO, TYPE_CHECKING, Any

from parasocial.errors import ParasocialError

if TYPE_CHECKING:
    from parasocial.export import Export
    from parasocial.reading import Batch, Facts, Progress, Reader, Tally

MANY = 32 * 2**20
"""Bytes from which a process of its own pays, which takes a while to begin."""
_PIPE = 2**20
_AHEAD = 6
"""How much may wait to be heard, batches and how far each came: who hears gets ready first."""


@contextmanager
def reading(size: int) -> Iterator[Callable[..., "Iterator[Batch]"]]:
    """How to read exports of *size* bytes: a function like ``parasocial.reading.read``."""
    pays = size >= MANY and (os.cpu_count() or 1) > 1
    apart = _begun() if pays and sys.executable else None  # Python may not know where it is
    if apart is None:
        yield _here
        return
    with closing(apart):
        yield apart.read


class Apart:
    """A process that reads, until it is closed.

    Raises:
        OSError: No process can be begun here.
    """

    def __init__(self) -> None:
        # -P: no module is loaded from where we happen to stand, which may be somebody's export.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "parasocial.jobs.apart"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pipesize=_PIPE,
        )
        self._busy = False

    def close(self) -> None:
        """End the process, and let go of what led to it."""
        self.end()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what was asked and never heard
                if stream:
                    stream.close()

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()

    def read(
        self,
        reader: "Reader",
        export: "Export",
        facts: "Facts",
        tally: "Tally",
        *,
        progress: "Callable[[Progress], None]" = lambda _: None,
        **more: Any,
    ) -> "Iterator[Batch]":
        """The same as ``parasocial.reading.read``; here, where an export cannot travel.

        The process reads from now on, not from when the first batch is asked for.

        Raises:
            ParasocialError: The process ended before it was done.
        """
        here = partial(_here, reader, export, facts, tally, progress=progress, **more)
        if self._busy:
            self.end()  # what it has still to say would be taken for this
        asked = _packed((reader, export, facts, more))
        self._busy = asked is not None and self._ask(asked)
        return self._heard(here, tally, progress) if self._busy else here()

    def _heard(
        self,
        here: "Callable[[], Iterator[Batch]]",
        tally: "Tally",
        progress: "Callable[[Progress], None]",
    ) -> "Iterator[Batch]":
        from parasocial.reading import Progress, Tally

        begun = False
        for it in self._told():
            if isinstance(it, Tally):
                self._busy = False
                _fill(tally, it)
                return
            if isinstance(it, Progress):
                progress(it)
            else:
                begun = True
                yield it
        if begun:
            raise ParasocialError(
                "The process that read this ended early, perhaps for want of memory. Try again."
            )
        yield from here()

    def _ask(self, asked: bytes) -> bool:
        """Whether the process heard of it."""
        with suppress(OSError):
            if self._process.stdin:
                self._process.stdin.write(asked)
                self._process.stdin.flush()
                return True
        return False

    def _told(self) -> Iterator[Any]:
        """What the process says of an export; it breaks off where the process does."""
        with suppress(OSError, EOFError, pickle.UnpicklingError):
            while self._process.stdout:
                yield pickle.load(self._process.stdout)  # noqa: S301 - from a process of our own


def _fill(tally: "Tally", told: "Tally") -> None:
    for name in told.__struct_fields__:
        setattr(tally, name, getattr(told, name))


def _packed(asked: tuple[Any, ...]) -> bytes | None:
    """What is asked, to travel; None where it cannot: an open archive, say."""
    try:
        return pickle.dumps(asked, pickle.HIGHEST_PROTOCOL)
    except (pickle.PicklingError, TypeError, AttributeError, ValueError, RecursionError):
        return None


def _begun() -> Apart | None:
    try:
        return Apart()
    except OSError:
        return None


def _here(*what: Any, **more: Any) -> "Iterator[Batch]":
    from parasocial.reading import read

    return read(*what, **more)


def _serve(asked: IO[bytes], told: IO[bytes]) -> None:
    """Read what is asked for, until nothing more is."""
    gc.disable()
    import numpy as np  # noqa: F401 - loaded before it is needed

    from parasocial.reading import Tally, read

    gc.freeze()  # what is loaded stays
    gc.enable()
    waiting: Queue[list[Any]] = Queue(_AHEAD)
    Thread(target=_write, args=(waiting, told), daemon=True).start()

    def say(it: Any) -> None:
        pieces = _Pieces()
        pickle.dump(it, pieces, pickle.HIGHEST_PROTOCOL)
        waiting.put(pieces)

    while True:
        try:
            reader, export, facts, more = pickle.load(asked)  # noqa: S301 - from who began this
        except EOFError:
            return
        tally = Tally()
        for batch in read(reader, export, facts, tally, progress=say, **more):
            say(batch)
        say(tally)


class _Pieces(list[Any]):
    """What a pickler writes, piece by piece: to put them together takes longer.

    A piece may be an array itself: what was said must not change any more.
    """

    def write(self, piece: Any) -> None:
        """Take the next piece."""
        self.append(piece)


def _write(waiting: "Queue[list[Any]]", told: IO[bytes]) -> None:
    """Write what was said, until nobody hears it."""
    try:
        while True:
            told.writelines(waiting.get())
            told.flush()
    finally:
        os._exit(1)  # whatever it was: without this thread the other would wait for ever


if __name__ == "__main__":
    _serve(sys.stdin.buffer, sys.stdout.buffer)
