"""``doctor``, ``skeleton``: what of an export is recognised, and its shape without its content."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from parasocial.cli import options

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from parasocial.jobs.doctor import Declared, Examined
    from parasocial.jobs.nearest import Likeness


@click.command()
@click.argument("paths", nargs=-1, required=True, type=options.EXPORT)
@options.json_option
@options.zone_option
@click.option("--me", multiple=True, metavar="NAME", help="You, where a file does not say.")
@click.option("--platform", help="Read everything as an export of this platform.")
@options.limit_option
@options.force_option
@options.quiet_option
def doctor(paths: tuple[Path, ...], **said: Any) -> int:
    """Say what of an export is recognised, what is not, and which known layout is nearest.

    Nothing is kept, and nothing is quoted from the export: no name, word or number. Exit code 0
    where it is recognised, 3 where nothing is, 4 where a recognised file breaks off.
    """
    from parasocial.jobs.doctor import doctor as examine

    options.refuse_json(said["json_path"], force=said["force"])
    wanted = options.wanted(
        said["zone"], {"also_me": (), "with_messages": False, "leave_out": (), **said}
    )
    with options.progress(quiet=said["quiet"]) as listen:
        found = examine(paths, wanted, progress=listen)
    if said["json_path"] is not None:
        options.put_json(found, said["json_path"], force=said["force"])
    else:
        click.echo("\n\n".join("\n".join(_lines(it)) for it in found.exports))
    return found.exit_code


@click.command()
@click.argument("paths", nargs=-1, required=True, type=options.EXPORT)
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FILE",
    help="Where to write it; - is standard output.",
)
@options.limit_option
@options.force_option
def skeleton(paths: tuple[Path, ...], output: str, limits: dict[str, int], *, force: bool) -> None:
    """Write an export's structure without its content, to attach to a bug report.

    Of every file it has the format, the keys that are words of a layout, and the kinds of values
    with counts. No text, number, date, name or id of the export is in it. Read it before you
    send it.
    """
    from parasocial.export import Limits
    from parasocial.jobs.skeleton import skeleton as bones

    options.refuse_json(output, force=force)
    options.put_json(bones(paths, Limits(**limits)), output, force=force)


def _lines(it: "Examined") -> "Iterator[str]":
    if it.platform is None:
        yield from _not_recognised(it)
        return
    layout = f" ({it.layout})" if it.layout else ""
    yield f"{it.title}{layout}: {_files(it.files)}, {it.ignored:,} left on purpose"
    if it.trouble:
        yield f"  Not read: {it.trouble}"
    for declared in it.declared:
        yield f"  {_kind(declared)}"
    for covered in it.coverage:
        yield f"  {covered.channel}: {covered.start or 'no date'} to {covered.end or 'no date'}"
    yield from (f"  {warning}" for warning in it.warnings)
    if it.unknown:
        yield f"  Unknown: {_counted(it.unknown)}"
    yield from (f"  {_near(like)}" for like in it.likenesses)


def _not_recognised(it: "Examined") -> "Iterator[str]":
    yield f"Not recognised: {_files(it.files)}" if it.files else "Not opened"
    yield f"  {it.trouble}"
    if it.unknown:
        yield f"  Unknown: {_counted(it.unknown)}"
    if it.nearest:
        near = it.nearest
        yield (
            f"  Nearest is {near.title}: it knows {near.shared:,} of {near.of:,} names and keys, "
            f"{near.alone:,} of them as the only one."
        )
        yield from (f"    {_near(like)}" for like in near.files)
    elif it.files:
        yield "  Which known layout is nearest cannot be told."
    if it.files:
        yield "  `parasocial skeleton` writes its structure without its content, for a bug report."


def _kind(it: "Declared") -> str:
    """One kind of file in a line: how many, and what was in them."""
    failed = f", failed: {_counted(it.failed)}" if it.failed else ""
    cut = f", broken off: {_counted(it.cut)}" if it.cut else ""
    nothing = it.claimed - it.held
    empty = f", nothing found in {nothing:,} of them" if nothing else ""
    return f"{_name(it.files)}: {_files(it.claimed)}, {it.read:,} records{empty}{failed}{cut}"


def _near(it: "Likeness") -> str:
    return (
        f"{it.count:,} nearest to {_name(it.files)}, which knows {it.shared:,} of the "
        f"{it.of:,} words of such a file"
    )


def _name(files: str) -> str:
    """The first of a declaration's patterns: the others are other eras and languages."""
    return files.partition("|")[0]


def _files(count: int) -> str:
    return f"{count:,} file" if count == 1 else f"{count:,} files"


def _counted(them: "Mapping[str, int]") -> str:
    return ", ".join(f"{count:,} {name}" for name, count in them.items())
