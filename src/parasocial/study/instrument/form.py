"""An instrument in the languages in which it is fielded: what people see, frozen by its hash."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from hashlib import sha256

import msgspec
from msgspec import Struct

from parasocial.study.instrument.around import WORDS
from parasocial.study.instrument.languages import ENGLISH, SOURCE, Translation
from parasocial.study.instrument.model import BadInstrument, Instrument, Words

_SHOWN = 5


class About(Struct, frozen=True, forbid_unknown_fields=True):
    """What people are told before they are asked.

    Attributes:
        who: Who asks.
        purpose: What for.
        keeps: How long answers are kept, and where.
        contact: Where to ask; not translated.
    """

    who: Words
    purpose: Words
    keeps: Words
    contact: Words


class Form(Struct, frozen=True, dict=True):
    """An instrument, what surrounds it, and its languages, English first where it is one."""

    instrument: Instrument
    about: About
    languages: tuple[Translation, ...]

    def say(self, language: str, text: str) -> str:
        """*text* in one of the form's languages."""
        return text if language == SOURCE else self._texts[language][text]

    @cached_property
    def _texts(self) -> dict[str, dict[str, str]]:
        return {it.language: it.texts for it in self.languages}

    @property
    def codes(self) -> list[str]:
        """Its languages by their codes."""
        return [it.language for it in self.languages]

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 over everything that people see, in hexadecimal."""
        return sha256(self.canonical).hexdigest()

    @cached_property
    def canonical(self) -> bytes:
        """The form as JSON with sorted keys; what the store keeps of it."""
        return msgspec.json.encode(self, order="deterministic")


def decoded(canonical: bytes) -> Form:
    """The form that a store kept."""
    return msgspec.json.decode(canonical, type=Form)


def form_of(
    instrument: Instrument,
    about: About,
    languages: Sequence[str],
    translations: Mapping[str, Translation],
    *,
    unreviewed: bool = False,
) -> Form:
    """The form in *languages*, with no text but those that it shows.

    Raises:
        BadInstrument: A translation is missing, or is a draft and *unreviewed* was not given.
    """
    wanted = texts(instrument, about)
    found: list[Translation] = []
    for code in languages:
        if code == SOURCE:
            found.append(ENGLISH)
            continue
        it = translations.get(code)
        if it is None:
            raise BadInstrument(f"There is no translation to {code}. Add {code}.yaml.")
        _refuse_missing(it, missing(it, wanted))
        if it.status == "draft" and not unreviewed:
            raise BadInstrument(
                f"The translation to {code} is a draft. Have a native reader sign it "
                "(reviewed_by, reviewed), or say --unreviewed to field it as it is."
            )
        kept = {text: it.texts[text] for text in wanted}
        found.append(msgspec.structs.replace(it, texts=kept))
    if not found:
        raise BadInstrument("The study names no language.")
    return Form(instrument, about, tuple(found))


def texts(instrument: Instrument, about: About) -> list[str]:
    """Everything that a translation has to say, each once, in reading order."""
    told = (about.who, about.purpose, about.keeps)
    return list(dict.fromkeys([*told, *instrument.texts(), *WORDS.values()]))


def missing(translation: Translation, wanted: Iterable[str]) -> list[str]:
    """Of *wanted*, what the translation does not say."""
    return [text for text in wanted if not translation.texts.get(text, "").strip()]


def _refuse_missing(translation: Translation, gone: Sequence[str]) -> None:
    if gone:
        error = BadInstrument(
            f"{len(gone)} texts are not translated to {translation.language}. A half-translated "
            f"form would mix languages. Add them to {translation.language}.yaml:"
        )
        for text in gone[:_SHOWN]:
            error.add_note(text)
        if len(gone) > _SHOWN:
            error.add_note(f"… and {len(gone) - _SHOWN} others")
        raise error
