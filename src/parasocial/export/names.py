"""The names of files in an export: one spelling, and nothing hostile."""

import re
import unicodedata

from parasocial.errors import UnsafeExport
from parasocial.export.limits import Limits

# Takeout puts U+00A0 into localised folder names and platforms curl the apostrophe.
_SPELLING = str.maketrans({"\u00a0": " ", "\u2018": "'", "\u2019": "'"})
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_DRIVE = re.compile(r"[A-Za-z]:")
# What desktops leave behind. "Icon\r" is how macOS calls the picture of a folder.
_LITTER = frozenset({".DS_Store", "Thumbs.db", "Icon\r"})


def spelled(text: str) -> str:
    """*text* in the spelling of names: NFC, plain spaces and apostrophes, no lone surrogates."""
    if text.isascii():
        return text
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", whole).translate(_SPELLING)


def litter(parts: list[str]) -> bool:
    """Whether a desktop, not the platform, left this file."""
    last = parts[-1] if parts else ""
    return last in _LITTER or last.startswith("._") or "__MACOSX" in parts


def member_name(raw: str, limits: Limits) -> str | None:
    """The POSIX name of a file, None for litter.

    Raises:
        UnsafeExport: The name leads outside, holds control characters, or is too deep or long.
    """
    # Some Windows tools write backslashes; as separators they cannot smuggle a folder.
    name = spelled(raw).replace("\\", "/")
    parts = [part for part in name.split("/") if part not in ("", ".")]
    if litter(parts):
        return None
    if name.startswith("/") or _DRIVE.match(name) or ".." in parts or not parts:
        raise UnsafeExport(
            "A file name inside leads out of the export, which no platform writes. "
            "Download the export again from the platform itself."
        )
    name = "/".join(parts)
    if _CONTROL.search(name):
        raise UnsafeExport(
            "A file name inside holds control characters, which no platform writes. "
            "Download the export again from the platform itself."
        )
    if len(parts) - 1 > limits.depth:
        raise UnsafeExport(limits.broken("depth", "The export has folders nested deeper"))
    if len(name.encode()) > limits.name_bytes:
        raise UnsafeExport(limits.broken("name_bytes", "The export has a name of more bytes"))
    return name
