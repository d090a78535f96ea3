"""What can be read, from the readers and from their golden files."""

import json
from collections.abc import Iterator
from typing import Any

from pages.markdown import ROOT, table
from parasocial.readers import READERS
from parasocial.reading import Reader, Unsolicited, Visibility
from parasocial.schema import EGO, Channel, Direction

_WORDS = {
    "message": "messages",
    "comment": "comments",
    "reply": "replies",
    "mention": "mentions",
    "live_chat": "live chat",
    "call": "calls",
    "gift": "gifts",
    "reaction": "likes and reactions",
    "view": "views",
    "listen": "listening",
    "save": "saves",
    "share": "shares",
    "search": "searches",
    "post": "posts",
    "follow": "follows",
    "friend": "friends",
    "request": "requests",
}
_UNSEEN = {
    Unsolicited.IMPOSSIBLE: "The platform has no way to address a viewer.",
    Unsolicited.FOLLOWERS: (
        "An account that does not follow back can hardly reach a silent viewer unseen; "
        "both lists of followers are in the export."
    ),
    Unsolicited.POSSIBLE: "An account could reach a viewer in ways that the export does not show.",
}


def goldens(platform: str) -> Iterator[dict[str, Any]]:
    """Every line of a platform's golden files: what its reader is known to say."""
    for path in sorted((ROOT / "tests" / "readers" / platform).glob("*/expected.jsonl")):
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def channels(reader: Reader) -> tuple[list[Channel], list[Channel]]:
    """The channels that a reader is known to read, given and received, in the schema's order."""
    given: set[str] = set()
    received: set[str] = set()
    for line in goldens(reader.name):
        it = line.get("interactions")
        if it:
            (given if it["actor"] == EGO else received).add(it["channel"])
    return ([it for it in Channel if it in given], [it for it in Channel if it in received])


def words(them: list[Channel]) -> str:
    """Channels as a person says them."""
    return ", ".join(_WORDS[it] for it in them) or "nothing"


def formats_table() -> str:
    """One row per platform."""
    rows = []
    for reader in READERS:
        given, received = channels(reader)
        shown = [it for it in received if reader.shows(it, Direction.RECEIVED).high > 0]
        rows.append((reader.title, words(given), words(shown), reader.checked))
    return table(("Platform", "From you", "Back to you", "Layout last checked"), rows)


def formats() -> str:
    """One section per platform."""
    return "\n\n".join(map(_format, READERS))


def _format(reader: Reader) -> str:
    given, received = channels(reader)
    layouts = dict.fromkeys(
        it["facts"]["layout"] for it in goldens(reader.name) if it.get("facts", {}).get("layout")
    )
    back = [f"{_WORDS[it]} ({_share(reader.shows(it, Direction.RECEIVED))})" for it in received]
    patterns = dict.fromkeys(name for records in reader.records for name in records.patterns)
    names = ", ".join(f"`{name}`" for name in patterns)
    facts = [
        f"**How to get it.** {reader.how_to_get}",
        f"**From you.** {words(given).capitalize()}.",
        f"**Back to you.** {', '.join(back).capitalize() or 'Nothing'}.",
        f"**Unseen answers.** {_UNSEEN[reader.unsolicited]}",
        *([f"**Layouts in the tests.** {'; '.join(layouts)}."] if layouts else []),
        f"**Layout last checked.** {reader.checked}.",
        "**What it cannot show.**\n\n" + "\n".join(f"- {it}" for it in reader.blind),
        f"<details><summary>Files, by pattern</summary>\n\n{names}\n\n</details>",
    ]
    return "\n\n".join([f"## {reader.title}", *facts])


def _share(seen: Visibility) -> str:
    if (seen.low, seen.high) == (1, 1):
        return "all"
    if seen.high == 0:
        return "not counted on"
    return f"at least {seen.low:.0%}" if seen.low else "some; whole threads can be missing"
