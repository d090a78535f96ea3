"""Giving measures to a study: from a report to the bytes that are shown, sent, and taken back."""

import secrets
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from parasocial.errors import NotAReport, ParasocialError
from parasocial.study.donation import Donation, Measured, Reported, Request, canonical, measured
from parasocial.study.donation.giving import this_month
from parasocial.study.send import send

if TYPE_CHECKING:
    from parasocial.ledger import Ledger

_SCHEMA = "parasocial/audience/1"


class NothingToGive(ParasocialError):
    """The report can tell nothing of what the study asks for, or all of it was left out."""


class BadReceipt(ParasocialError):
    """The file is no receipt of a donation."""


class Receipt(Struct, frozen=True, forbid_unknown_fields=True):
    """What the giver keeps.

    Attributes:
        hash: SHA-256 of the bytes that were shown and sent.
        token: Whoever has it can take the donation back, and nobody else.
    """

    address: str
    study: str
    id: str
    hash: str
    token: str
    schema: str = "parasocial/donation-receipt/1"


def from_json(data: bytes) -> Reported:
    """The part of a report's JSON that a donation can come from.

    Raises:
        NotAReport: It is no report of the audience lens.
    """
    try:
        found = msgspec.json.decode(data, type=Reported)
    except msgspec.MsgspecError:
        found = None
    if found is None or found.schema != _SCHEMA:
        raise NotAReport(
            "The report cannot be understood. Give the file that `parasocial report --json` wrote."
        )
    return found


def from_ledger(ledger: "Ledger", notes: Path | None) -> Reported:
    """The same, of a ledger."""
    from parasocial.jobs.measure import measure

    return from_json(msgspec.json.encode(measure(ledger, notes)))


def offered(report: Reported, request: Request) -> list[Measured]:
    """What can be given of what the study asks for.

    Raises:
        NothingToGive: There is nothing.
    """
    found = measured(report, request.asks)
    if not found:
        raise NothingToGive("The report can tell nothing of what the study asks for.")
    return found


def donation(
    request: Request, offered_: list[Measured], left_out: set[str], response: str | None
) -> Donation:
    """What is given.

    Raises:
        NothingToGive: Everything was left out.
    """
    kept = {it.name: it.value for it in offered_ if it.name not in left_out}
    if not kept:
        raise NothingToGive(
            "Everything was left out, so there is nothing to give. Nothing was sent."
        )
    return Donation(
        request.study, request.fingerprint, this_month(), kept, len(offered_) - len(kept), response
    )


def give(request: Request, given: Donation, keep: Path) -> Receipt:
    """Send a donation, and keep its receipt before it goes.

    Raises:
        NotSent: It did not arrive, or was refused; the receipt stays, and trying again is safe.
        FileExists: Something lies where the receipt would.
    """
    from parasocial.jobs.write import write

    if request.address is None:
        raise NothingToGive("The study names no address. Write the donation to a file with -o.")
    body, token = canonical(given), secrets.token_hex(32)
    receipt = Receipt(
        request.address, request.study, secrets.token_hex(16), sha256(body).hexdigest(), token
    )
    write(keep, msgspec.json.format(msgspec.json.encode(receipt)).decode())
    send(request.address, f"/d/{receipt.id}", "PUT", body, sha256(token.encode()).hexdigest())
    return receipt


def read_receipt(data: bytes) -> Receipt:
    """A receipt's file.

    Raises:
        BadReceipt: It is none.
    """
    try:
        return msgspec.json.decode(data, type=Receipt)
    except msgspec.MsgspecError:
        raise BadReceipt("The file is no receipt of a donation.") from None


def take_back(receipt: Receipt) -> None:
    """Ask the study to erase a donation.

    Raises:
        NotSent: The address did not answer, or knows no such donation.
    """
    send(receipt.address, f"/d/{receipt.id}", "DELETE", None, receipt.token)
