"""Messages for a human to look at: a reason to look, no finding about anybody."""

from parasocial.lenses.findings.creator import Findings
from parasocial.report.words.numbers import counted, rounded
from parasocial.talk.measured import measured

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
    "Word lists found these; a person decides. They miss most of what they look for and take "
    "harmless messages, so an entry says nothing about who wrote it, and an empty list nothing "
    "about who needs care."
)
SAFE = (
    "If somebody may be in danger, an answer need not come from you: a help line’s number, kept at "
    "hand by your team, is one. Where you feel threatened, talk with somebody you trust first."
)
COUNTED = "Nothing of this is in the report to share, not even how much there is."


def title(f: Findings) -> str:
    """How many wait."""
    return f"{counted(len(f.queue), 'message')} for you to look at"


def right(f: Findings) -> list[str]:
    """How often the lists were right about each reason that occurs, on messages made for it."""
    known = measured().sealed.marks
    return [
        f"{reason(code)}: took {it.found:,}, {rounded(it.found * (it.precision or 0)):,} of them "
        f"rightly, and found {rounded(it.n * (it.recall or 0)):,} of {it.n:,}"
        for code in dict.fromkeys(it.reason for it in f.queue)
        if (it := known.get(code))
    ]


RIGHT = (
    "How often that was right, on invented messages that the lists were not tuned on. There such "
    "messages are far more frequent than in any real chat; on a channel, more will be harmless."
)


def reason(code: str) -> str:
    """Why a message is in it."""
    return REASONS.get(code, code.replace("_", " ").capitalize())
