"""To whom a message speaks: what its place says before what its words say."""

from typing import Literal

from parasocial.talk import marks

Whom = Literal["creator", "fans", "nobody", "cannot_tell"]


def whom(found: int, *, reply_to: Literal["creator", "fan"] | None = None) -> Whom:
    """To whom a message speaks.

    A name or an ``@`` stands above the place, because platforms hang answers to a fan under the
    creator's post; the place stands above all other words.

    Args:
        found: The marks of the message.
        reply_to: Whose message it answers, where the export links the two.

    >>> whom(marks.QUESTION | marks.ADDRESSED)
    'creator'
    >>> whom(marks.QUESTION | marks.ADDRESSED, reply_to="fan")
    'fans'
    """
    if found & marks.NAMED and found & marks.ADDRESSED:
        return "creator"
    if found & marks.AT_OTHER:
        return "fans"
    if reply_to:
        return "creator" if reply_to == "creator" else "fans"
    if found & marks.TO_PEER:
        return "fans"
    if found & marks.ADDRESSED:
        return "creator"
    return "cannot_tell" if found & marks.SECOND else "nobody"
