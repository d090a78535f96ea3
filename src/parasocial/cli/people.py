"""``ties``, ``people``, ``note``: the accounts in the ledger, and what you say of them."""

from pathlib import Path
from typing import Any

import click

from parasocial.cli import options
from parasocial.cli.answers import answer_options, changed, take
from parasocial.cli.merges import merge_options, merges


@click.command()
@options.ledger_option
@options.notes_option
@options.zone_option
@options.json_option
@options.force_option
@click.option("--top", default=20, show_default=True, help="How many to print.")
@click.option("--show-private", is_flag=True, help="Show people who do not answer, too.")
def ties(**said: Any) -> None:
    """Print your ties, most time first."""
    from parasocial.jobs.measure import measure
    from parasocial.jobs.people import tie_table

    options.refuse_json(said["json_path"], force=said["force"])
    with options.open_ledger(said["ledger"]) as opened:
        found = measure(opened, said["notes"], zone=said["zone"])
    if said["json_path"] is not None:
        options.put_json(found.ties, said["json_path"], force=said["force"])
    else:
        click.echo(tie_table(found, said["top"], show_private=said["show_private"]))


@click.command()
@options.ledger_option
@options.notes_option
@options.json_option
@options.force_option
@click.option("--find", default="", help="Only names that contain this.")
@click.option("--answer", is_flag=True, help="Be asked what your ten largest ties give you.")
@click.option(
    "--answers",
    type=click.File("rb"),
    help="Take such answers from a file; - is stdin.",
)
@merge_options
def people(**said: Any) -> None:
    """List accounts with their ids, kinds and your notes, to write notes about.

    With --answer it asks instead, one screen for each tie and one key for each answer. With
    --answers it takes them from a TOML file that is written as your notes file is.

    With --suggest it proposes accounts of two platforms that may be one person's, with the signs
    for it; nothing is joined unless you say so, there or with --accept.
    """
    if said["answer"] or said["answers"]:
        take(said["ledger"], said["notes"], said["answers"])
        return
    if said["suggest"] or said["accept"]:
        merges(said)
        return
    from parasocial.jobs.measure import notes_beside
    from parasocial.jobs.people import listed, people_table

    options.refuse_json(said["json_path"], force=said["force"])
    where = said["ledger"] or options.default_ledger()
    with options.open_ledger(where) as opened:
        found = listed(opened, said["notes"] or notes_beside(where), said["find"])
    if said["json_path"] is not None:
        options.put_json(found, said["json_path"], force=said["force"])
    else:
        click.echo(people_table(found))


@click.command()
@click.argument("account")
@options.ledger_option
@options.notes_option
@click.option(
    "--kind", type=click.Choice(["person", "persona", "group", "brand", "companion", "unknown"])
)
@click.option("--same-as", metavar="ACCOUNT", help="The same person as this account.")
@click.option("--keep/--no-keep", default=None, help="A tie you keep on purpose.")
@click.option("--hide/--no-hide", default=None, help="Leave it off every page.")
@click.option(
    "--they-replied/--no-they-replied", default=None, help="They answered, unseen by files."
)
@click.option("--we-met/--no-we-met", default=None, help="You met in person.")
@click.option(
    "--other-contact/--no-other-contact", default=None, help="Mail, call, fan art, event."
)
@click.option("--closeness", type=click.FloatRange(0, 1), help="How close it feels, from 0 to 1.")
@answer_options
def note(account: str, ledger: Path | None, notes: Path | None, **said: Any) -> None:
    """Say something about one ACCOUNT (an id from `parasocial people`).

    What you say outranks what is read from files, and is kept in your notes file, which is
    yours to edit. Answers are yes, no or unsure; unsaid takes one back.
    """
    from parasocial.jobs.measure import notes_beside
    from parasocial.jobs.people import check_account
    from parasocial.notes import write_note

    where = ledger or options.default_ledger()
    changes = changed(said)
    if not changes:
        raise click.UsageError("Say at least one thing about it; see --help.")
    with options.open_ledger(where) as opened:
        for named in filter(None, (account, said["same_as"])):
            check_account(opened, named)
    path = notes or notes_beside(where)
    write_note(path, account, changes)
    click.echo(path.absolute())
