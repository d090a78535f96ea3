"""The files that the page loads, each from here, and none from anywhere else."""

import gzip
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files

KINDS = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "woff2": "font/woff2",
}
FONTS = (
    "inter-latin-wght-normal.woff2",
    "inter-vietnamese-wght-normal.woff2",
    "source-serif-4-latin-wght-normal.woff2",
    "source-serif-4-vietnamese-wght-normal.woff2",
    "noto-sans-thai-thai-400-normal.woff2",
)
VENDOR = ("survey.core.min.js", "survey-js-ui.min.js", "survey-core.fontless.min.css")
OURS = ("collector.css", "collector.js", "outbox.js")
LOCALES = ("fil", "id", "ms", "th", "vi")
"""Languages for which the drawer's own words (next, back, an answer is needed) are there."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file, as it is and compressed."""

    kind: str
    plain: bytes
    packed: bytes
    digest: str


@lru_cache(maxsize=32)
def asset(name: str) -> Asset | None:
    """One of the files; None where there is none of that name."""
    here = files("parasocial.web.collector") / "static"
    if name in FONTS:
        place = files("parasocial.report") / "fonts"
    elif name in (*VENDOR, *(f"survey.{it}.min.js" for it in LOCALES)):
        place = here / "vendor"
    elif name in OURS:
        place = here
    else:
        return None
    plain = (place / name).read_bytes()
    packed = gzip.compress(plain, mtime=0)
    return Asset(KINDS[name.rpartition(".")[2]], plain, packed, sha256(plain).hexdigest()[:12])


def address(name: str) -> str:
    """Where the page finds a file; another address as soon as it changes."""
    found = asset(name)
    return f"static/{found.digest}/{name}" if found else ""
