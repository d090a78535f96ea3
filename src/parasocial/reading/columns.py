"""Many interactions of one shape at once, as columns: for files of a million like lines.

What a record means is still said by its declaration's ``meaning``. A declaration may add a way to
say the same of many plain records together, which the loop prefers where it can.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec.structs import replace

from parasocial.schema import Interaction

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SINCE_EPOCH = datetime.timestamp


@dataclass(frozen=True, slots=True)
class Columns:
    """Interactions that share everything but whom they are with, on what, and when.

    Attributes:
        like: What all share; its own target, item and time say nothing.
        target: Whom each is with.
        item: The content that each is with.
        us: When each was, microseconds since the epoch, UTC.
    """

    like: Interaction
    target: Sequence[str]
    item: Sequence[str]
    us: "NDArray[np.int64]"

    def __len__(self) -> int:
        return len(self.item)

    def rows(self) -> Iterator[Interaction]:
        """The same interactions, one by one."""
        for target, item, us in zip(self.target, self.item, self.us.tolist(), strict=True):
            yield replace(self.like, target=target, item=item, us=us)


Many: TypeAlias = Callable[[Sequence[Any]], tuple[Columns, Sequence[Any]]]
"""Records to the plain ones among them, as columns, and the rest. It may remember what it saw."""


def micros_of(times: Sequence[datetime]) -> "NDArray[np.int64]":
    """Aware times as microseconds: what ``times.micros`` says of each, until the year 2100."""
    import numpy as np

    seconds = np.fromiter(map(_SINCE_EPOCH, times), np.float64, len(times))
    return np.rint(seconds * 1e6).astype(np.int64)
