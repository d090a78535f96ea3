"""Which names can be ids: an export is somebody else's data."""

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from parasocial.reading.columns import NOWHERE, Columns, Drawn
from parasocial.schema import EGO, GONE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def is_id(name: str) -> bool:
    """Whether a name can be an id: it has letters, and none of them controls a terminal."""
    # isprintable alone would refuse the joiners inside emoji and the marks of Arabic names.
    return bool(name) and (name.isprintable() or _CONTROL.search(name) is None)


class Sound:
    """Whether all whom columns name have ids that can be some; each name is looked at once."""

    def __init__(self) -> None:
        self._names: set[str] = set()
        self._texts: Sequence[str] = ()
        self._seen: NDArray[np.bool_] | None = None

    def __call__(self, columns: Columns) -> bool:
        """Whether they have."""
        named = [columns.more[it] for it in ("actor", "target") if it in columns.more]
        return all(
            self._drawn(it) if isinstance(it, Drawn) else self._given(it)  # type: ignore[arg-type]
            for it in named
        ) and (columns.also is None or self(columns.also))

    def _given(self, names: Collection[str]) -> bool:
        if self._names.issuperset(names):
            return True
        # Only our own: an export may call somebody by the same letters.
        new = {it for it in names if it is not EGO and it is not GONE} - self._names
        if not all(map(is_id, new)):
            return False
        self._names |= new
        return True

    def _drawn(self, column: Drawn) -> bool:
        import numpy as np

        if self._seen is None or column.texts is not self._texts:
            self._texts, self._seen = column.texts, np.zeros(0, np.bool_)
        if len(self._seen) < len(column.texts):
            self._seen = np.append(self._seen, np.zeros(len(column.texts), np.bool_))
        places = column.places[column.places != NOWHERE]
        new = places[~self._seen[places]]
        if not self._given([column.texts[place] for place in new.tolist()]):
            return False
        self._seen[new] = True
        return True
