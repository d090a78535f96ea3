"""What one could do, if one likes: short texts, one small step, and a guess before looking."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from parasocial.i18n import catalogue, spoken
from parasocial.jobs.answers import asked
from parasocial.lenses.ahead import ahead
from parasocial.web.app.paper import page
from parasocial.web.app.rooms import desk, room


def ideas(request: Request) -> Response:
    """Texts that fit, what ties give, the keep list, and the step that was chosen."""
    here = desk(request)
    seen = here.look()
    return room(
        request,
        "ideas",
        seen.findings,
        "ideas.html",
        step=here.kept.step,
        hub=catalogue(spoken().language),
        ahead=ahead(seen.grid),
        ask=[it for it in asked(seen.findings) if it.gives is None],
        keeping=[it for it in seen.findings.ties if it.keep and not it.hidden],
    )


def guess(request: Request) -> Response:
    """Of ten minutes, how many went one way? Asked before the page says."""
    here = desk(request)
    return page(
        request,
        "guess.html",
        room="",
        f=here.look().findings,
        kept=here.kept,
    )


ROUTES = (Route("/b/{book}/ideas", ideas), Route("/b/{book}/guess", guess))
