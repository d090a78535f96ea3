"""How it was counted: the classes, the thresholds, the estimates."""

from typing import Any

from parasocial.i18n import _, _n, marked
from parasocial.lenses.findings import Share
from parasocial.report.amounts import brief
from parasocial.report.words.numbers import listed, rounded

_MINUTE_US, _DAY_US, _MINUTE_MS = 60_000_000, 86_400_000_000, 60_000
_SECOND_MS = 1_000

SURE = (
    marked(
        "A tie gets a name when both ends of its interval agree on it. With many ties, "
        "a few names are still wrong."
    ),
    marked(
        "The cut-offs are our conventions. They are nobody’s norm, "
        "and nothing here is a score or a diagnosis."
    ),
)

_DWELL = {
    "long": marked("Longest that one long video counts: low, middle, high"),
    "short": marked("One short video or story"),
    "post": marked("One post"),
    "message": marked("One message"),
}
_LABELS = {
    "tau": marked("Share of turns beyond which a tie is one way"),
    "level": marked("Chance that one end of an interval is wrong"),
    "gap_us": marked("Pause that ends a turn or a session"),
    "k": marked("Answers that one act can have had, where answers can’t be seen"),
    "ceiling_weeks": marked("Weeks over which attention has to be spread"),
    "sparse": marked("Turns and sessions below which nothing is said"),
    "dormant_us": marked("Quiet for at least"),
    "dormant_gaps": marked("and for so many times its usual pause"),
    **_DWELL,
}


def classes(thresholds: dict[str, Any]) -> list[tuple[str, str]]:
    """Each reading of a tie, defined in a line."""
    tau = float(thresholds.get("tau", 0.75))
    most, least = f"{tau:.0%}".replace("%", " %"), f"{1 - tau:.0%}".replace("%", " %")
    few = thresholds.get("sparse", 3)
    return [
        (
            _("One way, to an account that performs for many"),
            _(
                "More than %(most)s of turns were yours, or you watched so often that the few "
                "possible answers could not even it out. The field’s word is parasocial: a proxy "
                "from behaviour. The feeling itself is not in any file.",
                most=most,
            ),
        ),
        (
            _("One way, to somebody else"),
            _("More than %(most)s of turns were yours.", most=most),
        ),
        (_("Both ways"), _("Each side gave at least %(least)s of turns.", least=least)),
        (
            _("They give more"),
            _("More than %(most)s of turns came from the other side.", most=most),
        ),
        (_("Leaning, not sure"), _("The numbers lean, and could still turn out otherwise.")),
        (
            _("Answers can’t be seen"),
            _("The export leaves the other side out: more of it would not help."),
        ),
        (
            _("Too little to say"),
            _("Fewer than %(number)s turns and sessions.", number=few),
        ),
        (_("Brand, group or app"), _("Not one person, so not set against people.")),
    ]


def thresholds(values: dict[str, Any]) -> list[tuple[str, str]]:
    """The thresholds as rows of a table: what each is, and its value."""
    return [(_label(key), _value(key, value)) for key, value in values.items()]


def _label(key: str) -> str:
    return _(_LABELS[key]) if key in _LABELS else key.replace("_", " ").capitalize()


def _value(key: str, value: Any) -> str:
    if isinstance(value, dict):
        ends = [value[end] for end in ("low", "point", "high") if end in value] or list(
            value.values()
        )
        return " / ".join(map(_lasting, ends)) if key in _DWELL else " / ".join(map(str, ends))
    if key == "gap_us":
        return _minutes(int(value // _MINUTE_US)) if value else _("none: single acts")
    if key == "dormant_us":
        return _n("%(count)s day", "%(count)s days", int(value // _DAY_US))
    if isinstance(value, list | tuple):
        return " / ".join(map(str, value))
    return brief(value) if isinstance(value, float) else str(value).replace("_", " ")


def _minutes(number: int) -> str:
    return _n("%(count)s minute", "%(count)s minutes", number)


def _lasting(ms: float) -> str:
    if ms >= _MINUTE_MS:
        return _("%(number)s min", number=brief(ms / _MINUTE_MS))
    return _("%(number)s s", number=brief(ms / _SECOND_MS))


def other_ways(share: Share) -> str:
    """The one-way share in other units; empty where there is none."""
    parts = []
    if share.by_ties is not None:
        parts.append(_("%(number)s of 10 ties", number=rounded(share.by_ties * 10)))
    if share.by_turns is not None:
        number = rounded(share.by_turns * 10)
        parts.append(_("%(number)s of 10 turns and sessions", number=number))
    if not parts:
        return ""
    return _("In other units, one way would be %(parts)s.", parts=listed(parts))


def notes(count: int) -> str:
    """How many of the person's own notes are in here; empty where none is."""
    if not count:
        return ""
    return _n(
        "%(count)s note of yours went into this.", "%(count)s notes of yours went into this.", count
    )


def unit(name: str) -> str:
    """What is counted."""
    if name == "turn":
        return _(
            "Counted in turns and sessions: runs of messages, comments or views "
            "with less than an hour between them."
        )
    return _("Counted in single acts.")


def estimates(basis: str | None) -> str:
    """Where the hours come from."""
    if basis == "measured":
        return _("Hours are as the exports measure them.")
    return _(
        "Where an export has no durations, a record lasts until the next one in the same app, "
        "and no longer than the limits below. That is an estimate, and its range is shown with it."
    )
