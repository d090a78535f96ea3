"""How often the talk word lists are right, and how long they take.

``--sealed`` also scores the sealed half of the labelled messages, for the figures alone: no line
of it is shown. What is found goes to ``measured.json`` beside the word lists, from where the
private report and ``docs/talk.md`` say it.
"""

import argparse
import json
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from oversharing import wilson
from parasocial.talk import marks, notice, notice_each, whom

ROOT = Path(__file__).parent.parent
KEPT = ROOT / "src" / "parasocial" / "talk" / "measured.json"
LABELLED = ROOT / "tests" / "creator" / "labelled"
CLOSE = 2
_DIGITS = 2  # of intervals: there are few messages of each kind
_TOGETHER = 32_768
"""Messages that are looked at together where a log is long, about."""

Message = dict[str, Any]
IS: dict[str, Callable[[Message], bool]] = {
    "question": lambda it: it["question"],
    "praise": lambda it: it["tone"] == "praise",
    "criticism": lambda it: it["tone"] == "criticism",
    "hostile": lambda it: it["tone"] == "hostile",
    "disclosure": lambda it: it["disclosure"],
    "intimate": lambda it: it["intimacy"] > 0,
    "close": lambda it: it["intimacy"] == CLOSE,
    "asks_address": lambda it: it["breach"] == "asks_address",
    "asks_number": lambda it: it["breach"] == "asks_number",
    "contact": lambda it: it["breach"] == "contact_posted",
    "meeting": lambda it: it["breach"] == "asks_meeting",
    "threat": lambda it: it["breach"] == "threat",
    "sexual": lambda it: it["breach"] == "sexual",
    "distress": lambda it: it["distress"],
}
"""What each mark is held against."""
WHOM = ("creator", "fans", "nobody", "cannot_tell")


def main() -> None:
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("--sealed", action="store_true", help="score the sealed half, too")
    said.add_argument("--messages", type=int, default=200_000, help="to time; 0 times nothing")
    asked = said.parse_args()
    known = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    for half in ("open", *(("sealed",) if asked.sealed else ())):
        known[half] = scored(half)
    if asked.messages:
        known["speed"] = speed(asked.messages)
    KEPT.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")
    print(json.dumps({half: known[half]["marks"] for half in known if half != "speed"}, indent=1))


def read(half: str) -> list[Message]:
    lines = (LABELLED / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def scored(half: str) -> dict[str, Any]:
    """Precision and recall of every mark, and of to whom a message speaks."""
    messages = read(half)
    found = [notice(it["text"], frozenset({it["creator"]})) for it in messages]
    pairs = list(zip(messages, found, strict=True))
    near = [them for it, them in pairs if it["near"] != "none"]
    return {
        "messages": len(messages),
        "near": len(near),
        "near_queued": sum(bool(them & marks.QUEUE) for them in near),
        "marks": {
            name: figures([(bool(is_so(it)), bool(them & marks.NAMES[name])) for it, them in pairs])
            for name, is_so in IS.items()
        },
        "whom": {
            name: figures([(it["address"] == name, whom(them) == name) for it, them in pairs])
            for name in WHOM
        },
    }


def figures(pairs: list[tuple[bool, bool]]) -> dict[str, Any]:
    counts = Counter(pairs)
    hits, n, given = (
        counts[True, True],
        counts[True, True] + counts[True, False],
        counts[True, True] + counts[False, True],
    )
    return {
        "n": n,
        "found": given,
        "precision": round(hits / given, 3) if given else None,
        "precision_95": wilson(hits, given, digits=_DIGITS),
        "recall": round(hits / n, 3) if n else None,
        "recall_95": wilson(hits, n, digits=_DIGITS),
    }


def speed(number: int) -> dict[str, Any]:
    """Messages a second as readers hand them over, half of them short ones that repeat."""
    dice = random.Random(3)
    texts = [it["text"] for it in read("open")]
    mixed = [
        dice.choice(("KEKW", "gg", "🔥🔥", "hadirr", "lol"))
        if dice.random() < 0.5
        else f"{dice.choice(texts)} {turn}"
        for turn in range(number)
    ]
    names = frozenset({"Mira Tandem"})
    notice(mixed[0], names)
    begun = time.process_time()
    for start in range(0, number, _TOGETHER):
        notice_each(mixed[start : start + _TOGETHER], names)
    return {
        "messages": number,
        "a_second": round(number / (time.process_time() - begun)),
        "python": sys.version.split()[0],
        "load": round(os.getloadavg()[0], 1),
    }


if __name__ == "__main__":
    main()
