"""What was collected, out of the store: answers as columns, donations as counts."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from parasocial.errors import FileExists
from parasocial.jobs.study import ANSWERS, BOOK, write_answers
from parasocial.study.collected import collected, donated, public_id
from parasocial.study.donation import Donation, released
from parasocial.study.instrument.model import Text
from parasocial.study.store import Store
from parasocial.study.store.reading import answered, donations

REMARKS, DONATIONS, DONATED = "remarks.csv", "donations.csv", "donated.jsonl"
_ORDERS = ("=", "+", "-", "@", "\t", "\r")
"""With these a spreadsheet takes a cell for an order."""


def export(store: Store, folder: Path, *, k: int, force: bool) -> tuple[list[Path], int]:
    """Write everything that may leave the store.

    Args:
        store: What was collected.
        folder: Where to.
        k: A value of a donation that fewer than *k* people gave is not shown.
        force: Whether to write over what is there.

    Returns:
        What was written, and how many completed a form whose answers no longer fit.

    Raises:
        FileExists: Something is there, and *force* was not given.
    """
    paths = [folder / name for name in (BOOK, ANSWERS, REMARKS, DONATIONS, DONATED)]
    if not force and any(it.exists() for it in paths):
        raise FileExists("The folder holds an export already. --force overwrites it.")
    found = collected(store)
    folder.mkdir(parents=True, exist_ok=True)
    paths[0].write_bytes(msgspec.json.format(msgspec.json.encode(found.field.book)))
    write_answers(found.field, paths[1])
    _write(paths[2], ("respondent", "item", "text"), _remarks(store))
    given = [msgspec.json.decode(it, type=Donation) for it in donations(store)]
    rows = [
        (it.measure, "too few" if it.value is None else it.value, it.people)
        for it in released(given, k)
    ]
    _write(paths[3], ("measure", "value", "people"), rows)
    lines = [
        msgspec.json.encode({"respondent": row, "measures": numbers})
        for row, numbers in donated(store).items()
    ]
    paths[4].write_bytes(b"".join(line + b"\n" for line in lines))
    return paths, found.apart


def _remarks(store: Store) -> Iterable[Sequence[object]]:
    """What people wrote in their own words, as text that a spreadsheet runs nothing of."""
    open_items = {
        name: [it.name for it in form.instrument.items if isinstance(it, Text)]
        for name, form in store.forms().items()
    }
    for one in answered(store, "complete"):
        for name in open_items[one.form]:
            if text := one.answers.get(name):
                yield public_id(one.id), name, f"'{text}" if text.startswith(_ORDERS) else text


def _write(path: Path, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heads)
        writer.writerows(rows)
