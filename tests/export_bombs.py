"""Makers of good, hostile and broken exports; a zip is broken by patching a good one."""

import io
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from parasocial.export import Export, Limits, open_exports

END, ENTRY, LOCAL = b"PK\5\6", b"PK\1\2", b"PK\3\4"


def opening() -> Iterator[Callable[..., list[Export]]]:
    """Open exports, with bounds by name, and close them after the test."""
    with ExitStack() as stack:

        def opener(*paths: Path, **bounds: int) -> list[Export]:
            exports = open_exports(paths, Limits(**bounds))
            return [stack.enter_context(export) for export in exports]

        yield opener


def write(path: Path, data: bytes = b"{}") -> Path:
    """A file, with the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def pack(path: Path, files: Mapping[str | zipfile.ZipInfo, bytes]) -> Path:
    """A good, deflated zip."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data, zipfile.ZIP_DEFLATED)
    return path


def tape(path: Path, files: Mapping[str | tarfile.TarInfo, bytes], **how: Any) -> Path:
    """A good tar, packed by gzip if it is called so."""
    packed = "gz" if path.suffix in (".gz", ".tgz") else ""
    with tarfile.open(path, f"w:{packed}", **how) as archive:
        for entry, data in files.items():
            info = tarfile.TarInfo(entry) if isinstance(entry, str) else entry
            info.size = info.size or len(data)
            archive.addfile(info, io.BytesIO(data.ljust(info.size, b"\0")))
    return path


def patched(path: Path, signature: bytes, offset: int, value: bytes) -> Path:
    """The zip with *value* written at *offset* into the last record of that signature."""
    data = bytearray(path.read_bytes())
    at = data.rindex(signature) + offset
    data[at : at + len(value)] = value
    path.write_bytes(data)
    return path


def claiming(path: Path, count: int, *, listed: int = 1, wide: bool = False) -> Path:
    """A zip whose end record claims *count* files and lists others; *wide* is zip64."""
    pack(path, {f"{number}.json": b"[1]" for number in range(listed)})
    data = path.read_bytes()
    at = data.rindex(END)
    length, start = struct.unpack_from("<LL", data, at + 12)
    fields, end64 = (count, count, length, start), b""
    if wide:
        end64 = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, *fields)
        end64 += struct.pack("<4sLQL", b"PK\6\7", 0, at, 1)
        fields = (0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF)
    end = struct.pack("<4s4H2LH", END, 0, 0, *fields, 0)
    path.write_bytes(data[:at] + end64 + end)
    return path


def undersized(path: Path, name: str, declared: int, checked: int) -> Path:
    """A zip whose one file expands past the *declared* size; the CRC fits the *checked* bytes."""
    data = bytes(50_000)
    pack(path, {name: data})
    crc = zlib.crc32(data[:checked])
    patched(path, ENTRY, 16, struct.pack("<L", crc))
    return patched(path, ENTRY, 24, struct.pack("<L", declared))


def overlapping(path: Path, name: str) -> Path:
    """A zip that lists the same stored bytes twice."""
    pack(path, {name: b"{}"})
    data = path.read_bytes()
    start, end = data.index(ENTRY), data.rindex(END)
    entry = data[start:end]
    record = struct.pack("<4s4H2LH", END, 0, 0, 2, 2, 2 * len(entry), start, 0)
    path.write_bytes(data[:end] + entry + record)
    return path


def shifted(path: Path, name: str) -> Path:
    """A zip that lost bytes before its list, so that a file begins before the zip does."""
    pack(path, {name: b"{}"})
    start = path.read_bytes().rindex(ENTRY)
    return patched(path, END, 16, struct.pack("<L", start + 10))


def commented(path: Path, entries: int) -> Path:
    """A zip with the longest comment on every file."""
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(entries):
            info = zipfile.ZipInfo(f"{number}.json")
            info.comment = bytes(0xFFFF)
            archive.writestr(info, b"{}")
    return path


def encrypted(path: Path, name: str) -> Path:
    """A zip that says its file is encrypted."""
    return patched(pack(path, {name: b"{}"}), ENTRY, 8, struct.pack("<H", 1))


def linked(path: Path, name: str) -> Path:
    """A zip that holds a symbolic link."""
    link = zipfile.ZipInfo(name)
    link.create_system, link.external_attr = 3, 0o120777 << 16
    return pack(path, {link: b"/etc/passwd"})


def renamed(path: Path, name: bytes, *, utf8: bool) -> Path:
    """A zip whose one file has exactly these bytes for a name."""
    placeholder = b"x" * len(name)
    pack(path, {placeholder.decode(): b"{}"})
    data = path.read_bytes().replace(placeholder, name)
    path.write_bytes(data)
    for signature, offset in ((LOCAL, 6), (ENTRY, 8)):
        patched(path, signature, offset, struct.pack("<H", 0x800 if utf8 else 0))
    return path


def nested_page(depth: int) -> bytes:
    """A page of *depth* elements, each in the one before."""
    return (
        b"<html><body>"
        + b"<div>" * (depth - 2)
        + b"x"
        + b"</div>" * (depth - 2)
        + b"</body></html>"
    )
