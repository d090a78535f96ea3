"""Options of ``report`` that ask for more than the ties: periods, and an earlier report."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from parasocial.cli.options import Command

if TYPE_CHECKING:
    from parasocial.lenses.asked import Asked


def asking_options(command: Command) -> Command:
    """What a person may ask besides."""
    for option in (
        click.option(
            "--compare",
            type=click.Path(path_type=Path, exists=True, dir_okay=False),
            metavar="EARLIER.json",
            help="Say what changed since an earlier report of yours (its --json).",
        ),
        click.option("--lockdown", is_flag=True, help="A period: March 2020 to June 2021."),
        click.option(
            "--period",
            nargs=3,
            multiple=True,
            metavar="NAME FROM TO",
            help="Set weeks before, during and after these dates side by side. Repeatable.",
        ),
    ):
        command = option(command)
    return command


def asked(said: dict[str, Any]) -> "Asked":
    """What was asked, for the job that measures."""
    from parasocial.jobs.earlier import read_earlier
    from parasocial.lenses.asked import Asked, Span
    from parasocial.measures.periods import LOCKDOWN

    spans = [*said["period"], *([LOCKDOWN] if said["lockdown"] else [])]
    for _, start, end in spans:
        _refuse_order(start, end)
    earlier = read_earlier(said["compare"]) if said["compare"] else None
    return Asked(tuple(Span(*it) for it in spans), earlier, sensitivity=True)


def _refuse_order(start: str, end: str) -> None:
    try:
        in_order = date.fromisoformat(start) <= date.fromisoformat(end)
    except ValueError:
        in_order = False
    if not in_order:
        raise click.BadParameter(
            "give two dates in order, like 2026-03-01 2026-05-31", param_hint="--period"
        )
