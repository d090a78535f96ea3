"""How the rows of a log are packed: which bits of an integer say who, which way, and how."""

from msgspec import Struct

from parasocial.errors import UnreadableLog
from parasocial.network.checked import Checked
from parasocial.network.log import ACTS, ATTENTION, LINKS

ROWS = 1 << 20
"""So many rows to a partition, about: what sorts inside a processor's cache."""
_MOST_PARTS = 12
_DIRECT_BITS = 26
_WORD = 64


class Layout(Struct, frozen=True):
    """Where each part of a chain stands.

    Two beings are numbered; the pair is the lesser number without its lowest *part_bits*, then the
    greater. Their sum gives the partition, and with it those bits.

    Attributes:
        base: The least id where ids are numbers as they stand; None where they were numbered.
        node_bits: Bits of a number.
        part_bits: There are 2 to this many partitions.
        codes: Channels, by their code; all of attention is one.
    """

    base: int | None
    node_bits: int
    part_bits: int
    codes: tuple[str, ...]

    @property
    def code_bits(self) -> int:
        """Bits of a code."""
        return (len(self.codes) - 1).bit_length()

    @property
    def parts(self) -> int:
        """How many partitions there are."""
        return 1 << self.part_bits

    def code(self, channel: str) -> int | None:
        """The code of a channel; None where the log has none of it."""
        name = "view" if channel in ATTENTION else channel
        return self.codes.index(name) if name in self.codes else None

    def packed(self) -> str:
        """``part``, ``chain`` and ``us`` of each row of ``numbered``, as a SELECT."""
        lesser = f"(CAST(least(a, b) AS UBIGINT) >> {self.part_bits}) << {self.node_bits}"
        return (
            f"SELECT CAST((a + b) & {self.parts - 1} AS USMALLINT) AS part,"
            f" (({lesser}) | CAST(greatest(a, b) AS UBIGINT)) << {1 + self.code_bits}"
            f" | CAST(CAST(a < b AS INTEGER) << {self.code_bits} | code AS UBIGINT) AS chain,"
            " us FROM numbered"
        )


def lay_out(checked: Checked, nodes: int | None) -> Layout:
    """The layout for a log of so many numbered *nodes*; None where ids stand for themselves.

    Raises:
        UnreadableLog: There are more accounts than this engine can tell apart.
    """
    base = checked.low_id if nodes is None else None
    most = checked.high_id - base if base is not None else (nodes or 1) - 1
    node_bits = max(int(most).bit_length(), 1)
    names = [name for name in (*ACTS, *LINKS) if name in checked.kept]
    if any(name in ATTENTION for name in checked.kept):
        names.append("view")
    part_bits = min(max(-(-checked.total // ROWS) - 1, 0).bit_length(), _MOST_PARTS, node_bits)
    found = Layout(base, node_bits, part_bits, tuple(names))
    if 2 * node_bits - part_bits + 1 + found.code_bits > _WORD:
        raise UnreadableLog("There are more accounts than one machine can count. Use Spark.")
    return found


def direct(checked: Checked) -> bool:
    """Whether ids can stand for themselves: integers that lie close together."""
    if checked.ids != "integer":
        return False
    return int(checked.high_id - checked.low_id).bit_length() <= _DIRECT_BITS
