"""What a path is, by its first bytes: a folder, an archive, a single file, or not an export."""

import stat
from pathlib import Path
from typing import Literal

from parasocial.errors import UnreadableExport
from parasocial.export.gzips import GZIP, begun
from parasocial.export.tars import BLOCK, begins_tar

Kind = Literal["folder", "zip", "tar", "file"]

SINGLE = frozenset(
    {".json", ".txt", ".html", ".csv", ".js", ".xml", ".car", ".jsonl", ".ndjson", ".zst"}
)
"""Endings of files that platforms hand out alone."""

ARCHIVES = (".zip", ".tar.gz", ".tgz", ".tar")
"""Endings of archives, which are exports of their own in a folder of downloads."""

EXPECTED = (
    "Give a zip, a tar.gz, a folder, or one JSON, TXT, HTML, CSV, JS, XML or CAR file from the "
    "platform."
)

_ZIP = (b"PK\3\4", b"PK\5\6", b"PK\7\x08")
_PACKED = {
    GZIP: "a gzip file that is no tar.gz, or is cut off",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ\0": "an xz archive",
    b"7z\xbc\xaf\x27\x1c": "a 7-Zip archive",
    b"Rar!\x1a\x07": "a RAR archive",
}
_OTHERS = {
    b"%PDF-": "a PDF",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"MZ": "a Windows program",
    b"\x7fELF": "a program",
    b"\xcf\xfa\xed\xfe": "a program",
    b"\xca\xfe\xba\xbe": "a program",
    b"SQLite format 3\0": "a SQLite database",
    b"PAR1": "a Parquet file",
    b"OggS": "a sound or a video",
    b"ID3": "a sound",
}
_VIDEO_AT, _HEAD = 4, 4_096


def kind_of(path: Path) -> Kind:
    """What *path* is.

    Raises:
        UnreadableExport: There is nothing, it may not be read, or it is no export.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            return "folder"
        if not stat.S_ISREG(mode):
            raise UnreadableExport(f"This is a pipe or a device, not a file. {EXPECTED}")
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except PermissionError:
        raise UnreadableExport("The file may not be read. Change its permissions.") from None
    except (OSError, ValueError):
        raise UnreadableExport(f"There is nothing at this path. {EXPECTED}") from None
    if head.startswith(_ZIP):
        return "zip"
    if begins_tar(begun(head, BLOCK) if head.startswith(GZIP) else head):
        return "tar"
    _refuse(head)
    if path.suffix.lower() == ".zip":
        raise UnreadableExport(
            "The file is called a zip but is none, perhaps a web page saved instead. "
            "Download it again."
        )
    if path.suffix.lower() not in SINGLE:
        raise UnreadableExport(f"This is not a kind of file that platforms hand out. {EXPECTED}")
    return "file"


def _refuse(head: bytes) -> None:
    """Say what a file is that cannot be an export."""
    if not head:
        raise UnreadableExport("The file is empty. Download it again.")
    archive = next((what for magic, what in _PACKED.items() if head.startswith(magic)), None)
    if archive:
        raise UnreadableExport(f"This is {archive}. Unpack it first and give the folder.")
    # Text may begin with the letters of a magic number, but it holds no NUL there.
    what = next((what for magic, what in _OTHERS.items() if head.startswith(magic)), None)
    if what is None and head.startswith(b"ftyp", _VIDEO_AT):
        what = "a video"
    if what and (b"\0" in head or what == "a PDF"):
        raise UnreadableExport(f"This is {what}. {EXPECTED}")
