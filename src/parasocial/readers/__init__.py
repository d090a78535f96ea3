"""Readers: one file or folder per platform, all of them in ``READERS``."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from parasocial.readers.listed import READERS

__all__ = ["READERS"]


def __getattr__(name: str) -> Any:
    # Not loaded before it is asked for: a process that reads for another needs one reader.
    if name != "READERS":
        raise AttributeError(name)
    from parasocial.readers.listed import READERS

    return READERS
