"""Programs that write in many chats under a name of their own, by the name they log in with."""

from typing import Final

_KNOWN = """
    automoderator botisimo cloudbot coebot commanderroot deepbot electricallongboard fossabot
    frostytoolsdotcom hnlbot kofistreambot moobot nightbot ohbot phantombot playwithviewersbot
    pokemoncommunitygame pretzelrocks restreambot scottybot sery_bot soundalerts streamcaptainbot
    streamelements streamlabs streamstickers tangiabot titlechange_bot vivbot wizebot wzbot
"""
PROGRAMS: Final = frozenset(_KNOWN.split())
"""Lower case. What calls itself a bot in the file itself is known without this list."""

EVIDENCE: Final = "a bot"
"""Why an account is not a person, in the words of readers."""


def program(name: str | None) -> bool:
    """Whether *name* is that of a known program."""
    return name is not None and name.casefold().removeprefix("@") in PROGRAMS
