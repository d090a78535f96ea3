"""How well and how fast own texts are looked through, beside named peers.

The peers run in environments of their own: ``--peer scrubadub=PATH/TO/python``, likewise
``datafog`` and ``presidio`` (its pattern recognisers). A peer that is not named is left out.
``--sealed NAME`` reads a sealed file of the labelled posts, for the figures alone.
"""

import argparse
import json
import os
import subprocess
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from sparse import speed

from parasocial.oversharing.found import Found
from parasocial.oversharing.scan import Scanner

HERE = Path(__file__).parent
ROOT = HERE.parent
KEPT = HERE / "oversharing.json"
LABELLED = ROOT / "tests" / "oversharing" / "labelled"
SAMPLE = Path("oversharing", "presidio_research", "synth_dataset_v2.json")
PEERS = ("scrubadub", "datafog", "presidio")
SEALED = ("sealed", "sealed2")
_TYPES = {
    "PHONE_NUMBER": "phone",
    "EMAIL_ADDRESS": "email",
    "CREDIT_CARD": "card",
    "IBAN_CODE": "iban",
    "US_SSN": "document",
    "STREET_ADDRESS": "address",
    "AGE": "age",
}
_STATEMENTS = {
    "work",
    "live_location",
    "travel",
    "health",
    "money",
    "relationship",
    "others_secret",
}
Span = tuple[str, int, int]
Find = Callable[[Sequence[str]], list[list[Span]]]


def main() -> None:
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("--peer", action="append", default=[], metavar="NAME=PYTHON")
    said.add_argument("--sealed", action="append", default=[], metavar="NAME", choices=SEALED)
    said.add_argument("--no-speed", action="store_true", help="score only, time nothing")
    said.add_argument("--texts", type=int, default=400_000, help="sparse texts to time")
    said.add_argument("--peer-texts", type=int, default=5_000, help="of these, for the peers")
    said.add_argument("--times", type=int, default=3, help="runs of each, in turn")
    asked = said.parse_args()
    peers = dict(it.split("=", 1) for it in asked.peer)
    for name in PEERS:
        if name not in peers:
            print(f"{name} is not here: its figures are left out. Name it with --peer.")
    known = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    if not asked.no_speed:
        known["mix"] = speed(asked.texts, asked.peer_texts, peers, asked.times)
    samples = Path(os.environ.get("PARASOCIAL_SAMPLES", ROOT.parent / "shared" / "samples"))
    if (samples / SAMPLE).is_file():
        known["presidio_research"] = synthetic(samples / SAMPLE, peers)
    else:
        print("The sample presidio_research is not here: its figures stay as they were.")
    for half in ("open", *asked.sealed):
        known[half] = labelled(half)
    KEPT.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")


def ours(texts: Sequence[str]) -> list[list[Span]]:
    """What parasocial finds."""
    return [[_span(it) for it in them] for them in Scanner().scan(texts)]


def _span(it: Found) -> Span:
    kind = it.kind
    if kind == "account_number":
        kind = "iban" if it.value[:1].isalpha() else "card"
    return kind, it.start, it.end


def theirs(name: str, python: str) -> Find:
    """A peer as a function of texts, in a process of its own."""

    def find(texts: Sequence[str]) -> list[list[Span]]:
        with tempfile.TemporaryDirectory() as folder:
            asked, told = Path(folder) / "texts.json", Path(folder) / "found.json"
            asked.write_text(json.dumps(texts), encoding="utf-8")
            command = [python, str(HERE / "oversharing_peer.py"), name, str(asked), str(told)]
            subprocess.run(command, check=True, capture_output=True)
            found = json.loads(told.read_text(encoding="utf-8"))
        return [[(kind, start, end) for kind, start, end in it] for it in found]

    return find


