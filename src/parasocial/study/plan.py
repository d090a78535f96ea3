"""A study's own file: who asks and why, in which languages, of how many, and what comes after."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from parasocial.study.donation.giving import Request
from parasocial.study.instrument import (
    BadInstrument,
    Form,
    Instrument,
    Translation,
    form_of,
    read_instrument,
    read_translations,
)
from parasocial.study.instrument.form import About
from parasocial.study.instrument.loading import parsed, read_file
from parasocial.study.instrument.model import Slug, When
from parasocial.study.instrument.routing import named

FILE = "study.yaml"
INSTRUMENT = "instrument.yaml"
Onward = Literal["complete", "screened_out", "quota_full"]
Address = Annotated[str, Meta(pattern=r"^https?://[^\s]+$", max_length=2_000)]


class Quota(Struct, frozen=True, forbid_unknown_fields=True):
    """How many of a kind may complete; whoever comes later ends as ``quota_full``."""

    name: Slug
    when: Annotated[When, Meta(min_length=1)]
    at_most: Annotated[int, Meta(ge=0)]


class Asks(Struct, frozen=True, forbid_unknown_fields=True):
    """Which measures a study asks for, and where they go; nowhere where they are handed over."""

    measures: Annotated[tuple[str, ...], Meta(min_length=1)]
    address: Address | None = None


class Study(Struct, frozen=True, forbid_unknown_fields=True):
    """What ``study.yaml`` says.

    Attributes:
        languages: In which it is fielded; the first is shown first.
        quotas: How many of which kind may complete.
        donation: The measures that it asks for besides; none by default.
        onward: Where people go on afterwards, by how they ended, such as back to a panel; {name}
            stands for what the link gave under that name.
    """

    name: Slug
    languages: Annotated[tuple[str, ...], Meta(min_length=1)]
    about: About
    quotas: tuple[Quota, ...] = ()
    donation: Asks | None = None
    onward: dict[Onward, Address] = {}

    def request(self) -> Request | None:
        """What is asked for, as people get it; None where nothing is.

        Raises:
            BadInstrument: It asks for what nobody can give.
        """
        if self.donation is None:
            return None
        asks = self.donation
        try:
            return Request(self.name, self.about, asks.measures, asks.address)
        except ValueError as error:
            raise BadInstrument(f"The study says something that it cannot: {error}.") from None


@dataclass(frozen=True, slots=True)
class Plan:
    """A study's folder, read."""

    study: Study
    instrument: Instrument
    translations: Mapping[str, Translation]

    def form(self, *, unreviewed: bool = False) -> Form:
        """What people will see.

        Raises:
            BadInstrument: A translation is missing, or is a draft and *unreviewed* was not given.
        """
        return form_of(
            self.instrument,
            self.study.about,
            self.study.languages,
            self.translations,
            unreviewed=unreviewed,
        )


def read_plan(folder: Path) -> Plan:
    """A study's folder.

    Raises:
        BadInstrument: A file is missing, or says what it cannot.
    """
    if not (folder / FILE).is_file():
        raise BadInstrument(
            f"The folder holds no {FILE}. `parasocial study new FOLDER` makes a study."
        )
    study = parsed(read_file(folder / FILE), Study, "study", _resolved)
    instrument = read_instrument(read_file(folder / INSTRUMENT))
    study.request()
    names = {item.name for item in instrument.items}
    for quota in study.quotas:
        for name in named(quota.when):
            if name not in names:
                raise BadInstrument(f"The quota {quota.name} asks about {name}, which is no item.")
    return Plan(study, instrument, read_translations(folder))


def _resolved(raw: dict[str, object]) -> dict[str, object]:
    quotas = raw.get("quotas")
    if isinstance(quotas, list):
        raw = raw | {"quotas": [_listed(it) for it in quotas]}
    return raw


def _listed(quota: dict[str, object]) -> dict[str, object]:
    when = quota.get("when")
    return quota | {"when": [when]} if isinstance(when, dict) else quota
