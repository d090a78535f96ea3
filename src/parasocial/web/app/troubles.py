"""What did not work, in the language spoken now; what comes from below may be in English only."""

from dataclasses import dataclass

from parasocial.i18n import _, marked, spoken

_KNOWN = (
    marked("An import is running. Wait until it is done, then try again."),
    marked("A ledger is called by letters, digits, spaces and dashes."),
    marked("These files have no place. Choose them again."),
    marked("These are too many files. Hand over the archive instead."),
    marked("No file has arrived. Choose one, then try again."),
    marked("There is nothing to say about this account yet."),
    marked("A period has a first day and a last day. Give both."),
)
"""What this app and the work behind it say themselves. Readers say what is wrong with a file."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, and its language where that is not the page's; else None."""

    text: str
    language: str | None = None


def told(error: Exception | str) -> Told:
    """What an error says, as far as it can be said in the page's language."""
    text = str(error)
    if text in _KNOWN:
        return Told(_(text))
    return Told(text, None if spoken().language == "en" else "en")
