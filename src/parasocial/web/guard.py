"""Who may ask a server on loopback: this computer's own browser, with the key of the run.

Any page in any browser can send requests to loopback, under any name that resolves to it, and
any other user of the computer can connect. So a request has to name an address that was printed,
come from no other page, and begin its path with a key that only the printed address holds. The
key stands in the path and not in a cookie: cookies are shared among all ports of a host, so two
runs would share theirs with each other and with every other server here.
"""

import secrets
from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SAFE = ("GET", "HEAD")
_ALWAYS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
STRICT = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""The policy of an answer that brings none of its own."""


def new_key() -> str:
    """A key that nobody guesses."""
    return secrets.token_urlsafe(24)


class Guard:
    """Lets through what may ask, and marks every answer as not to be kept or framed.

    Args:
        app: What to guard; it routes by what follows the key.
        hosts: The names with ports under which it may be asked ("127.0.0.1:8000").
        key: What every path begins with.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str], key: str) -> None:
        self._app = app
        self._hosts = frozenset(hosts)
        self._key = key

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await PlainTextResponse(refusal, 403)(scope, receive, _marked(send))
            return
        below = {**scope, "root_path": f"{scope.get('root_path', '')}/{self._key}"}
        await self._app(below, receive, _marked(send))

    def _refusal(self, scope: Scope) -> str | None:
        headers = Headers(scope=scope)
        named = headers.getlist("host")
        if len(named) != 1 or named[0] not in self._hosts:
            return "This address is not the one that was printed."
        if not (_here(headers) if scope["method"] not in _SAFE else _not_from_afar(headers)):
            return "Another page may not ask here."
        said = scope["path"].removeprefix("/").partition("/")[0]
        if not secrets.compare_digest(said.encode(), self._key.encode()):
            return "The key of this run is missing. Use the address that was printed."
        return None


def _here(headers: Headers) -> bool:
    """Whether a change is asked for by a page of this very address.

    A browser that sends no referrer sends "null" as the origin of a form, and says the truth in
    ``Sec-Fetch-Site``, which no page can set.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    own = origin is not None and urlsplit(origin)[:2] == ("http", headers["host"])
    return site in (None, "same-origin") if own else origin == "null" and site == "same-origin"


def _not_from_afar(headers: Headers) -> bool:
    """Whether a page is asked for by itself, by a page of this address, or by a link."""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site", "none")
    if origin is not None and urlsplit(origin)[:2] != ("http", headers["host"]):
        return False
    link = headers.get("sec-fetch-mode") == "navigate" and (
        headers.get("sec-fetch-dest") == "document"
    )
    return link or site in ("none", "same-origin")


def _marked(send: Send) -> Send:
    async def marked(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _ALWAYS.items():
                headers[name] = value
            headers.setdefault("Content-Security-Policy", STRICT)
        await send(message)

    return marked
