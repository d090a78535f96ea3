"""What can be read, and what each export shows: from the readers themselves."""

from typing import Any

from parasocial.readers import READERS
from parasocial.reading import Reader
from parasocial.schema import Channel, Direction


def described() -> list[dict[str, Any]]:
    """Every reader: files, visible directions, how to get the export, what it cannot show."""
    return [
        {
            "name": reader.name,
            "title": reader.title,
            "how_to_get": reader.how_to_get,
            "checked": reader.checked,
            "files": list(dict.fromkeys(records.files for records in reader.records)),
            "received": _received(reader),
            "cannot_show": list(reader.blind),
        }
        for reader in READERS
    ]


def _received(reader: Reader) -> list[str]:
    """The channels whose returns the export shows, at least in part."""
    return [it.value for it in Channel if reader.shows(it, Direction.RECEIVED).high > 0]


def table() -> str:
    """The same for a terminal."""
    blocks = []
    for it in described():
        back = ", ".join(it["received"]) or "nothing"
        lines = [
            f"{it['title']} (layout last checked {it['checked']})",
            f"  Get it: {it['how_to_get']}",
            f"  Shows of what came back: {back}",
            *(f"  {sentence}" for sentence in it["cannot_show"]),
        ]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)
