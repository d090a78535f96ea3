"""Many interactions of one shape at once, as columns: for files of a million like lines.

What a record means is still said by its declaration's ``meaning``. A declaration may add a way to
say the same of many plain records together, which the loop prefers where it can.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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
        target: Whom each is with; empty where ``like`` says it for all.
        item: The content that each is with.
        us: When each was, microseconds since the epoch, UTC.
        more: Other fields in which they differ, by name; never channel, addressed or form.
        also: What some of the same records say besides, of another kind, at the same times.
    """

    like: Interaction
    target: Sequence[str]
    item: Sequence[str]
    us: "NDArray[np.int64]"
    more: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    also: "Columns | None" = None

    def __len__(self) -> int:
        return len(self.item)

    def of(self, name: str) -> Sequence[Any]:
        """One field of all of them, but their time."""
        return {"target": self.target, "item": self.item, **self.more}[name]

    def rows(self) -> Iterator[Interaction]:
        """The same interactions, one by one."""
        columns = {"item": self.item, "us": self.us.tolist(), **self.more}
        columns |= {"target": self.target} if self.target else {}
        for row in zip(*columns.values(), strict=True):
            yield replace(self.like, **dict(zip(columns, row, strict=True)))


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
