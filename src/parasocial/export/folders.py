"""A folder or a single file as a list of files; links are not followed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from parasocial.errors import UnreadableExport, UnsafeExport
from parasocial.export.kinds import ARCHIVES
from parasocial.export.limits import Limits
from parasocial.export.members import Loose, Member, plausible_us
from parasocial.export.names import litter, member_name


def archives_in(root: Path) -> list[Path]:
    """The archives at the top of *root*, by name."""
    with _permissions_told(), os.scandir(root) as entries:
        return sorted(Path(entry.path) for entry in entries if _is_archive(entry))


def open_folder(root: Path, limits: Limits) -> list[Member]:
    """The files below *root*, without the archives at its top: those are exports of their own.

    Raises:
        UnreadableExport: A folder may not be read.
        UnsafeExport: Too many files, too deep, or a hostile name.
    """
    files = []
    with _permissions_told():
        for seen, (raw, entry) in enumerate(_walk(root, limits), start=1):
            if seen > limits.members:
                raise UnsafeExport(limits.broken("members", "The folder has more files"))
            if entry.is_file(follow_symlinks=False) and not ("/" not in raw and _is_archive(entry)):
                files += _listed(Path(entry.path), raw, limits)
    return files


def open_file(path: Path, limits: Limits) -> list[Member]:
    """The one file at *path*; nothing if it is litter."""
    with _permissions_told():
        return _listed(path, path.name, limits)


def _is_archive(entry: os.DirEntry[str]) -> bool:
    named = entry.name.lower().endswith(ARCHIVES) and not litter([entry.name])
    return named and entry.is_file(follow_symlinks=False)


def _walk(root: Path, limits: Limits) -> Iterator[tuple[str, os.DirEntry[str]]]:
    folders = [(root, "", 0)]
    while folders:
        folder, prefix, depth = folders.pop()
        if depth > limits.depth:
            raise UnsafeExport(limits.broken("depth", "The export has folders nested deeper"))
        with os.scandir(folder) as entries:
            for entry in entries:
                yield prefix + entry.name, entry
                if entry.is_dir(follow_symlinks=False):
                    folders.append((Path(entry.path), f"{prefix}{entry.name}/", depth + 1))


def _listed(path: Path, raw: str, limits: Limits) -> list[Member]:
    name = member_name(raw, limits)
    if name is None:
        return []
    status = path.stat()
    modified_us = plausible_us(status.st_mtime_ns // 1_000)
    return [Member(name, status.st_size, Loose(path, modified_us), limits)]


@contextmanager
def _permissions_told() -> Iterator[None]:
    try:
        yield
    except OSError:
        raise UnreadableExport(
            "A folder or file inside may not be read. Change its permissions, or copy the export."
        ) from None
