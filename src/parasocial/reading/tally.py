"""What became of everything in an export: our own patterns and counts, no content."""

from collections import Counter

from msgspec import Struct, field


class Records(Struct):
    """What became of the files and records of one declaration.

    ``read`` includes ``set_aside``: records understood, and known to say nothing about a
    tie (advertisements, service lines). ``read + failed`` is the number of records.
    """

    files: int = 0
    read: int = 0
    set_aside: int = 0
    failed: dict[str, int] = field(default_factory=Counter)


class Tally(Struct):
    """Counts for one export: every file is read, ignored or unknown.

    Attributes:
        records: By file pattern.
        cut: By file pattern, files that could not be read to their end, by error type.
        unknown: By file ending, files that no declaration knows.
    """

    records: dict[str, Records] = field(default_factory=dict)
    cut: dict[str, dict[str, int]] = field(default_factory=dict)
    ignored: int = 0
    unknown: dict[str, int] = field(default_factory=Counter)
    files_read: int = 0

    def of(self, pattern: str) -> Records:
        """The counts for one declaration, by its file pattern."""
        return self.records.setdefault(pattern, Records())

    @property
    def read(self) -> int:
        """Records read."""
        return sum(records.read for records in self.records.values())

    @property
    def failed(self) -> int:
        """Records that could not be read."""
        return sum(sum(records.failed.values()) for records in self.records.values())
