"""How fans write, by word lists."""

from parasocial.lenses.findings.creator import Findings
from parasocial.report.creator.words.numbers import percent
from parasocial.report.words.numbers import counted

LABELS = {
    "to_creator": "Speak to you",
    "addressed": "Speak to you",
    "to_fans": "Speak to other fans",
    "to_peer": "Speak to other fans",
    "question": "Ask something",
    "praise": "Thank or praise",
    "criticism": "Criticise the work",
    "hostile": "Attack somebody",
    "disclosure": "Tell something private",
    "intimate": "Are warm or familiar",
    "close": "As to somebody very close",
}
"""Features that are shown, in order, the first of each name; those for a human to look at are in
the queue alone."""
NOTE = (
    "Counted by word lists in English, Indonesian, Malay, Vietnamese, Thai and Filipino. They are "
    "drafts that no native reader has checked; how often they are right is in docs/talk.md. "
    "Nobody’s words were kept."
)


def rows(f: Findings) -> list[tuple[str, str, float | None]]:
    """Label, what is said, and the share of messages with words."""
    found: list[tuple[str, str, float | None]] = []
    for key, label in LABELS.items():
        it = f.talk.features.get(key)
        if it is None or label in [said for said, _, _ in found]:
            continue
        told = "withheld" if it.share is None else percent(it.share) if it.share else "none seen"
        people = f" · {counted(it.people, 'person', 'people')}" if it.people else ""
        found.append((label, f"{told}{people}", it.share))
    return found
