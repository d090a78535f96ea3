"""What messages are like, noticed by a process of its own while this one reads on."""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, Self, TypeAlias, overload

from parasocial.talk.notice import notice_each

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Notice: TypeAlias = Callable[[Sequence[str], frozenset[str]], Sequence[int]]
"""Messages, and what the creator is called, to the marks of each."""

MANY = 32 * 2**20
"""Bytes of logs from which a process of its own pays: it takes a third of a second to begin."""
_BETWEEN = "\0"
_NUMBER = 8


@contextmanager
def noticing(size: int) -> Iterator[Notice]:
    """How to notice what the messages in *size* bytes of logs are like."""
    if size < MANY or (os.cpu_count() or 1) == 1:
        yield notice_each
        return
    try:
        apart = Apart()
    except OSError:  # processes cannot be begun here
        yield notice_each
        return
    with apart:
        yield apart.notice_each


@dataclass(frozen=True, slots=True)
class Noticed(Sequence[int]):
    """The marks of messages, which may still be on their way: looking at them waits.

    Attributes:
        marks: One for each message.
        length: How many messages.
    """

    marks: "Future[Sequence[int] | NDArray[np.int64]]"
    length: int

    def __len__(self) -> int:
        return self.length

    @overload
    def __getitem__(self, place: int) -> int: ...
    @overload
    def __getitem__(self, place: slice) -> list[int]: ...
    def __getitem__(self, place: int | slice) -> int | list[int]:
        return [*self][place]

    def __iter__(self) -> Iterator[int]:
        return iter([int(it) for it in self.marks.result()])

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> "NDArray[np.int64]":
        import numpy as np

        return np.array(self.marks.result(), dtype, copy=copy)


class Apart:
    """A process that notices; it ends with the context, and its work is done here if it dies."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "parasocial.talk.apart"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="talk")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._thread.shutdown(cancel_futures=True)
        self.end()
        self._process.__exit__(kind, error, trace)

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()

    def notice_each(self, texts: Sequence[str], names: frozenset[str]) -> Sequence[int]:
        """The marks of many messages, as ``notice_each`` of the other module has them."""
        return Noticed(self._thread.submit(self._ask, texts, names), len(texts))

    def _ask(self, texts: Sequence[str], names: frozenset[str]) -> Any:
        import numpy as np

        asked, told = self._process.stdin, self._process.stdout
        block = _BETWEEN.join(texts)
        if asked is None or told is None or block.count(_BETWEEN) >= len(texts):
            return notice_each(texts, names)
        try:
            pickle.dump((block, names), asked, pickle.HIGHEST_PROTOCOL)
            asked.flush()
            return np.frombuffer(told.read(_NUMBER * len(texts)), np.int64, len(texts))
        except (OSError, ValueError):  # it is gone
            return notice_each(texts, names)


def _serve(asked: IO[bytes], told: IO[bytes]) -> None:
    """Answer until nothing more is asked."""
    import numpy as np

    notice_each([""] * 9, frozenset())  # so that all is made when the first messages come
    while True:
        try:
            block, names = pickle.load(asked)  # noqa: S301 - from the process that began this one
        except EOFError:
            return
        told.write(np.array(notice_each(block.split(_BETWEEN), names), np.int64).tobytes())
        told.flush()


if __name__ == "__main__":
    _serve(sys.stdin.buffer, sys.stdout.buffer)
