"""The shape of JSON of any size, token by token: nothing longer than a piece of it is held."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from parasocial.jobs.skeleton.kinds import number_kind, text_kind
from parasocial.jobs.skeleton.shape import Node
from parasocial.reading.halves import CutOff, NotJson

_PIECE = 1 << 18
_LONG, _HELD = 1 << 16, 200
_DEEPEST = 100
_BEFORE = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:[A-Za-z][\w.]*\s*=\s*)?")
_TOKEN = re.compile(
    rb'([{}\[\],:])|"((?:[^"\\]|\\.)*+)"|([^\s{}\[\],:"]+)|("(?:[^"\\]|\\.)*+\\?\Z)', re.DOTALL
)
_MARK, _TEXT, _WORD, _BEGUN = 1, 2, 3, 4
_ESCAPE = re.compile(rb'[\\"]')
_WORDS = {b"null": "null", b"true": "true or false", b"false": "true or false"}
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


def json_shape(stream: BinaryIO, root: Node, known: frozenset[str]) -> None:
    """Count the values of *stream* at *root*; several in a row (JSON lines) are alike.

    Raises:
        CutOff: It ends in the middle. What came before has been counted.
        NotJson: It is none, or deeper than anything a platform writes.
    """
    places: list[tuple[Node, bool]] = []
    here: Node | None = root
    key_next = False
    for kind, token in _tokens(stream):
        inside = bool(places) and places[-1][1]
        if kind == _MARK:
            if token in b"{[":
                node = _value(here, "object" if token == b"{" else "list")
                places.append((node, token == b"{"))
                if len(places) > _DEEPEST:
                    raise NotJson
                key_next = token == b"{"
                here = None if key_next else node.item() if token == b"[" else node
            elif token in b"}]":
                if not places:
                    raise NotJson
                places.pop()
                here, key_next = (None, False) if places else (root, False)
            elif token == b"," and places:
                key_next = inside
                here = None if inside else places[-1][0].item()
        elif kind == _TEXT and key_next:
            here = places[-1][0].under(_text(token), known)
            key_next = False
        else:
            _value(here, text_kind(_text(token)) if kind == _TEXT else _word(token))
            here = None if places else root
    if places:
        raise CutOff


def _value(here: Node | None, kind: str) -> Node:
    if here is None:
        raise NotJson
    here.add(kind)
    return here


def _text(token: bytes) -> str:
    text = token[:_HELD].decode("utf-8", "replace")
    if "\\" not in text:
        return text
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda it: chr(int(it[1], 16)), text).replace("\\/", "/")


def _word(token: bytes) -> str:
    if token in _WORDS:
        return _WORDS[token]
    if not _NUMBER.fullmatch(token):
        raise NotJson
    return number_kind(token.decode())


def _tokens(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Marks, texts and words; of a text that is long, only the beginning."""
    rest = b""
    first = True
    while piece := stream.read(_PIECE):
        data = rest + piece
        if first:
            data, first = _BEFORE.sub(b"", data, count=1), False
        rest = b""
        for found in _TOKEN.finditer(data):
            kind = found.lastindex or _MARK
            if kind == _BEGUN or (kind == _WORD and found.end() == len(data)):
                rest = _shortened(data[found.start() :])
                break
            yield kind, found[kind]
    if rest.startswith(b'"'):
        raise CutOff
    if rest:
        yield _WORD, rest[:_LONG]


def _shortened(text: bytes) -> bytes:
    """The beginning of a text that goes on, where it is long already."""
    if len(text) <= _LONG:
        return text
    # An escape that is just beginning has to meet its letter in the next piece.
    open_escape = (len(text) - len(text.rstrip(b"\\"))) % 2
    return text[:1] + _ESCAPE.sub(b"", text[1:_HELD]) + b"\\" * open_escape
