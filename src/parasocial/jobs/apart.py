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
from typing import IO, TYPE_CHECKING, Any

from parasocial.errors import ParasocialError

if TYPE_CHECKING:
    from parasocial.export import Export
    from parasocial.reading import Batch, Facts, Progress, Reader, Tally

MANY = 32 * 2**20
"""Bytes from which a process of its own pays, which takes a while to begin."""
_PIPE = 2**20


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

        Raises:
            ParasocialError: The process ended before it was done.
        """
        from parasocial.reading import Progress, Tally

        asked = _packed((reader, export, facts, more))
        begun = done = False
        try:
            for it in self._told(asked) if asked else ():
                if isinstance(it, Tally):
                    done = True
                    _fill(tally, it)
                    return
                if isinstance(it, Progress):
                    progress(it)
                else:
                    begun = True
                    yield it
        finally:
            if asked and not done:
                self.end()  # what it has still to say would be taken for the next
        if begun:
            raise ParasocialError(
                "The process that read this ended early, perhaps for want of memory. Try again."
            )
        yield from _here(reader, export, facts, tally, progress=progress, **more)

    def _told(self, asked: bytes) -> Iterator[Any]:
        """What the process says of an export; it breaks off where the process does."""
        into, out = self._process.stdin, self._process.stdout
        if into is None or out is None:
            return
        with suppress(OSError, EOFError, pickle.UnpicklingError):
            into.write(asked)
            into.flush()
            while True:
                yield pickle.load(out)  # noqa: S301 - from a process of our own


def _fill(tally: "Tally", told: "Tally") -> None:
    for name in told.__struct_fields__:
        setattr(tally, name, getattr(told, name))


def _packed(asked: tuple[Any, ...]) -> bytes | None:
    try:
        return pickle.dumps(asked, pickle.HIGHEST_PROTOCOL)
    except (pickle.PicklingError, TypeError, AttributeError):  # an open archive, say
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
    import numpy as np  # noqa: F401 - loaded before it is needed

    from parasocial.readers import READERS  # noqa: F401 - the same
    from parasocial.reading import Tally, read

    gc.freeze()  # what is loaded stays

    def say(it: Any) -> None:
        pickle.dump(it, told, pickle.HIGHEST_PROTOCOL)
        told.flush()

    while True:
        try:
            reader, export, facts, more = pickle.load(asked)  # noqa: S301 - from who began this
        except EOFError:
            return
        tally = Tally()
        for batch in read(reader, export, facts, tally, progress=say, **more):
            say(batch)
        say(tally)


if __name__ == "__main__":
    _serve(sys.stdin.buffer, sys.stdout.buffer)
