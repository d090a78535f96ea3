"""What a reader of the page sees, block by block, without the names of people."""

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

BLOCKS = (
    "p, h1, h2, h3, li, dt, dd, th, td, summary, caption, legend, text, button, label, small, title"
)
INNER = {"p", "h1", "h2", "h3", "li", "dt", "dd", "th", "td", "small"}


@dataclass(frozen=True)
class Block:
    tag: str
    text: str
    brand: bool


def blocks(page: str, within: str = "body") -> list[Block]:
    """Every block that holds words of its own, and what is read out in place of drawings."""
    tree = LexborHTMLParser(page)
    for node in tree.css("style, script, .nm"):
        node.decompose()
    found = []
    for root in tree.css(within):
        found += [
            Block(node.tag or "", _own(node), node.css_first(".brand") is not None)
            for node in root.css(BLOCKS)
        ]
        found += [
            Block("aria", n.attributes["aria-label"] or "", False) for n in root.css("[aria-label]")
        ]
    return [block for block in found if block.text]


def _own(node: LexborNode) -> str:
    """The words of a block without those of blocks inside it."""
    text = ""
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            text += child.text() or ""
        elif child.tag not in INNER:
            text += _own(child)
    return re.sub(r"\s+", " ", text.replace("\u2060", "")).strip()


def words(text: str) -> list[str]:
    return re.findall(r"[\w’½]+(?:[-.][\w’]+)*", text)


def sentences(text: str) -> int:
    return max(len(re.findall(r"[.?!:;](?=\s|$)", text)), 1)


def syllables(word: str) -> int:
    """Vowel groups, without a silent e at the end: what readability formulas use."""
    bare = re.sub(r"[^a-z]", "", word.lower())
    if not bare:
        return 1
    bare = re.sub(r"(?<![aeiouyl])e$|(?<=[^aeiouy])es$|(?<=[^aeiouytd])ed$", "", bare)
    return max(len(re.findall(r"[aeiouy]+", bare)), 1)


def grade(text: str) -> float:
    """Flesch-Kincaid grade level."""
    said = words(text)
    return (
        0.39 * len(said) / sentences(text)
        + 11.8 * sum(map(syllables, said)) / len(said)
        - 15.59
    )  # fmt: skip
