"""What was read: every file and every record has a place."""

from parasocial.i18n import _, _n
from parasocial.lenses.findings import Covered, Source
from parasocial.report.amounts import figures
from parasocial.report.calendar import day
from parasocial.report.words.numbers import capital, listed
from parasocial.report.words.ties import channel


def files(source: Source) -> str:
    """What became of the files."""
    found = source.files
    parts = [_n("%(count)s file read", "%(count)s files read", found.read)]
    if found.ignored:
        parts.append(_("%(number)s left aside on purpose", number=figures(found.ignored)))
    if found.unknown:
        parts.append(_("%(number)s not known to us", number=figures(found.unknown)))
    text = f"{listed(parts)}."
    if found.cut:
        cut = _n(
            "%(count)s file could not be read to the end.",
            "%(count)s files could not be read to the end.",
            found.cut,
        )
        text += f" {cut}"
    return text


def records(source: Source) -> str:
    """What became of the records."""
    found = source.records
    parts = [_n("%(count)s record read", "%(count)s records read", found.read)]
    if found.set_aside:
        aside = figures(found.set_aside)
        parts.append(_("%(number)s of them say nothing about a tie", number=aside))
    if found.failed:
        parts.append(_("%(number)s could not be read", number=figures(found.failed)))
    return f"{', '.join(parts)}."


def covered(one: Covered) -> str:
    """From which day to which day."""
    if one.start and one.end:
        return f"{day(one.start)} – {day(one.end)}"
    return _("no dates in this export")


def covered_channel(one: Covered) -> str:
    """The channel, as a label."""
    return capital(channel(one.channel))


def endings(source: Source) -> str:
    """Which kinds of files are not known; empty where all are."""
    if not source.unknown_endings:
        return ""
    without = _("without ending")
    parts = [
        f"{figures(number)} × {ending or without}"
        for ending, number in source.unknown_endings.items()
    ]
    return _("Not known to us: %(kinds)s.", kinds=listed(parts))


def could_not(failures: dict[str, int]) -> str:
    """Why records could not be read, by kind of error."""
    return listed([f"{figures(number)} × {kind}" for kind, number in failures.items()])
