"""The patterns: what flags a text, what is then taken from it, in which language, of which kind."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any, Final

import msgspec
from msgspec import Struct, field

from parasocial.oversharing.cues import expression

KINDS: Final = (
    *("phone", "email", "address", "home", "work", "school", "employer", "live_location"),
    *("birthday", "age", "name_self", "name_partner", "name_child", "name_friend", "travel"),
    *("document", "account_number", "plate", "wallet", "password", "security_answer", "health"),
    *("relationship", "money", "others_secret", "photo_place", "photo_device"),
)
"""Kinds of things given away, as the lexicon and the JSON name them."""
BACK: Final = ("unless", "business", "public", "own")
"""Kinds of patterns that take others back, or not; they find nothing themselves."""
LANGUAGES: Final = ("any", "en", "id", "ms", "vi", "th", "fil")


class Cues(Struct, frozen=True, forbid_unknown_fields=True):
    """What flags a text.

    Attributes:
        cue: Phrases in the notation of ``cues``, lower case.
        shape: Expressions in the syntax that RE2, Hyperscan and Python share.
    """

    cue: list[str] = field(default_factory=list)
    shape: list[str] = field(default_factory=list)


class Written(Struct, frozen=True, forbid_unknown_fields=True):
    """One pattern as the lexicon writes it.

    Attributes:
        kind: What is given away.
        cue: Phrases that flag a text, in the notation of ``cues``, lower case.
        shape: Expressions that flag a text, in the syntax that RE2, Hyperscan and Python share.
        take: What is taken from a flagged text, in Python's syntax, with a group ``value``, or
            several named groups of which one matches; ``{cue}`` is any cue or shape, other names
            in braces are pieces. Where it does not name the cue, one has to stand beside it.
        beside: An expression, also of pieces, that has to match in the same window.
        needs: Expressions like ``shape``, of which one stands wherever something is taken: a text
            without is not looked at.
        check: The name of a test in ``checks`` that the value has to pass.
        digit: Nothing is taken from a text without a digit.
        stands: What it is worth nonetheless where the words around it say that it is no
            disclosure (a quotation, a song, a supposition): a number is a number.
        other: It is about somebody else.
    """

    kind: str
    cue: list[str] = field(default_factory=list)
    shape: list[str] = field(default_factory=list)
    take: str = "(?P<value>{cue})"
    beside: str = ""
    needs: list[str] = field(default_factory=list)
    check: str = ""
    digit: bool = False
    stands: bool = False
    other: bool = False


class Lexicon(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of the lexicon: a language.

    Attributes:
        unless: Cues beside a match that say it is no disclosure of one's own.
        business: Cues beside an address that say it is a shop's.
        public: Cues beside a telephone number that say it is an office's or a help line's.
        own: Cues that say it is the person's after all.
    """

    unless: Cues | None = None
    business: Cues | None = None
    public: Cues | None = None
    own: Cues | None = None
    pattern: list[Written] = field(default_factory=list)


@dataclass(frozen=True)
class Pattern:
    """One pattern, ready to use."""

    name: str
    language: str
    written: Written

    @property
    def kind(self) -> str:
        """What is given away."""
        return self.written.kind

    @cached_property
    def takes_back(self) -> bool:
        """Whether it finds nothing itself, but says something of what others find."""
        return self.kind in BACK

    @cached_property
    def cue(self) -> re.Pattern[str]:
        """The cues for Python, over a cleaned text."""
        return re.compile(self._cues, re.IGNORECASE)

    @cached_property
    def take(self) -> re.Pattern[str]:
        """What takes the value."""
        return _compiled(self.written.take.replace("{cue}", f"(?:{self._cues})"))

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The groups of ``take``, of which one holds the value."""
        return tuple(self.take.groupindex)

    @cached_property
    def beside(self) -> re.Pattern[str] | None:
        """What has to stand in the same window."""
        return _compiled(self.written.beside) if self.written.beside else None

    @cached_property
    def _cues(self) -> str:
        return "|".join(filter(None, (expression(self.written.cue), *self.written.shape)))


def _compiled(text: str) -> re.Pattern[str]:
    for name, piece in pieces().items():
        text = text.replace(f"{{{name}}}", piece)
    return re.compile(text, re.IGNORECASE)


@lru_cache(maxsize=1)
def patterns() -> tuple[Pattern, ...]:
    """Every pattern of every language, and at the end those that take others back."""
    return (
        *(
            Pattern(f"{language}.{written.kind}.{number}", language, written)
            for language in LANGUAGES
            for number, written in enumerate(lexicon(language).pattern)
        ),
        *(
            Pattern(f"{language}.{name}", language, Written(name, cues.cue, cues.shape))
            for language in LANGUAGES
            for name in BACK
            if (cues := getattr(lexicon(language), name))
        ),
    )


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of one language; ``any`` is what needs no language.

    Raises:
        ValueError: The file says what a lexicon cannot say.
    """
    found = msgspec.convert(_toml(language), Lexicon)
    if unknown := {it.kind for it in found.pattern} - set(KINDS):
        raise ValueError(f"no such kinds: {sorted(unknown)}")
    return found


@lru_cache(maxsize=1)
def pieces() -> dict[str, str]:
    """Parts of expressions by name; ``U`` is a capital letter."""
    upper = "".join(it for it in map(chr, range(0x41, 0x2000)) if it.isupper())
    found = {"U": f"(?-i:[{upper}])"}
    for name, text in _toml("pieces").items():
        for known, piece in found.items():
            text = text.replace(f"{{{known}}}", piece)  # noqa: PLW2901 - grows by what is known
        found[name] = text
    return found


def _toml(name: str) -> dict[str, Any]:
    path = files("parasocial.oversharing").joinpath("lexicon", f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
