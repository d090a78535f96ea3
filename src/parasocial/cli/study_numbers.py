"""The commands of ``study`` that count: ``tables``, ``compare``, ``example``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from parasocial.cli import options

if TYPE_CHECKING:
    from parasocial.lenses.donors import Donors
    from parasocial.lenses.study import Comparison, Waves
    from parasocial.study.design import Lonely
    from parasocial.study.letters import Adjust

STUDY = click.Path(path_type=Path, exists=True, file_okay=False)
lonely_option = click.option(
    "--lonely",
    type=click.Choice(["refuse", "certain", "adjust"]),
    default="refuse",
    show_default=True,
    help="What a stratum with a single cluster means.",
)


@click.command()
@click.argument("study", type=STUDY)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write .html, .xlsx, .csv, .parquet or .sav; may be repeated.",
)
@click.option(
    "--banner", multiple=True, metavar="QUESTION", help="Columns by this question's answers."
)
@click.option("--question", "questions", multiple=True, help="Only this table; may be repeated.")
@click.option(
    "--adjust",
    type=click.Choice(["bh", "bonferroni", "none"]),
    default="bh",
    show_default=True,
    help="For many tests of one table.",
)
@lonely_option
@options.json_option
@options.force_option
def tables(
    study: Path,
    outputs: tuple[Path, ...],
    banner: tuple[str, ...],
    questions: tuple[str, ...],
    adjust: "Adjust",
    lonely: "Lonely",
    json_path: str | None,
    *,
    force: bool,
) -> None:
    """Tabulate a study: weighted shares, intervals, three bases, and letters."""
    from parasocial.jobs import study as job
    from parasocial.jobs import study_tables
    from parasocial.lenses.tabulated import tabulated
    from parasocial.study.letters import Rules

    options.refuse_json(json_path, force=force)
    field = job.opened(study)
    design = job.weighted(field, lonely)
    found = tabulated(field, design, banner or None, questions or None, Rules(adjust))
    if not outputs and json_path is None:
        click.echo(study_tables.tables_text(found))
    try:
        study_tables.write_tables(list(outputs), found, field, design, force=force)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--output") from None
    if json_path is not None:
        options.put_json(found, json_path, force=force)
    for path in outputs:
        click.echo(path.absolute(), err=json_path == "-")


@click.command()
@click.argument("study", type=STUDY)
@click.argument("earlier", type=STUDY, required=False)
@click.option(
    "--donations",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Beside measures that people gave: a file with one JSON object per line.",
)
@lonely_option
@options.json_option
@options.force_option
def compare(
    study: Path,
    earlier: Path | None,
    donations: Path | None,
    lonely: "Lonely",
    json_path: str | None,
    *,
    force: bool,
) -> None:
    """Put a study beside the published figures of 2021, an EARLIER wave, or donated measures.

    What was asked of other people, in other words or in another way is not compared.
    """
    if earlier and donations:
        raise click.UsageError("Compare with an earlier wave or with donations, one at a time.")
    options.refuse_json(json_path, force=force)
    found, text = _compared(study, earlier, donations, lonely)
    if json_path is not None:
        options.put_json(found, json_path, force=force)
    else:
        click.echo(text)


def _compared(
    study: Path, earlier: Path | None, donations: Path | None, lonely: "Lonely"
) -> "tuple[Comparison | Waves | Donors, str]":
    from parasocial.jobs import study as job
    from parasocial.jobs import study_donors

    if donations is not None:
        beside = study_donors.compare_donations(study, donations, lonely)
        return beside, study_donors.donors_text(beside)
    if earlier is not None:
        waves = job.compare_waves(earlier, study, lonely)
        return waves, job.waves_text(waves)
    published = job.compare(study, lonely)
    return published, job.comparison_text(published)


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write the study, its tables and its page to this folder.",
)
@options.json_option
@options.force_option
def example(output: Path | None, json_path: str | None, *, force: bool) -> None:
    """Run the simulated study: 15,682 invented people, beside what was published of 2021."""
    from parasocial.jobs import study as job
    from parasocial.jobs import study_example

    options.refuse_json(json_path, force=force)
    field = study_example.fielded()
    design = job.weighted(field)
    if output is not None:
        study_example.write_example(output, field, design, force=force)
    found = study_example.example(field, design)
    if json_path is not None:
        options.put_json(found, json_path, force=force)
    else:
        click.echo(study_example.example_text(found))
    if output is not None:
        click.echo(output.absolute(), err=json_path == "-")
