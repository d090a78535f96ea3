"""Bring every .po file up to date with the English texts, and compile it.

What is new comes in without a translation, what is gone goes. ``--start LANGUAGE`` begins one.
"""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from hatch_build import CATALOGUES, Kept, compile_catalogues, read

from parasocial.i18n.messages import messages

PLURALS = {
    **dict.fromkeys(("id", "ms", "vi", "th"), "nplurals=1; plural=0;"),
    "fil": "nplurals=2; plural=(n%10==4 || n%10==6 || n%10==9);",
}
"""By hand: Babel's gettext table knows other rules than CLDR for these."""
WIDTH = 100


def template() -> Catalog:
    """Every English message, each once, with a word on each place where it stands."""
    made = Catalog()
    for text, plural, what in messages():
        made.add((text, plural) if plural else text, auto_comments=[what])
    return made


def started(language: str) -> Kept:
    """An empty catalogue."""
    made = Kept()
    made.mime_headers = [
        ("Project-Id-Version", "parasocial guidance"),
        ("Language", language),
        ("Plural-Forms", PLURALS[language]),
        ("X-Status", "draft"),
        ("X-Reviewed-By", ""),
        ("X-Reviewed", ""),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Transfer-Encoding", "8bit"),
    ]
    return made


def path_of(language: str) -> Path:
    """Where a language's catalogue lies."""
    return CATALOGUES / language / "LC_MESSAGES" / "guidance.po"


def updated(old: Kept) -> Kept:
    """The template's messages with the translations of *old*, under its header."""
    made = Kept()
    made.mime_headers = old.mime_headers
    made.fuzzy = False
    made.header_comment = "# Guidance of parasocial. See docs/guidance.md."
    for message in template():
        if message.id:
            known = old.get(message.id)
            # Babel gives a catalogue of one form and a message of two its own idea of the empty.
            string = (
                known.string if known else ("",) * made.num_plurals if message.pluralizable else ""
            )
            made.add(message.id, string, auto_comments=message.auto_comments)
    return made


def main() -> None:
    """Update what is there, or start a language."""
    languages = sys.argv[2:] if "--start" in sys.argv[1:2] else None
    for path in map(path_of, languages) if languages else sorted(CATALOGUES.glob("*/*/*.po")):
        catalogue = read(path) if path.exists() else started(path.parent.parent.name)
        made = updated(catalogue)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, made, width=WIDTH)
    compile_catalogues()


if __name__ == "__main__":
    main()
