"""Files of an export held in memory."""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from parasocial.export import Export, Limits, Member
from parasocial.export.members import Loose
from parasocial.reading import File


class Held(Loose):
    """Bytes where a file on disk would be."""

    __slots__ = ("content",)

    def __init__(self, content: bytes) -> None:
        super().__init__(Path(), None)
        object.__setattr__(self, "content", content)

    def open(self) -> Any:
        return io.BytesIO(self.content)


def member(name: str, content: bytes) -> Member:
    """One file."""
    return Member(name, len(content), Held(content), Limits())


def export(files: Mapping[str, bytes], title: str = "") -> Export:
    """An export of these files."""
    return Export((member(name, content) for name, content in files.items()), title)


def file(content: bytes, name: str = "a.json") -> File:
    """One file while it is read."""
    return File(member(name, content))
