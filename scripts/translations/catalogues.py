"""Bring every .po file up to date with the English texts, and compile it.

What is new comes in without a translation, what is gone goes. ``--start LANGUAGE`` begins one.
Two domains: ``guidance`` holds the hub's texts, ``report`` what pages and the app say.
"""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po
from hatch_build import CATALOGUES, ROOT, Kept, compile_catalogues, read

from parasocial.i18n.messages import messages

PLURALS = {
    **dict.fromkeys(("id", "ms", "vi", "th"), "nplurals=1; plural=0;"),
    "fil": "nplurals=2; plural=(n%10==4 || n%10==6 || n%10==9);",
}
"""By hand: Babel's gettext table knows other rules than CLDR for these."""
WIDTH = 100
COMMENTS = {
    "guidance": "# Guidance of parasocial. See docs/guidance.md.",
    "report": "# Pages and the app of parasocial. See docs/languages.md.",
}
ROOMS = ("report", "web")
KEYWORDS = {"_": None, "_n": (1, 2), "marked": None}
METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2.ext.babel_extract")]
PAPER = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}


def template(domain: str) -> Catalog:
    """Every English message, each once, with a word on each place where it stands."""
    return _of_guidance() if domain == "guidance" else _of_pages()


def _of_guidance() -> Catalog:
    made = Catalog()
    for text, plural, what in messages():
        made.add((text, plural) if plural else text, auto_comments=[what])
    return made


def _of_pages() -> Catalog:
    made = Catalog()
    for room in ROOMS:
        folder = ROOT / "src" / "parasocial" / room
        found = extract_from_dir(
            folder, METHODS, {"**/templates/**.html": PAPER}, KEYWORDS, ["Translators:"]
        )
        for file, _, message, said, _ in sorted(found, key=lambda it: (it[0], it[1])):
            where = f"{room}/{file}".removesuffix(".py").removesuffix(".html")
            made.add(message, auto_comments=[where, *said])
    return made


def started(language: str, domain: str) -> Kept:
    """An empty catalogue."""
    made = Kept()
    made.mime_headers = [
        ("Project-Id-Version", f"parasocial {domain}"),
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


def path_of(language: str, domain: str) -> Path:
    """Where a language's catalogue lies."""
    return CATALOGUES / language / "LC_MESSAGES" / f"{domain}.po"


def updated(old: Kept, domain: str) -> Kept:
    """The template's messages with the translations of *old*, under its header."""
    made = Kept()
    made.mime_headers = old.mime_headers
    made.fuzzy = False
    made.header_comment = COMMENTS[domain]
    for message in template(domain):
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
    languages = sys.argv[2:] if "--start" in sys.argv[1:2] else []
    begun = [path_of(language, domain) for language in languages for domain in COMMENTS]
    for path in begun or sorted(CATALOGUES.glob("*/*/*.po")):
        language, domain = path.parent.parent.name, path.stem
        catalogue = read(path) if path.exists() else started(language, domain)
        made = updated(catalogue, domain)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, made, width=WIDTH)
    compile_catalogues()


if __name__ == "__main__":
    main()
