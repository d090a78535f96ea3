"""Files out: whole or not at all, and nothing overwritten unasked."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from parasocial.errors import FileExists


def write(path: Path, text: str, *, force: bool = False) -> Path:
    """Write *text* to *path*, readable by its owner alone.

    Raises:
        FileExists: Something is there, and *force* was not given.
    """
    with place(path, force=force) as half:
        half.write_text(text, encoding="utf-8")
    return path


@contextmanager
def place(path: Path, *, force: bool) -> Iterator[Path]:
    """An empty file to fill, put at *path* once it is whole.

    Raises:
        FileExists: Something is there, and *force* was not given.
    """
    refuse(path, force=force)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".parasocial-")
    os.close(handle)
    half = Path(name)
    try:
        yield half
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def refuse(path: Path, *, force: bool) -> None:
    """Say early that *path* is taken."""
    if path.exists() and not force:
        raise FileExists("There is a file of that name already. --force overwrites it.")
