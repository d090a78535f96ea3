"""The marks a message can carry, one bit each.

All of them are guesses by word lists about one message, never a statement about a person. How
often they are right is in ``docs/talk.md``.
"""

from typing import Final

WORDLESS: Final = 1 << 0
"""No words: emoji, emotes, signs or numbers."""
ADDRESSED: Final = 1 << 1
"""It speaks to the creator: by name, by a form of address, or with nobody else in sight."""
TO_PEER: Final = 1 << 2
"""It speaks to one or all of the other fans."""
NAMED: Final = 1 << 3
"""The creator's name stands in it."""
AT_OTHER: Final = 1 << 4
"""It begins or goes on with ``@`` and somebody who is not the creator."""
SECOND: Final = 1 << 5
"""It says "you"; a bare one could be anyone."""
QUESTION: Final = 1 << 6
"""It is put as a question."""
PRAISE: Final = 1 << 7
"""Thanks or praise."""
CRITICISM: Final = 1 << 8
"""Of the work."""
HOSTILE: Final = 1 << 9
"""Against a person, or plain abuse; every threat."""
DISCLOSURE: Final = 1 << 10
"""The writer tells something private about their own life."""
INTIMATE: Final = 1 << 11
"""Warm or familiar, as to a friend."""
CLOSE: Final = 1 << 12
"""As to somebody very close: a claimed bond, or what is told to nobody else."""
ASKS_ADDRESS: Final = 1 << 13
"""Asks where somebody lives."""
ASKS_NUMBER: Final = 1 << 14
"""Asks for a private number or account."""
CONTACT: Final = 1 << 15
"""A telephone number or an e-mail address stands in it."""
MEETING: Final = 1 << 16
"""Asks to meet alone."""
THREAT: Final = 1 << 17
"""Could be a threat of harm."""
SEXUAL: Final = 1 << 18
"""Could be an unwanted remark about a body."""
DISTRESS: Final = 1 << 19
"""The writer's words could mean that they are not safe: a reason for a person to look."""

BREACH: Final = ASKS_ADDRESS | ASKS_NUMBER | CONTACT | MEETING | THREAT | SEXUAL
"""What may cross a creator's line, or a fan's."""
QUEUE: Final = BREACH | DISTRESS
"""What waits for a human to look at."""

NAMES: Final = {
    "wordless": WORDLESS,
    "addressed": ADDRESSED,
    "to_peer": TO_PEER,
    "named": NAMED,
    "at_other": AT_OTHER,
    "second": SECOND,
    "question": QUESTION,
    "praise": PRAISE,
    "criticism": CRITICISM,
    "hostile": HOSTILE,
    "disclosure": DISCLOSURE,
    "intimate": INTIMATE,
    "close": CLOSE,
    "asks_address": ASKS_ADDRESS,
    "asks_number": ASKS_NUMBER,
    "contact": CONTACT,
    "meeting": MEETING,
    "threat": THREAT,
    "sexual": SEXUAL,
    "distress": DISTRESS,
}
"""Every mark by its name, as the findings and the docs call it."""


def names(marks: int) -> tuple[str, ...]:
    """The names of the marks that are set.

    >>> names(QUESTION | ADDRESSED)
    ('addressed', 'question')
    """
    return tuple(name for name, bit in NAMES.items() if marks & bit)
