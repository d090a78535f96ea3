"""Messages for a human to look at: a reason to look, no finding about anybody."""

from parasocial.lenses.findings.creator import Findings
from parasocial.report.words.numbers import counted

REASONS = {
    "distress": "Could mean that somebody is not safe",
    "asks_address": "Asks where somebody lives",
    "asks_number": "Asks for a private number",
    "contact": "A telephone number or an e-mail address",
    "meeting": "Asks to meet alone",
    "threat": "Could be a threat",
    "sexual": "Could be an unwanted remark about a body",
}
INTRO = (
    "Word lists found these; a person decides. They miss messages and they take harmless ones, "
    "so an entry here says nothing about who wrote it. Nothing else is done with them."
)
SAFE = (
    "If somebody may be in danger, an answer need not come from you: a help line’s number, kept at "
    "hand by your team, is one. Where you feel threatened, talk with somebody you trust first."
)
COUNTED = "Counts stand in the private report alone; the one to share withholds small ones."


def title(f: Findings) -> str:
    """How many wait."""
    return f"{counted(len(f.queue), 'message')} for you to look at"


def reason(code: str) -> str:
    """Why a message is in it."""
    return REASONS.get(code, code.replace("_", " ").capitalize())
