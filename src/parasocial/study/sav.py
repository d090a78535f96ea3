"""A field as an SPSS system file, with labels.

Written by ourselves: the libraries that write such files take a data frame, and a data frame is a
large dependency for columns of small whole numbers. The layout is the one that PSPP documents;
tests read the file back with pyreadstat.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from parasocial.study.field import NO_ANSWER, NOT_ASKED, Field, Question

_NUMBER, _WIDE = (5 << 16) | (8 << 8) | 0, (5 << 16) | (8 << 8) | 2
"""Print formats: F8.0 and F8.2."""
_TEXT = 1 << 16
_LONGEST_LABEL, _LONGEST_VALUE = 255, 120
_ID_WIDTH = 32


def write_sav(path: Path, field: Field, weight: np.ndarray | None = None) -> None:
    """Write *field* to *path*: codes with their labels, numbers as given, ids, and the weight.

    Answers are numbered as the codebook's codes where those are whole numbers, else from 0. No
    answer is -1 and not asked -2, both declared as missing.

    Args:
        path: A file that may be filled.
        field: The study.
        weight: The final weights; the file is then weighted by them.
    """
    columns = list(_columns(field, weight))
    width = _ID_WIDTH // 8
    weighted = width + 1 if weight is not None else 0
    with path.open("wb") as out:
        out.write(_head(field, width + len(columns), weighted))
        out.write(_string_variable())
        for place, column in enumerate(columns):
            out.write(_variable(f"V{place + 1:05}", column.text, column.form, column.missing))
        for place, column in enumerate(columns):
            if column.labels:
                out.write(_labels(column.labels, width + place + 1))
        out.write(_extensions([column.name for column in columns]))
        out.write(struct.pack("<ii", 999, 0))
        out.write(_cases(field, columns))


class _Column:
    """One numeric variable of the file."""

    def __init__(self, name: str, text: str, values: np.ndarray, form: int = _NUMBER) -> None:
        self.name, self.text, self.values, self.form = name, text, values, form
        self.labels: dict[float, str] = {}
        self.missing: tuple[float, ...] = ()


def _columns(field: Field, weight: np.ndarray | None) -> Iterator[_Column]:
    if weight is not None:
        yield _Column("final_weight", "Weight after calibration", weight, _WIDE)
    for question in field.book.questions:
        yield _coded(question, field.codes[question.name])
    taken = {it.name for it in field.book.questions}
    for name, text in field.book.numbers.items():
        own = f"{name}_number" if name in taken else name
        yield _Column(own, text, field.numbers[name], _WIDE)


def _coded(question: Question, codes: np.ndarray) -> _Column:
    told = question.codes
    whole = bool(told) and all(it.isdecimal() for it in told)
    numbers = np.array([float(it) for it in told] if whole else range(len(question.labels)), float)
    column = _Column(
        question.name,
        question.text,
        np.where(codes >= 0, numbers[np.maximum(codes, 0)], codes.astype(float)),
    )
    column.labels = dict(zip(numbers.tolist(), question.labels, strict=True))
    column.labels |= {float(NO_ANSWER): "no answer", float(NOT_ASKED): "not asked"}
    column.missing = (float(NO_ANSWER), float(NOT_ASKED))
    return column


def _head(field: Field, size: int, weighted: int) -> bytes:
    title = _fixed(field.book.title, 64)
    return (
        b"$FL2"
        + _fixed("@(#) SPSS DATA FILE parasocial", 60)
        + struct.pack("<iiiiid", 2, size, 0, weighted, len(field), 100.0)
        + b"01 Jan 7000:00:00"
        + title
        + b"\0\0\0"
    )


def _fixed(text: str, size: int) -> bytes:
    """*text* in *size* bytes of UTF-8, no character cut in two, filled with blanks."""
    cut = text.encode()[:size].decode(errors="ignore").encode()
    return cut.ljust(size)


def _string_variable() -> bytes:
    first = struct.pack("<iiiiii", 2, _ID_WIDTH, 1, 0, _TEXT | (_ID_WIDTH << 8),
                        _TEXT | (_ID_WIDTH << 8)) + b"ID      " + _label("Respondent")  # fmt: skip
    rest = struct.pack("<iiiiii", 2, -1, 0, 0, 0, 0) + b" " * 8
    return first + rest * (_ID_WIDTH // 8 - 1)


def _variable(name: str, text: str, form: int, missing: tuple[float, ...]) -> bytes:
    head = struct.pack("<iiiiii", 2, 0, 1, len(missing), form, form)
    rest = struct.pack(f"<{len(missing)}d", *missing)
    return head + _fixed(name, 8) + _label(text) + rest


def _label(text: str) -> bytes:
    said = _fixed(text, _LONGEST_LABEL).rstrip() or b" "
    return struct.pack("<i", len(said)) + said + b" " * (-len(said) % 4)


def _labels(labels: dict[float, str], place: int) -> bytes:
    parts = [struct.pack("<ii", 3, len(labels))]
    for value, text in labels.items():
        said = _fixed(text, _LONGEST_VALUE).rstrip()
        parts.append(struct.pack("<dB", value, len(said)) + said + b" " * (-(len(said) + 1) % 8))
    parts.append(struct.pack("<iii", 4, 1, place))
    return b"".join(parts)


def _extensions(names: list[str]) -> bytes:
    """What the bytes are: little-endian doubles, UTF-8, and the long names."""
    machine = struct.pack("<iiii8i", 7, 3, 4, 8, 1, 0, 0, -1, 1, 1, 2, 65001)
    lowest = -np.finfo(np.float64).max
    highest = -lowest
    nearly = float(np.nextafter(lowest, 0))
    floats = struct.pack("<iiii3d", 7, 4, 8, 3, lowest, highest, nearly)
    long = "\t".join(["ID=id", *(f"V{i:05}={it}" for i, it in enumerate(names, 1))]).encode()
    encoding = b"UTF-8"
    return (
        machine
        + floats
        + struct.pack("<iiii", 7, 13, 1, len(long)) + long
        + struct.pack("<iiii", 7, 20, 1, len(encoding)) + encoding
    )  # fmt: skip


def _cases(field: Field, columns: list[_Column]) -> bytes:
    count = len(field)
    table = np.empty((count, _ID_WIDTH + 8 * len(columns)), np.uint8)
    ids = b"".join(_fixed(it, _ID_WIDTH) for it in field.ids)
    table[:, :_ID_WIDTH] = np.frombuffer(ids, np.uint8).reshape(count, _ID_WIDTH)
    if columns:
        values = np.stack([it.values for it in columns], axis=1).astype("<f8")
        values[np.isnan(values)] = -np.finfo(np.float64).max
        table[:, _ID_WIDTH:] = values.view(np.uint8).reshape(count, -1)
    return table.tobytes()
