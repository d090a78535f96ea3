"""Whom a sentence is about: Facebook says "Ana likes Bo's post." in the account's language.

The words around a name are known for some languages. Where they are not, a name counts that
stands in one of the export's lists, if it is the only one. Else it cannot be told.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from parasocial.readers.facebook.languages import ENGLISH, JOINED, LANGUAGES, POSTED_IN, Words
from parasocial.readers.facebook.names import Names
from parasocial.schema import Form

_PATTERNS = tuple((words, words.pattern()) for words in LANGUAGES)
_FORMS = (
    (Form.LIVE, re.compile(r"live|direct|en vivo|ao vivo|diretta|langsung|trực tiếp|ถ่ายทอดสด")),
    (Form.VIDEO, re.compile(r"v[iíî]d[eé]o|วิดีโอ")),
    (Form.SHORT, re.compile(r"reel|thước phim|คลิป")),
    (Form.STORY, re.compile(r"story|stori|histori|història|verhaal|povestea|cerita|^tin$|สตอรี่")),
)
_LONGEST = 6  # words in a name that no list knows


class Told(NamedTuple):
    """What a sentence says besides who did it.

    Attributes:
        who: Whose content it was.
        own: It was ego's.
        reply: It was a comment.
        wall: It was written on somebody's timeline.
        group: The group it stood in.
        form: The form of the content.
    """

    who: str | None = None
    own: bool = False
    reply: bool = False
    wall: bool = False
    group: str | None = None
    form: Form = Form.POST


@dataclass(frozen=True, slots=True)
class Known:
    """Names from the export's own lists.

    Attributes:
        ego: Names that are ego.
        people: Names of people and pages.
        groups: Names of groups that ego joined.
    """

    ego: frozenset[str]
    people: Names
    groups: Names


def told(sentence: str, known: Known) -> Told:
    """What *sentence* says."""
    found = _english(sentence) or _other(sentence, known) or _by_list(sentence, known)
    if found.who in known.ego:
        return found._replace(who=None, own=True)
    return found


def group_of(sentence: str, known: Known) -> str | None:
    """The group that a sentence about a post or a membership names."""
    found = JOINED.search(sentence) or POSTED_IN.search(sentence)
    return found["group"] if found else known.groups.within(sentence)


def _english(sentence: str) -> Told | None:
    found = ENGLISH.search(sentence)
    if found is None:
        return None
    return _told(found, found["who"], found["group"])._replace(own=found["own"] is not None)


def _other(sentence: str, known: Known) -> Told | None:
    """What it says in a language that we know; without an owner where that is not certain."""
    unsure = None
    for words, pattern in _PATTERNS:
        if found := pattern.search(sentence):
            who, group = _owner(found["rest"], words, known)
            if who:
                return _told(found, who, group)
            unsure = unsure or _told(found, None, None)
    return unsure


def _owner(rest: str, words: Words, known: Known) -> tuple[str | None, str | None]:
    """The owner and the group in what follows the content; both None if that is not certain."""
    rest = re.sub(rf" (?:{words.tail})$", "", rest.rstrip(". "))
    if rest in known.people or rest in known.ego:
        return rest, None
    for split in re.finditer(rf" (?:{words.inside}) ", rest):
        who, group = rest[: split.start()], rest[split.end() :]
        if who in known.people or who in known.ego or group in known.groups:
            return who, group
    ambiguous = re.search(rf" (?:{words.inside}) ", rest)
    if ambiguous or len(rest.split()) > _LONGEST or rest[:1].islower():
        return None, None
    if re.search(rf"\b(?:{words.posts}|{words.comments})\b", rest, re.IGNORECASE):
        return None, None
    return rest, None


def _told(found: re.Match[str], who: str | None, group: str | None) -> Told:
    what = (found["post"] or "").casefold()
    form = next((form for form, words in _FORMS if words.search(what)), Form.POST)
    return Told(who, False, found["reply"] is not None, found["wall"] is not None, group, form)


def _by_list(sentence: str, known: Known) -> Told:
    for name in known.ego:
        sentence = sentence.replace(name, " ", 1)
    return Told(known.people.within(sentence), group=known.groups.within(sentence))
