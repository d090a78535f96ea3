"""What an address on YouTube leads to: a channel, or something that can be watched or read."""

from functools import lru_cache
from urllib.parse import parse_qs, unquote, urlsplit

from parasocial.schema import Form

WATCH = "https://www.youtube.com/watch?v="
_SEARCHES = (["results"], ["search"])
_FORMS = {"shorts": Form.SHORT, "live": Form.LIVE, "post": Form.POST, "embed": Form.VIDEO}


@lru_cache(maxsize=1 << 16)
def channel_of(address: str | None) -> str | None:
    """A channel's id, else its handle (``@name``) or old name (``user/name``); None if neither."""
    host, parts, _ = _opened(address)
    if not _is_youtube(host):
        return None
    match parts:
        case ["channel", found, *_]:
            return found
        case [handle, *_] if handle.startswith("@"):
            return handle
        case ["user" | "c" as kind, name, *_]:
            return f"{kind}/{name}"
    return None


def content_of(address: str) -> tuple[Form, str | None] | None:
    """The form and id of what an address shows; an id of None is deleted, None shows nothing."""
    host, parts, query = _opened(address)
    if host == "youtu.be" and parts:
        return Form.VIDEO, parts[0]
    if not _is_youtube(host):
        return None
    match parts:
        case ["watch"]:
            return _form(host), next(iter(query.get("v", ())), None)
        case ["shorts" | "live" | "post" | "embed" as kind, found, *_]:
            return _FORMS[kind], found
        case [*_, "community"] if "lb" in query:
            return Form.POST, query["lb"][0]
    return None


def phrase_of(address: str) -> str | None:
    """The words that were searched for; None if the address is no search."""
    host, parts, query = _opened(address)
    asked = query.get("search_query") or query.get("q")
    return asked[0] if asked and _is_youtube(host) and parts in _SEARCHES else None


def _opened(address: str | None) -> tuple[str, list[str], dict[str, list[str]]]:
    split = urlsplit(address or "")
    parts = [unquote(part) for part in split.path.split("/") if part]
    return split.hostname or "", parts, parse_qs(split.query)


def _is_youtube(host: str) -> bool:
    return host == "youtube.com" or host.endswith(".youtube.com")


def _form(host: str) -> Form:
    return Form.AUDIO if host == "music.youtube.com" else Form.VIDEO
