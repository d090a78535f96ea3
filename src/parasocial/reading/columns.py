"""Many interactions of one shape at once, as columns: for files of a million like lines.

What a record means is still said by its declaration's ``meaning``. A declaration may add a way to
say the same of many plain records together, which the loop prefers where it can.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec.structs import replace

from parasocial.schema import Interaction

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LIKE = len("2026-10-31T23:59:53.711Z")
"""How many letters a time has that can be read together with others."""


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


def micros_of(times: Sequence[str]) -> "NDArray[np.int64]":
    """ISO times in UTC to the millisecond, each ``LIKE`` letters long, as microseconds.

    Raises:
        ValueError: One of them is written otherwise, or is no time.
    """
    import numpy as np

    written = np.frombuffer("".join(times).encode(), f"S{LIKE}").reshape(len(times))
    letters = written.view(np.uint8).reshape(-1, LIKE)
    if not (letters[:, LIKE - 1] == ord("Z")).all():
        raise ValueError("a time in another zone")
    return written.astype(f"S{LIKE - 1}").astype("M8[us]").astype(np.int64)
