"""What one takes along, and what one leaves behind: the report, a table, and deleting it all."""

from typing import get_args

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from parasocial.i18n import spoken
from parasocial.jobs.ties_out import Form, ties_out
from parasocial.report import write_page
from parasocial.report.inline import inline
from parasocial.report.split import pips
from parasocial.web.app.bodies import fields
from parasocial.web.app.paper import guarded, page
from parasocial.web.app.rooms import desk

_TYPES = {"csv": "text/csv", "json": "application/json", "parquet": "application/octet-stream"}


def keep(request: Request) -> Response:
    """What can be taken along."""
    here = desk(request)
    found = here.look().findings
    return page(
        request,
        "keep.html",
        room="keep",
        f=found,
        ten=pips(found),
        file=here.ledger.name,
        folder=str(here.ledger.parent),
    )


def report(request: Request) -> Response:
    """The whole report, as the command line writes it; with ``save``, as a file."""
    found = desk(request).whole()
    headers = {"Content-Security-Policy": guarded(inline().policy)}
    if "save" in request.query_params:
        headers["Content-Disposition"] = 'attachment; filename="parasocial.html"'
    return HTMLResponse(
        write_page(
            found,
            show_private="private" in request.query_params,
            language=spoken().language,
        ),
        headers=headers,
    )


def table(request: Request) -> Response:
    """The ties as a table for other tools."""
    form = request.path_params["form"]
    if form not in get_args(Form):
        raise HTTPException(404)
    body = ties_out(desk(request).look().findings, form)
    named = {"Content-Disposition": f'attachment; filename="parasocial-ties.{form}"'}
    return Response(body, media_type=_TYPES[form], headers=named)


async def delete(request: Request) -> Response:
    """Delete the ledger with all that belongs to it, once the person ticked that they mean it."""
    if "sure" not in dict(await fields(request)):
        raise HTTPException(400)
    gone = await run_in_threadpool(desk(request).delete)
    return page(request, "gone.html", gone=gone)


ROUTES = (
    Route("/b/{book}/keep", keep),
    Route("/b/{book}/report.html", report),
    Route("/b/{book}/ties.{form}", table),
    Route("/b/{book}/delete", delete, methods=["POST"]),
)
