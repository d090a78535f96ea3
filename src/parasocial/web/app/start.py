"""The first page: hand something over, try the example, or go on where one was."""

from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from parasocial.jobs.formats import described
from parasocial.report.inline import inline
from parasocial.report.quiz import write_quiz_page
from parasocial.web.app.bodies import fields
from parasocial.web.app.paper import guarded, page
from parasocial.web.app.run import EXAMPLE, Run

_MB = 1_000_000


def first(request: Request) -> Response:
    """What it is, where to drop files, and what is there already."""
    run: Run = request.app.state.run
    return page(
        request,
        "start.html",
        book=run.main.stem,
        books=_books(run),
        ways=_ways(),
    )


def add(request: Request) -> Response:
    """A place to hand over more files, for one ledger."""
    run: Run = request.app.state.run
    run.desk(request.path_params["book"])
    return page(request, "add.html", ways=_ways())


async def new(request: Request) -> Response:
    """A ledger for another person; it comes to be with its first export."""
    name = dict(await fields(request)).get("name", "").strip()
    run: Run = request.app.state.run
    run.desk(name)
    return RedirectResponse(f"{request.scope['root_path']}/b/{quote(name)}/add", 303)


def example(request: Request) -> Response:
    """Read the bundled example, or go there where that is done."""
    run: Run = request.app.state.run
    job = run.begin_example()
    busy = job or (None if run.ready(EXAMPLE) else run.last)
    where = f"b/{EXAMPLE}/" if busy is None else f"b/{EXAMPLE}/i/{busy}"
    return RedirectResponse(f"{request.scope['root_path']}/{where}", 303)


def quiz(_: Request) -> Response:
    """Six questions for those whose export is still on its way."""
    return HTMLResponse(
        write_quiz_page(), headers={"Content-Security-Policy": guarded(inline("quiz").policy)}
    )


def _books(run: Run) -> list[dict[str, Any]]:
    found = []
    for name in run.books():
        at = run.desk(name).ledger.stat()
        day = datetime.fromtimestamp(at.st_mtime, tz=UTC).date()
        found.append({"name": name, "day": day.isoformat(), "mb": at.st_size / _MB})
    return found


def _ways() -> list[dict[str, Any]]:
    """How to get each platform's export, step by step, from the readers themselves."""
    return [
        {
            **it,
            "parts": [
                [step.strip() for step in part.split("→")] for part in it["how_to_get"].split("; ")
            ],
        }
        for it in sorted(described(), key=lambda it: it["title"].lower())
    ]


ROUTES = (
    Route("/", first),
    Route("/new", new, methods=["POST"]),
    Route("/example", example, methods=["POST"]),
    Route("/quiz", quiz),
    Route("/b/{book}/add", add),
)
