"""Published figures, beside one's own where base and question match."""

from collections.abc import Sequence
from typing import Literal

from parasocial.ledger import Ledger
from parasocial.lenses.findings import Tie
from parasocial.lenses.self_report import Published
from parasocial.notes import Notes
from parasocial.study.benchmarks import ITEMS, Figure, chosen, disputed

_OF_ALL = "Taking everyone you follow together: "
QUESTIONS = {
    "learn": _OF_ALL + "do you learn something from them?",
    "escape": _OF_ALL + "do they take you out of your day?",
    "friends": _OF_ALL + "is there one you could be friends with?",
    "unique": _OF_ALL + "do they give you something that nobody else does?",
    "absence": _OF_ALL + "would you miss them?",
    "dependent": _OF_ALL + "do you count on what they make?",
    "comment": "Have you ever commented on a post by somebody you follow?",
    "react": "Have you ever reacted to a post or story by somebody you follow?",
    "pm": "Have you ever written in private to somebody you follow?",
    "met": "Have you ever met somebody you follow?",
}
"""The items of the page, with the question that each would take."""

_SHOWN = {"comment": {"comment", "reply"}, "react": {"reaction"}, "pm": {"message"}}
_WORLDWIDE = "Global"
_SAME = (_WORLDWIDE, "South-East Asia", "not said")
"""Regions that articles print for one another."""

_DONE = """
SELECT DISTINCT alter_id, channel FROM event
WHERE alter_id IS NOT NULL AND given ORDER BY ALL
"""


def published(ledger: Ledger, ties: Sequence[Tie], notes: Notes) -> list[Published]:
    """One row per item of the page."""
    followed = {tie.alter.id for tie in ties if tie.follows and _performs(tie)}
    found = ledger.query(_DONE)
    done = {channel for alter, channel in zip(*found.values(), strict=True) if alter in followed}
    return rows(done, follows=bool(followed), met=bool(_met(ledger, notes) & followed))


def rows(done: set[str], *, follows: bool, met: bool) -> list[Published]:
    """The rows, where these channels were used towards performers whom one follows.

    Args:
        done: The channels.
        follows: Whether one follows any performer.
        met: Whether a note says that one met such a performer.
    """
    own: dict[str, Literal["seen", "noted"]] = {
        item: "seen" for item, channels in _SHOWN.items() if channels & done
    }
    if met:
        own["met"] = "noted"
    return [
        Published(
            figure=_headline(item),
            about=ITEMS[item],
            disputed=[it for it in disputed(item) if it.region in _SAME],
            own=own.get(item),
            question=question,
            why=None if item in own else _why(item, follows=follows),
        )
        for item, question in QUESTIONS.items()
    ]


def _performs(tie: Tie) -> bool:
    return tie.alter.kind == "persona" or tie.class_ == "parasocial"


def _headline(item: str) -> Figure:
    """The surest global figure of adults; where there is none, the surest there is."""
    found = [it for it in chosen(item) if it.ages == "18+" and "scope" not in it.marks]
    worldwide = [it for it in found if it.region == _WORLDWIDE]
    return min(worldwide or found, key=lambda it: len(it.marks))


def _met(ledger: Ledger, notes: Notes) -> set[str]:
    found = ledger.query("SELECT was_id, now_id FROM identity")
    now = dict(zip(found["was_id"], found["now_id"], strict=True))
    return {now.get(name, name) for name, note in notes.accounts.items() if note.we_met}


def _why(item: str, *, follows: bool) -> str:
    if item not in _SHOWN and item != "met":
        return "it was asked once, of everyone they follow; answers here are about single ties"
    if not follows:
        return "these files show no performer whom you follow, and those who follow were asked"
    if item == "met":
        return "no note says that you met one"
    return "none is seen in these files, and they can’t show that there was none"
