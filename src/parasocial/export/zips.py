"""A zip as a list of files, refused before it can cost anything."""

import os
import stat
import struct
from pathlib import Path
from typing import BinaryIO
from zipfile import ZipFile, ZipInfo

from parasocial.errors import UnreadableExport, UnsafeExport
from parasocial.export.limits import Limits
from parasocial.export.members import BROKEN, Member, Packed
from parasocial.export.names import member_name

_END, _END64, _LOCATOR64, _ENTRY = b"PK\5\6", b"PK\6\6", b"PK\6\7", b"PK\1\2"
_END_BYTES, _END64_BYTES, _LOCATOR64_BYTES, _ENTRY_BYTES, _LOCAL_BYTES = 22, 56, 20, 46, 30
_LONGEST_COMMENT = 2**16
_LEAST_DIRECTORY = 2**20
_UTF8 = 0x800
_ENCRYPTED = 0x2041  # the file, strongly, or the list of files


def open_zip(path: Path, limits: Limits) -> tuple[ZipFile, list[Member]]:
    """The open archive and its files, litter left out.

    Raises:
        UnreadableExport: Cut off, damaged, empty or encrypted.
        UnsafeExport: Too many files, a hostile name, a link, or files that overlap.
    """
    try:
        with path.open("rb") as file:
            _refuse_crowd(file, limits)
        archive = ZipFile(path)
    except BROKEN:
        raise UnreadableExport(
            "The zip looks cut off or damaged. Download it again and wait until it is complete."
        ) from None
    try:
        return archive, _files(archive, limits)
    except BaseException:
        archive.close()
        raise


def _refuse_crowd(file: BinaryIO, limits: Limits) -> None:
    """Refuse too long a list of files before zipfile makes an object of each."""
    count, length, start = _directory(file)
    longest = limits.members * (_ENTRY_BYTES + limits.name_bytes)
    crowded = count > limits.members or length > max(longest, _LEAST_DIRECTORY)
    if not crowded:
        # The count is only a claim; zipfile believes the list itself.
        file.seek(max(start, 0))
        crowded = file.read(length).count(_ENTRY) > limits.members
    if crowded:
        raise UnsafeExport(limits.broken("members", "The export has more files"))


def _directory(file: BinaryIO) -> tuple[int, int, int]:
    """How many files the zip claims, and the length and place of their list, as zipfile sees it."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _LONGEST_COMMENT - _END_BYTES))
    tail = file.read()
    at = len(tail) - _END_BYTES
    if not (tail[max(at, 0) :].startswith(_END) and tail.endswith(b"\0\0")):
        at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_BYTES:
        raise EOFError
    end = size - len(tail) + at
    count, length = struct.unpack_from("<HL", tail, at + 10)
    wide = _END64_BYTES + _LOCATOR64_BYTES
    if end >= wide:
        file.seek(end - wide)
        record = file.read(wide)
        if record.startswith(_END64) and record.startswith(_LOCATOR64, _END64_BYTES):
            count, length = struct.unpack_from("<QQ", record, 32)
            end -= wide
    return count, length, end - length


def _files(archive: ZipFile, limits: Limits) -> list[Member]:
    infos = archive.infolist()
    if not infos:
        raise UnreadableExport("The zip is empty. Download it again.")
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise UnreadableExport(
            "The zip is protected by a password. Unpack it with the password and give the folder."
        )
    if any(stat.S_ISLNK(info.external_attr >> 16) for info in infos):
        raise UnsafeExport(
            "The zip holds a symbolic link, which no platform writes. "
            "Download the export again from the platform itself."
        )
    _refuse_overlap(infos, archive.start_dir)
    files = []
    for info in infos:
        raw = _decoded(info)
        if not raw.endswith(("/", "\\")) and (name := member_name(raw, limits)) is not None:
            files.append(Member(name, info.file_size, Packed(archive, info), limits))
    return files


def _refuse_overlap(infos: list[ZipInfo], end: int) -> None:
    """Refuse files that share bytes: the trick of the bombs that need no nesting (Fifield 2019)."""
    spans = sorted(
        (info.header_offset, info.header_offset + _LOCAL_BYTES + info.compress_size)
        for info in infos
    )
    starts = [*(start for start, _ in spans), end]
    stops = [0, *(stop for _, stop in spans)]
    if any(start < stop for start, stop in zip(starts, stops, strict=True)):
        raise UnsafeExport(
            "Files in the zip overlap, as in a zip bomb or after a bad download. "
            "Download the export again from the platform itself."
        )


def _decoded(info: ZipInfo) -> str:
    """The whole raw name; macOS writes UTF-8 without saying so."""
    name = info.orig_filename
    if info.flag_bits & _UTF8 or name.isascii():
        return name
    try:
        return name.encode("cp437").decode()
    except UnicodeError:
        return name
