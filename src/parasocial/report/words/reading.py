"""What was read: every file and every record has a place."""

from parasocial.lenses.findings import Covered, Source
from parasocial.report.calendar import day
from parasocial.report.words.numbers import counted, listed
from parasocial.report.words.ties import channel


def files(source: Source) -> str:
    """What became of the files."""
    found = source.files
    parts = [f"{counted(found.read, 'file')} read"]
    if found.ignored:
        parts.append(f"{found.ignored:,} left aside on purpose")
    if found.unknown:
        parts.append(f"{found.unknown:,} not known to us")
    text = f"{listed(parts)}."
    if found.cut:
        text += f" {counted(found.cut, 'file')} could not be read to the end."
    return text


def records(source: Source) -> str:
    """What became of the records."""
    found = source.records
    parts = [f"{counted(found.read, 'record')} read"]
    if found.set_aside:
        parts.append(f"{found.set_aside:,} of them say nothing about a tie")
    if found.failed:
        parts.append(f"{found.failed:,} could not be read")
    return f"{', '.join(parts)}."


def covered(one: Covered) -> str:
    """From which day to which day."""
    if one.start and one.end:
        return f"{day(one.start)} – {day(one.end)}"
    return "no dates in this export"


def covered_channel(one: Covered) -> str:
    """The channel, as a label."""
    return channel(one.channel).capitalize()


def endings(source: Source) -> str:
    """Which kinds of files are not known; empty where all are."""
    if not source.unknown_endings:
        return ""
    parts = [
        f"{number:,} × {ending or 'without ending'}"
        for ending, number in source.unknown_endings.items()
    ]
    return f"Not known to us: {listed(parts)}."


def could_not(failures: dict[str, int]) -> str:
    """Why records could not be read, by kind of error."""
    return listed([f"{number:,} × {kind}" for kind, number in failures.items()])
