"""What the app's pages are written on: the report's own paper, with rooms to walk between."""

from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse

from parasocial import __version__
from parasocial.i18n import LANGUAGES, here
from parasocial.jobs import measures
from parasocial.report import calendar, paper
from parasocial.report.inline import Inline, digest, inline

_SCRIPTS = ("send.js", "rooms.js", "rewind.js")
_STYLES = ("app.css", "rooms.css")


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """One page of the app, with the policy that lets it talk to its own server alone.

    It is about the ledger in its address, unless *values* name another as ``book``.
    """
    text = (
        environment()
        .get_template(f"app/{template}")
        .render(
            {"book": request.path_params.get("book"), **values},
            base=request.scope["root_path"],
            back=_back(request),
            languages=LANGUAGES,
            query=request.query_params,
            version=__version__,
            carried=carried(),
        )
    )
    return HTMLResponse(text, status, {"Content-Security-Policy": guarded(carried().policy)})


def _back(request: Request) -> str:
    """Where a choice of language leads back to: this very page, if it can be asked for again."""
    if request.method != "GET":
        return "/"
    path = request.scope["path"].removeprefix(request.scope["root_path"])
    return f"{path}?{request.url.query}" if request.url.query else path


def guarded(policy: str) -> str:
    """A policy as a header says it: nobody frames the page, either."""
    return f"{policy}; frame-ancestors 'none'"


@lru_cache(maxsize=1)
def carried() -> Inline:
    """The report's style and script, and the app's."""
    report = inline()
    style = report.style + "".join(map(_text, _STYLES))
    script = report.script + "".join(map(_text, _SCRIPTS))
    policy = (
        f"default-src 'none'; script-src {digest(script)}; style-src {digest(style)}; "
        "font-src data:; img-src data: blob:; connect-src 'self'; base-uri 'none'; "
        "form-action 'self'"
    )
    return Inline(style=style, script=script, policy=policy)


def _text(name: str) -> str:
    return (files("parasocial.web.app") / name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The app's templates and the report's; sentences go through gettext."""
    report = paper.environment()
    made = report.overlay(
        loader=ChoiceLoader(
            [PackageLoader("parasocial.web.app"), report.loader or ChoiceLoader([])]
        ),
    )
    made.globals = {**report.globals, "live": True, "measures": measures.told}
    made.filters.update(thousands=_thousands, day=calendar.day)
    return made


def _thousands(number: float) -> str:
    return here().number(round(number))
