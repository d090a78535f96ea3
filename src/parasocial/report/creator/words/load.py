"""What the channel costs, in hours and in tone."""

from parasocial.lenses.findings.creator import Findings
from parasocial.report.creator.words.numbers import percent
from parasocial.report.words.numbers import about, counted

INTRO = (
    "Hours to read and to type, by the number of words: at 238 and 40 words a minute. "
    "Filming, moderating and thinking are in no log."
)
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def rows(f: Findings) -> list[tuple[str, str, float | None]]:
    """Label, what is said, and the share to draw."""
    it = f.load
    said: list[tuple[str, str, float | None]] = []
    for label, value in (("To read it all", it.reading_hours), ("To type yours", it.reply_hours)):
        told = "can’t be told" if value.value is None else f"{about(value.value)} a week"
        said.append((label, f"{told}{_why(value.value, value.why)}", None))
    for label, value in (
        ("Your messages between 11 at night and 5", it.night_share),
        ("Messages with words that attack", it.hostile_share),
    ):
        told = "can’t be told" if value.value is None else percent(value.value)
        said.append((label, f"{told}{_why(value.value, value.why)}", value.value))
    if it.removed:
        said.append(("Taken down, as the logs say", counted(it.removed, "message"), None))
    return said


def _why(value: float | None, why: str | None) -> str:
    return f": {why}" if value is None and why else ""
