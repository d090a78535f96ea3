"""Sentences that come from the layers below, which speak English: reasons, what is published.

A page finds the message that a sentence was made from, with its numbers. What an export leaves
out is in ``blind``, what stands beside a harm in ``harms``.
"""

import re
from functools import lru_cache

from parasocial.i18n import _, marked
from parasocial.report.words import blind, harms

_REASONS = (
    marked("both are parts of one measured total"),
    marked("fewer than %(number)s weeks in a row are covered"),
    marked("one of the two does not change from week to week"),
    marked("one of the two follows from the other"),
    marked("the answers lie between the types"),
    marked("the exports name no single type"),
    marked("these exports cover less than 28 days"),
    marked("these exports hold no log of use"),
    marked("fewer than eight weeks: how steady this is cannot be told"),
    marked("one of the two circles has fewer than %(number)s ties"),
    marked("fewer than %(number)s ties have both acts and a closeness in your notes"),
    marked("fewer than %(number)s accounts with a name got attention in these exports"),
    marked("fewer than %(number)s weeks are covered in the same places"),
    marked("fewer than %(number)s weeks are covered before, or since, in the same places"),
    marked("there is no time with anyone in these exports"),
    marked("no tie could be decided"),
    marked("no export here holds both a list of followed accounts and attention with its author"),
    marked("fewer than %(number)s public posts or comments at different times"),
    marked("no log of at least %(number)s views is in these exports"),
    marked("no time zone was given with --zone"),
    marked("time is logged on fewer than %(number)s days"),
    marked("no log of views covers %(number)s whole weeks"),
    marked("no acts between you are in these exports"),
    marked("you noted that they replied or that you met"),
    marked("this account is a person"),
    marked("this account is a group"),
    marked("this account is a brand"),
    marked("this account is a companion"),
    marked("this account could have reached you in ways that the export does not show"),
    marked("it was asked once, of everyone they follow; answers here are about single ties"),
    marked("these files show no performer whom you follow, and those who follow were asked"),
    marked("no note says that you met one"),
    marked("none is seen in these files, and they can’t show that there was none"),
)
_AXES = (
    marked("little time"),
    marked("much time"),
    marked("few posts"),
    marked("many posts"),
    marked("time in between"),
    marked("posting in between"),
)
"""What five_types.decided_axis says, in its two parts."""
_PUBLISHED = (
    marked("Find a way out of everyday life there"),
    marked("Learn something there"),
    marked("Think that they could be friends"),
    marked("Have something there that nobody else gives them"),
    marked("Count on what influencers make"),
    marked("Would miss it"),
    marked("Comment on posts"),
    marked("React to posts or stories"),
    marked("Wrote in private"),
    marked("Met one in person"),
    marked("Taking everyone you follow together: do you learn something from them?"),
    marked("Taking everyone you follow together: do they take you out of your day?"),
    marked("Taking everyone you follow together: is there one you could be friends with?"),
    marked(
        "Taking everyone you follow together: do they give you something that nobody else does?"
    ),
    marked("Taking everyone you follow together: would you miss them?"),
    marked("Taking everyone you follow together: do you count on what they make?"),
    marked("Have you ever commented on a post by somebody you follow?"),
    marked("Have you ever reacted to a post or story by somebody you follow?"),
    marked("Have you ever written in private to somebody you follow?"),
    marked("Have you ever met somebody you follow?"),
    marked("followers of influencers"),
    marked("social media users"),
    marked("all respondents"),
    marked("respondents in South-East Asia"),
    marked("South-East Asia"),
    marked("articles contradict each other"),
    marked("the article names another base"),
    marked("the region is not certain"),
)
_PLACE = re.compile(r"%\\?\((\w+)\\?\)s")


def reason(text: str) -> str:
    """*text* in the language spoken now.

    >>> reason("no log of views covers 4 whole weeks")
    'no log of views covers 4 whole weeks'
    """
    if "; " in text and all(part in _AXES for part in text.split("; ")):
        return "; ".join(map(_, text.split("; ")))
    for pattern, message in _with_numbers():
        found = pattern.fullmatch(text)
        if found:
            return _(message, **found.groupdict())
    return _(text)


def known(text: str) -> bool:
    """Whether there is a message for *text*."""
    exact = {*_REASONS, *_AXES, *_PUBLISHED, *blind.LINES, *blind.WARNINGS, *harms.LINES}
    return text in exact or any(it.fullmatch(text) for it, _message in _with_numbers())


@lru_cache(maxsize=1)
def _with_numbers() -> list[tuple[re.Pattern[str], str]]:
    """The messages that numbers stand in, as patterns."""
    return [
        (re.compile(_PLACE.sub(r"(?P<\1>\\d+)", re.escape(it))), it)
        for it in _REASONS
        if _PLACE.search(it)
    ]
