"""What is said about ties."""

from parasocial.i18n import _, _n, marked
from parasocial.lenses.findings import Tie, TieClass
from parasocial.report.amounts import LINKS, figures
from parasocial.report.calendar import month, months
from parasocial.report.words.numbers import capital, duration, listed, name

_READING: dict[TieClass, str] = {
    "parasocial": marked("one way"),
    "one_sided": marked("one way"),
    "unattributed": marked("brand or group"),
    "companion": marked("companion app"),
    "reciprocal": marked("both ways"),
    "inbound": marked("they give more"),
    "sparse": marked("too little to say"),
    "unobservable": marked("answers can’t be seen"),
    "undetermined": marked("leaning, not sure"),
}

_CHANNELS = {
    "message": marked("messages"),
    "comment": marked("comments"),
    "reply": marked("replies"),
    "mention": marked("mentions"),
    "live_chat": marked("live chat"),
    "call": marked("calls"),
    "gift": marked("gifts"),
    "reaction": marked("reactions"),
    "view": marked("views"),
    "listen": marked("listening"),
    "save": marked("saves"),
    "share": marked("shares"),
    "search": marked("searches"),
    "post": marked("posts"),
    "follow": marked("follows"),
    "friend": marked("friend links"),
    "request": marked("requests"),
}


INTRO = marked("One-way ties can teach, comfort and amuse, and most people have some.")

UNITS = marked(
    "A turn is a run of messages or comments less than an hour apart; "
    "a session is the same for watching and liking."
)


def reading(tie: Tie) -> str:
    """The class of a tie in everyday words."""
    return _(_READING[tie.class_])


def channel(name: str) -> str:
    """A channel in everyday words."""
    return _(_CHANNELS[name]) if name in _CHANNELS else name.replace("_", " ")


def platform(name: str, titles: dict[str, str]) -> str:
    """A platform as its owner writes it."""
    return titles.get(name) or name.replace("_", " ").capitalize()


def sentence(tie: Tie, titles: dict[str, str]) -> str:
    """One tie: what went each way, where, when, and how sure the reading is."""
    parts = [_given(tie), _where(tie, titles), months(tie.first, tie.last)]
    text = f"{', '.join(part for part in parts if part)}. "
    text += _returned(tie)
    if tie.dormant and tie.last:
        text += " " + _("Nothing logged since %(month)s.", month=month(tie.last))
    return text


def _given(tie: Tie) -> str:
    parts = []
    if tie.given.turns:
        parts.append(_n("%(count)s turn", "%(count)s turns", tie.given.turns))
    if tie.attention.sessions:
        sessions = _n("%(count)s session", "%(count)s sessions", tie.attention.sessions)
        weeks = _n("%(count)s week", "%(count)s weeks", tie.attention.weeks)
        parts.append(_("%(sessions)s over %(weeks)s", sessions=sessions, weeks=weeks))
    return listed(parts) or _("Nothing from you that we can see")


def _where(tie: Tie, titles: dict[str, str]) -> str:
    where = listed([platform(name, titles) for name in tie.alter.platforms])
    done = [name for name in tie.channels if name not in LINKS and name != "search"]
    how = listed([channel(name) for name in done or tie.channels])
    if not where or not how:
        return where or how
    if len(tie.alter.platforms) > 1:
        return _("%(how)s on %(where)s", how=how, where=where)
    return _("%(platform)s %(how)s", platform=where, how=how)


def _returned(tie: Tie) -> str:
    if tie.received.turns:
        back = _n("%(count)s turn came back.", "%(count)s turns came back.", tie.received.turns)
    elif tie.class_ == "unobservable":
        back = _("Answers are not in this export.")
    else:
        back = _("None seen coming back in this export.")
    return f"{back} {_ceiling(tie)}".strip()


def _ceiling(tie: Tie) -> str:
    """The most that could have come back, and how much it would take to change the reading."""
    slack = tie.ceiling.slack
    if tie.basis != "attention" or slack is None or slack < 0:
        return ""
    possible = tie.ceiling.possible_returns
    needed = figures(possible + slack + 1)
    if not possible:
        return _(
            "Of these, none could have been answered; "
            "it would take %(needed)s to change the picture.",
            needed=needed,
        )
    return _(
        "Of these, at most %(possible)s could have been answered; "
        "it would take %(needed)s to change the picture.",
        possible=figures(possible),
        needed=needed,
    )


def clusters(drawn: int, ties: int) -> str:
    """That not every mark could be drawn; empty where all are."""
    if drawn >= ties:
        return ""
    return _(
        "Where many ties have the same small numbers, some marks are left out: "
        "%(drawn)s of %(ties)s are drawn.",
        drawn=figures(drawn),
        ties=figures(ties),
    )


def table_cut(rows: int, ties: int) -> str:
    """That the table is cut, before the flag that asks for all; empty where it is not."""
    if rows >= ties:
        return ""
    return _(
        "The %(rows)s ties with most time, of %(ties)s. The data behind this page has all:",
        rows=figures(rows),
        ties=figures(ties),
    )


def left_out(number: int) -> str:
    """That private people are not on the page, before the flag that asks for them."""
    if not number:
        return ""
    return _n(
        "%(count)s tie is left out here: people who are, or may be, private, where nearly all "
        "goes one way. They may have phoned, moved on or lost an account. "
        "To see them, make the page again with",
        "%(count)s ties are left out here: people who are, or may be, private, where nearly all "
        "goes one way. They may have phoned, moved on or lost an account. "
        "To see them, make the page again with",
        number,
    )


def hidden(number: int) -> str:
    """That notes hide somebody; empty where they do not."""
    if not number:
        return ""
    return _n(
        "%(count)s tie is hidden by your notes, for good.",
        "%(count)s ties are hidden by your notes, for good.",
        number,
    )


def top(number: int) -> str:
    """What the mirrored bars show."""
    if number == 1:
        return _("The tie you gave most to")
    return capital(_("The %(number)s you gave most to", number=name(number)))


def hours(tie: Tie) -> str:
    """Weekly hours in a cell of the table."""
    hours = tie.weekly_hours.point
    return duration(hours) if hours else "–"
