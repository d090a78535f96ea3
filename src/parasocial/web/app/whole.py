"""The whole report of one ledger: the page that the command line writes, to read, print or save."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from parasocial.report import write_page
from parasocial.report.inline import inline
from parasocial.web.app.paper import guarded
from parasocial.web.app.run import Run


def report(request: Request) -> Response:
    """The report; with ``save`` in the query, as a file."""
    run: Run = request.app.state.run
    findings = run.desk(request.path_params["book"]).findings("whole")
    headers = {"Content-Security-Policy": guarded(inline().policy)}
    if "save" in request.query_params:
        headers["Content-Disposition"] = 'attachment; filename="parasocial.html"'
    return HTMLResponse(write_page(findings), headers=headers)


ROUTES = (Route("/b/{book}/", report), Route("/b/{book}/report.html", report))
