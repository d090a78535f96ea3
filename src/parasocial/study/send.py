"""The only request that ever leaves the machine: a donation, after a yes, to the address shown."""

import http.client
import json
import ssl
from typing import Any
from urllib.parse import urlsplit

from parasocial.errors import ParasocialError

SECONDS = 30
_MOST_ANSWER = 10_000
_HERE = ("127.0.0.1", "localhost", "::1")


class NotSent(ParasocialError):
    """The donation did not arrive, or was not taken."""


def send(address: str, path: str, method: str, body: bytes | None, token: str) -> int:
    """One request to *address*; follows nowhere, and sends nothing but what it is given.

    Args:
        address: The study's collector, as the request for measures names it.
        path: Below it.
        method: PUT, or DELETE to take back.
        body: The donation's bytes.
        token: What lets the giver take it back; a PUT sends its hash.

    Returns:
        200 or 201.

    Raises:
        NotSent: The address is not safe or not there, or the collector refused.
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    if parts.scheme != "https" and host not in _HERE:
        raise NotSent("The address has no https, so anybody on the way could read along. Not sent.")
    line = _line(parts.scheme, host, parts.port)
    try:
        line.request(
            method,
            path,
            body,
            {"Content-Type": "application/json", "Withdrawal": token, "User-Agent": "parasocial"},
        )
        answer = line.getresponse()
        status, said = answer.status, _said(answer.read(_MOST_ANSWER))
    except (OSError, http.client.HTTPException) as error:
        raise NotSent(
            f"The address did not answer ({type(error).__name__}). Trying again is safe: the same "
            "donation is taken once."
        ) from None
    finally:
        line.close()
    if status not in (200, 201):
        raise NotSent(f"The study's collector refused ({status}): {said}")
    return status


def _line(scheme: str, host: str, port: int | None) -> http.client.HTTPConnection:
    if scheme == "https":
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(host, port, timeout=SECONDS, context=context)
    return http.client.HTTPConnection(host, port, timeout=SECONDS)


def _said(answer: bytes) -> str:
    """What a collector says of itself, without what a terminal would take for orders."""
    try:
        found: Any = json.loads(answer).get("said", "")
    except (ValueError, AttributeError):
        found = ""
    return "".join(it for it in str(found)[:200] if it.isprintable())
