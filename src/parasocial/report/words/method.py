"""How it was counted: the classes, the thresholds, the estimates."""

from typing import Any

from parasocial.lenses.findings import Share
from parasocial.report.words.numbers import counted, listed, rounded

PROXY = "a proxy from behaviour"
"""Stands wherever the word parasocial stands."""

_MINUTE_US, _DAY_US, _MINUTE_MS = 60_000_000, 86_400_000_000, 60_000
_SECOND_MS = 1_000

SURE = (
    (
        "A tie gets a name when both ends of its interval agree on it. With many ties, "
        "a few names are still wrong."
    ),
    (
        "The cut-offs are our conventions. They are nobody’s norm, "
        "and nothing here is a score or a diagnosis."
    ),
)

_DWELL = {
    "long": "Longest that one long video counts: low, middle, high",
    "short": "One short video or story",
    "post": "One post",
    "message": "One message",
}


def classes(thresholds: dict[str, Any]) -> list[tuple[str, str]]:
    """Each reading of a tie, defined in a line."""
    tau = float(thresholds.get("tau", 0.75))
    most, least = f"{tau:.0%}".replace("%", " %"), f"{1 - tau:.0%}".replace("%", " %")
    few = thresholds.get("sparse", 3)
    return [
        (
            "One way, to an account that performs for many",
            (
                f"More than {most} of turns were yours, or you watched so often that the few "
                f"possible answers could not even it out. The field’s word is parasocial: {PROXY}. "
                "The feeling itself is not in any file."
            ),
        ),
        ("One way, to somebody else", f"More than {most} of turns were yours."),
        ("Both ways", f"Each side gave at least {least} of turns."),
        ("They give more", f"More than {most} of turns came from the other side."),
        ("Leaning, not sure", "The numbers lean, and could still turn out otherwise."),
        (
            "Answers can’t be seen",
            "The export leaves the other side out: more of it would not help.",
        ),
        ("Too little to say", f"Fewer than {few} turns and sessions."),
        ("Brand, group or app", "Not one person, so not set against people."),
    ]


def thresholds(values: dict[str, Any]) -> list[tuple[str, str]]:
    """The thresholds as rows of a table: what each is, and its value."""
    return [(_label(key), _value(key, value)) for key, value in values.items()]


def _label(key: str) -> str:
    return {
        "tau": "Share of turns beyond which a tie is one way",
        "level": "Chance that one end of an interval is wrong",
        "gap_us": "Pause that ends a turn or a session",
        "k": "Answers that one act can have had, where answers can’t be seen",
        "ceiling_weeks": "Weeks over which attention has to be spread",
        "sparse": "Turns and sessions below which nothing is said",
        "dormant_us": "Quiet for at least",
        "dormant_gaps": "and for so many times its usual pause",
        **_DWELL,
    }.get(key, key.replace("_", " ").capitalize())


def _value(key: str, value: Any) -> str:
    if isinstance(value, dict):
        ends = [value[end] for end in ("low", "point", "high") if end in value] or list(
            value.values()
        )
        return " / ".join(map(_lasting, ends)) if key in _DWELL else " / ".join(map(str, ends))
    if key == "gap_us":
        return counted(int(value // _MINUTE_US), "minute") if value else "none: single acts"
    if key == "dormant_us":
        return counted(int(value // _DAY_US), "day")
    if isinstance(value, list | tuple):
        return " / ".join(map(str, value))
    return f"{value:g}" if isinstance(value, float) else str(value).replace("_", " ")


def _lasting(ms: float) -> str:
    return f"{ms / _MINUTE_MS:g} min" if ms >= _MINUTE_MS else f"{ms / _SECOND_MS:g} s"


def other_ways(share: Share) -> str:
    """The one-way share in other units; empty where there is none."""
    parts = [
        f"{rounded(part * 10)} of 10 {unit}"
        for part, unit in ((share.by_ties, "ties"), (share.by_turns, "turns and sessions"))
        if part is not None
    ]
    return f"In other units, one way would be {listed(parts)}." if parts else ""


def notes(count: int) -> str:
    """How many of the person's own notes are in here; empty where none is."""
    return f"{counted(count, 'note')} of yours went into this." if count else ""


def unit(name: str) -> str:
    """What is counted."""
    if name == "turn":
        return (
            "Counted in turns and sessions: runs of messages, comments or views "
            "with less than an hour between them."
        )
    return f"Counted in single {name.replace('_', ' ')}s."


def estimates(basis: str | None) -> str:
    """Where the hours come from."""
    if basis == "measured":
        return "Hours are as the exports measure them."
    return (
        "Where an export has no durations, a record lasts until the next one in the same app, "
        "and no longer than the limits below. That is an estimate, and its range is shown with it."
    )
