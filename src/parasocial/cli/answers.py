"""What ties give: the options of ``note``, and what ``people --answer`` does."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

import click

from parasocial.cli import options

if TYPE_CHECKING:
    from parasocial.jobs.answers import Question
    from parasocial.lenses.findings import Tie
    from parasocial.notes import Note

Command = TypeVar("Command", bound=Callable[..., Any])
UNSAID = "unsaid"
YES_NO = {
    "learn": "You learn something from it.",
    "escape": "It takes you out of your day.",
    "belonging": "You feel part of something.",
    "could_be_friends": "The two of you could be friends.",
    "with_no_one_else": "Nobody else gives you this.",
    "would_miss": "You would miss it.",
    "depend": "You count on it.",
}
TOPICS = ("health", "hobbies", "style", "news", "other")
_STOP, _NEXT, _LEAVE = ("q", "\x1b", "\x03", "\x04"), "s", ("\r", "\n", " ")
_KEYS = "y yes, n no, u unsure. Enter leaves one open, s goes to the next, q stops. All is kept."


def answer_options(command: Command) -> Command:
    """What the person may say that a tie gives them."""
    said = click.Choice(["yes", "no", "unsure", UNSAID])
    flags = [
        click.option(f"--{name.replace('_', '-')}", type=said, help=says)
        for name, says in YES_NO.items()
    ]
    topics = click.Choice([*TOPICS, UNSAID])
    flags.insert(1, click.option("--learn-what", multiple=True, type=topics, help="What of."))
    of_five = click.IntRange(0, 5)
    says = "Of five messages, how many you expect to be answered."
    flags.append(click.option("--expected-replies", type=of_five, help=says))
    for option in reversed(flags):
        command = option(command)
    return command


def changed(said: Mapping[str, Any]) -> dict[str, Any]:
    """What was said, for a note; ``unsaid`` takes an answer back."""
    found = {name: value for name, value in said.items() if value not in (None, ())}
    return {name: None if _taken_back(value) else value for name, value in found.items()}


def _taken_back(value: Any) -> bool:
    return value == UNSAID or (isinstance(value, tuple) and UNSAID in value)


def take(ledger: Path | None, notes: Path | None, file: BinaryIO | None) -> None:
    """Take answers from *file*, or ask for them; say where they are kept."""
    from parasocial.jobs.answers import asked, from_file
    from parasocial.jobs.measure import measure, notes_beside
    from parasocial.jobs.people import check_account
    from parasocial.notes import write_notes

    where = ledger or options.default_ledger()
    path = notes or notes_beside(where)
    if file is not None:
        found = from_file(file.read())
        with options.open_ledger(where) as opened:
            for account in found:
                check_account(opened, account)
        write_notes(path, found)
        given = sum(map(len, found.values()))
    else:
        if not sys.stdin.isatty():
            raise click.UsageError("There is no terminal to ask in. --answers takes a file.")
        with options.open_ledger(where) as opened:
            ties = asked(measure(opened, notes))
        given = ask(ties, path)
    click.echo(f"{given} answer{'s' * (given != 1)} kept.", err=True)
    click.echo(path.absolute())


class _Stopped(Exception):
    """The person has had enough."""


class _Skipped(Exception):
    """On to the next tie."""


def ask(ties: "Sequence[Tie]", path: Path) -> int:
    """Ask about each tie, and keep every answer in *path* as it is given.

    Returns:
        How many answers were given.
    """
    from parasocial.jobs.terminal import plain
    from parasocial.notes import read_notes

    said, given = read_notes(path), 0
    for place, tie in enumerate(ties, 1):
        click.clear()
        click.echo(f"{place} of {len(ties)}  {plain(tie.alter.name)}\n{_KEYS}\n", err=True)
        try:
            for _ in _about(tie, said.about(tie.alter.id), path):
                given += 1
        except _Skipped:
            continue
        except _Stopped:
            break
    click.echo("", err=True)
    return given


def _about(tie: "Tie", before: "Note", path: Path) -> Iterator[None]:
    from parasocial.jobs.answers import questions
    from parasocial.notes import write_note

    now = before
    for question in questions(tie):
        if question.field == "learn_what" and now.learn != "yes":
            continue
        answer = _answer(question, getattr(before, question.field))
        if answer is not None:
            now = write_note(path, tie.alter.id, {question.field: answer})
            yield


def _answer(question: "Question", before: Any) -> Any:
    """What was pressed; None where it is left as it is."""
    already = f", now {question.told(before)}" if before not in (None, ()) else ""
    click.echo(f"{question.says} ({question.hint}{already}): ", nl=False, err=True)
    many: list[Any] = []
    while (key := _pressed()) not in _LEAVE:
        if key not in question.keys:
            continue
        click.echo(key, nl=not question.many, err=True)
        if not question.many:
            return question.keys[key]
        many += [question.keys[key]] if question.keys[key] not in many else []
    click.echo("", err=True)
    return many or None


def _pressed() -> str:
    try:
        key = click.getchar()
    except (EOFError, KeyboardInterrupt):
        raise _Stopped from None
    if key in _STOP:
        raise _Stopped
    if key == _NEXT:
        raise _Skipped
    return key
