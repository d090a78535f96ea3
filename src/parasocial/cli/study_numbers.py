"""The commands of ``study`` that count: ``compare``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from parasocial.cli import options

if TYPE_CHECKING:
    from parasocial.study.design import Lonely

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
@click.argument("earlier", type=STUDY, required=False)
@lonely_option
@options.json_option
@options.force_option
def compare(
    study: Path, earlier: Path | None, lonely: "Lonely", json_path: str | None, *, force: bool
) -> None:
    """Put a study beside the published figures of 2021, or beside an EARLIER wave of itself.

    What was asked of other people, in other words or in another way is not compared.
    """
    from parasocial.jobs import study as job

    options.refuse_json(json_path, force=force)
    found = (
        job.compare(study, lonely) if earlier is None else job.compare_waves(earlier, study, lonely)
    )
    if json_path is not None:
        options.put_json(found, json_path, force=force)
    elif earlier is None:
        click.echo(job.comparison_text(found))  # type: ignore[arg-type]
    else:
        click.echo(job.waves_text(found))  # type: ignore[arg-type]
