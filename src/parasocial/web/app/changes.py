"""What a person says on a page, into their notes: a correction, an answer, a period, a guess."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from parasocial.errors import BadNotes, ParasocialError
from parasocial.guidance import topics
from parasocial.i18n import _, catalogue, spoken
from parasocial.jobs.answers import questions
from parasocial.jobs.desk import Desk, Step
from parasocial.jobs.people import check_account
from parasocial.jobs.same import accept
from parasocial.lenses.asked import Earlier, Span
from parasocial.lenses.findings import Tie
from parasocial.notes import write_note
from parasocial.web.app.bodies import fields
from parasocial.web.app.parts import KINDS
from parasocial.web.app.rooms import desk

_TICKED = ("keep", "hide", "they_replied", "we_met", "other_contact")
_MOST_SPANS = 12


async def note(request: Request) -> Response:
    """A correction or an answer about one account."""
    said = await fields(request)
    account = dict(said).get("account", "")
    await run_in_threadpool(_note, desk(request), account, said)
    where = f"tie?id={quote(account, safe='')}&saved=1#yours"
    return _to(request, where)


def _note(here: Desk, account: str, said: list[tuple[str, str]]) -> None:
    found = here.look().findings
    tie = next((it for it in found.ties if it.alter.id == account), None)
    if tie is None:
        with here.opened() as ledger:
            check_account(ledger, account)
        raise BadNotes("There is nothing to say about this account yet.")
    write_note(here.notes, account, changes(said, tie))


def changes(said: list[tuple[str, str]], tie: Tie) -> dict[str, Any]:
    """What a form changes: only what it names; a field that is empty takes an answer back."""
    given = dict(said)
    found: dict[str, Any] = {}
    if "kind" in given:
        found["kind"] = given["kind"] if given["kind"] in KINDS else None
    for name in _TICKED:
        if f"has_{name}" in given:
            found[name] = name in given
    for question in questions(tie):
        if f"has_{question.field}" in given:
            values = [value for name, value in said if name == question.field]
            told = [question.keys[it] for it in values if it in question.keys]
            found[question.field] = tuple(told) if question.many else next(iter(told), None)
    return found


async def join(request: Request) -> Response:
    """Say that two accounts are one person's."""
    given = dict(await fields(request))
    await run_in_threadpool(_join, desk(request), given)
    return _to(request, "same")


def _join(here: Desk, given: Mapping[str, str]) -> None:
    with here.opened() as ledger:
        accept(ledger, here.notes, given.get("account", ""), given.get("same", ""))


async def apart(request: Request) -> Response:
    """Take back that an account is somebody's second one."""
    given = dict(await fields(request))
    await run_in_threadpool(
        write_note, desk(request).notes, given.get("same", ""), {"same_as": None}
    )
    return _to(request, "same")


async def spans(request: Request) -> Response:
    """Name a period, or take one back."""
    given = dict(await fields(request))
    here = desk(request)
    kept = list(here.kept.spans)
    if given.get("drop", "").isdecimal():
        kept = [it for n, it in enumerate(kept) if n != int(given["drop"])]
    else:
        kept.append(_span(given))
    await run_in_threadpool(here.keep, spans=tuple(kept[-_MOST_SPANS:]))
    return _to(request, "patterns#spans")


def _span(given: Mapping[str, str]) -> Span:
    try:
        days = sorted(datetime.fromisoformat(given[it]).date().isoformat() for it in ("from", "to"))
    except (KeyError, ValueError):
        raise ParasocialError("A period has a first day and a last day. Give both.") from None
    return Span(given.get("name", "").strip()[:60] or _("this time"), *days)


async def guess(request: Request) -> Response:
    """Keep what was guessed before looking."""
    value = dict(await fields(request)).get("guess", "")
    if value.isdecimal() and int(value) <= 10:  # noqa: PLR2004 - of ten minutes
        await run_in_threadpool(desk(request).keep, guess=int(value))
    return _to(request, "")


async def step(request: Request) -> Response:
    """Choose one small step, to look again after a later export; or put it away."""
    given = dict(await fields(request))
    here = desk(request)
    topic = topics().get(given.get("topic", ""))
    texts = [step for text in topic.texts for step in text.steps] if topic else []
    hub = catalogue(spoken().language)
    chosen = next((it for it in texts if hub.say(it) == given.get("step")), None)
    if chosen is None:
        await run_in_threadpool(here.keep, step=None)
        return _to(request, "ideas#step")
    await run_in_threadpool(_choose, here, given["topic"], chosen)
    return _to(request, "ideas#step")


def _choose(here: Desk, topic: str, text: str) -> None:
    earlier = msgspec.convert(msgspec.to_builtins(here.look().findings), Earlier)
    day = datetime.now(tz=UTC).date().isoformat()
    here.keep(step=Step(topic, text, day, earlier))


def _to(request: Request, where: str) -> Response:
    book = quote(request.path_params["book"])
    return RedirectResponse(f"{request.scope['root_path']}/b/{book}/{where}", 303)


ROUTES = tuple(
    Route(f"/b/{{book}}/{name}", does, methods=["POST"])
    for name, does in (
        ("note", note),
        ("join", join),
        ("apart", apart),
        ("spans", spans),
        ("guess", guess),
        ("step", step),
    )
)
