"""Whose chat a file is, by what it is called: "WhatsApp Chat with …" in the phone's language."""

import re

from parasocial.export import Member
from parasocial.reading.chat_lines import clean

# The app's name, then words of the language, then a word that means "with".
_WITH = re.compile(
    r"(?:whats ?app|واتساب)[^\n]*?[\s_](?:-|–|with|mit|met|med|con|com|avec|amb|cu|z|s|"
    r"с контактом|со?|із?|з|dengan|kay|sama si|với|σε|με|עם|مع|با|กับ)[\s_:]+(?P<name>[^\n]+)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?P<name>.+?)(?: ile whatsapp sohbeti|님과의? whatsapp 대화"
    r"|とのwhatsappトーク|的whatsapp聊天.*)",
    re.IGNORECASE,
)
_COPY = re.compile(r"\s*\(\d+\)$")
_LETTERS = re.compile(r"[\W_]+")
_TELLING = 3  # letters that make a beginning of a name tell
_NAMELESS = frozenset({"_chat", "chat", "export"})


def other_in(title: str) -> str | None:
    """The person or group that a title names; None if the title is not WhatsApp's."""
    title = _COPY.sub("", clean(title))
    found = _WITH.search(title) or _BEFORE.fullmatch(title)
    return clean(found["name"]) if found else None


def titles(member: Member, export_title: str) -> list[str]:
    """What may name the chat in *member*: the file, the folders above it, the export."""
    return [member.path.stem, *reversed(member.path.parts[:-1]), export_title]


def named(member: Member, export_title: str) -> tuple[str | None, str | None]:
    """Whom the chat is with, if that is said; and what a group would be called."""
    candidates = titles(member, export_title)
    other = next((name for title in candidates if (name := other_in(title))), None)
    stem = clean(_COPY.sub("", member.path.stem))
    return other, other or (None if stem.casefold() in _NAMELESS else stem)


def alike(title: str, name: str) -> bool:
    """Whether a file's title means *name*: files lose emoji, signs and ends of names."""
    first, second = sorted((_LETTERS.sub("", text).casefold() for text in (title, name)), key=len)
    if not first:
        return title == name
    return second.startswith(first) if len(first) >= _TELLING else first == second
