"""Pieces of Markdown."""

import inspect
import re
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """A table; a bar inside a cell is escaped."""
    lines = [head, ("---",) * len(head), *rows]
    cells = ([cell.replace("|", r"\|") for cell in line] for line in lines)
    return "\n".join(f"| {' | '.join(line)} |" for line in cells)


def attributes(struct: type) -> dict[str, str]:
    """The attributes that a docstring explains."""
    _, _, section = (inspect.getdoc(struct) or "").partition("Attributes:\n")
    found = re.findall(r"^ {4}(\w+): (.*(?:\n {5,}.*)*)", section, re.MULTILINE)
    return {name: re.sub(r"\s+", " ", text) for name, text in found}


def fenced(doc: str) -> str:
    """A docstring as Markdown: formulas and examples, which are indented, in blocks."""
    return re.sub(
        r"(?:^ {4}.*\n?(?:^\n(?= {4}))?)+",
        lambda found: f"```text\n{inspect.cleandoc(found[0])}\n```\n",
        doc,
        flags=re.MULTILINE,
    ).strip()
