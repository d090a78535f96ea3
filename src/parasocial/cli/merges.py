"""``people --suggest`` and ``--accept``: one person's accounts on two platforms."""

import sys
from pathlib import Path
from typing import Any

import click

from parasocial.cli import options
from parasocial.cli.options import Command


def merge_options(command: Command) -> Command:
    """The options of ``people`` that join accounts."""
    for option in (
        click.option(
            "--accept",
            nargs=2,
            metavar="ACCOUNT SAME",
            help="Note that the second is the same person as the first.",
        ),
        click.option("--suggest", is_flag=True, help="Propose accounts that may be one person's."),
    ):
        command = option(command)
    return command


def merges(said: dict[str, Any]) -> None:
    """Propose or accept, as was asked."""
    from parasocial.jobs import same
    from parasocial.jobs.measure import notes_beside

    options.refuse_json(said["json_path"], force=said["force"])
    where = said["ledger"] or options.default_ledger()
    notes: Path = said["notes"] or notes_beside(where)
    with options.open_ledger(where) as opened:
        if said["accept"]:
            same.accept(opened, notes, *said["accept"])
            click.echo(notes.absolute())
            return
        found = same.proposals(opened, notes)
        if said["json_path"] is not None:
            options.put_json(found, said["json_path"], force=said["force"])
            return
        asked = found and sys.stdin.isatty() and sys.stdout.isatty()
        for it in found if asked else ():
            click.echo(same.proposed([it]))
            if click.confirm("Are they one person?", default=False):
                same.accept(opened, notes, it.account, it.same)
    if not asked:
        click.echo(same.proposed(found))
