"""The collector's routes: a page, a form, saves, resuming, and taking back."""

import re
import time
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import quote

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from parasocial.study.instrument.answers import State
from parasocial.study.instrument.model import Given
from parasocial.study.store import Save, Verdict, Withdraw
from parasocial.study.store.acts import FINAL, UNKNOWN
from parasocial.study.store.reading import resumed
from parasocial.study.store.writer import NotKept
from parasocial.web.collector import donations, page
from parasocial.web.collector.bodies import body_of
from parasocial.web.collector.collecting import Collector
from parasocial.web.collector.fields import DECODER, NotTaken
from parasocial.web.collector.guard import Guard
from parasocial.web.collector.static import asset

_ID_BYTES = 16
_NUMBER = re.compile(r"[0-9]{1,6}")


def collector(made: Collector, hosts: Collection[str]) -> ASGIApp:
    """The collector's app, asked under *hosts*."""

    @asynccontextmanager
    async def living(_: Starlette) -> AsyncIterator[None]:
        yield
        made.close()

    app = Starlette(
        routes=[
            Route("/r/{id}/{seq}", _save, methods=["PUT"]),
            Route("/r/{id}", _resume, methods=["GET"]),
            Route("/r/{id}", _withdraw, methods=["DELETE"]),
            Route("/d/{id}", donations.give, methods=["PUT"]),
            Route("/d/{id}", donations.take_back, methods=["DELETE"]),
            Route("/request.json", donations.asks, methods=["GET"]),
            Route("/form/{fingerprint}", _form, methods=["GET"]),
            Route("/static/{digest}/{name}", _static, methods=["GET"]),
            Route("/", _page, methods=["GET"]),
        ],
        exception_handlers={
            HTTPException: _refused,
            NotTaken: _not_taken,
            NotKept: _not_kept,
        },
        lifespan=living,
    )
    app.state.made = made
    return Guard(app, hosts)


def _made(request: Request) -> Collector:
    made: Collector = request.app.state.made
    return made


def _json(status: int, said: Any) -> Response:
    return Response(msgspec.json.encode(said), status, media_type="application/json")


def _id(request: Request) -> bytes:
    """The response's id, which the browser made and nobody else knows."""
    try:
        found = bytes.fromhex(request.path_params["id"])
    except ValueError:
        found = b""
    if len(found) != _ID_BYTES:
        raise HTTPException(404)
    return found


def _seq(request: Request) -> int:
    said = request.path_params["seq"]
    if said == "final":
        return FINAL
    if not _NUMBER.fullmatch(said):
        raise HTTPException(404)
    return int(said)


def _now() -> int:
    return time.time_ns() // 1_000


async def _save(request: Request) -> Response:
    made, name, seq = _made(request), _id(request), _seq(request)
    save = made.reading.save(name, seq, await body_of(request), _now())
    verdict = await made.writer.do(save)
    said = _told(verdict)
    if verdict.state not in (None, "started"):
        said["receipt"] = save.hash.hex()
        said["onward"] = onward(made, verdict.state, save)
    return _json(verdict.status, said)


def _told(verdict: Verdict) -> dict[str, Any]:
    return {"state": verdict.state, "seq": verdict.seq}


def onward(made: Collector, state: State | None, save: Save) -> str | None:
    """Where somebody goes on afterwards, with what their link had given; None for nowhere."""
    if state not in ("complete", "screened_out", "quota_full"):
        return None
    there, form = made.study.onward.get(state), made.reading.form(save.form)
    if there is None or form is None:
        return None
    answers = DECODER.decode(save.body).answers
    for item in form.instrument.items:
        if isinstance(item, Given):
            there = there.replace(f"{{{item.name}}}", quote(answers.get(item.name, ""), safe=""))
    return there


async def _resume(request: Request) -> Response:
    """How far somebody is. What was answered is told only while it can still be changed."""
    found = await run_in_threadpool(resumed, _made(request).store, _id(request))
    if found is None:
        raise HTTPException(404)
    return _json(200, found)


async def _withdraw(request: Request) -> Response:
    verdict = await _made(request).writer.do(Withdraw(_id(request), _now()))
    if verdict.status == UNKNOWN:
        raise HTTPException(404)
    return _json(200, _told(verdict))


async def _form(request: Request) -> Response:
    made = _made(request)
    form = made.reading.form(request.path_params["fingerprint"])
    if form is None:
        raise HTTPException(404)
    given = {it.name: it.pattern for it in form.instrument.items if isinstance(it, Given)}
    said = {
        "draw": msgspec.Raw(made.drawn(form)),
        "given": given,
        "consent": form.instrument.consent,
    }
    return Response(
        msgspec.json.encode(said),
        media_type="application/json",
        headers={"Cache-Control": "max-age=31536000, immutable"},
    )


async def _page(request: Request) -> Response:
    made = _made(request)
    language = page.chosen(
        made.form.codes,
        request.query_params.get("lang"),
        request.headers.get("accept-language", ""),
    )
    return Response(
        page.written(made.form, language, asks=made.request is not None),
        media_type="text/html; charset=utf-8",
    )


async def _static(request: Request) -> Response:
    found = asset(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    headers = {"Cache-Control": "max-age=31536000, immutable", "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return Response(found.packed, media_type=found.kind, headers=headers)
    return Response(found.plain, media_type=found.kind, headers=headers)


_SAID: Mapping[int, str] = {
    400: "The request broke off.",
    404: "There is nothing here.",
    405: "This is not asked so.",
    408: "The request took too long.",
    413: "The request is too large.",
}


async def _refused(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    answer = _json(status, {"said": _SAID.get(status, "This did not work.")})
    answer.headers.update(getattr(error, "headers", None) or {})
    return answer


async def _not_taken(_: Request, error: Exception) -> Response:
    assert isinstance(error, NotTaken)  # noqa: S101 - so Starlette calls it
    return _json(error.status, {"said": str(error), "problems": error.problems})


async def _not_kept(_: Request, error: Exception) -> Response:
    answer = _json(503, {"said": f"{error} Try again."})
    answer.headers["Retry-After"] = "2"
    return answer
