"""``import``, ``sources``, ``forget``, ``export``: what is in the ledger."""

from pathlib import Path
from typing import Any

import click

from parasocial.cli import options


@click.command(name="import")
@click.argument("paths", nargs=-1, required=True, type=options.EXPORT)
@options.ledger_option
@options.zone_option
@options.reading_options
@options.quiet_option
def import_(paths: tuple[Path, ...], **said: Any) -> int:
    """Read exports into your ledger; reading one twice changes nothing."""
    from parasocial.jobs.read import read_into

    where = said["ledger"] or options.default_ledger()
    with options.open_ledger(where, writable=True) as ledger:
        with options.progress(quiet=said["quiet"]) as listen:
            found = read_into(ledger, paths, options.wanted(said["zone"], said), progress=listen)
        code = options.tell(found, quiet=said["quiet"])
    if not said["quiet"]:
        click.echo("The ledger is not encrypted; only your user account may read it.", err=True)
    click.echo(where.absolute())
    return code


@click.command()
@options.ledger_option
@options.json_option
@options.force_option
def sources(ledger: Path | None, json_path: str | None, *, force: bool) -> None:
    """List the exports in your ledger."""
    from parasocial.jobs.sources import listed, table

    with options.open_ledger(ledger) as opened:
        found = listed(opened)
    if json_path is not None:
        options.put_json(found, json_path, force=force)
    else:
        click.echo(table(found))


@click.command()
@click.argument("source_id")
@options.ledger_option
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget(source_id: str, ledger: Path | None, *, yes: bool) -> None:
    """Delete one export from your ledger; the file it came from stays where it is."""
    with options.open_ledger(ledger, writable=True) as opened:
        opened.check_source(source_id)
        if not yes:
            click.confirm("Delete this source from the ledger?", abort=True, err=True)
        rows = opened.forget(source_id)
    click.echo(f"{rows:,} rows forgotten.")


@click.command(name="export")
@click.option(
    "--as",
    "form",
    type=click.Choice(["parquet", "csv", "json"]),
    help="Default: what the ending of FILE says, else parquet.",
)
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False))
@options.ledger_option
@options.notes_option
@options.force_option
def export_(form: str | None, output: Path, **said: Any) -> None:
    """Write every interaction of your ledger to one file; ids, times and counts, no words."""
    from parasocial.jobs.sources import export_interactions

    form = form or {".csv": "csv", ".json": "json"}.get(output.suffix.lower(), "parquet")
    with options.open_ledger(said["ledger"]) as opened:
        export_interactions(opened, said["notes"], output, form, force=said["force"])
    click.echo(output.absolute())
