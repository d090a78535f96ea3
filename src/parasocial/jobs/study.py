"""A fielded study read, weighted, and beside others."""

import csv
from collections.abc import Sequence
from math import isnan
from pathlib import Path

from parasocial.errors import ParasocialError
from parasocial.jobs.terminal import plain
from parasocial.lenses.study import Comparison, Waves, beside_earlier, beside_published
from parasocial.study.benchmarks import ITEMS
from parasocial.study.comparing import Compared
from parasocial.study.design import Design, Lonely, design_of_field
from parasocial.study.field import (
    AS_NUMBER,
    NO_ANSWER,
    NOT_ASKED,
    UNASKED,
    BadField,
    Field,
    field_of,
    read_codebook,
)
from parasocial.study.weighting import calibrated, margins_of

BOOK, ANSWERS = "codebook.json", "answers.csv"


class NotAStudy(ParasocialError):
    """The path holds no fielded study."""


def opened(folder: Path) -> Field:
    """The study in *folder*: ``codebook.json`` says what was asked, ``answers.csv`` what was said.

    Raises:
        NotAStudy: One of the two is not there.
        BadField: They do not fit each other.
    """
    if not (folder / BOOK).is_file() or not (folder / ANSWERS).is_file():
        raise NotAStudy(
            f"This is no study: a folder with {BOOK} and {ANSWERS} is needed. "
            "`parasocial study example` writes one."
        )
    book = read_codebook((folder / BOOK).read_bytes())
    try:
        with (folder / ANSWERS).open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (UnicodeDecodeError, csv.Error):
        raise BadField("The answers are no CSV file in UTF-8. Save them as one.") from None
    missing = [it.name for it in book.questions if rows and it.name not in rows[0]]
    if missing:
        raise BadField(f"The answers have no column {', '.join(missing)}.")
    return field_of(book, rows)


def write_answers(field: Field, path: Path) -> None:
    """Write the answers as a table of codes, which `opened` reads again."""
    columns: dict[str, list[object]] = {"respondent": list(field.ids)}
    for name, beside in (("weight", field.weight), ("stratum", field.stratum), ("psu", field.psu)):
        if beside is not None:
            columns[name] = list(beside.tolist())
    for question in field.book.questions:
        told: dict[int, str] = dict(enumerate(question.codes or question.labels))
        told |= {NO_ANSWER: "", NOT_ASKED: UNASKED}
        columns[question.name] = [told[it] for it in field.codes[question.name].tolist()]
    for name in field.book.numbers:
        own = name + AS_NUMBER if name in columns else name
        told_numbers = field.numbers[name].tolist()
        columns[own] = ["" if isnan(it) else it for it in told_numbers]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(zip(*columns.values(), strict=True))


def weighted(field: Field, lonely: Lonely = "refuse") -> Design:
    """The design of *field*, brought to the margins that its codebook names."""
    return calibrated(design_of_field(field, lonely), margins_of(field))


def compare(folder: Path, lonely: Lonely = "refuse") -> Comparison:
    """The study in *folder* beside the published figures."""
    field = opened(folder)
    return beside_published(field, weighted(field, lonely))


def compare_waves(before: Path, after: Path, lonely: Lonely = "refuse") -> Waves:
    """Two waves of a study."""
    first, second = opened(before), opened(after)
    return beside_earlier((first, weighted(first, lonely)), (second, weighted(second, lonely)))


def comparison_text(found: Comparison) -> str:
    """The comparison for a terminal."""
    kind = "simulated respondents" if found.simulated else "respondents"
    title = f"{plain(found.title)}: {found.respondents:,} {kind}, beside figures published of 2021."
    return "\n".join([title, *_READ, *rows_text(found.rows)])


_READ = (
    "Ours with its 95 % interval. The published study's mode, bases and design effects were",
    "not printed: a difference is called one only where it is larger than all that.",
)


def rows_text(rows: Sequence[Compared]) -> list[str]:
    """Published and ours, by item."""
    lines: list[str] = []
    item = None
    for row in rows:
        if row.item != item:
            item = row.item
            lines.append(f"\n{ITEMS[item]} ({item})")
        lines.append(f"  {row.region + ', ' + row.ages:<32}{row.published:>4} %   {_ours(row)}")
        if row.conflict:
            lines.append(f"{'':34}Not certain: {row.conflict}")
    return lines


_SAID = {"agrees": "agrees", "differs": "differs"}


def _ours(row: Compared) -> str:
    if row.ours is None:
        return f"not compared: {row.why}"
    it = row.ours
    said = _SAID.get(row.verdict, f"cannot be told: {row.why}")
    return f"{it.est:5.1f} % [{it.low:.1f}, {it.high:.1f}] of {it.base:,}: {said}"


def waves_text(found: Waves) -> str:
    """Two waves for a terminal."""
    lines = [f"{plain(found.before)} → {plain(found.after)}, percent, change with 95 % interval."]
    name = None
    for it in found.changes:
        if it.question != name:
            name = it.question
            lines.append(f"\n{plain(name)}")
        p = "" if it.p is None else f"  p {it.p:.3f}"
        moved = f"{it.before:5.1f} → {it.after:5.1f}  {it.change:+.1f}"
        lines.append(f"  {plain(it.answer):<32}{moved} [{it.low:+.1f}, {it.high:+.1f}]{p}")
    if found.left_out:
        lines.append("\nNot compared:")
        lines += [f"  {plain(it.question)}: {it.why}" for it in found.left_out]
    return "\n".join(lines)
