"""The local app: pages that show, correct and keep what one person's exports say."""

import logging
import sys
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from parasocial.errors import LedgerBusy, NotALedger, ParasocialError
from parasocial.i18n import _, marked
from parasocial.web.app import changes, doors, ideas, imports, people, rooms, start, tongue, whole
from parasocial.web.app.paper import page
from parasocial.web.app.run import Run
from parasocial.web.app.troubles import Told, told
from parasocial.web.guard import Guard

ROUTES: tuple[tuple[Route, ...], ...] = (
    start.ROUTES,
    imports.ROUTES,
    rooms.ROUTES,
    people.ROUTES,
    ideas.ROUTES,
    changes.ROUTES,
    whole.ROUTES,
    doors.ROUTES,
    tongue.ROUTES,
)

_BUG = marked("That is a mistake of this program. The terminal in which it runs says where it is.")


def app(run: Run, hosts: tuple[str, ...], key: str) -> ASGIApp:
    """The app for one run, behind its guard.

    Args:
        run: Its ledgers and imports.
        hosts: Under which names with ports it may be asked.
        key: What every path begins with.
    """

    @asynccontextmanager
    async def lifespan(_made: Starlette) -> AsyncIterator[None]:
        yield
        await run_in_threadpool(run.end)

    made = Starlette(
        routes=[route for room in ROUTES for route in room],
        exception_handlers={ParasocialError: _told, HTTPException: _missing, Exception: _broken},
        lifespan=lifespan,
    )
    made.state.run = run
    # The server would write out every traceback, and with it what an error quotes.
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL + 1)
    return Guard(tongue.Speaking(made, run), hosts, key)


def _told(request: Request, error: Exception) -> Response:
    """An error that a person can mend."""
    status = 409 if isinstance(error, LedgerBusy) else 404 if isinstance(error, NotALedger) else 400
    return page(request, "trouble.html", status, said=told(error))


def _missing(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    return page(request, "trouble.html", status, said=Told(""))


def _broken(request: Request, error: Exception) -> Response:
    """A mistake of ours: where it is, and none of the words that it may quote."""
    ours = str(Path(__file__).parents[2])
    frames = traceback.extract_tb(error.__traceback__)
    place = [it for it in frames if it.filename.startswith(ours)][-1]
    where = f"{Path(place.filename).name}, line {place.lineno}"
    print(f"parasocial: {type(error).__name__} in {where}. This is a bug.", file=sys.stderr)  # noqa: T201
    return page(request, "trouble.html", 500, said=Told(_(_BUG)))


__all__ = ["Run", "app"]
