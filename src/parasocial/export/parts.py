"""Which archives are parts of one download."""

import re
from collections.abc import Iterable
from pathlib import Path

# A copy that a browser made, "… (1).zip", matches none of these and stays on its own.
_PARTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(.+-\d{8}T\d{6}Z)(?:-\d{1,3})?-\d{3}",  # Google Takeout
        r"(.+-\d{4}-\d{2}-\d{2}-[\w-]{8})[-_]\d{1,3}",  # Meta
        r"(mydata~\d+)[-_]\d{1,3}",  # Snapchat
        r"(.+?)[-_ .]part[-_ ]?\d{1,3}",
    )
)


def stem(path: Path) -> str:
    """What an archive is called, without its ending."""
    return path.stem.removesuffix(".tar")


def downloads(archives: Iterable[Path]) -> list[list[Path]]:
    """*archives* grouped into downloads, in the order of each first part."""
    grouped: dict[tuple[Path, str], list[Path]] = {}
    for path in archives:
        grouped.setdefault((path.parent, _download(stem(path))), []).append(path)
    return list(grouped.values())


def _download(stem: str) -> str:
    found = (pattern.fullmatch(stem) for pattern in _PARTS)
    return next((match[1] for match in found if match), stem).casefold()
