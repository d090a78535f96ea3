"""``quiz``: six questions, for those who have no export yet, too."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from parasocial.cli import options

if TYPE_CHECKING:
    from parasocial.notes import QuizAnswers


@click.command()
@click.option(
    "--answers",
    metavar="A,B,C,D,E,F",
    help="Six answers for scripts: hours, posts, accounts, three steps.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a page that asks instead.",
)
@click.option(
    "--ledger",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Keep the answers beside this ledger; reports then show them.",
)
@click.option(
    "--notes",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Keep the answers in this notes file.",
)
@options.json_option
@options.force_option
def quiz(answers: str | None, output: Path | None, **said: Any) -> None:
    """Ask six questions and say which of five patterns the answers read most like.

    Nothing is kept without --ledger or --notes. --answers takes hours a day; posts a week;
    in_use, unopened, deleted or never; and, from 0 to 4, one sitting, no trace, a kept limit.
    """
    from parasocial.lenses.quiz import read_quiz
    from parasocial.report.words.quiz import told

    if output is not None:
        asked = (answers, said["ledger"], said["notes"], said["json_path"])
        _page(output, asked=any(asked), force=said["force"])
        return
    options.refuse_json(said["json_path"], force=said["force"])
    given = _ask() if answers is None else _parsed(answers)
    found = read_quiz(given)
    _keep(given, said["ledger"], said["notes"])
    if said["json_path"] is not None:
        options.put_json(found, said["json_path"], force=said["force"])
    else:
        click.echo(told(found))


def _page(output: Path, *, asked: bool, force: bool) -> None:
    from parasocial.jobs.write import write
    from parasocial.report.quiz import write_quiz_page

    if asked:
        raise click.UsageError("-o writes a page that asks; it takes no answers and keeps none.")
    click.echo(write(output, write_quiz_page(), force=force).absolute())


def _parsed(answers: str) -> "QuizAnswers":
    from parasocial.jobs.quiz import parsed

    try:
        return parsed(answers)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--answers") from None


def _keep(given: "QuizAnswers", ledger: Path | None, notes: Path | None) -> None:
    if ledger is None and notes is None:
        return
    from parasocial.jobs.measure import notes_beside
    from parasocial.notes import write_quiz

    path = notes
    if ledger is not None:
        with options.open_ledger(ledger):
            path = notes or notes_beside(ledger)
    if path is not None:
        write_quiz(path, given)
        click.echo(f"Kept in {path.absolute()}", err=True)


def _ask() -> "QuizAnswers":
    from parasocial.notes import QuizAnswers
    from parasocial.report.words import quiz as say

    def number(question: str, most: float) -> float:
        kind = click.FloatRange(0, most)
        return float(click.prompt(question, type=kind, err=True))

    hours, posts = number(say.HOURS, 24), number(say.POSTS, 10_000)
    kept = list(say.KEPT)
    for place, label in enumerate(say.KEPT.values(), 1):
        click.echo(f"  {place} {label}", err=True)
    accounts = kept[click.prompt(say.ACCOUNTS, type=click.IntRange(1, len(kept)), err=True) - 1]
    steps = {}
    if accounts == "in_use":
        click.echo("  0 never … 4 always", err=True)
        for name, question in say.SCALES.items():
            steps[name] = click.prompt(question, type=click.IntRange(0, 4), err=True)
    return QuizAnswers(hours, posts, accounts, **steps)  # type: ignore[arg-type]
