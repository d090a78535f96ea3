"""What the pictures in an export say beside what they show: place, time and device."""

import io
import re
import struct
import warnings
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from parasocial.errors import DamagedMember
from parasocial.export import Export, Member

HEAD = 2**18
"""Bytes of a picture that are looked at: what it says of itself stands at its beginning."""
MOST = 5_000
"""Most pictures of one export that are looked at."""
_ENDINGS = frozenset({".jpg", ".jpeg", ".png"})
_DEVICE, _MODEL, _TAKEN, _DETAIL, _GPS = 0x010F, 0x0110, 0x9003, 0x8769, 0x8825
_BROKEN = (
    *(OSError, SyntaxError, ValueError, KeyError, TypeError, IndexError, OverflowError),
    *(AttributeError, EOFError, ZeroDivisionError, struct.error, zlib.error),
)
"""What Pillow raises at headers that are no headers."""
_TAKEN_AS = re.compile(r"\d{4}:\d\d:\d\d \d\d:\d\d:\d\d")


@dataclass(frozen=True, slots=True)
class Photo:
    """What one picture says of itself.

    Attributes:
        place: Latitude and longitude in degrees.
        taken: Its own clock, as ISO 8601 without a zone.
        device: Maker and model.
    """

    place: tuple[float, float] | None = None
    taken: str | None = None
    device: str | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """All pictures of some exports.

    Attributes:
        photos: Those that say anything of themselves, each with its export's name for it.
        seen: Pictures looked at.
        unread: Of these, pictures that cannot be read.
        left: Pictures beyond the bound, not looked at.
    """

    photos: tuple[tuple[str, Photo], ...]
    seen: int
    unread: int
    left: int


def look_at(exports: Iterable[Export]) -> Looked:
    """What the pictures of *exports* say of themselves."""
    found: list[tuple[str, Photo]] = []
    seen = unread = left = 0
    for export in exports:
        pictures = [it for it in export.members if it.path.suffix.lower() in _ENDINGS]
        left += len(pictures[MOST:])
        for member in pictures[:MOST]:
            seen += 1
            photo = _photo(member)
            if photo is None:
                unread += 1
            elif photo != Photo():
                found.append((f"{export.fingerprint}|{member.name}", photo))
    return Looked(tuple(found), seen, unread, left)


def _photo(member: Member) -> Photo | None:
    try:
        return photo(member.head(HEAD))
    except DamagedMember:
        return None


def photo(head: bytes) -> Photo | None:
    """What a picture that begins with *head* says of itself; None where it cannot be read.

    Its header alone is read, whatever size it claims: no pixel is decoded.
    """
    # Not Image.open: that refuses pictures by their number of pixels, which are never made here.
    from PIL import JpegImagePlugin, PngImagePlugin

    kinds: Any = {b"\xff\xd8": JpegImagePlugin.JpegImageFile, b"\x89P": PngImagePlugin.PngImageFile}
    if head[:2] not in kinds:
        return None
    try:
        with warnings.catch_warnings(action="ignore"):
            exif = kinds[head[:2]](io.BytesIO(head)).getexif()
            said = dict(exif), dict(exif.get_ifd(_DETAIL)), dict(exif.get_ifd(_GPS))
    except _BROKEN:
        return None
    return Photo(_place(said[2]), _taken(said[1]), _device(said[0]))


def _place(gps: dict[int, Any]) -> tuple[float, float] | None:
    try:
        north = _degrees(gps[2], minus=gps.get(1) == "S")
        east = _degrees(gps[4], minus=gps.get(3) == "W")
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None
    inside = abs(north) <= 90 and abs(east) <= 180  # noqa: PLR2004 - degrees
    return (north, east) if inside and (north, east) != (0, 0) else None


def _degrees(parts: Any, *, minus: bool) -> float:
    degrees, minutes, seconds = (float(it) for it in parts)
    value = degrees + minutes / 60 + seconds / 3600
    return round(-value if minus else value, 5)


def _taken(detail: dict[int, Any]) -> str | None:
    said = str(detail.get(_TAKEN, ""))[:19]
    return said.replace(":", "-", 2).replace(" ", "T") if _TAKEN_AS.fullmatch(said) else None


def _device(exif: dict[int, Any]) -> str | None:
    parts = [str(exif.get(it, "")).strip(" \0") for it in (_DEVICE, _MODEL)]
    said = " ".join(part for part in parts if part and part.isprintable())[:80]
    return said or None
