"""``report``, ``demo``, ``formats``, ``completion``."""

import os
import sys
import webbrowser
from pathlib import Path
from typing import Any

import click

from parasocial.cli import options
from parasocial.cli.asking import asked, asking_options


@click.command()
@click.argument("paths", nargs=-1, type=options.EXPORT)
@click.option(
    "-o",
    "--output",
    default="parasocial.html",
    show_default=True,
    type=click.Path(path_type=Path, dir_okay=False),
)
@options.json_option
@options.ledger_option
@options.notes_option
@options.zone_option
@asking_options
@options.reading_options
@options.language_option("your system's, else en")
@click.option("--show-private", is_flag=True, help="Show people who do not answer, too.")
@click.option("--reveal", is_flag=True, help="Let the page hold what you gave away in the clear.")
@click.option("--open/--no-open", "show", default=False, help="Open the page when it is done.")
@options.force_option
@options.quiet_option
def report(paths: tuple[Path, ...], **said: Any) -> int:
    """Read exports and write one page about your ties.

    PATHS are archives, folders or files as the platforms gave them to you. Without --ledger nothing
    is kept but the page. Without PATHS the page is about your ledger.
    """
    from parasocial.jobs.measure import measure
    from parasocial.jobs.oversharing import look_at_pictures
    from parasocial.jobs.read import read_into
    from parasocial.jobs.write import refuse
    from parasocial.ledger import Ledger
    from parasocial.lenses.oversharing import Scope

    json_path, output = said["json_path"], said["output"]
    page_wanted = json_path is None or output != Path("parasocial.html")
    if page_wanted:
        refuse(output, force=said["force"])
    options.refuse_json(json_path, force=said["force"])
    questions = asked(said)
    code = 0
    in_memory = paths and not said["ledger"]
    with (
        Ledger() if in_memory else options.open_ledger(said["ledger"], writable=bool(paths))
    ) as ledger:
        if paths:
            with options.progress(quiet=said["quiet"]) as listen:
                found = read_into(
                    ledger, paths, options.wanted(said["zone"], said), progress=listen
                )
            code = options.tell(found, quiet=said["quiet"])
        scope = Scope(said["with_messages"], said["reveal"], look_at_pictures(paths))
        findings = measure(ledger, said["notes"], zone=said["zone"], asked=questions, scope=scope)
    if json_path is not None:
        options.put_json(findings, json_path, force=said["force"])
    if page_wanted:
        from parasocial.report import write_page

        language = said["language"] or options.of_the_system()
        page = write_page(findings, show_private=said["show_private"], language=language)
        _put_page(page, output, force=said["force"], on_stderr=json_path == "-")
        if said["show"]:
            open_page(output)
    return code


def _put_page(page: str, output: Path, *, force: bool, on_stderr: bool) -> None:
    from parasocial.jobs.write import write

    click.echo(write(output, page, force=force).absolute(), err=on_stderr)


def open_page(path: Path) -> None:
    """Open a page where there is a screen to show it on."""
    if (
        sys.platform in ("win32", "darwin")
        or os.environ.get("DISPLAY")
        or os.environ.get("WAYLAND_DISPLAY")
    ):
        webbrowser.open(path.absolute().as_uri())


@click.command()
@click.option(
    "-o",
    "--output",
    default="parasocial-demo.html",
    show_default=True,
    type=click.Path(path_type=Path, dir_okay=False),
)
@options.json_option
@options.language_option("en")
@click.option("--open/--no-open", "show", default=True, help="Open the page when it is done.")
@options.force_option
@options.quiet_option
def demo(output: Path, json_path: str | None, language: str | None, **said: bool) -> int:
    """Show everything on the exports of an invented person."""
    from parasocial.i18n import catalogue, speaking
    from parasocial.jobs.demo import ASKED, ZONE, doors, example
    from parasocial.jobs.measure import measure
    from parasocial.jobs.oversharing import look_at_pictures
    from parasocial.jobs.read import Wanted, read_into
    from parasocial.jobs.write import refuse
    from parasocial.ledger import Ledger
    from parasocial.lenses.oversharing import Scope
    from parasocial.report import write_doors

    force, quiet = said["force"], said["quiet"]
    refuse(output, force=force)
    options.refuse_json(json_path, force=force)
    folder = example()
    with Ledger() as ledger:
        with options.progress(quiet=quiet) as listen:
            found = read_into(ledger, [folder / "you"], Wanted(zone=ZONE), progress=listen)
        code = options.tell(found, quiet=quiet)
        scope = Scope(looked=look_at_pictures([folder / "you"]))
        notes = folder / "notes.toml"
        findings = measure(ledger, notes, zone=ZONE, asked=ASKED, invented=True, scope=scope)
    if json_path is not None:
        options.put_json(findings, json_path, force=force)
    with speaking(catalogue(language or "en", "report")):
        page = write_doors(doors(findings), invented=True)
    _put_page(page, output, force=force, on_stderr=json_path == "-")
    if said["show"]:
        open_page(output)
    return code


@click.command()
@options.json_option
@options.force_option
def formats(json_path: str | None, *, force: bool) -> None:
    """List what can be read, what each export shows, and how to get it."""
    from parasocial.jobs.formats import described, table

    if json_path is not None:
        options.put_json(described(), json_path, force=force)
    else:
        click.echo(table())


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print a script that completes commands in your shell."""
    from click.shell_completion import get_completion_class

    from parasocial.cli import parasocial

    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError("There is no completion for this shell.")
    click.echo(found(parasocial, {}, "parasocial", "_PARASOCIAL_COMPLETE").source())
