"""Write the generated documentation: blocks in README.md and docs/, and the JSON Schema.

``python scripts/docs.py`` writes what is stale; ``--check`` lists it and exits with 1.
"""

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

from pages import claims, formats, json_fields, model, oversharing, scale, study, talk, validation
from pages.markdown import ROOT

SCHEMA = ROOT / "docs" / "audience-1.schema.json"
CREATOR_SCHEMA = ROOT / "docs" / "creator-1.schema.json"
NETWORK_SCHEMA = ROOT / "docs" / "network-1.schema.json"
_BLOCK = re.compile(r"(<!-- made: ([a-z-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def decisions() -> str:
    """The decision records, by title."""
    lines = []
    for path in sorted((ROOT / "docs" / "decisions").glob("*.md")):
        title = path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
        lines.append(f"- [{title}](decisions/{path.name})")
    return "\n".join(lines)


BLOCKS: dict[str, Callable[[], str]] = {
    "formats-table": formats.formats_table,
    "formats": formats.formats,
    "conventions": model.conventions,
    "counts": model.counts,
    "relations": model.relations,
    "classes": model.classes,
    "measures": model.measure_docs,
    "claims-shown": claims.claims_shown,
    "claims-later": claims.claims_later,
    "claims-never": claims.claims_never,
    "json": json_fields.json_fields,
    "json-creator": json_fields.creator_fields,
    "fan-relations": model.fan_relations,
    "network-json": json_fields.network_fields,
    "network-scale": scale.scale,
    "network-sizing": scale.sizing,
    "decisions": decisions,
    "study-statistics": study.statistics,
    "oversharing-lexicons": oversharing.lexicons,
    "oversharing-ways": oversharing.ways,
    "oversharing-shares": oversharing.shares,
    "oversharing-speed": oversharing.speed,
    "oversharing-synthetic": oversharing.synthetic,
    "oversharing-labelled": oversharing.labelled,
    "oversharing-joined": oversharing.joined,
    "talk-lists": talk.lists,
    "talk-figures": talk.figures,
    "talk-speed": talk.speed,
    **{f"validation-{it}": validation.figures(it) for it in validation.SECTIONS},
    "validation-thinning-table": validation.thinning,
    "validation-sides-table": validation.sides,
    "validation-hours": validation.hours,
    "validation-summary": validation.summary,
}


def filled(text: str) -> str:
    """*text* with every block made anew."""
    return _BLOCK.sub(lambda it: f"{it[1]}{BLOCKS[it[2]]()}\n{it[3]}", text)


def pages() -> dict[Path, str]:
    """Every file that has a generated part, as it should be."""
    found = {
        SCHEMA: json.dumps(json_fields.schema(), indent=2) + "\n",
        NETWORK_SCHEMA: json.dumps(json_fields.network_schema(), indent=2) + "\n",
        CREATOR_SCHEMA: json.dumps(json_fields.creator_schema(), indent=2) + "\n",
    }
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))):
        text = path.read_text(encoding="utf-8")
        if _BLOCK.search(text):
            found[path] = filled(text)
    return found


def stale() -> dict[Path, str]:
    """The files that are not as they should be."""
    return {
        path: text
        for path, text in pages().items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    }


def main() -> int:
    """Write what is stale, or with ``--check`` only list it."""
    found = stale()
    for path, text in found.items():
        print(path.relative_to(ROOT))
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
    return int(bool(found) and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
