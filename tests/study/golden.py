"""What R says, and the data that it says it of (`reference/README.md`)."""

import csv
import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from parasocial.study.field import Codes, Floats, Ints

FOLDER = Path(__file__).parent / "reference"
EST, ERROR = 1e-9, 1e-8
"""How near: relative, estimates and standard errors."""


@cache
def said(name: str) -> dict[str, Any]:
    """What R said: ``survey``, ``bench15k`` or ``scale``."""
    with gzip.open(FOLDER / f"r_{name}_reference.json.gz", "rt", encoding="utf-8") as file:
        return json.load(file)


@cache
def data(name: str) -> dict[str, list[str]]:
    """The columns of one data set, as text."""
    with gzip.open(FOLDER / f"{name}.csv.gz", "rt", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    return dict(zip(rows[0], map(list, zip(*rows[1:], strict=True)), strict=True))


def numbers(name: str, column: str) -> Floats:
    """A column of numbers; NaN where R has NA."""
    return np.array([np.nan if it in ("NA", "") else float(it) for it in data(name)[column]])


def codes(name: str, column: str) -> Codes:
    """A column of names as codes, in alphabetical order; -1 where R has NA."""
    cells = data(name)[column]
    labels = sorted({it for it in cells if it != "NA"})
    place = {label: i for i, label in enumerate(labels)}
    return np.array([place.get(it, -1) for it in cells], np.int8)


def groups(name: str, *columns: str) -> Ints:
    """Combinations of columns, numbered from 0."""
    keys = list(zip(*(data(name)[it] for it in columns), strict=True))
    place = {key: i for i, key in enumerate(sorted(set(keys)))}
    return np.array([place[key] for key in keys], np.intp)


def table(rows: list[dict[str, Any]], *columns: str) -> Floats:
    """Columns of a table of R's, rows as they come."""
    return np.array([[float(row[it]) for it in columns] for row in rows])


def near(ours: Any, theirs: Any, tolerance: float) -> bool:
    """Whether two numbers, or tables of them, are as near as that."""
    return np.allclose(ours, theirs, rtol=tolerance, atol=1e-12)
