"""The published figures for a terminal."""

from itertools import groupby

from parasocial.study.benchmarks import ITEMS, MARKS, YEAR, Figure, chosen, figures, regions

_HEAD = (
    f"Figures published of a study of {YEAR}: 15,682 adults in 25 countries. How many answered\n"
    "each question was not published. What is marked is not certain; nothing is averaged."
)


def known_regions() -> list[str]:
    """The regions for which anything was published."""
    return regions(figures())


def benchmark_table(item: str | None, region: str | None) -> str:
    """The figures of an item and a region, each with its base, its doubts and its source."""
    found = chosen(item, region)
    parts = [_HEAD]
    for name, some in groupby(found, key=lambda it: it.item):
        parts.append(f"\n{ITEMS[name]} ({name})")
        parts += map(_line, some)
    return "\n".join(parts)


def _line(it: Figure) -> str:
    asked = f", {it.asked:,} asked in all" if it.asked else ""
    lines = [f"  {it.percent:>3} %  {it.region}, {it.ages}, of {it.base}{asked}"]
    doubts = [MARKS[mark] for mark in it.marks]
    if "base" in it.marks:
        doubts.append(f"printed as of {it.printed_base}")
    if doubts or it.note:
        told = f"Not certain: {'; '.join(doubts)}. " if doubts else ""
        lines.append(f"         {told}{it.note}".rstrip())
    lines.append(f"         {it.source}, {it.published}. {it.url}")
    return "\n".join(lines)
