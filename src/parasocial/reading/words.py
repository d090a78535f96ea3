"""The words of a layout: what a reader's own declarations and code call files, keys and columns.

They are ours, not an export's, so they may be shown; and an export that shares many of them is
near to the layout that they are from.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache, partial
from pathlib import PurePosixPath
from types import CodeType, FunctionType
from typing import Any, get_args

import msgspec

from parasocial.reading.local_words import MONTHS
from parasocial.reading.model import Reader, Records

_OURS = ("parasocial.readers.", "parasocial.reading.")
_VERSION = re.compile(r" v\d{1,2}$")
_APART = re.compile(r"[|/]")
_IN_A_LOOK = re.compile(r"\\.|[^\W\d_][\w-]*(?: \w+)*")
_WORD = re.compile(r"[^\W\d](?:[\w @'’-]|[.:](?=\w)){1,47}")
_WILD = re.compile(r"\[\[\]|\[\]\]|\[[^\]]*\]|[*?]")


def folded(word: str) -> str:
    """What two spellings of one word share: letters without case, spaces, no version's number."""
    return _VERSION.sub("", " ".join(word.casefold().replace("_", " ").replace("-", " ").split()))


@cache
def words_of(records: Records) -> frozenset[str]:
    """The words of one declaration, folded: names of files, keys and columns."""
    return _kept((*stems(records), *_reachable((records.rows, records.row, records.meaning))))


@cache
def words(reader: Reader) -> frozenset[str]:
    """All words of a reader, folded, with those of the files it leaves on purpose."""
    looks = (it.like.pattern.decode("latin-1") for it in reader.records if it.like)
    looked = (word for look in looks for word in _IN_A_LOOK.findall(look) if word[0] != "\\")
    declared = (word for records in reader.records for word in words_of(records))
    known = _reachable((reader.facts,))
    return _kept((*reader.ignored, *looked, *known)) | frozenset(declared)


def stems(records: Records) -> frozenset[str]:
    """What a declaration's files are called, without ending and without what may vary."""
    names = (PurePosixPath(pattern).stem for pattern in records.patterns)
    return frozenset(part for name in names for part in map(folded, _WILD.split(name)) if part)


def _kept(found: Iterable[str]) -> frozenset[str]:
    # May, April and August are people, too: what a calendar calls its months is nobody's key.
    whole = (word for text in found for word in _APART.split(text))
    kept = {folded(word) for word in whole if _WORD.fullmatch(word.strip())}
    return frozenset(kept) - MONTHS.keys()


def _reachable(starts: Iterable[Any]) -> Iterator[str]:
    """The texts that stand in values and functions, and in those of ours that they use."""
    seen: dict[int, Any] = {}  # what is let go of could lend its id to another
    waiting = list(starts)
    while waiting:
        it = waiting.pop()
        if id(it) in seen:
            continue
        seen[id(it)] = it
        if isinstance(it, str):
            yield it
        waiting += _inside(it)


def _inside(it: Any) -> Iterable[Any]:
    """What *it* is made of, as far as that is ours."""
    if isinstance(it, (tuple, list, frozenset, set, dict)):
        return (*it, *it.values()) if isinstance(it, dict) else it
    if isinstance(it, FunctionType) and it.__module__.startswith(_OURS):
        names = _names(it.__code__)
        return [*_constants(it.__code__), *(it.__globals__.get(name) for name in names)]
    if isinstance(it, partial):
        return (it.func, it.args, tuple(it.keywords.values()))
    if isinstance(it, type) and issubclass(it, msgspec.Struct):
        return (it.__struct_encode_fields__, *_types(it))
    if is_dataclass(it) and not isinstance(it, type):
        return (*(getattr(it, each.name) for each in fields(it)), type(it).__call__)
    return ()


def _types(struct: type[msgspec.Struct]) -> Iterator[Any]:
    for each in msgspec.structs.fields(struct):
        yield each.type
        yield get_args(each.type)


def _constants(code: CodeType) -> Iterator[Any]:
    # The first constant of a function is mostly its docstring, which is too long to be a word.
    for it in code.co_consts:
        if isinstance(it, CodeType):
            yield from _constants(it)
        elif not isinstance(it, Mapping):
            yield it


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for it in code.co_consts:
        if isinstance(it, CodeType):
            yield from _names(it)
