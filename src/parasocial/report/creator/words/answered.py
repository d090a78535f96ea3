"""Whose messages were answered, what cannot be told, and how long people wait."""

from parasocial.lenses.findings.channel import Answering
from parasocial.lenses.findings.creator import Findings, Three, Untold
from parasocial.report.creator.words.numbers import because, figure, likely, of_ten, percent, wait
from parasocial.report.words.numbers import capital, counted, listed

STATES = ("answered", "seen, no answer in the logs", "can’t be told")
REASONS: dict[Untold, str] = {
    "spoken": "you may have answered by voice, which no log holds",
    "no_links": "the log does not mark what answers what",
    "silent_creator": "you write nothing in that log",
    "incomplete": "part of the log is missing",
    "unmarked": "a line of yours without a mark followed soon after",
    "in_thread": "you answered in the same thread, without saying whom",
}
"""Why a state cannot be told."""

INTRO = (
    "Each message is in one of three states: answered, seen without an answer where every answer "
    "would be in the log, or one that these files can’t decide. “No answer seen” does not mean "
    "that you turned away."
)
BY = {
    "tenure": "How long they have been here",
    "membership": "Members and others",
    "length": "How long the message is",
    "question": "Questions and others",
    "tone": "Praise, criticism and others",
    "address": "To whom it speaks",
}
"""What kinds of message differ in."""
SHRUNK = (
    "The dark bar is our best guess; the pale stretch holds the share nine times in ten. Where "
    "there are few messages it is drawn towards the share of all, so that chance does not look "
    "like a choice."
)


def reasons(f: Findings) -> dict[str, int]:
    """Why messages cannot be told, the most frequent first, with how many."""
    them = sorted(f.replies.reasons.items(), key=lambda it: -it[1])
    return {REASONS[key]: number for key, number in them if number}


def untold(f: Findings) -> list[str]:
    """The same as sentences."""
    return [f"{counted(number, 'message')}: {why}." for why, number in reasons(f).items()]


def state(label: str, it: Three) -> str:
    """One row of the drawing, for somebody who cannot see it."""
    cells = (it.answered, it.seen, it.cannot_be_told)
    parts = [f"{figure(one)} {what}" for one, what in zip(cells, STATES, strict=True)]
    return f"{label}: {listed(parts)}"


def acknowledged(f: Findings) -> str:
    """Hearts, pins and reactions, which are no replies."""
    it = f.acknowledgements
    if it.messages is None or it.people is None:
        return f"Hearts, pins and reactions of yours: {it.why or 'can’t be told'}."
    said = (
        f"You marked {counted(it.messages, 'message')} of {counted(it.people, 'person', 'people')} "
        "with a heart, a pin or a reaction. That is no reply, and is counted apart."
    )
    if it.only:
        said += f" For {it.only:,} of them it is all that the logs show."
    return said


def groups(f: Findings) -> list[tuple[str, list[Answering]]]:
    """The kinds of message by what they differ in, where there are two or more."""
    found: dict[str, list[Answering]] = {}
    for row in sorted(f.answering, key=lambda it: _ORDER.get(it.group, len(_ORDER))):
        found.setdefault(row.by, []).append(row)
    return [(says, found[by]) for by, says in BY.items() if len(found.get(by, ())) > 1]


def kind(row: Answering) -> str:
    """What a kind is called."""
    return _KINDS.get(row.group) or capital(row.group)


_KINDS = {
    "first": "Their first message",
    "2 to 9": "Their second to ninth",
    "10 and on": "Their tenth and on",
    "creator": "You",
    "fans": "Other fans",
    "nobody": "Nobody in particular",
    "cannot_tell": "Can’t be told",
    "member": "Members",
    "question": "Questions",
}
_ORDER = {group: place for place, group in enumerate(_KINDS)}


def rate(row: Answering) -> str:
    """How often one kind is answered."""
    if row.share.point is None:
        return row.share.why or "can’t be told"
    known = f" · {counted(row.messages, 'message')}" if row.messages else ""
    return f"{percent(row.share.point)}, {likely(row.share)}{known}".replace(", ·", " ·")


def waits(f: Findings) -> str:
    """How long until an answer."""
    it = f.waiting
    if not it.curve:
        return f"How long people wait can’t be told{because(it.why, it.median_hours.why)}."
    said = ""
    if it.median_hours.value is not None:
        said = f"Half of the messages have an answer within {wait(it.median_hours.value)}. "
    parts = [f"{of_ten(it.within[key])} within {_SPANS[key]}" for key in _SPANS if key in it.within]
    return f"{said}Answered: {listed(parts)}." if parts else said


_SPANS = {"hour": "an hour", "day": "a day", "week": "a week"}


def waiting_caption(f: Findings) -> str:
    """Which messages the curve is of."""
    it = f.waiting
    left = ""
    if it.left_out:
        left = f" {counted(it.left_out, 'message')} have times that are too coarse for it."
    return (
        f"Of {counted(it.messages, 'message')} whose state and time are known. A message without "
        f"an answer counts as waiting until its log ends (Kaplan–Meier).{left}"
    )


def ties(f: Findings) -> list[tuple[str, str]]:
    """Ties as fans would see them, by class."""
    them = f.one_sided.by_class.items()
    return [(_CLASSES.get(key, key), figure(n)) for key, n in them if n != 0]


_CLASSES = {
    "one_sided": "One way: they wrote, and nothing came back",
    "reciprocal": "Both ways",
    "inbound": "You wrote more",
    "sparse": "Too little to say",
    "undetermined": "Leaning, not sure",
    "unobservable": "Answers can’t be seen",
}


def one_sided(f: Findings) -> str:
    """The share that is one way, or why it cannot be told."""
    it = f.one_sided.share
    if it.point is None:
        return f"How one-sided these ties are can’t be told{because(it.why, f.one_sided.why)}."
    return (
        f"Of ties that are decided, {of_ten(it.point)} would look one way from the fan’s end "
        f"({likely(it) or percent(it.point)})."
    )
