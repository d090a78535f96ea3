"""TikTok's text export: ``key: value`` lines, one file per section, keys in any language."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from parasocial.reading import File, Table

_BATCH = 4_096
_TIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?: UTC)?")
_SAID = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)(?: UTC)? ([^:]+): ?(.*)", re.DOTALL)

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Blocks:
    """Records that begin with the file's first key again, as dictionaries.

    Keys are localised, so a value is known by its look: the first time is ``Date``, the last
    address ``Link``, and the first that is neither is called *text*. A section without data
    holds one sentence, which is no record.
    """

    text: str = ""

    def __call__(self, file: File, row: Any) -> Table:
        """Find the records of *file*."""
        del row
        return Table(_in_batches(map(self._named, _records(file))))

    def _named(self, pairs: Pairs) -> dict[str, str]:
        found: dict[str, str] = {}
        for _, value in pairs:
            if "Date" not in found and _TIME.fullmatch(value):
                found["Date"] = value
            elif "://" in value and " " not in value:
                found["Link"] = value
            elif self.text and self.text not in found:
                found[self.text] = value
        return found


def chats(file: File, row: Any) -> Table:
    """Messages under ``>>> Chat History with …::`` lines, as the JSON export's rows."""
    del row
    return Table(_in_batches(_messages(file)))


def lines_of(file: File) -> Iterator[str]:
    """The lines of a text file that are not blank."""
    with (
        file.member.open() as stream,
        io.TextIOWrapper(stream, "utf-8-sig", errors="replace") as text,
    ):
        for line in text:
            if stripped := line.strip():
                yield stripped


def pair(line: str) -> tuple[str, str] | None:
    """A line's key and value, or None where it has none."""
    key, colon, value = line.partition(":")
    return (key, value.strip()) if key and colon and value[:1] in ("", " ") else None


def _records(file: File) -> Iterator[Pairs]:
    known: set[str] = set()
    first = ""
    record: Pairs = []
    emitted = False
    for line in lines_of(file):
        found = pair(line)
        if found and found[0] == first:
            yield record
            emitted = True
            record = [found]
        elif found and (found[0] in known or (not emitted and found[0][0].isupper())):
            first = first or found[0]
            known.add(found[0])
            record.append(found)
        elif record:  # the text goes on in another line
            key, value = record[-1]
            record[-1] = key, f"{value}\n{line}"
    if record:
        yield record


def _messages(file: File) -> Iterator[tuple[str, dict[str, str]]]:
    chat = ""
    message: dict[str, str] | None = None
    for line in lines_of(file):
        said = _SAID.fullmatch(line)
        if line.startswith(">>> "):
            if message is not None:
                yield chat, message
            chat, message = line, None
        elif said is not None:
            if message is not None:
                yield chat, message
            message = dict(zip(("Date", "From", "Content"), said.groups(), strict=True))
        elif message is not None:
            message["Content"] += f"\n{line}"
    if message is not None:
        yield chat, message


def _in_batches(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while batch := list(islice(rows, _BATCH)):
        yield batch
