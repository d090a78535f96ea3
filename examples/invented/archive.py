"""Zip files that are the same bytes on every run."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from .almanac import EXPORTED


def write_zip(path: Path, files: Mapping[str, str | bytes]) -> None:
    """Writes the files, sorted by name, all dated to the export."""
    with zipfile.ZipFile(path, "w") as archive:
        for name in sorted(files):
            member = zipfile.ZipInfo(name, EXPORTED.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            member.create_system = 3
            archive.writestr(member, files[name], compresslevel=9)