def synthetic(path: Path, peers: dict[str, str]) -> dict[str, Any]:
    """Odd template ids of the synthetic set; the rules were tuned on even ones, the peers not."""
    rows = [it for it in json.loads(path.read_text(encoding="utf-8")) if it["template_id"] % 2]
    texts = [it["full_text"] for it in rows]
    gold = [
        [
            (_TYPES[s["entity_type"]], s["start_position"], s["end_position"])
            for s in it["spans"]
            if s["entity_type"] in _TYPES
        ]
        for it in rows
    ]
    kinds = set(_TYPES.values())
    finders: dict[str, Find] = {"parasocial": ours}
    finders |= {name: theirs(name, python) for name, python in peers.items()}
    return {
        "texts": len(texts),
        "finders": {name: score(gold, find(texts), kinds) for name, find in finders.items()},
    }


def labelled(half: str) -> dict[str, Any]:
    """One file of the labelled posts; of the first sealed one, what was read is left out."""
    lines = (LABELLED / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()
    posts = [json.loads(line) for line in lines]
    seen = set(json.loads((LABELLED / "read.json").read_text())) if half == "sealed" else set()
    posts = [it for it in posts if it["id"] not in seen]
    texts = [it["text"] for it in posts]
    gold = [[(s["kind"], s["start"], s["end"]) for s in it["found"]] for it in posts]
    found = Scanner().scan(texts)
    spans = [[(it.kind, it.start, it.end) for it in them] for them in found]
    clean = [bool(them) for them, it in zip(spans, posts, strict=True) if not it["found"]]
    return {
        "posts": len(posts),
        "left_out": len(lines) - len(posts),
        "clean": len(clean),
        "false_alarms": sum(clean),
        "alarms_95": wilson(sum(clean), len(clean)),
        "kinds": score(gold, spans, {kind for it in gold for kind, _, _ in it}),
    }


def score(
    gold: Iterable[list[Span]], found: Iterable[list[Span]], kinds: set[str]
) -> dict[str, dict[str, Any]]:
    """Hits, false finds and misses by kind, with Wilson intervals of recall and precision.

    ``within`` counts misses that lie wholly in a longer finding of the same kind.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for wanted, there in zip(gold, found, strict=True):
        left = list(there)
        for it in wanted:
            hit = next((one for one in left if _same(it, one)), None)
            counts[it[0]]["hit" if hit else "missed"] += 1
            if hit:
                left.remove(hit)
            else:
                counts[it[0]]["within"] += any(_holds(one, it) for one in there)
        for kind, _, _ in left:
            counts[kind]["false"] += kind in kinds
    return {kind: _figures(counts[kind]) for kind in sorted(kinds)}


def _same(wanted: Span, found: Span) -> bool:
    if wanted[0] != found[0]:
        return False
    shared = min(wanted[2], found[2]) - max(wanted[1], found[1])
    whole = max(wanted[2], found[2]) - min(wanted[1], found[1])
    return shared > 0 if wanted[0] in _STATEMENTS else shared >= whole / 2


def _holds(found: Span, wanted: Span) -> bool:
    return found[0] == wanted[0] and found[1] <= wanted[1] and wanted[2] <= found[2]


def _figures(it: Counter[str]) -> dict[str, Any]:
    hit, n, given = it["hit"], it["hit"] + it["missed"], it["hit"] + it["false"]
    return {
        "n": n,
        "found": given,
        "within": it["within"],
        "recall": round(hit / n, 3) if n else None,
        "recall_95": wilson(hit, n),
        "precision": round(hit / given, 3) if given else None,
        "precision_95": wilson(hit, given),
    }


def wilson(hits: int, n: int, z: float = 1.959964, digits: int = 3) -> list[float] | None:
    """The 95 % interval of a share of *n*; None of nothing."""
    if not n:
        return None
    share = hits / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * ((share * (1 - share) + z * z / (4 * n)) / n) ** 0.5 / (1 + z * z / n)
    return [round(max(middle - half, 0), digits), round(min(middle + half, 1), digits)]


if __name__ == "__main__":
    main()
