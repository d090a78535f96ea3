"""``study donate``: give measures to a study, after seeing every one of them, or take them back."""

import json
import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from parasocial.cli import options

if TYPE_CHECKING:
    from parasocial.study.donation import Donation, Measured, Reported, Request

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--report", type=FILE, help="A report's JSON, in place of your ledger.")
@options.ledger_option
@options.notes_option
@click.option("--leave-out", multiple=True, metavar="NAME", help="Leave a measure out; again.")
@click.option("--join", metavar="NUMBER", help="The number that the questions gave you at the end.")
@click.option("-o", "--output", type=FILE, help="Write the donation to a file; send nothing.")
@click.option("--receipt", type=FILE, help="Where to keep the receipt.")
@click.option("--yes", is_flag=True, help="Say yes beforehand, where there is no terminal.")
@click.option("--take-back", is_flag=True, help="FILE is a receipt: ask for it to be erased.")
@options.force_option
def donate(file: Path, **said: Any) -> None:
    """Give measures of your own to a study that asks for them in FILE.

    Shows who asks, every measure with its sentence, the very bytes, and the address. Nothing is
    sent before a yes. The receipt lets you, and nobody else, take it back.
    """
    from parasocial.jobs import donating as job
    from parasocial.study.donation import read_request

    if said["take_back"]:
        _take_back(file, yes=said["yes"])
        return
    request = read_request(file.read_bytes())
    _introduce(request)
    found = job.offered(_report(said), request)
    out = _left_out(found, set(said["leave_out"]), yes=said["yes"])
    given = job.donation(request, found, out, _number(said["join"]))
    _show(given)
    if said["output"] is not None:
        _write(given, said["output"], force=said["force"])
    else:
        _send(request, given, said)


def _introduce(request: "Request") -> None:
    from parasocial.jobs.terminal import plain

    about = request.about
    for head, text in (
        ("Who asks", about.who),
        ("What for", about.purpose),
        ("How long it is kept", about.keeps),
        ("Questions", about.contact),
    ):
        click.echo(f"{head}: {plain(text, 500)}")
    click.echo("")


def _report(said: dict[str, Any]) -> "Reported":
    from parasocial.jobs.donating import from_json, from_ledger

    if said["report"] is not None:
        return from_json(said["report"].read_bytes())
    with options.open_ledger(said["ledger"]) as ledger:
        return from_ledger(ledger, said["notes"])


def _left_out(found: "list[Measured]", named: set[str], *, yes: bool) -> set[str]:
    """The measures that the person leaves out: those named, and those they say no to."""
    unknown = named - {it.name for it in found}
    if unknown:
        raise click.BadParameter(
            f"there is {', '.join(it.name for it in found)}", param_hint="--leave-out"
        )
    out = set(named)
    for it in found:
        click.echo(f'  "{it.name}": {json.dumps(it.value)}')
        click.echo(f"      {it.sentence}")
        if it.name in out:
            click.echo("      Left out.")
        elif not yes and sys.stdin.isatty() and not click.confirm("      Give this?", default=True):
            out.add(it.name)
    click.echo("")
    return out


def _number(said: str | None) -> str | None:
    import re

    if said is not None and not re.fullmatch(r"[0-9a-f]{32}", said):
        raise click.BadParameter("it has 32 digits from 0 to f", param_hint="--join")
    return said


def _show(given: "Donation") -> None:
    from parasocial.study.donation import canonical

    body = canonical(given)
    click.echo("This is all of it, byte for byte:")
    click.echo(body.decode())
    click.echo(f"SHA-256: {sha256(body).hexdigest()}")
    if given.response is not None:
        click.echo("It will be joined to the answers of that number.")


def _write(given: "Donation", path: Path, *, force: bool) -> None:
    from parasocial.jobs.write import write
    from parasocial.study.donation import canonical

    written = write(path, canonical(given).decode(), force=force)
    click.echo("Nothing was sent. Hand the file over yourself, if you like.", err=True)
    click.echo(written.absolute())


def _send(request: "Request", given: "Donation", said: dict[str, Any]) -> None:
    from parasocial.jobs.donating import give

    if request.address is None:
        raise click.UsageError("The study names no address. Write a file with -o.")
    click.echo(f"It would go to {request.address}, once, and to nobody else.")
    if not _agreed("Send it?", yes=said["yes"]):
        click.echo("Nothing was sent.")
        return
    keep = said["receipt"] or Path(f"{request.study}-{given.month}.receipt.json")
    receipt = give(request, given, keep)
    click.echo(f"Arrived. SHA-256 of what arrived: {receipt.hash}")
    click.echo("The receipt takes it back: parasocial study donate RECEIPT --take-back", err=True)
    click.echo(keep.absolute())


def _agreed(question: str, *, yes: bool) -> bool:
    if yes:
        return True
    if not sys.stdin.isatty():
        raise click.UsageError("There is no terminal to ask in. --yes says yes beforehand.")
    return click.confirm(question, default=False)


def _take_back(file: Path, *, yes: bool) -> None:
    from parasocial.jobs.donating import read_receipt, take_back

    receipt = read_receipt(file.read_bytes())
    click.echo(f"Asking {receipt.address} to erase what you gave to {receipt.study}.")
    if not _agreed("Ask?", yes=yes):
        click.echo("Nothing was sent.")
        return
    take_back(receipt)
    click.echo("Erased there.")
