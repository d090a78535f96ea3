"""What a study asks for, and what is given: the bytes that are shown are the bytes that go."""

import time
from collections.abc import Mapping
from hashlib import sha256
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from parasocial.errors import ParasocialError
from parasocial.study.donation.measured import MEASURES, Amount
from parasocial.study.instrument.form import About
from parasocial.study.instrument.model import Slug

REQUEST, DONATION = "parasocial/donation-request/1", "parasocial/donation/1"
RESPONSE = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}$")]


class BadRequest(ParasocialError):
    """The file is no study's request for measures."""


class Request(Struct, frozen=True, forbid_unknown_fields=True):
    """A study's request, which the researcher hands out as a file.

    Attributes:
        study: The study's name.
        asks: The measures that it asks for.
        address: Where they go; null where they are handed over as a file.
    """

    study: Slug
    about: About
    asks: Annotated[tuple[str, ...], Meta(min_length=1)]
    address: Annotated[str, Meta(pattern=r"^https?://[^\s/]+/?$", max_length=500)] | None = None
    schema: str = REQUEST

    def __post_init__(self) -> None:
        """Refuse what nobody can give."""
        if self.schema != REQUEST:
            raise ValueError(f"this is no {REQUEST}")
        unknown = [it for it in self.asks if it not in MEASURES]
        if unknown:
            raise ValueError(f"{unknown[0]} cannot be given; there is {', '.join(MEASURES)}")

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the request, which every donation names."""
        return sha256(msgspec.json.encode(self, order="deterministic")).hexdigest()


class Donation(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What one person gives.

    Attributes:
        request: The fingerprint of the request that was shown.
        month: In which it was given.
        measures: Name → coarse value.
        left_out: How many of those asked for the person left out.
        response: Their answers' number, where they want the two joined.
    """

    study: Slug
    request: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
    month: Annotated[str, Meta(pattern=r"^\d{4}-\d{2}$")]
    measures: dict[str, Amount]
    left_out: Annotated[int, Meta(ge=0, le=100)] = 0
    response: RESPONSE | None = None
    schema: str = DONATION


def this_month() -> str:
    """The month, in UTC; a donation says no day."""
    return time.strftime("%Y-%m", time.gmtime())


def canonical(donation: Donation) -> bytes:
    """The donation's only bytes: keys in order, nothing between."""
    return msgspec.json.encode(donation, order="deterministic")


def read_request(data: bytes) -> Request:
    """A request's file.

    Raises:
        BadRequest: It is none.
    """
    try:
        return msgspec.json.decode(data, type=Request)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise BadRequest(f"The file is no study's request for measures: {error}") from None


def problems(raw: bytes, request: Request) -> Donation | str:
    """The donation in *raw*, or what is not right with it; never what it says."""
    try:
        found = msgspec.json.decode(raw, type=Donation)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return "This is no donation."
    if found.schema != DONATION or canonical(found) != raw:
        return "This is no donation in its own bytes."
    if (found.study, found.request) != (request.study, request.fingerprint):
        return "The study asks otherwise now. Take its newest request."
    return "It holds what cannot be given." if _wrong(found.measures, request) else found


def _wrong(measures: Mapping[str, Any], request: Request) -> bool:
    return not measures or not all(
        name in request.asks and MEASURES[name].can_be(value) for name, value in measures.items()
    )
