"""The rooms of one ledger: the report, live and in parts that fit a screen."""

from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from parasocial.jobs.desk import Desk, Seen
from parasocial.lenses.findings import Findings
from parasocial.lenses.over_time import periods
from parasocial.lenses.over_weeks import Amounts
from parasocial.lenses.within import within
from parasocial.report.page import fill
from parasocial.web.app.paper import page
from parasocial.web.app.parts import KINDS, SPANS, Choice, choice
from parasocial.web.app.rewind import steps
from parasocial.web.app.run import Run

ROWS = 50
"""Ties in the overview's table; the room of people has all of them."""
_PRIVATE = "private"


def desk(request: Request) -> Desk:
    """The ledger that the address names."""
    run: Run = request.app.state.run
    return run.desk(request.path_params["book"])


def room(request: Request, name: str, found: Findings, template: str, **values: Any) -> Response:
    """One room: its template with all that the report's templates ask for."""
    return page(
        request,
        template,
        room=name,
        **values,
        **fill(found, show_private=_PRIVATE in request.query_params),
    )


def overview(request: Request) -> Response:
    """The first sentence, the ties and the weeks, of the part that was asked for."""
    here = desk(request)
    seen = here.look()
    if not seen.findings.sources:
        return RedirectResponse(f"{request.url.path}add", 303)
    asked = choice(request.query_params, seen.findings)
    found = part(seen, asked)
    return room(
        request,
        "overview",
        found,
        "overview.html",
        asked=asked,
        whole=seen.findings,
        spans=SPANS,
        kinds=[it for it in KINDS if any(tie.alter.kind == it for tie in seen.findings.ties)],
        most=ROWS,
        kept=here.kept,
    )


def part(seen: Seen, asked: Choice) -> Findings:
    """The findings of a part, with the dates that were named set side by side."""
    found = within(seen.findings, seen.grid, asked.part)
    if asked.period is None:
        return msgspec.structs.replace(found, periods=[])
    amounts: dict[str, Amounts] = {
        name: {
            place: them
            for place, them in places.items()
            if not asked.platform or place.partition(" ")[0] == asked.platform
        }
        for name, places in seen.grid.amounts.items()
    }
    beside = periods([asked.period], amounts, seen.grid.covered)
    return msgspec.structs.replace(found, periods=beside)


def rewind(request: Request) -> Response:
    """Every tie, quarter by quarter, for the drawing that moves."""
    seen = desk(request).look()
    told = steps(seen, private=_PRIVATE in request.query_params)
    return Response(msgspec.json.encode(told), media_type="application/json")


def patterns(request: Request) -> Response:
    """What time did: changes, periods, the way of each tie, the pattern, where the time lies."""
    return room(request, "patterns", desk(request).look().findings, "patterns.html")


def given(request: Request) -> Response:
    """What the person's own words give away; in the clear if they ask."""
    here = desk(request)
    found = here.revealed() if "reveal" in request.query_params else here.look().findings
    return room(request, "given", found, "given_away.html")


def counted(request: Request) -> Response:
    """How everything was counted, what cannot be seen, and what was read."""
    here = desk(request)
    found = here.whole() if "ways" in request.query_params else here.look().findings
    return room(request, "counted", found, "counted.html")


ROUTES = (
    Route("/b/{book}/", overview),
    Route("/b/{book}/rewind", rewind),
    Route("/b/{book}/patterns", patterns),
    Route("/b/{book}/given", given),
    Route("/b/{book}/counted", counted),
)
