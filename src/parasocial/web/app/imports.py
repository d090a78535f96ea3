"""Files in, progress out: uploads, the import of them, and what was read."""

import time
from collections.abc import AsyncIterator
from typing import Annotated, Any
from urllib.parse import quote
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import anyio
import msgspec
from msgspec import Meta, Struct
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from parasocial.errors import ParasocialError, UnreadableExport
from parasocial.jobs.importing import Importing
from parasocial.jobs.incoming import Arriving, full, place_for, tops
from parasocial.jobs.read import Wanted
from parasocial.readers import READERS
from parasocial.web.app.bodies import body
from parasocial.web.app.paper import page
from parasocial.web.app.results import results
from parasocial.web.app.run import EXAMPLE, Run
from parasocial.web.app.troubles import told

MOST = 256 * 1024**3
"""Bytes of one file."""
_GATHER = 1 << 20
_LOOK = 0.1
_STREAM = 25.0
_NOTHING = "No file has arrived. Choose one, then try again."
Name = Annotated[str, Meta(max_length=200)]


class Said(Struct, forbid_unknown_fields=True):
    """What the person says of the files that they handed over."""

    batch: str
    zone: Name = "UTC"
    me: tuple[Name, ...] = ()
    also_me: tuple[Name, ...] = ()
    platform: Name | None = None
    with_messages: bool = False


async def arrive(request: Request) -> Response:
    """One file, as its raw bytes, into the folder of its batch."""
    run: Run = request.app.state.run
    run.desk(request.path_params["book"])
    batch = run.batch(request.path_params["batch"])
    try:
        if full(batch):
            raise UnreadableExport("These are too many files. Hand over the archive instead.")
        with Arriving(place_for(batch, request.query_params.get("name", "")), MOST) as file:
            gathered = bytearray()
            async for chunk in request.stream():
                gathered += chunk
                if len(gathered) >= _GATHER:
                    await run_in_threadpool(file.add, bytes(gathered))
                    gathered.clear()
            await run_in_threadpool(file.add, bytes(gathered))
    except ParasocialError as error:
        return _trouble(error)
    except ClientDisconnect:
        return Response(status_code=400)
    return Response(status_code=204)


async def read(request: Request) -> Response:
    """Begin to read a batch; the answer says where that can be watched."""
    run: Run = request.app.state.run
    book = request.path_params["book"]
    desk = run.desk(book)
    try:
        said = msgspec.json.decode(await body(request), type=Said)
    except msgspec.MsgspecError:
        raise HTTPException(400) from None
    known = {it.name for it in READERS}
    wanted = Wanted(
        me=said.me,
        also_me=said.also_me,
        zone=None if _zone(said.zone) == "UTC" else said.zone,
        platform=said.platform if said.platform in known else None,
        with_messages=said.with_messages,
    )
    paths = tops(run.batch(said.batch))
    if not paths:
        return _trouble(_NOTHING)
    if desk.kept.zone == "UTC" and _zone(said.zone) != "UTC":
        desk.keep(zone=said.zone)
    job = run.begin(desk, paths, wanted, batch=said.batch)
    return JSONResponse({"at": f"{request.scope['root_path']}/b/{quote(book)}/i/{job}"}, 202)


def _trouble(error: ParasocialError | str) -> Response:
    said = told(error)
    return JSONResponse({"said": said.text, "language": said.language}, 400)


def _zone(name: str) -> str:
    """The zone's name where there is one of that name, else UTC."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "UTC"
    return name


def _job(request: Request) -> Importing:
    run: Run = request.app.state.run
    job = run.imports.get(request.path_params["job"])
    if job is None:
        raise HTTPException(404)
    return job


def watch(request: Request) -> Response:
    """How far an import is; in the end, what was read."""
    job, book = _job(request), request.path_params["book"]
    if job.state == "done" and book == EXAMPLE:
        then = "creators" if request.query_params.get("then") == "creators" else f"b/{EXAMPLE}/"
        return RedirectResponse(f"{request.scope['root_path']}/{then}", 303)
    return page(
        request,
        "import.html",
        job=job,
        name=request.path_params["job"],
        results=results(job),
        platforms=[(it.name, it.title) for it in READERS],
    )


async def events(request: Request) -> Response:
    """The same as a stream: one event whenever something moved, the first at once."""
    job = _job(request)

    async def stream() -> AsyncIterator[bytes]:
        yield b"retry: 300\n\n"
        last: dict[str, Any] = {}
        until = time.monotonic() + _STREAM
        while time.monotonic() < until:
            now = job.told()
            if now != last:
                yield b"data: " + msgspec.json.encode(now) + b"\n\n"
                last = now
            if job.ended:
                return
            await anyio.sleep(_LOOK)

    return StreamingResponse(stream(), media_type="text/event-stream")


def stop(request: Request) -> Response:
    """Stop an import; nothing of it stays."""
    _job(request).stop()
    return RedirectResponse(request.url.path.removesuffix("/stop"), 303)


ROUTES = (
    Route("/b/{book}/incoming/{batch}", arrive, methods=["PUT"]),
    Route("/b/{book}/read", read, methods=["POST"]),
    Route("/b/{book}/i/{job}", watch),
    Route("/b/{book}/i/{job}/events", events),
    Route("/b/{book}/i/{job}/stop", stop, methods=["POST"]),
)
