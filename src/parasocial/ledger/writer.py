"""One import: batches in as they are read, visible only once all of them are there."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import msgspec

from parasocial.ledger.coverage import MANNERS, coverage
from parasocial.ledger.waiting import Held, Waiting
from parasocial.reading import Batch, Facts, Reader, Tally
from parasocial.reading.columns import NO_NUMBER, TEXTS, joined
from parasocial.schema import EGO, Addressed, Channel, Form, Interaction

if TYPE_CHECKING:
    from parasocial.ledger.store import Ledger

_AHEAD = 2
"""How many batches may wait to be written: enough that neither reading nor writing stands still."""
_NUMBERS = frozenset({"manner", "us", "us_low", "us_high", "ms", "words", "marks", "replies"})

# The natural key of a row: never a text in it, the time no finer than any variant has it. What is
# kept must be the same in every version of the engine; what is not, quick.
_KEPT = f"""md5_number(concat_ws('|', $salt, $platform, channel, actor, coalesce(target, ''),
    coalesce(nullif(us, {NO_NUMBER}) // $floor, 0), coalesce(item, ''), coalesce("group", '')))"""
_QUICK = f"""CAST(hash($platform, channel, actor, target) AS UHUGEINT) * {2**64}
    + hash($salt, nullif(us, {NO_NUMBER}) // $floor, item, "group")"""
_ROWS = f"""
INSERT INTO line SELECT manner, {{key}},
    CASE WHEN actor = '{EGO}' THEN 'ego' ELSE $platform || ':' || actor END,
    CASE WHEN target = '{EGO}' THEN 'ego' ELSE $platform || ':' || target END,
    nullif(us, {NO_NUMBER}), nullif(us_low, {NO_NUMBER}), nullif(us_high, {NO_NUMBER}),
    nullif(ms, {NO_NUMBER}), nullif(words, {NO_NUMBER}), item, reply_to, "group", $file,
    nullif(marks, {NO_NUMBER}), nullif(replies, {NO_NUMBER})
FROM said"""
_TEXT = "INSERT INTO text SELECT $number, {key}, text FROM said WHERE text IS NOT NULL"
_SOURCE = f"INSERT INTO source VALUES ({', '.join(f'${i}' for i in range(1, 15))})"


class _Manners(dict[tuple[int, Channel, Addressed, Form | None], int]):
    """What rows of one import can share, each under a number of its own in the whole ledger."""

    def __init__(self, source: int) -> None:
        self._first = source * MANNERS + 1

    def __missing__(self, shared: tuple[int, Channel, Addressed, Form | None]) -> int:
        self[shared] = self._first + len(self)
        return self[shared]


class Import:
    """One export on its way into the ledger. A context manager: leaving it early leaves nothing.

    While one batch is written, the next can be read: the engine works in a thread of its own.

    Args:
        ledger: Where to.
        reader: Whose rows.
        facts: What was known of the export beforehand.
        with_messages: Keep the words of ego's private messages too.
    """

    def __init__(
        self, ledger: "Ledger", reader: Reader, facts: Facts, *, with_messages: bool = False
    ) -> None:
        self._ledger = ledger
        self._reader = reader
        self._facts = facts
        self._with_messages = with_messages
        [self._number] = ledger.query("SELECT nextval('source_numbers') AS n")["n"]
        self._manners = _Manners(self._number)
        self._salt = ledger.salt
        self._key = _KEPT if ledger.path else _QUICK
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="ledger")
        self._writing: deque[Future[None]] = deque()
        self._known: set[msgspec.Struct] = set()
        self._waiting = Waiting()
        self._whole = ledger.importing()

    def __enter__(self) -> Self:
        self._keep = self._whole.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._thread.shutdown(wait=True, cancel_futures=True)
        self._whole.__exit__(kind, error, trace)

    def append(self, batch: Batch) -> None:
        """Take one batch; return as soon as few enough wait to be written."""
        self._wait(_AHEAD)
        self._writing.append(self._thread.submit(self._write, batch))

    def finish(self, source_id: str, tally: Tally) -> None:
        """Mark the import as whole; an earlier import of the same export gives way to it."""
        self._wait()
        for held in self._waiting.rest():
            self._put_together(held)
        ledger, reader, facts = self._ledger, self._reader, self._facts
        mark = [
            *(self._number, source_id, reader.platform, reader.title, facts.layout, facts.account),
            *(facts.exported_us, facts.zone, reader.unsolicited.value, reader.of_channels),
            *(facts.whole, msgspec.json.encode(tally).decode()),
            *(list(facts.warnings), list(reader.blind)),
        ]
        ledger.replace(source_id)
        for (records, *shared), number in self._manners.items():
            said = [number, self._number, records, reader.platform, *shared]
            ledger.execute("INSERT INTO manner VALUES (?, ?, ?, ?, ?, ?, ?)", said)
        for row in coverage(ledger, reader, self._number):
            ledger.execute(f"INSERT INTO coverage VALUES ({', '.join('?' * len(row))})", row)
        ledger.execute(_SOURCE, mark)
        self._keep()

    def _wait(self, most: int = 0) -> None:
        while len(self._writing) > most:
            self._writing.popleft().result()

    def _write(self, batch: Batch) -> None:
        if batch.interactions:
            self._put(batch, *_apart(self._columns(batch, batch.interactions)))
        for held in self._waiting.take(batch):
            self._put_together(held)
        self._name(
            "account",
            batch.accounts,
            lambda it: (it.id, it.name, it.handle, it.kind, it.evidence),
        )
        self._name("alias", batch.aliases, lambda it: (it.was, it.now, it.evidence))
        self._name("author", batch.authors, lambda it: (it.item, it.account, it.evidence))
        for it in batch.logs:
            self._ledger.execute(
                "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [self._number, batch.file, *msgspec.structs.astuple(it)],
            )

    def _put_together(self, held: Held) -> None:
        it = joined(held.columns)
        kept = [name for name in it.more if name != "text" or self._keeps(it.like)]
        columns = self._columns(held.where, [it.like]) | {name: it.made(name) for name in kept}
        if "text" in kept and "actor" in columns:
            said = zip(columns["text"], columns["actor"], strict=True)
            columns["text"] = [text if who == EGO else None for text, who in said]
        self._put(held.where, *_apart(columns | {"us": it.us}))

    def _put(self, batch: Batch, like: Mapping[str, Any], columns: Mapping[str, Any]) -> None:
        self._insert(_ROWS, batch, like, columns, file=batch.file)
        if "text" in columns or like.get("text"):
            self._insert(_TEXT, batch, like, columns, number=self._number)

    def _columns(self, batch: Batch, rows: Sequence[Interaction]) -> dict[str, Any]:
        """What *rows* say, field by field; of texts those that are kept."""
        # Spelled out: a name looked up by getattr takes three times as long, for every cell.
        manners, number, keeps = self._manners, batch.number, self._keeps
        return {
            "manner": [manners[number, it.channel, it.addressed, it.form] for it in rows],
            "channel": [it.channel for it in rows],
            "actor": [it.actor for it in rows],
            "target": [it.target for it in rows],
            "item": [it.item for it in rows],
            "reply_to": [it.reply_to for it in rows],
            "group": [it.group for it in rows],
            "us": [it.us for it in rows],
            "us_low": [it.us_low for it in rows],
            "us_high": [it.us_high for it in rows],
            "ms": [it.ms for it in rows],
            "words": [it.words for it in rows],
            "marks": [it.marks for it in rows],
            "replies": [it.replies for it in rows],
            "text": [it.text if it.text and it.actor == EGO and keeps(it) else None for it in rows],
        }

    def _keeps(self, it: Interaction) -> bool:
        """Whether ego's words are kept: what they say in public, private messages on request."""
        # What is no message can be said in a conversation, too: a reply in a channel one has
        # joined.
        public = it.channel is not Channel.MESSAGE and it.form is not Form.CHAT
        return self._with_messages or public

    def _insert(
        self,
        sql: str,
        batch: Batch,
        like: Mapping[str, Any],
        columns: Mapping[str, Any],
        **more: Any,
    ) -> None:
        """Write rows: what they share is handed over once."""
        shared = (f'${name}::{_type(name)} AS "{name}"' for name in like)
        given = ", ".join((*(_cell(*it) for it in columns.items()), *shared))
        values = {
            "salt": self._salt,
            "platform": self._reader.platform,
            "floor": batch.records.floor,
            **like,
            **more,
        }
        self._ledger.insert(
            f"WITH said AS (SELECT {given} FROM incoming) {sql.format(key=self._key)}",
            values,
            columns,
        )

    def _name(
        self, table: str, said: Sequence[Any], columns: Callable[[Any], tuple[str | None, ...]]
    ) -> None:
        """Keep what is new of what was said about accounts; their ids get the platform's name."""
        new = [it for it in dict.fromkeys(said) if it not in self._known]
        self._known.update(new)
        if not new:
            return
        rows = [columns(it) for it in new]
        width = len(rows[0])
        named = {"account": (0,), "alias": (0, 1), "author": (1,)}[table]
        cells = ", ".join(
            f"$platform || ':' || c{i}" if i in named else f"c{i}" for i in range(width)
        )
        self._ledger.insert(
            f"INSERT INTO {table} SELECT $number, {cells} FROM incoming",
            {"number": self._number, "platform": self._reader.platform},
            {f"c{i}": _array("", [row[i] for row in rows]) for i in range(width)},
        )


def _apart(columns: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What all rows share, and the columns in which they differ."""
    like = {
        name: it[0]
        for name, it in columns.items()
        if name != "us" and isinstance(it, list) and it.count(it[0]) == len(it)
    }
    return like, {name: _array(name, it) for name, it in columns.items() if name not in like}


def _cell(name: str, column: Any) -> str:
    if name in TEXTS and column.dtype.kind == "i":
        return f'CAST(nullif("{name}", {NO_NUMBER}) AS VARCHAR) AS "{name}"'
    return f'"{name}"'


def _type(name: str) -> str:
    return "BIGINT" if name in _NUMBERS else "VARCHAR"


def _array(name: str, values: Any) -> Any:
    import numpy as np

    if isinstance(values, np.ndarray):
        return values
    if name in _NUMBERS:
        return np.array([NO_NUMBER if n is None else n for n in values], dtype=np.int64)
    return np.array(values, dtype=object)
