"""Donations arriving at the collector: checked like saves, kept once, taken back by their giver."""

import time
from hashlib import sha256

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from parasocial.study.donation import problems
from parasocial.study.store import Donate, TakeBack
from parasocial.study.store.acts import CONFLICT, GONE, UNKNOWN
from parasocial.web.collector.bodies import body_of
from parasocial.web.collector.collecting import Collector

MOST = 8 * 1_024
_TOKEN, _ID = 32, 16
_SAID = {
    UNKNOWN: "There is no such donation, or this does not take it back.",
    CONFLICT: "There is another donation under this number.",
    GONE: "This donation was taken back.",
}


def _hex(said: str, length: int, status: int) -> bytes:
    try:
        found = bytes.fromhex(said)
    except ValueError:
        found = b""
    if len(found) != length:
        raise HTTPException(status)
    return found


def _answered(status: int, **said: str) -> Response:
    told = {"said": _SAID[status]} if status in _SAID else said
    return Response(msgspec.json.encode(told), status, media_type="application/json")


async def give(request: Request) -> Response:
    """Keep a donation. Its header holds the hash of the token, never the token."""
    made: Collector = request.app.state.made
    name = _hex(request.path_params["id"], _ID, 404)
    token = _hex(request.headers.get("withdrawal", ""), _TOKEN, 400)
    asked = made.request
    if asked is None:
        raise HTTPException(404)
    raw = await body_of(request, MOST)
    wrong = problems(raw, asked)
    if isinstance(wrong, str):
        return Response(msgspec.json.encode({"said": wrong}), 422, media_type="application/json")
    act = Donate(name, sha256(raw).digest(), token, raw, time.time_ns() // 1_000)
    verdict = await made.writer.do(act)
    return _answered(verdict.status, hash=sha256(raw).hexdigest())


async def take_back(request: Request) -> Response:
    """Erase a donation. The header holds the token itself."""
    made: Collector = request.app.state.made
    name = _hex(request.path_params["id"], _ID, 404)
    token = request.headers.get("withdrawal", "")
    verdict = await made.writer.do(TakeBack(name, sha256(token.encode()).digest()))
    return _answered(verdict.status)


async def asks(request: Request) -> Response:
    """What the study asks for, as the file that ``study donate`` takes."""
    made: Collector = request.app.state.made
    if made.request is None:
        raise HTTPException(404)
    return Response(msgspec.json.encode(made.request), media_type="application/json")
