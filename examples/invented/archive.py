"""Zip files of this world: dated to the export."""

from collections.abc import Mapping
from pathlib import Path

from writers.archive import archive

from .almanac import EXPORTED


def write_zip(path: Path, files: Mapping[str, str | bytes]) -> None:
    """Writes the files, sorted by name, all dated to the export."""
    path.write_bytes(archive(files, EXPORTED.timetuple()[:6]))
