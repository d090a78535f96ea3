"""``study new``, ``check`` and ``serve``: a study's folder, and asking people."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from parasocial.cli import options

if TYPE_CHECKING:
    from parasocial.jobs.fielding import Checked

FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path, dir_okay=False)
_SHOWN = 3

unreviewed_option = click.option(
    "--unreviewed", is_flag=True, help="Field translations that no native reader has signed."
)


@click.command()
@click.argument("folder", type=FOLDER)
@click.option("--who", default="Your name", show_default=True, help="Who asks.")
@click.option("--contact", default="your@address.example", show_default=True, help="Whom to ask.")
@click.option("--lang", "languages", multiple=True, default=("en",), help="A language; again.")
@click.option("--from", "form", type=FILE, help="Take the questions of an XLSForm (.xlsx).")
def new(
    folder: Path, who: str, contact: str, languages: tuple[str, ...], form: Path | None
) -> None:
    """Make a study: a folder with its questions, its languages, and who asks."""
    from parasocial.jobs.fielding import new_study

    written = new_study(folder, languages, who, contact, form)
    click.echo(f"Written: {', '.join(written)}. Say in study.yaml who asks and why.", err=True)
    click.echo(folder.absolute())


@click.command()
@click.argument("folder", type=FOLDER)
@unreviewed_option
@click.option("--surveyjs", type=FILE, help="Write what the browser draws, as JSON.")
@click.option("--request", "asks", type=FILE, help="Write what it asks people to give, as JSON.")
@click.option("--xlsform", type=FILE, help="Write the questions as an XLSForm (.xlsx).")
@options.json_option
@options.force_option
def check(
    folder: Path,
    unreviewed: bool,
    surveyjs: Path | None,
    asks: Path | None,
    xlsform: Path | None,
    json_path: str | None,
    force: bool,
) -> None:
    """Say whether a study can be fielded: questions, routing, scales, translations."""
    from parasocial.jobs.fielding import check as checked
    from parasocial.study.plan import read_plan

    options.refuse_json(json_path, force=force)
    plan = read_plan(folder)
    found = checked(plan)
    if json_path is not None:
        options.put_json(found, json_path, force=force)
    else:
        click.echo(_told(found))
    form = plan.form(unreviewed=unreviewed)
    if surveyjs is not None:
        from parasocial.study.instrument.surveyjs import surveyjs as compiled

        options.put_json(compiled(form), surveyjs, force=force)
    if asks is not None:
        if plan.study.request() is None:
            raise click.UsageError("study.yaml asks for no measures: it has no `donation`.")
        options.put_json(plan.study.request(), asks, force=force)
    if xlsform is not None:
        from parasocial.jobs.write import place
        from parasocial.study.instrument.xlsform import write_xlsform

        with place(xlsform, force=force) as half:
            write_xlsform(half, plan.instrument, plan.translations)
        click.echo(xlsform.absolute())


@click.command()
@click.argument("folder", type=FOLDER)
@unreviewed_option
@click.option(
    "--store",
    envvar="PARASOCIAL_STORE",
    help="Where answers are kept: a file, or postgresql://… Default: answers.store in the folder.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to answer at.")
@click.option("--port", default=0, help="Its port; a free one unless you say.")
@click.option(
    "--name", "names", multiple=True, help="A public name under which it is asked; again."
)
def serve(
    folder: Path, unreviewed: bool, store: str | None, host: str, port: int, names: tuple[str, ...]
) -> None:
    """Field a study: show its form to whoever comes, and keep what they answer.

    It speaks plain HTTP. Anybody beyond this computer should reach it through a server of yours
    that speaks HTTPS and passes the name on, which --name says.
    """
    from parasocial.study.plan import read_plan
    from parasocial.study.store import needed, open_store

    needed()
    from parasocial.web.collector import Collector, collector
    from parasocial.web.serve import address, bound
    from parasocial.web.serve import serve as answer

    plan = read_plan(folder)
    form = plan.form(unreviewed=unreviewed)
    with bound(host, port) as opened:
        here = address(opened)
        made = Collector(plan.study, form, open_store(store or str(folder / "answers.store")))
        click.echo(f"Fielding {plan.study.name}. Stop with Ctrl-C; answers are kept.", err=True)
        hosts = [here.removeprefix("http://"), *names]
        answer(collector(made, hosts), opened, lambda: click.echo(here), quick=True)


@click.command()
@click.argument("folder", type=FOLDER)
@click.option("-o", "--output", type=FOLDER, required=True, help="A folder to write to.")
@click.option("--store", envvar="PARASOCIAL_STORE", help="Where the answers are, if not there.")
@click.option(
    "--least", default=10, show_default=True, type=click.IntRange(2), help="Show no smaller count."
)
@options.force_option
def export(folder: Path, output: Path, store: str | None, least: int, force: bool) -> None:
    """Write what people answered as columns, and what they gave as counts.

    `parasocial study tables` and `compare` read the folder. Donations are counted; a value that
    fewer than ten people gave is not shown, nor what would give it away.
    """
    from parasocial.study.store import needed

    needed()
    from parasocial.jobs.exporting import export as job
    from parasocial.study.store.opening import opened

    address = store or str(folder / "answers.store")
    if "://" not in address and not Path(address).exists():
        raise click.UsageError("There is no store of answers. `study serve` makes one.")
    with opened(address) as found:
        written, apart = job(found, output, k=least, force=force)
    if apart:
        click.echo(f"{apart} answered an earlier form that no longer fits; left out.", err=True)
    click.echo(f"Written: {', '.join(it.name for it in written)}.", err=True)
    click.echo(output.absolute())


def _told(found: "Checked") -> str:
    lines = [
        f"{found.name}: {found.items} items on {found.pages} pages",
        f"  scales: {', '.join(found.scales) or 'none'}",
        f"  published figures that it repeats: {len(found.benchmarks)}",
    ]
    for it in found.translations:
        gone = f", {len(it.missing)} texts missing" if it.missing else ""
        lines.append(f"  {it.name} ({it.code}): {it.status}{gone}")
        lines += [f"    {text}" for text in it.missing[:_SHOWN]]
    if found.fingerprint:
        lines.append(f"  fingerprint: {found.fingerprint}")
    return "\n".join(lines)
