"""Which ties a person is asked about, and what about each; answers from a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from parasocial.errors import BadNotes
from parasocial.lenses.findings import Findings, Tie
from parasocial.notes import Answers, parse_notes
from parasocial.report.words.answers import CLOSENESS, EXPECTED, STATEMENTS, TOPICS

TOP = 10
_SAID = {"y": "yes", "n": "no", "u": "unsure"}
_CLOSE = {str(step): step / 4 for step in range(5)}
_OF_FIVE = {str(number): number for number in range(6)}
_TOPICS = {str(n): topic for n, topic in enumerate(TOPICS, 1)}
_NOT_OF_PEOPLE = ("could_be_friends", "expected_replies")
FIELDS = {*Answers.__struct_fields__, "closeness"}


@dataclass(frozen=True, slots=True)
class Question:
    """One question about a tie.

    Attributes:
        field: Where the answer goes in a note.
        keys: What each key says.
        hint: What the keys mean.
        many: Whether several keys may be pressed.
    """

    field: str
    says: str
    keys: Mapping[str, Any]
    hint: str = "y, n, u"
    many: bool = False

    def told(self, value: Any) -> str:
        """The keys that say *value*."""
        values = value if self.many else [value]
        return " ".join(key for key, means in self.keys.items() if means in values) or "another"


_WHAT = Question(
    "learn_what",
    "What of",
    _TOPICS,
    ", ".join(f"{key} {TOPICS[topic]}" for key, topic in _TOPICS.items()),
    many=True,
)
_SCALES = (
    Question("closeness", CLOSENESS, _CLOSE, "0 not at all, 4 very"),
    Question("expected_replies", EXPECTED, _OF_FIVE, "0 to 5"),
)


def asked(found: Findings) -> list[Tie]:
    """The ten ties with most time, without brands, groups, and whom the page would not show."""
    return [
        tie
        for tie in found.ties
        if not (tie.hidden or tie.private) and tie.alter.kind not in ("brand", "group")
    ][:TOP]


def questions(tie: Tie) -> list[Question]:
    """What is asked about one tie; of people one knows, less."""
    found = [Question(name, says, _SAID) for name, says in STATEMENTS.items()]
    found.insert(1, _WHAT)
    known = tie.alter.kind == "person" or tie.class_ == "reciprocal"
    return [it for it in (*found, *_SCALES) if not (known and it.field in _NOT_OF_PEOPLE)]


def from_file(content: bytes) -> dict[str, dict[str, Any]]:
    """Answers per account, from a file that is written as notes are.

    Raises:
        BadNotes: They cannot be understood, say more than answers, or nothing at all.
    """
    notes = parse_notes(content)
    found = {name: msgspec.to_builtins(note) for name, note in notes.accounts.items()}
    if notes.quiz or any(set(said) - FIELDS for said in found.values()):
        raise BadNotes("The file says more than answers. `parasocial note` takes the rest.")
    if not any(found.values()):
        raise BadNotes("There are no answers in the file. It is written as your notes file is.")
    return found
