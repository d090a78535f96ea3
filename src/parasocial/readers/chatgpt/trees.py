"""A list of records that are deep and long, one record at a time, in bounded memory.

Where a record ends is told by counting brackets outside strings: a conversation holds so many
objects that look like the end of a record that trying each would take forever.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from parasocial.reading.halves import CutOff, NotJson

_CHUNK = 1 << 20
_LONGEST = 1 << 27
_BOM = b"\xef\xbb\xbf"
_TO_BRACKET = re.compile(rb'[^"\[\]{}]*+(?:"(?:[^"\\]++|\\.)*+"[^"\[\]{}]*+)*+[\[\]{}]', re.DOTALL)
_OPEN = b"[{"
_BETWEEN = b", \t\r\n"


def trees(stream: BinaryIO) -> Iterator[bytes]:
    """The records of a list, undecoded; of an object at the root, the object.

    What stands between records and is none is yielded for one that cannot be read.

    Raises:
        CutOff: The list never ends. What was whole has been yielded before.
        NotJson: What stands there is no list of records.
    """
    held = stream.read(_CHUNK).removeprefix(_BOM).lstrip()
    if not held or held.rstrip() == b"null":
        return
    if held[:1] not in (b"[", b"{"):
        raise NotJson
    yield from _cut_at_brackets(held, stream, 1 if held[:1] == b"{" else 2)


def _cut_at_brackets(held: bytes, stream: BinaryIO, inside: int) -> Iterator[bytes]:
    """Cut out what lies *inside* that many brackets; *held* is what was read of *stream*."""
    depth = start = at = 0
    while True:
        while found := _TO_BRACKET.match(held, at):
            at = found.end()
            if depth == inside - 1 and (odd := found[0][:-1].strip(_BETWEEN)):
                yield odd
            if held[at - 1] in _OPEN:
                depth += 1
                if depth == inside:
                    start = at - 1
                continue
            if depth == inside:
                yield held[start:at]
            depth -= 1
            if not depth:
                return
        done = start if depth >= inside else at
        held, at, start = held[done:], at - done, 0
        if len(held) > _LONGEST:
            raise NotJson
        # As much again as is held: a string that does not end is looked through each time.
        if not (more := stream.read(max(_CHUNK, len(held)))):
            raise CutOff
        held += more
