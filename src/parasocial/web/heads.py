"""Uvicorn's two protocols, bounded: by themselves they wait for the head of a request for ever."""

import asyncio

HEAD_SECONDS = 10
HEAD_BYTES = 64 * 1_024


class Patient(asyncio.Protocol):
    """What cuts a connection whose head of a request does not come, or does not end."""

    loop: asyncio.AbstractEventLoop
    transport: asyncio.Transport
    cut: asyncio.TimerHandle | None = None
    came = 0

    def heading(self) -> bool:
        """Whether the head of a request is awaited."""
        raise NotImplementedError

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Somebody is there; their first head may take its time from now."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Read on; what is no whole head yet is bounded in bytes and in time."""
        super().data_received(data)
        if not self.heading():
            self._stop()
            return
        self.came += len(data)
        if self.came > HEAD_BYTES:
            self.transport.close()
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """They have gone."""
        self._stop()
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self.cut is None:
            self.cut = self.loop.call_later(HEAD_SECONDS, self.transport.close)

    def _stop(self) -> None:
        self.came = 0
        if self.cut is not None:
            self.cut.cancel()
            self.cut = None


def plain() -> type[asyncio.Protocol]:
    """HTTP read by h11, which is Python and everywhere."""
    import h11
    from uvicorn.protocols.http.h11_impl import H11Protocol

    class Plain(Patient, H11Protocol):
        def heading(self) -> bool:
            return self.conn.their_state is h11.IDLE

    return Plain


def quick() -> type[asyncio.Protocol]:
    """HTTP read by httptools, which is C and takes a third of the time."""
    from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

    class Quick(Patient, HttpToolsProtocol):
        begun = False

        def heading(self) -> bool:
            return self.begun or self.cycle is None or self.cycle.response_complete

        def on_message_begin(self) -> None:
            super().on_message_begin()
            self.begun = True

        def on_headers_complete(self) -> None:
            self.begun = False
            super().on_headers_complete()

    return Quick
