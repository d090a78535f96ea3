"""Which language the app speaks: what was chosen for a ledger, or else for the run."""

import re

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from parasocial.errors import NotALedger
from parasocial.i18n import LANGUAGES, catalogue, speaking
from parasocial.jobs.desk import Desk
from parasocial.web.app.bodies import fields
from parasocial.web.app.run import Run

_BOOK = re.compile(r"/b/([^/]+)/")


class Speaking:
    """Answers every request in the language of what it asks for, errors and streams included.

    Threads that answer take the language along: they run in a copy of the request's context.
    """

    def __init__(self, app: ASGIApp, run: Run) -> None:
        self._app = app
        self._run = run

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, spoken."""
        with speaking(catalogue(language(self._run, below(scope)), "report")):
            await self._app(scope, receive, send)


def below(scope: Scope) -> str:
    """The path below the key of the run; empty where nothing is asked for."""
    return str(scope.get("path", "")).removeprefix(scope.get("root_path", ""))


def language(run: Run, path: str) -> str:
    """What is spoken at *path*, one of ``LANGUAGES``."""
    here = _desk(run, path)
    kept = here.kept.language if here else ""
    return kept if kept in LANGUAGES else run.language


def _desk(run: Run, path: str) -> Desk | None:
    """The ledger that a path names, or the person's own; None where there is none yet."""
    named = _BOOK.match(path)
    try:
        here = run.desk(named[1] if named else run.main.stem)
    except NotALedger:
        return None
    return here if here.ledger.exists() else None


async def choose(request: Request) -> Response:
    """Speak another language from now on, and go back to where one was."""
    given = dict(await fields(request))
    wanted, back = given.get("language", ""), given.get("back", "/")
    if wanted not in LANGUAGES or not back.startswith("/"):
        raise HTTPException(400)
    run: Run = request.app.state.run
    run.language = wanted
    here = _desk(run, back)
    if here:
        await run_in_threadpool(here.keep, language=wanted)
    return RedirectResponse(request.scope["root_path"] + back, 303)


ROUTES = (Route("/language", choose, methods=["POST"]),)
