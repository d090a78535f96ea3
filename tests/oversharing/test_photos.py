"""What pictures say of themselves: their headers alone, whatever they claim."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from parasocial.export import open_exports
from parasocial.oversharing import photos
from parasocial.oversharing.photos import Photo, look_at, photo


def picture(kind: str = "JPEG", **said: object) -> bytes:
    """A tiny picture; ``gps`` and others as EXIF would say them."""
    exif = Image.Exif()
    if "device" in said:
        exif[0x010F], exif[0x0110] = "Kerlip", "K1"
    if "taken" in said:
        exif.get_ifd(0x8769)[0x9003] = said["taken"]
    if "gps" in said:
        exif.get_ifd(0x8825).update(said["gps"])
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, kind, exif=exif)
    return out.getvalue()


SOUTH = {1: "S", 2: (6.0, 12.0, 0.0), 3: "E", 4: (106.0, 49.0, 30.0)}
WHOLE = picture(gps=SOUTH, device=True, taken="2026:05:03 08:30:00")


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_place_time_and_device(kind) -> None:
    head = picture(kind, gps=SOUTH, device=True, taken="2026:05:03 08:30:00")
    assert photo(head) == Photo((-6.2, 106.825), "2026-05-03T08:30:00", "Kerlip K1")


def test_a_picture_that_says_nothing() -> None:
    assert photo(picture()) == Photo()


@pytest.mark.parametrize(
    "gps",
    [
        {1: "N", 2: (99.0, 0.0, 0.0), 3: "E", 4: (1.0, 0.0, 0.0)},
        {2: (0.0, 0.0, 0.0), 4: (0.0, 0.0, 0.0)},
        {1: "N", 2: (9.0, 0.0, 0.0)},
        {0: b"\2\3\0\0"},
    ],
)
def test_a_place_that_cannot_be_is_none(gps) -> None:
    assert photo(picture(gps=gps)) == Photo()


def test_a_hundred_megapixels_are_a_claim() -> None:
    """The size in the header is changed, not the pixels."""
    at = WHOLE.index(b"\xff\xc0") + 5
    huge = WHOLE[:at] + struct.pack(">HH", 20_000, 20_000) + WHOLE[at + 4 :]
    assert photo(huge) == photo(WHOLE)


@pytest.mark.parametrize("cut", range(0, len(WHOLE), 7))
def test_a_broken_header_is_no_crash(cut) -> None:
    photo(WHOLE[:cut])
    photo(WHOLE[:cut] + b"\xff" * 40)
    photo(WHOLE[:cut] + bytes([WHOLE[cut] ^ 0x55]) + WHOLE[cut + 1 :])


def test_pictures_of_an_export_are_counted(tmp_path: Path, monkeypatch) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("media/a.jpg", WHOLE)
        archive.writestr("media/b.JPG", picture())
        archive.writestr("media/c.png", b"nothing of the kind")
        archive.writestr("media/d.heic", b"left alone")
        archive.writestr("media/e.jpg", WHOLE)
    with monkeypatch.context() as patched:
        patched.setattr(photos, "MOST", 3)
        exports = open_exports([tmp_path / "x.zip"])
        looked = look_at(exports)
    assert (looked.seen, looked.unread, looked.left) == (3, 1, 1)
    assert [it for _, it in looked.photos] == [photo(WHOLE)]
    for export in exports:
        export.close()
