"""``oversharing``: what you gave away in your own words, and to whom."""

import os
from pathlib import Path
from typing import Any

import click

from parasocial.cli import options


@click.command()
@click.argument("paths", nargs=-1, type=options.EXPORT)
@options.json_option
@options.ledger_option
@options.notes_option
@options.zone_option
@options.reading_options
@click.option("--reveal", is_flag=True, help="Say what was found in the clear.")
@click.option(
    "--me-names",
    metavar="FILE|notes",
    default="notes",
    show_default=True,
    help="Names to look for: a TOML file with lists me, partner, children, friends; or your notes.",
)
@options.force_option
@options.quiet_option
def oversharing(paths: tuple[Path, ...], **said: Any) -> int:
    """Look through your own public texts for what they give away.

    PATHS are zips, folders or files as the platforms gave them to you; without PATHS your ledger
    is looked through. Other people's words are never looked at. Values are masked unless you say
    --reveal.
    """
    from parasocial.jobs.measure import measure
    from parasocial.jobs.oversharing import look_at_pictures, told
    from parasocial.jobs.read import read_into
    from parasocial.ledger import Ledger
    from parasocial.lenses.oversharing import Scope

    options.refuse_json(said["json_path"], force=said["force"])
    names = None if said["me_names"] == "notes" else Path(said["me_names"])
    code = 0
    in_memory = paths and not said["ledger"]
    with (
        Ledger() if in_memory else options.open_ledger(said["ledger"], writable=bool(paths))
    ) as ledger:
        if paths:
            with options.progress(quiet=said["quiet"]) as listen:
                done = read_into(ledger, paths, options.wanted(said["zone"], said), progress=listen)
            code = options.tell(done, quiet=said["quiet"])
        looked = look_at_pictures(paths)
        scope = Scope(said["with_messages"], said["reveal"], looked, os.cpu_count() or 1)
        found = measure(ledger, said["notes"], zone=said["zone"], scope=scope, names=names)
    if said["json_path"] is not None:
        options.put_json(found.oversharing, said["json_path"], force=said["force"])
    else:
        click.echo(told(found.oversharing))
    return code
