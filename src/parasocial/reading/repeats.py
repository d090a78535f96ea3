"""Records that several files of one export hold: backups of the same phone, logs that overlap."""

from collections.abc import Hashable


class Repeats:
    """What earlier files of an export said, so that saying it again adds nothing.

    Twins within one file are two records; the ledger tells them apart by counting them.
    """

    def __init__(self) -> None:
        self._earlier: set[int] = set()
        self._here: set[int] = set()
        self._file: object = None

    def again(self, file: object, record: Hashable) -> bool:
        """Whether a file before *file* held *record* too; files come one after the other."""
        if file != self._file:
            self._earlier |= self._here
            self._here = set()
            self._file = file
        key = hash(record)
        if key in self._earlier:
            return True
        self._here.add(key)
        return False
