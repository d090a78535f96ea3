"""``creator``: a channel's logs to one page that names nobody, or to a private one."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import Any

import click

from parasocial.cli import options

_OUTPUT = Path("parasocial-creator.html")
_MEMORY = "500MB"


@click.command()
@click.argument("paths", nargs=-1, required=True, type=options.EXPORT)
@click.option(
    "--creator",
    "--me",
    "me",
    multiple=True,
    metavar="ID",
    help="You: an id, handle or name as the files have it. May be repeated.",
)
@click.option("--team", multiple=True, metavar="ID", help="Who answers for you. May be repeated.")
@click.option(
    "--called", multiple=True, metavar="NAME", help="What fans call you, if not by your handle."
)
@click.option(
    "--hours", type=click.FloatRange(0, 168), default=2.0, show_default=True,
    help="Hours a week that you would spend on answers, for the plan.",
)  # fmt: skip
@click.option(
    "--fan", "fans", multiple=True, type=options.EXPORT,
    help="A fan's own export, handed over by them: with --private, their tie from both ends.",
)  # fmt: skip
@click.option("--private", is_flag=True, help="With names and words: for your eyes alone.")
@click.option(
    "-o",
    "--output",
    default=str(_OUTPUT),
    show_default=True,
    type=click.Path(path_type=Path, dir_okay=False),
)
@options.json_option
@options.zone_option
@click.option("--platform", help="Read everything as an export of this platform.")
@options.limit_option
@click.option("--open/--no-open", "show", default=False, help="Open the page when it is done.")
@options.force_option
@options.quiet_option
def creator(paths: tuple[Path, ...], **said: Any) -> int:
    """See whom you answer, what it costs, and who needs care.

    PATHS are a channel's logs: comments, chats, rooms. The page names nobody and withholds what few
    could be told by, so that you can show it; --private makes one for yourself.
    """
    from parasocial.jobs.apart import reading

    # Begun before anything else is loaded: it takes as long to begin as that takes.
    with reading(sum(map(_size, paths))) as read:
        return _creator(paths, read, said)


def _size(path: Path) -> int:
    """Its bytes; 0 where they cannot be counted, for a reason that reading it will tell."""
    with suppress(OSError):
        return sum(it.stat().st_size for it in (path, *path.rglob("*")) if it.is_file())
    return 0


def _creator(paths: tuple[Path, ...], read: Any, said: dict[str, Any]) -> int:
    from parasocial.jobs.channel import read_channel
    from parasocial.jobs.write import refuse

    json_path, output = said["json_path"], said["output"]
    page_wanted = json_path is None or output != _OUTPUT
    if page_wanted:
        refuse(output, force=said["force"])
    options.refuse_json(json_path, force=said["force"])
    wanted = options.wanted(said["zone"], said | _NOT_ASKED)
    loading = Thread(target=_load_what_comes_next)

    def begun(*what: Any, **more: Any) -> Any:
        batches = read(*what, **more)
        if not loading.ident:
            loading.start()
        return batches

    with _ledger() as ledger:
        with options.progress(quiet=said["quiet"]) as listen:
            found = read_channel(
                ledger, paths, wanted, called=said["called"], reading=begun, progress=listen
            )
        code = options.tell(found, quiet=said["quiet"])
        findings = _measured(ledger, paths, wanted, said)
    if json_path is not None:
        options.put_json(findings, json_path, force=said["force"])
    if page_wanted:
        _put_page(findings, output, said)
    return code


@contextmanager
def _ledger() -> Iterator[Any]:
    """A ledger in memory, which is let go of while what it said is written down."""
    from parasocial.ledger import Ledger

    ledger = Ledger(memory=_MEMORY)
    try:
        yield ledger
    finally:
        Thread(target=ledger.close).start()


def _load_what_comes_next() -> None:
    """What measures, and what writes the page."""
    import parasocial.jobs.creator  # noqa: F401
    from parasocial.report.creator import load_templates

    load_templates()


def _measured(ledger: Any, paths: tuple[Path, ...], wanted: Any, said: dict[str, Any]) -> Any:
    from parasocial.jobs.creator import measure_channel
    from parasocial.lenses.creator import Wish

    wish = Wish(said["zone"], said["team"], said["hours"], private=said["private"])
    return measure_channel(ledger, wish, paths, wanted, _fans(said))


def _fans(said: dict[str, Any]) -> list[Any]:
    """What the exports of fans say of their ties; each is one person's."""
    from parasocial.jobs.creator import fan_side

    sides = []
    for path in said["fans"] if said["private"] else ():
        side, outcomes = fan_side([path], said["zone"])
        options.tell(outcomes, quiet=said["quiet"])
        sides.append(side)
    return sides


_NOT_ASKED: dict[str, Any] = {"also_me": (), "with_messages": False, "leave_out": ()}


def _put_page(findings: Any, output: Path, said: dict[str, Any]) -> None:
    from parasocial.cli.report import open_page
    from parasocial.jobs.write import write
    from parasocial.report.creator import write_creator_page

    page = write_creator_page(findings)
    placed = write(output, page, force=said["force"])
    click.echo(placed.absolute(), err=said["json_path"] == "-")
    if said["show"]:
        open_page(output)
