"""The one place that opens a socket: an app on an address, for as long as somebody wants it."""

import socket
from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING

from parasocial.errors import AddressTaken
from parasocial.web import heads

if TYPE_CHECKING:
    import uvicorn
    from starlette.types import ASGIApp

LOOPBACK = "127.0.0.1"
IDLE_SECONDS = 30
CONNECTIONS = 2_000
_BACKLOG = 2_048


def bound(host: str = LOOPBACK, port: int = 0) -> socket.socket:
    """A socket at *host* and *port*, before anybody listens; port 0 takes a free one.

    Raises:
        AddressTaken: The address is in use, or may not be used.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    opened = socket.socket(family, socket.SOCK_STREAM)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        opened.bind((host, port))
    except OSError:
        opened.close()
        raise AddressTaken(
            f"Port {port} of {host} cannot be used. Another program may have it: "
            "stop that one, or choose another with --port."
        ) from None
    return opened


def address(opened: socket.socket) -> str:
    """The socket's own http address, with the port that was taken."""
    host, port = opened.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def serve(
    app: "ASGIApp",
    opened: socket.socket,
    ready: Callable[[], None] = lambda: None,
    *,
    quick: bool = False,
) -> None:
    """Answer requests at a socket until the process is told to stop.

    The head of a request has ten seconds to arrive; what a body may be is the app's to say.

    Args:
        app: What answers.
        opened: Where, from ``bound``.
        ready: Called once requests are answered.
        quick: For many at once: with what the extra `study` brings.
    """
    server_of(app, ready, quick=quick).run(sockets=[opened])


def server_of(
    app: "ASGIApp", ready: Callable[[], None] = lambda: None, *, quick: bool = False
) -> "uvicorn.Server":
    """The server of *app*: no log of who asks, no name, no web sockets, slow heads cut."""
    import uvicorn

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            ready()

    return Server(
        uvicorn.Config(
            app,
            loop="uvloop" if quick and find_spec("uvloop") else "asyncio",  # none for Windows
            http=heads.quick() if quick else heads.plain(),
            ws="none",
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            backlog=_BACKLOG,
            limit_concurrency=CONNECTIONS,
            timeout_keep_alive=IDLE_SECONDS,
            timeout_graceful_shutdown=5,
        )
    )
