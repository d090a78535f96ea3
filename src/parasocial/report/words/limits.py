"""What the page cannot see."""

from parasocial.i18n import marked
from parasocial.lenses.findings import Findings

ALWAYS = (
    marked(
        "Calls, meetings, letters and any app that you did not add. "
        "A tie that looks one way here may be close elsewhere."
    ),
    marked("Feelings. Behaviour stands in for a bond here, and it is a rough stand-in."),
    marked(
        "Why nothing came back. “None seen” means that these files hold no answer. "
        "It does not mean that someone turned away."
    ),
)

CLOSING = marked(
    "If something here looks wrong, it may well be: exports leave things out, and companies "
    "change them. And if any of this sits heavily, talking with someone you trust helps more "
    "than a chart."
)


def by_source(findings: Findings) -> list[tuple[str, list[str]]]:
    """What each platform's export leaves out, once per platform."""
    said: dict[str, list[str]] = {}
    for source in findings.sources:
        lines = said.setdefault(source.title, [])
        lines += [line for line in source.blind if line not in lines]
    return [(title, lines) for title, lines in said.items() if lines]
