"""The study that comes along, run from answers to tables, beside what was published."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import msgspec
from msgspec import Struct

from parasocial.errors import FileExists
from parasocial.jobs.study import ANSWERS, BOOK, rows_text, weighted, write_answers
from parasocial.jobs.study_collecting import collected
from parasocial.jobs.study_tables import write_tables
from parasocial.lenses.study import beside_published
from parasocial.lenses.tabulated import tabulated
from parasocial.report.doors import Door
from parasocial.report.study import study_door
from parasocial.study import example as ours
from parasocial.study.benchmarks import figures, regions
from parasocial.study.comparing import Compared
from parasocial.study.design import Design
from parasocial.study.field import Field
from parasocial.study.instrument import Form, Instrument, form_of
from parasocial.study.instrument.form import About

FORMS = ("tables.xlsx", "tables.csv", "tables.parquet", "answers.sav", "report.html")
PAGE_BANNER = ("age", "gender")
"""Of the page: 25 countries across are for files."""


class Example(Struct, frozen=True):
    """The example beside what was published.

    Attributes:
        simulated: Always: nobody was asked.
        respondents: How many invented people.
        published_countries: Those of which figures were published.
        other_countries: The rest: nothing was published of them, and all but Hungary are places
            that are invented, too.
        rows: One per published figure whose item is asked.
        schema: The name of this JSON.
    """

    simulated: bool
    respondents: int
    published_countries: list[str]
    other_countries: list[str]
    rows: list[Compared]
    schema: Literal["parasocial/study-example/1"] = "parasocial/study-example/1"


def fielded() -> Field:
    """The example's answers, sent through the collector's checks and store, and read from there.

    Raises:
        Refused: Some are not allowed, or were not kept.
        BadStore: What the store needs is not installed.
    """
    coded, packed = ours.coded(), ours.field()
    people = dict(zip(packed.ids, coded.answers(packed), strict=True))
    with TemporaryDirectory(prefix="parasocial-") as folder:
        kept = collected(_form(coded.instrument), people, Path(folder) / "answers.db")
    return coded.field(packed.ids, [kept[name] for name in packed.ids], stratum=packed.stratum)


def _form(instrument: Instrument) -> Form:
    about = About(
        who="Nobody: this study is simulated",
        purpose="To show how a study is fielded, weighed and read",
        keeps="Nothing: every answer is invented",
        contact="None",
    )
    return form_of(instrument, about, ("en",), {})


def example(field: Field, design: Design) -> Example:
    """The example beside what was published."""
    told = set(regions(figures()))
    countries = ours.COUNTRIES.values()
    return Example(
        simulated=True,
        respondents=len(field),
        published_countries=[it for it in countries if it in told],
        other_countries=[it for it in countries if it not in told],
        rows=beside_published(field, design).rows,
    )


def door() -> Door:
    """The example behind a door of the demo's page: answers are packed, tables made at once."""
    field = ours.field()
    design = weighted(field)
    return study_door(tabulated(field, design, PAGE_BANNER), beside_published(field, design))


def write_example(folder: Path, field: Field, design: Design, *, force: bool) -> None:
    """Write the study, its tables in every form, and its page to *folder*.

    Raises:
        FileExists: Something is in the folder, and *force* was not given.
    """
    if folder.exists() and any(folder.iterdir()) and not force:
        raise FileExists("There is something in that folder. --force overwrites what is ours.")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / BOOK).write_bytes(msgspec.json.format(msgspec.json.encode(field.book)))
    write_answers(field, folder / ANSWERS)
    *files, page = (folder / name for name in FORMS)
    write_tables(files, tabulated(field, design), field, design, force=True)
    write_tables([page], tabulated(field, design, PAGE_BANNER), field, design, force=True)


def example_text(found: Example) -> str:
    """The same for a terminal."""
    lines = [
        f"SIMULATED: {found.respondents:,} invented people in 25 countries, weighted, beside what",
        "was published of 2021. Nobody was asked. Their answers were made so that these shares are",
        "met wherever the base is the same; where articles contradict each other, the first is.",
        f"With published figures: {', '.join(found.published_countries)}.",
        f"Invented throughout: {', '.join(found.other_countries)}.",
    ]
    return "\n".join([*lines, *rows_text(found.rows)])
