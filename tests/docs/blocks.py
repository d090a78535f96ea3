"""Code blocks of the documentation, with the language and the path that each names."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]


@dataclass(frozen=True)
class Block:
    """One fenced block.

    Attributes:
        path: What follows the language: the file that the block is.
    """

    language: str
    path: str
    code: str


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page, in order."""
    text = page.read_text(encoding="utf-8")
    found = re.findall(r"^```(\w*) ?(\S*)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    assert text.count("\n```") == 2 * len(found), f"{page.name}: a block is not closed"
    return [Block(*it) for it in found]
