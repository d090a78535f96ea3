"""Bodies of requests: bounded in size and in time, and refused before they are read."""

import asyncio

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

MOST = 64 * 1_024
SECONDS = 15.0
_CLOSE = {"Connection": "close"}


async def body_of(request: Request, most: int = MOST) -> bytes:
    """The whole body.

    Raises:
        HTTPException: 413 where it is larger than *most*, unread where it says so itself; 408
            where it takes longer than fifteen seconds; 400 where it breaks off.
    """
    said = request.headers.get("content-length", "0")
    if not said.isdecimal() or int(said) > most:
        raise HTTPException(413, headers=_CLOSE)
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(SECONDS):
            async for part in request.stream():
                size += len(part)
                if size > most:
                    raise HTTPException(413, headers=_CLOSE)
                parts.append(part)
    except TimeoutError:
        raise HTTPException(408, headers=_CLOSE) from None
    except ClientDisconnect:
        raise HTTPException(400, headers=_CLOSE) from None
    return b"".join(parts)
