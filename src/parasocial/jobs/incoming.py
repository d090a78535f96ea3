"""Exports on their way in: a private folder for each run, gone with it, however it ends."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import Self

from parasocial.errors import UnsafeExport

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LONGEST_NAME = 240
_DEEPEST = 24
_MOST_FILES = 50_000
_RESERVE = 512 * 1024 * 1024
"""Bytes of the disk that stay free: the ledger grows while what came in is read."""
_HELD = "held"


@contextmanager
def run_folder(beside: Path) -> Iterator[Path]:
    """A folder for one run, below *beside*, readable by its owner alone; removed in the end.

    What killed runs left is removed first: a run holds a lock on a file in its folder, which the
    system lets go of whatever happens to the run.
    """
    beside.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder, held = _begin(beside)
    try:
        yield folder
    finally:
        os.close(held)
        shutil.rmtree(folder, ignore_errors=True)


def _begin(beside: Path) -> tuple[Path, int]:
    """Sweep, then make a folder and hold it; one run at a time, or one would sweep the other's."""
    turn = os.open(beside / _HELD, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(turn, wait=True)
        _sweep(beside)
        folder = Path(tempfile.mkdtemp(prefix="run-", dir=beside))
        held = os.open(folder / _HELD, os.O_RDWR | os.O_CREAT, 0o600)
        _lock(held)
    finally:
        os.close(turn)
    return folder, held


def _sweep(beside: Path) -> None:
    for folder in beside.glob("run-*"):
        with suppress(OSError):
            handle = os.open(folder / _HELD, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                _lock(handle)
            except OSError:
                continue
            finally:
                os.close(handle)
            shutil.rmtree(folder, ignore_errors=True)


def _lock(handle: int, *, wait: bool = False) -> None:
    """Hold *handle* until it is closed; where another run does, wait or raise OSError."""
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


def place_for(batch: Path, name: str) -> Path:
    """Where a file that calls itself *name* (with its folders) may be put in *batch*.

    Raises:
        UnsafeExport: The name leads elsewhere, something is there, or there are too many.
    """
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if not parts or len(parts) > _DEEPEST or not all(map(_plain, parts)):
        raise UnsafeExport("A file has a name that cannot be used. Rename it, then try again.")
    place = batch.joinpath(*parts)
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        raise UnsafeExport("Two files have one name. Rename one, then try again.") from None
    if place.exists():
        raise UnsafeExport("Two files have one name. Rename one, then try again.")
    return place


def _plain(part: str) -> bool:
    return (
        part not in (".", "..")
        and len(part.encode()) <= _LONGEST_NAME
        and part.isprintable()
        and not set(part) & set('/\\:*?"<>|' if sys.platform == "win32" else "/\\")
    )


class Arriving:
    """One file on its way in. A context manager: one that does not come whole is removed.

    Args:
        place: Where to, from ``place_for``.
        most: The most bytes that it may have.

    Raises:
        UnsafeExport: It is larger than that, or would fill the disk.
    """

    def __init__(self, place: Path, most: int) -> None:
        self._place = place
        self._left = most
        self._checked = 0

    def __enter__(self) -> Self:
        handle = os.open(self._place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        self._file = os.fdopen(handle, "wb")
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._file.close()
        if kind is not None:
            self._place.unlink(missing_ok=True)

    def add(self, chunk: bytes) -> None:
        """Write what has come."""
        self._left -= len(chunk)
        if self._left < 0:
            raise UnsafeExport("The file is larger than what this page takes.")
        self._checked -= len(chunk)
        if self._checked < 0:
            self._checked = _RESERVE // 8
            if shutil.disk_usage(self._place.parent).free < _RESERVE:
                raise UnsafeExport(
                    "There is no space left for this file. Make room, then try again."
                )
        self._file.write(chunk)


def tops(batch: Path) -> list[Path]:
    """The files and folders that were handed over together."""
    return sorted(batch.iterdir()) if batch.is_dir() else []


def full(batch: Path) -> bool:
    """Whether no more files may come."""
    return sum(len(files) for _, _, files in os.walk(batch)) >= _MOST_FILES
