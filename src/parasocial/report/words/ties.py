"""What is said about ties."""

from parasocial.lenses.findings import Tie, TieClass
from parasocial.report.amounts import LINKS
from parasocial.report.calendar import month, months
from parasocial.report.words.numbers import counted, duration, listed, name

_READING: dict[TieClass, str] = {
    "parasocial": "one way",
    "one_sided": "one way",
    "unattributed": "brand or group",
    "companion": "companion app",
    "reciprocal": "both ways",
    "inbound": "they give more",
    "sparse": "too little to say",
    "unobservable": "answers can’t be seen",
    "undetermined": "leaning, not sure",
}

_CHANNELS = {
    "message": "messages",
    "comment": "comments",
    "reply": "replies",
    "mention": "mentions",
    "live_chat": "live chat",
    "call": "calls",
    "gift": "gifts",
    "reaction": "reactions",
    "view": "views",
    "listen": "listening",
    "save": "saves",
    "share": "shares",
    "search": "searches",
    "post": "posts",
    "follow": "follows",
    "friend": "friend links",
    "request": "requests",
}


INTRO = "One-way ties can teach, comfort and amuse, and most people have some."

UNITS = (
    "A turn is a run of messages or comments less than an hour apart; "
    "a session is the same for watching and liking."
)


def reading(tie: Tie) -> str:
    """The class of a tie in everyday words."""
    return _READING[tie.class_]


def channel(name: str) -> str:
    """A channel in everyday words."""
    return _CHANNELS.get(name, name.replace("_", " "))


def platform(name: str, titles: dict[str, str]) -> str:
    """A platform as its owner writes it."""
    return titles.get(name) or name.replace("_", " ").capitalize()


def sentence(tie: Tie, titles: dict[str, str]) -> str:
    """One tie: what went each way, where, when, and how sure the reading is."""
    parts = [_given(tie), _where(tie, titles), months(tie.first, tie.last)]
    text = f"{', '.join(part for part in parts if part)}. "
    text += _returned(tie)
    if tie.dormant and tie.last:
        text += f" Nothing logged since {month(tie.last)}."
    return text


def _given(tie: Tie) -> str:
    parts = []
    if tie.given.turns:
        parts.append(counted(tie.given.turns, "turn"))
    if tie.attention.sessions:
        weeks = counted(tie.attention.weeks, "week")
        parts.append(f"{counted(tie.attention.sessions, 'session')} over {weeks}")
    return " and ".join(parts) or "Nothing from you that we can see"


def _where(tie: Tie, titles: dict[str, str]) -> str:
    where = listed([platform(name, titles) for name in tie.alter.platforms])
    done = [name for name in tie.channels if name not in LINKS and name != "search"]
    how = listed([channel(name) for name in done or tie.channels])
    return f"{how} on {where}" if len(tie.alter.platforms) > 1 else f"{where} {how}".strip()


def _returned(tie: Tie) -> str:
    if tie.received.turns:
        back = f"{counted(tie.received.turns, 'turn')} came back."
    elif tie.class_ == "unobservable":
        back = "Answers are not in this export."
    else:
        back = "None seen coming back in this export."
    return f"{back} {_ceiling(tie)}".strip()


def _ceiling(tie: Tie) -> str:
    """The most that could have come back, and how much it would take to change the reading."""
    slack = tie.ceiling.slack
    if tie.basis != "attention" or slack is None or slack < 0:
        return ""
    possible = tie.ceiling.possible_returns
    limit = f"at most {possible:,}" if possible else "none"
    needed = f"it would take {possible + slack + 1:,} to change the picture"
    return f"Of these, {limit} could have been answered; {needed}."


def clusters(drawn: int, ties: int) -> str:
    """That not every mark could be drawn; empty where all are."""
    if drawn >= ties:
        return ""
    return (
        "Where many ties have the same small numbers, some marks are left out: "
        f"{drawn:,} of {ties:,} are drawn."
    )


def table_cut(rows: int, ties: int) -> str:
    """That the table is cut, before the flag that asks for all; empty where it is not."""
    if rows >= ties:
        return ""
    return f"The {rows:,} ties with most time, of {ties:,}. The data behind this page has all:"


def left_out(number: int) -> str:
    """That private people are not on the page, before the flag that asks for them."""
    if not number:
        return ""
    return (
        f"{_are(number)} left out here: people who are, or may be, private, where nearly all goes "
        "one way. They may have phoned, moved on or lost an account. "
        "To see them, make the page again with"
    )


def hidden(number: int) -> str:
    """That notes hide somebody; empty where they do not."""
    return f"{_are(number)} hidden by your notes, for good." if number else ""


def _are(number: int) -> str:
    return "1 tie is" if number == 1 else f"{number:,} ties are"


def top(number: int) -> str:
    """How many ties the mirrored bars show; empty for one."""
    return name(number) if number != 1 else "tie"


def hours(tie: Tie) -> str:
    """Weekly hours in a cell of the table."""
    hours = tie.weekly_hours.point
    return duration(hours) if hours else "–"
