"""The ties as a list, one of them alone, and accounts that may be one person's."""

from datetime import timedelta
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from parasocial.i18n import _
from parasocial.jobs.answers import questions
from parasocial.jobs.desk import Seen
from parasocial.jobs.same import proposals
from parasocial.lenses.dates import MONDAY
from parasocial.lenses.findings import Findings, Tie
from parasocial.notes import read_notes
from parasocial.report import names
from parasocial.report.charts.marks import draw, mark
from parasocial.report.charts.months import Bin, months
from parasocial.report.charts.svg import el
from parasocial.report.words.ties import reading
from parasocial.web.app.paper import page
from parasocial.web.app.parts import KINDS
from parasocial.web.app.rooms import desk

FIRST, MOST = 60, 1_000
"""Ties on the list at first, and at most; a search finds the rest."""
_WEEKS = 4
_LONGEST_SEARCH = 80


def people(request: Request) -> Response:
    """Every tie, most time first; those that a search or a reading names."""
    found = desk(request).look().findings
    said = request.query_params
    wanted = said.get("find", "")[:_LONGEST_SEARCH].casefold()
    private = "private" in said
    there = [it for it in found.ties if "hidden" in said or not it.hidden]
    shown = [it for it in there if private or not it.private]
    kept = [
        it
        for it in shown
        if wanted in f"{it.alter.name} {it.alter.handle or ''} {it.alter.id}".casefold()
        and said.get("reading", "") in ("", reading(it))
        and ("kept" not in said or it.keep)
    ]
    return page(
        request,
        "people.html",
        room="people",
        f=found,
        rows=[
            (it, names.shown(it.alter), names.alias(n), small(it))
            for n, it in enumerate(kept[: MOST if "all" in said else FIRST])
        ],
        count=len(kept),
        private=0 if private else len(there) - len(shown),
        hidden=sum(it.hidden for it in found.ties),
        readings=list(dict.fromkeys(map(reading, shown))),
        said=said,
        titles=_titles(found),
    )


def small(tie: Tie) -> Any:
    """The mark of a tie, as small as in a legend."""
    return el("svg", draw(mark(tie), 9, 9, 6), viewBox="0 0 18 18", aria_hidden="true")


def _titles(found: Findings) -> dict[str, str]:
    return {source.platform: source.title for source in found.sources}


def one(request: Request) -> Response:
    """One tie: over time, both ways, how sure it is, and what the person says of it."""
    here = desk(request)
    seen = here.look()
    wanted = request.query_params.get("id", "")
    at = next((n for n, it in enumerate(seen.findings.ties) if it.alter.id == wanted), None)
    if at is None:
        raise HTTPException(404)
    tie = seen.findings.ties[at]
    bins = _bins(seen, at)
    key = mark(tie).key
    drawing = months(bins, key, wide=1000, size="m") + months(bins[-26:], key, wide=330, size="s")
    return page(
        request,
        "tie.html",
        room="people",
        f=seen.findings,
        tie=tie,
        name=names.shown(tie.alter),
        alias=names.alias(at),
        mark=small(tie),
        label=_(mark(tie).label),
        drawing=drawing if bins else "",
        cut=len(bins) > 26,  # noqa: PLR2004 - what a phone has room for
        note=read_notes(here.notes).about(wanted),
        kinds=KINDS,
        questions=questions(tie),
        titles=_titles(seen.findings),
        saved="saved" in request.query_params,
    )


def _bins(seen: Seen, at: int) -> list[Bin]:
    """Four weeks each, from the first with anything to the last."""
    import numpy as np

    columns = seen.grid.columns
    rows = np.asarray(columns["tie"]) == at
    if not rows.any():
        return []
    weeks = np.asarray(columns["week"])[rows]
    first = int(weeks.min())
    length = (int(weeks.max()) - first) // _WEEKS + 1
    place = (weeks - first) // _WEEKS
    gave, back = (
        np.bincount(place, sum(np.asarray(columns[it])[rows] for it in fields), length).tolist()
        for fields in (("turns_given", "sessions"), ("turns_received",))
    )
    here = set(np.unique(np.asarray(columns["place"])[rows]).tolist())
    windows = [window for n in here for window in seen.grid.windows[n]]
    return [
        Bin(
            (MONDAY + timedelta(weeks=begins)).isoformat(),
            int(gave[n]),
            int(back[n]),
            any(start < begins + _WEEKS and end > begins for start, end in windows),
        )
        for n in range(length)
        for begins in [first + n * _WEEKS]
    ]


def same(request: Request) -> Response:
    """Accounts of two platforms that may be one person's, with the signs for it."""
    here = desk(request)
    with here.opened() as ledger:
        found = proposals(ledger, here.notes)
    return page(
        request,
        "same.html",
        room="people",
        f=here.look().findings,
        proposals=found,
    )


ROUTES = (
    Route("/b/{book}/people", people),
    Route("/b/{book}/tie", one),
    Route("/b/{book}/same", same),
)
