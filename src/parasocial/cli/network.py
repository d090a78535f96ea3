"""``network``: the ties of everybody in a log."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from parasocial.cli import options

if TYPE_CHECKING:
    from parasocial.jobs.network import Asked, Counted
    from parasocial.lenses.findings.network import NetworkFindings


def _columns(_: click.Context, __: click.Parameter, said: str | None) -> dict[str, str]:
    """Names of columns by what they hold."""
    found = {}
    for part in (said or "").split(",") if said else ():
        name, equals, column = part.partition("=")
        if name.strip() not in ("actor", "target", "kind", "at") or not equals or not column:
            raise click.BadParameter("write actor=…,target=…,kind=…,at=… as far as they differ")
        found[name.strip()] = column.strip()
    return found


def _day(_: click.Context, __: click.Parameter, said: str | None) -> str | None:
    from datetime import date

    try:
        return date.fromisoformat(said).isoformat() if said else None
    except ValueError:
        raise click.BadParameter("write a day as 2026-11-30") from None


@click.command()
@click.argument("log", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Where the ties go, as Parquet."
)
@click.option(
    "--engine",
    type=click.Choice(["duckdb", "spark"]),
    default="duckdb",
    show_default=True,
    help="On this machine, or on a cluster.",
)
@click.option(
    "--columns",
    metavar="NAME=COLUMN,…",
    callback=_columns,
    help="Columns, where they are not called actor, target, kind, at.",
)
@click.option(
    "--time-unit",
    type=click.Choice(["s", "ms", "us"]),
    default="s",
    show_default=True,
    help="The unit of times that are numbers.",
)
@click.option("--until", metavar="DAY", callback=_day, help="The last day that a time may lie on.")
@click.option(
    "--unit",
    type=click.Choice(["turn", "act"]),
    default="turn",
    show_default=True,
    help="What counts as one: acts less than an hour apart, or each.",
)
@click.option("--summary", is_flag=True, help="Sum the log up, on a page or as JSON.")
@click.option(
    "--page",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where the page of the summary goes. Default: parasocial-network.html, unless --json.",
)
@options.json_option
@click.option("--memory", metavar="AMOUNT", help="How much memory to take, as 4GB.")
@click.option(
    "--spark-master", metavar="URL", help="Where Spark is. Default: SPARK_REMOTE, or here."
)
@options.force_option
@options.quiet_option
def network(log: tuple[Path, ...], **said: Any) -> None:
    """Count the ties of everybody in a LOG: files, or folders of files, of who did what to whom.

    A log is Parquet, CSV or ndjson with the columns actor, target, kind and at; kinds are message,
    comment, reply, mention, view, follow and so on. Without a kind, every row is a message. Beside
    the ties, one row per account goes to a file of the same name and -egos. --summary says what the
    whole log amounts to; it names no account.
    """
    from parasocial.network.zen4 import sort_by_avx2

    sort_by_avx2()
    from parasocial.jobs.network import run_network
    from parasocial.jobs.write import refuse

    json_path, page = said["json_path"], said["page"]
    summary = said["summary"] or json_path is not None or page is not None
    if said["output"] is None and not summary:
        raise click.UsageError("Say where the ties go (-o ties.parquet), or ask for --summary.")
    if summary and json_path is None and page is None:
        page = Path("parasocial-network.html")
    if page is not None:
        refuse(page, force=said["force"])
    options.refuse_json(json_path, force=said["force"])
    with _progress(quiet=said["quiet"]) as told:
        done = run_network(
            _asked(log, said), said["output"], force=said["force"], summary=summary, told=told
        )
    if not said["quiet"]:
        tell(done.counted)
    if said["output"] is not None:
        click.echo(said["output"].absolute(), err=json_path == "-")
    if done.findings is not None:
        _put(done.findings, page, json_path, force=said["force"])


def _put(findings: "NetworkFindings", page: Path | None, json: str | None, *, force: bool) -> None:
    """Write the summary as it was asked for."""
    if json is not None:
        options.put_json(findings, json, force=force)
    if page is not None:
        from parasocial.jobs.write import write
        from parasocial.report.network import write_network_page

        made = write(page, write_network_page(findings), force=force)
        click.echo(made.absolute(), err=json == "-")


def _asked(log: tuple[Path, ...], said: dict[str, Any]) -> "Asked":
    from parasocial.jobs.network import Asked
    from parasocial.ties import Thresholds

    return Asked(
        log,
        engine=said["engine"],
        columns=said["columns"],
        time_unit=said["time_unit"],
        until=said["until"],
        memory=said["memory"],
        master=said["spark_master"],
        thresholds=Thresholds(gap_us=0) if said["unit"] == "act" else Thresholds(),
    )


def tell(counted: "Counted") -> None:
    """Say on standard error what of the log counts, and why the rest does not."""
    it = counted.checked
    if counted.resumed:
        click.echo("Went on where an earlier run had stopped.", err=True)
    click.echo(f"{it.total:,} of {it.rows:,} rows count.", err=True)
    for why, rows in it.left_out.items():
        click.echo(f"  {rows:,} left out: {why}.", err=True)
    if it.ids.startswith("mixed"):
        click.echo("  Ids are numbers here and text there; all were read as text.", err=True)
    if counted.repeated:
        click.echo(f"  {counted.repeated:,} acts repeat another exactly; they count.", err=True)


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Callable[[str, int, int], None]]:
    """What is being done, on standard error; silent where nobody looks."""
    if quiet or not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, Any] = {}

        def told(doing: str, done: int, total: int) -> None:
            if doing not in tasks:
                tasks[doing] = bar.add_task(doing, total=total)
            bar.update(tasks[doing], completed=done, total=total)

        yield told
