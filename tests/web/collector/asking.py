"""The collector asked in this process, without a socket."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import httpx  # noqa: TID251 - it speaks to the app in this process alone
from starlette.types import ASGIApp


class Asking:
    """Requests to an app, one after the other, in a loop and a thread of their own."""

    def __init__(self, app: ASGIApp, host: str, pool: ThreadPoolExecutor) -> None:
        self._app, self._host, self._pool = app, host, pool
        self._runner = asyncio.Runner()

    def ask(self, method: str, path: str, content: Any = None, **more: Any) -> httpx.Response:
        async def run() -> httpx.Response:
            transport = httpx.ASGITransport(self._app)
            async with httpx.AsyncClient(
                transport=transport, base_url=f"http://{self._host}"
            ) as client:
                body = content if isinstance(content, bytes | None) else _streamed(content)
                return await client.request(method, path, content=body, **more)

        return self._pool.submit(lambda: self._runner.run(run())).result()

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self.ask("GET", path, **more)

    def put(self, path: str, content: Any, **more: Any) -> httpx.Response:
        return self.ask("PUT", path, content, **more)

    def delete(self, path: str, **more: Any) -> httpx.Response:
        return self.ask("DELETE", path, **more)

    def close(self) -> None:
        self._pool.submit(self._runner.close).result()


async def _streamed(parts: Iterable[bytes]) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


@contextmanager
def asking(app: ASGIApp, host: str) -> Iterator[Asking]:
    """Requests to *app* under the name *host*."""
    with ThreadPoolExecutor(1) as pool:
        made = Asking(app, host, pool)
        try:
            yield made
        finally:
            made.close()
