"""What a request brings along, within bounds: a form, or JSON."""

from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

_LONGEST = 16_000


async def body(request: Request) -> bytes:
    """All of it; more than a page of ours ever sends is refused."""
    found = bytearray()
    async for chunk in request.stream():
        found += chunk
        if len(found) > _LONGEST:
            raise HTTPException(413)
    return bytes(found)


async def fields(request: Request) -> list[tuple[str, str]]:
    """The fields of a form, in their order."""
    return parse_qsl((await body(request)).decode("utf-8", "replace"), keep_blank_values=True)
