"""What the page cannot see, what was withheld, and what each log can show."""

from parasocial.lenses.findings.creator import Findings, Shows, Source
from parasocial.report.creator.words.numbers import many
from parasocial.report.words.numbers import counted, duration

ALWAYS = (
    (
        "Answers by voice, in a video, in private or on another platform. A fan without an answer "
        "here may have had one there."
    ),
    "People who watch and never write. They are most of any audience, and in no log.",
    "Why somebody wrote, or what they feel. Words stand in for it, roughly.",
)
SHARED = (
    "This page names nobody and quotes nothing. Numbers of fewer than five people are withheld, "
    "and with them as many others as it takes that none can be had by subtraction."
)
PRIVATE = (
    "Private: this page holds names and messages. It is for you, and not for sharing. "
    "Delete it when you have looked."
)
INVENTED = "A private page, as yours would be, with names and messages: here of invented people."
_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400


def withheld(f: Findings) -> str:
    """How many numbers are not shown."""
    if f.private:
        return ""
    return f"{SHARED} Here that is {counted(f.suppressed, 'number')}."


def flags(it: Shows) -> list[tuple[str, str]]:
    """What a log can show, each with what it means for this page."""
    complete = {True: "yes", False: "no: part of it is missing", None: "nothing tells"}
    return [
        ("Your own words", "yes" if it.creator_text else "none in it"),
        ("What answers what", "marked" if it.reply_links else "not marked"),
        ("Answers by voice", "possible, and not in it" if it.spoken else "not usual here"),
        ("Times", _step(it.step_seconds)),
        ("Complete", complete[it.complete]),
    ]


def _step(seconds: float | None) -> str:
    if seconds is None:
        return "estimates, from words such as “2 years ago”"
    if seconds < _MINUTE:
        return "to the second"
    return f"to {duration(seconds / _HOUR)}" if seconds < _DAY else "to the day or coarser"


def read(source: Source) -> str:
    """What was read of one export."""
    files = f"{counted(source.files.read, 'file')} read"
    if source.files.cut:
        files += f", {source.files.cut:,} of them cut off"
    if source.files.unknown:
        files += f", {source.files.unknown:,} not known to us"
    people = many(source.people, "person", "people")
    unread = f" {counted(source.records.failed, 'record')} could not be read."
    return f"{files}. {people}, {many(source.messages, 'message')}." + unread * bool(
        source.records.failed
    )


def blind(f: Findings) -> list[str]:
    """What no log shows, less what already stands beside one."""
    said = {line for source in f.sources for line in source.blind}
    return [line for line in f.blind if line not in said]


def aside(f: Findings) -> list[str]:
    """What was left out of the counts, and why."""
    it = f.totals
    said = []
    if it.programs:
        said.append(
            f"{counted(it.program_messages, 'message')} of {counted(it.programs, 'program')} "
            "stand in the counts above and in the concentration, and nowhere else: programs are "
            "no fans."
        )
    if it.gone_messages:
        said.append(
            f"{counted(it.gone_messages, 'message')} of accounts that are gone. They can’t be told "
            "apart, so they are nobody’s."
        )
    if it.repeated:
        said.append(f"{counted(it.repeated, 'copy', 'copies')} that another file holds, too.")
    if it.team_messages:
        said.append(f"{counted(it.team_messages, 'message')} of your team.")
    return said
