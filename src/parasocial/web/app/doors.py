"""The other two doors of the demo: a creator's page, and the study that comes along."""

from contextlib import AbstractContextManager
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from parasocial.i18n import catalogue, speaking
from parasocial.jobs.demo import channel
from parasocial.jobs.study_example import door
from parasocial.report.creator import creators as creators_door
from parasocial.report.doors import Door, write_doors
from parasocial.report.inline import inline
from parasocial.web.app.paper import guarded
from parasocial.web.app.run import EXAMPLE, Run


def creators(request: Request) -> Response:
    """An invented creator's page; with the tie to the invented fan, who is read first."""
    run: Run = request.app.state.run
    reading = run.begin_example()
    if reading is not None or not run.ready(EXAMPLE):
        base = request.scope["root_path"]
        return RedirectResponse(f"{base}/b/{EXAMPLE}/i/{reading or run.last}?then=creators", 303)
    if run.creator is None:
        with _english():
            run.creator = creators_door(channel(run.desk(EXAMPLE).look().findings))
    return _page(run.creator)


def study(_: Request) -> Response:
    """The simulated study, beside what was published."""
    return _page(_study())


def _english() -> AbstractContextManager[None]:
    """Both are kept once made, and are in English for everybody."""
    return speaking(catalogue("en", "report"))


@lru_cache(maxsize=1)
def _study() -> Door:
    with _english():
        return door()


def _page(found: Door) -> Response:
    policy = guarded(inline("page", *found.styles).policy)
    page = write_doors([found], invented=True)
    return HTMLResponse(page, headers={"Content-Security-Policy": policy})


ROUTES = (Route("/creators", creators), Route("/study", study))
