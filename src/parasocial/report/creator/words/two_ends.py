"""One tie from either end."""

from parasocial.lenses.findings.fans import TwoEnds
from parasocial.report.creator.words.numbers import percent
from parasocial.report.words.numbers import about, counted, span

INTRO = (
    "Here a fan’s own export and your log meet. The same tie looks different from each end: "
    "for one of you it may be many evenings, for the other one name among many."
)


def theirs(it: TwoEnds) -> list[str]:
    """What the fan's export says."""
    said = [f"wrote {counted(it.fan_given, 'message')} to you"]
    if it.fan_received is None:
        said.append("what came back is not in their export")
    else:
        said.append(f"{counted(it.fan_received, 'answer')} came back")
    if it.fan_hours.point:
        ends = span(it.fan_hours)
        said.append(f"{about(it.fan_hours.point)} with you" + (f", likely {ends}" if ends else ""))
    return said


def yours(it: TwoEnds) -> list[str]:
    """What the creator's log says."""
    said = [f"{counted(it.log_messages, 'message')} of theirs are in your log"]
    if it.log_answered is None:
        said.append("whether you answered can’t be told")
    else:
        said.append(f"you answered {it.log_answered:,} of them")
    said.append(f"one of {it.log_people:,} people, {percent(it.log_share)} of all messages")
    return said


def says(it: TwoEnds) -> str:
    """The drawing for somebody who cannot see it."""
    return f"From their end: {'; '.join(theirs(it))}. From yours: {'; '.join(yours(it))}."
