"""Who may ask a collector: anybody, under its own names, from its own pages."""

from collections.abc import Collection

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
_ALWAYS = [
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-content-type-options", b"nosniff"),
]
_UNKEPT = (b"cache-control", b"no-store")
_PAGE = [
    (b"content-security-policy", POLICY.encode()),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
]
"""What only a page heeds. An answer to a save goes without: each header costs time, every time."""


class Guard:
    """Refuses other names and other pages' changes; marks every answer.

    A page elsewhere could make a visitor's browser ask under a name that resolves to this
    machine. Saves need no cookie, so there is nothing else of a visitor's to misuse.

    Args:
        app: What to guard.
        hosts: The names, with ports where they are not the scheme's own, under which it is asked.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        self._app, self._hosts = app, frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if headers.get("host") not in self._hosts:
            refusal = PlainTextResponse("Nobody of that name is here.", 421)
            await refusal(scope, receive, _marked(send))
        elif headers.get("sec-fetch-site") == "cross-site" and scope["method"] != "GET":
            refusal = PlainTextResponse("Another page may not ask here.", 403)
            await refusal(scope, receive, _marked(send))
        else:
            await self._app(scope, receive, _marked(send))


def _marked(send: Send) -> Send:
    async def marked(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = [*message["headers"], *_ALWAYS]
            said = dict(headers)
            if b"cache-control" not in said:
                headers.append(_UNKEPT)
            if not said.get(b"content-type", b"").startswith(b"application/json"):
                headers += _PAGE
            message["headers"] = headers
        await send(message)

    return marked
