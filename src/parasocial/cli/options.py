"""Options that several commands share, and how they answer."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from parasocial.jobs.ledgers import default_ledger, open_ledger

if TYPE_CHECKING:
    from parasocial.jobs.read import Listener, Outcome, Refused, Wanted

__all__ = ["default_ledger", "open_ledger"]
Command = TypeVar("Command", bound=Callable[..., Any])
REFUSED, CUT = 1, 4
# Not asked whether it may be read: one that may not stops no other.
EXPORT = click.Path(path_type=Path, exists=True, readable=False)


def zone_name(_: click.Context, __: click.Parameter, value: str) -> str:
    """An IANA time zone."""
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise click.BadParameter("use a name like Asia/Manila or Europe/Berlin") from None
    return value


ledger_option = click.option(
    "--ledger",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The ledger file. Default: one in your own application folder.",
)
json_option = click.option(
    "--json", "json_path", metavar="FILE", help="Write JSON to FILE; - is standard output."
)
force_option = click.option("--force", is_flag=True, help="Overwrite what is there.")
zone_option = click.option(
    "--zone", default="UTC", callback=zone_name, show_default=True, help="Your time zone (IANA)."
)
notes_option = click.option(
    "--notes",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Your notes file. Default: beside the ledger.",
)
quiet_option = click.option("--quiet", "-q", is_flag=True, help="No progress, no summary.")


def _language(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    from parasocial.i18n import LANGUAGES

    if value not in (None, *LANGUAGES):
        raise click.BadParameter(f"there is {', '.join(LANGUAGES)}")
    return value


def language_option(default: str) -> Callable[[Command], Command]:
    """One of the languages there are; None where it is not said, which is *default* in words."""
    return click.option(
        *("--language", "--lang", "language"),
        metavar="CODE",
        callback=_language,
        help=f"en, id, ms, vi, th or fil. Default: {default}.",
    )


def of_the_system() -> str:
    """The language that the environment asks for, else English."""
    import os

    from parasocial.i18n import language

    return language(os.environ)


def _limits(_: click.Context, __: click.Parameter, said: tuple[str, ...]) -> dict[str, int]:
    """Bounds by name."""
    from dataclasses import fields

    from parasocial.export import Limits

    known = [field.name for field in fields(Limits)]
    found = {}
    for one in said:
        name, _equals, number = one.partition("=")
        if name not in known or not number.isdecimal():
            raise click.BadParameter(f"NAME is one of {', '.join(known)}; then = and a number")
        found[name] = int(number)
    return found


limit_option = click.option(
    "--limit",
    "limits",
    multiple=True,
    metavar="NAME=NUMBER",
    callback=_limits,
    help="Raise a bound on exports that you trust, as its message names it.",
)


def reading_options(command: Command) -> Command:
    """What the person may say about the files they hand over."""
    for option in (
        click.option(
            "--me",
            "--creator",
            "me",
            multiple=True,
            metavar="NAME",
            help="You, where a file does not say.",
        ),
        click.option(
            "--also-me", multiple=True, metavar="HANDLE", help="A second account of yours."
        ),
        click.option("--platform", help="Read everything as an export of this platform."),
        click.option("--with-messages", is_flag=True, help="Keep the words of your messages."),
        click.option(
            "--leave-out",
            multiple=True,
            metavar="GROUP",
            help="Leave out a group of accounts: artists (Spotify).",
        ),
        limit_option,
    ):
        command = option(command)
    return command


def wanted(zone: str, said: dict[str, Any]) -> "Wanted":
    """What was said, for the job that reads."""
    from parasocial.export import Limits
    from parasocial.jobs.read import Wanted
    from parasocial.readers import READERS

    names = [reader.name for reader in READERS]
    if said["platform"] not in (None, *names):
        raise click.BadParameter(f"there is {', '.join(names)}", param_hint="--platform")
    groups = {group for reader in READERS for group in reader.apart}
    if not groups.issuperset(said["leave_out"]):
        raise click.BadParameter(f"there is {', '.join(sorted(groups))}", param_hint="--leave-out")
    return Wanted(
        me=said["me"],
        also_me=said["also_me"],
        zone=None if zone == "UTC" else zone,
        platform=said["platform"],
        with_messages=said["with_messages"],
        leave_out=said["leave_out"],
        limits=Limits(**said["limits"]),
    )


@contextmanager
def progress(*, quiet: bool) -> "Iterator[Listener]":
    """Counts on standard error while exports are read; silent where nobody looks."""
    if quiet or not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[files]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, Any] = {}

        def listen(reader: Any, at: Any) -> None:
            if reader.name not in tasks:
                tasks[reader.name] = bar.add_task(f"Reading {reader.title}", files="")
            files = f"{at.files:,} of {at.files_total:,} files, {at.records:,} records"
            task = tasks[reader.name]
            bar.update(task, completed=at.bytes, total=at.bytes_total or 1, files=files)

        yield listen


def tell(outcomes: "Sequence[Outcome | Refused]", *, quiet: bool) -> int:
    """Say on standard error what became of each export; return the exit code."""
    from parasocial.jobs.read import Refused

    code = 0
    for it in outcomes:
        if isinstance(it, Refused):
            code = REFUSED
            click.echo(f"Not read: {it.error}", err=True)
            for line in getattr(it.error, "__notes__", ()):
                click.echo(f"  {line}", err=True)
            continue
        if it.cut:
            code = code or CUT
            click.echo(
                f"{it.reader.title}: {it.cut} file(s) could not be "
                "read to the end; what came before counts. Download the export again.",
                err=True,
            )
        if it.tally.failed and not it.tally.read:
            code = code or CUT
            click.echo(
                f"{it.reader.title}: nothing in it could be understood: its language or layout "
                "may be new. Ask for JSON where there is a choice; `parasocial doctor` says more.",
                err=True,
            )
        for warning in it.facts.warnings:
            click.echo(f"{it.reader.title}: {warning}", err=True)
        if not quiet:
            failed = f", {it.tally.failed:,} could not be read" if it.tally.failed else ""
            click.echo(f"{it.reader.title}: {it.tally.read:,} records{failed}.", err=True)
    return code


def put(text: str, path: str | Path, *, force: bool) -> None:
    """Write *text* to a file and name it last on standard output, or print it for ``-``."""
    from parasocial.jobs.write import write

    if str(path) == "-":
        click.echo(text.encode())  # JSON is UTF-8, whatever the terminal is
    else:
        click.echo(write(Path(path), text, force=force).absolute())


def refuse_json(path: str | None, *, force: bool) -> None:
    """Say early that the JSON's path is taken."""
    from parasocial.jobs.write import refuse

    if path not in (None, "-"):
        refuse(Path(path), force=force)


def put_json(data: Any, path: str | Path, *, force: bool) -> None:
    """Write *data* as JSON."""
    import msgspec

    put(msgspec.json.format(msgspec.json.encode(data)).decode(), path, force=force)
