"""How the rows of a log are packed: which bits of an integer say who, which way, and how."""

from msgspec import Struct

from parasocial.errors import UnreadableLog
from parasocial.network.checked import Checked
from parasocial.network.log import ACTS, ATTENTION, LINKS
from parasocial.ties.thresholds import DAY

ROWS = 1 << 22
"""So many rows to a partition, at most about: what each core holds at a time."""
SECOND = 1_000_000
_WEEK, _MONDAY = 7 * DAY, 3 * DAY
_MOST_PARTS = 12
_MORE_BITS = 2
"""Up to four times the partitions cost less than a second word to each row."""
_DIRECT_BITS = 26
_WORD = 64


class Layout(Struct, frozen=True):
    """Where each part of a chain stands.

    Two beings are numbered; the pair is the lesser number without its lowest *part_bits*, then the
    greater. Their sum gives the partition, and with it those bits. Below it stand who of the two
    acts, and the channel: that is a chain. Its time stands below that, if one integer holds both.

    Attributes:
        base: The least id where ids are numbers as they stand; None where they were numbered.
        node_bits: Bits of a number.
        part_bits: There are 2 to this many partitions.
        codes: Channels, by their code; all of attention is one.
        zero_us: Times count from here: the Monday before the first, in microseconds.
        unit: In so many microseconds: a second where no time is finer.
        time_bits: Bits of a time.
    """

    base: int | None
    node_bits: int
    part_bits: int
    codes: tuple[str, ...]
    zero_us: int
    unit: int
    time_bits: int

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

    @property
    def chain_bits(self) -> int:
        """Bits of a chain."""
        return 2 * self.node_bits - self.part_bits + 1 + self.code_bits

    @property
    def below_pair(self) -> int:
        """Bits below the pair, in a word, or in a chain."""
        return 1 + self.code_bits + (self.time_bits if self.one_word else 0)

    @property
    def one_word(self) -> bool:
        """Whether one integer holds a chain and its time."""
        return self.chain_bits + self.time_bits <= _WORD

    @property
    def node_type(self) -> str:
        """The narrowest type of a number."""
        return "uint32" if self.node_bits <= _WORD // 2 else "int64"

    @property
    def time_type(self) -> str:
        """The narrowest type in which times and lengths of time are reckoned."""
        return "uint32" if self.unit == SECOND and self.time_bits <= _WORD // 2 else "int64"

    def packed(self, numbered: str) -> str:
        """``part``, and ``word`` or ``chain`` and ``time``, of rows of a, b, code, us: a SELECT."""
        lesser = f"(CAST(least(a, b) AS UBIGINT) >> {self.part_bits}) << {self.node_bits}"
        chain = (
            f"(({lesser}) | CAST(greatest(a, b) AS UBIGINT)) << {1 + self.code_bits}"
            f" | CAST(CAST(a < b AS INTEGER) << {self.code_bits} | code AS UBIGINT)"
        )
        time = f"CAST((us - {self.zero_us}) // {self.unit} AS UBIGINT)"
        row = f"{chain} AS chain, {time} AS time"
        if self.one_word:
            row = f"({chain}) << {self.time_bits} | {time} AS word"
        part = f"CAST((a + b) & {self.parts - 1} AS USMALLINT)"
        return f"SELECT {part} AS part, {row} FROM ({numbered})"

    def ordered(self, packed: str) -> str:
        """The rows of a partition as a SELECT; words are quicker to sort once they are here."""
        if self.one_word:
            return f"SELECT word FROM {packed}"
        return f"SELECT chain, time FROM {packed} ORDER BY chain, time"


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
    zero_us = (checked.first_us + _MONDAY) // _WEEK * _WEEK - _MONDAY
    unit = 1 if checked.finer else SECOND
    time_bits = max(((checked.last_us - zero_us) // unit).bit_length(), 1)
    part_bits = max(-(-checked.total // ROWS) - 1, 0).bit_length()

    def found(more: int) -> Layout:
        bits = min(part_bits + more, _MOST_PARTS, node_bits)
        return Layout(base, node_bits, bits, tuple(names), zero_us, unit, time_bits)

    tried = [found(more) for more in range(_MORE_BITS + 1)]
    layout = next((it for it in tried if it.one_word), tried[0])
    if layout.chain_bits > _WORD:
        raise UnreadableLog("There are more accounts than one machine can count. Use Spark.")
    return layout


def direct(checked: Checked) -> bool:
    """Whether ids can stand for themselves: integers that lie close together."""
    if checked.ids != "integer":
        return False
    return int(checked.high_id - checked.low_id).bit_length() <= _DIRECT_BITS
