"""Files out: whole or not at all, and nothing overwritten unasked."""

import os
import tempfile
from pathlib import Path

from parasocial.errors import FileExists


def write(path: Path, text: str, *, force: bool = False) -> Path:
    """Write *text* to *path*, readable by its owner alone.

    Raises:
        FileExists: Something is there, and *force* was not given.
    """
    refuse(path, force=force)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".parasocial-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return path


def refuse(path: Path, *, force: bool) -> None:
    """Say early that *path* is taken."""
    if path.exists() and not force:
        raise FileExists("There is a file of that name already. --force overwrites it.")
