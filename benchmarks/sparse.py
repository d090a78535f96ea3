"""How fast texts are looked through that hardly give anything away, beside named peers."""

import json
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from outcome import Target, keep
from processes import Run, Subject, interleaved, subject

from parasocial.oversharing.flags import Flagger
from parasocial.oversharing.patterns import patterns

HERE = Path(__file__).parent
OPEN = HERE.parent / "tests" / "oversharing" / "labelled" / "open.jsonl"
ALONE, EVERY_CORE, HOSTILE = "one process", "every core", "a hostile post of 10 MB"
LIMITS = {"scrubadub": 10, "datafog": 20, "presidio": 200}
"""How many times as fast as each peer is aimed at."""
_SMALL_TALK = (
    "so nice!", "this made my day", "nungguin dari minggu lalu", "please lanjut part 2",
    "ang ganda nito grabe", "hay quá trời ơi", "suka banget sama yang ini!",
    "first time here, hi all",
    "resepnya aku coba, berhasil!",
    "น่ารักมากเลยค่ะ", "the ending though", "best episode so far",
)  # fmt: skip
_PIECES = (
    "1 ",
    "1-",
    "a@",
    "a\u200b",
    "my password is ",
    "1 Aa St, ",
    "GB82 ",
    "(at) ",
    "a1",
    "bc1",
)
"""What patterns take for the beginning of something, and look at for long."""


def sparse(number: int) -> list[str]:
    """Small talk; two in a hundred give something away, three more look as if they did.

    Three in a hundred are looked at closely, as many as of the real comments on which the limits
    were set, and their mean length is about the same.
    """
    dice = random.Random(5)
    given, clean = labelled(gives=True), labelled(gives=False)
    kinds = dice.choices(("given", "near", "talk"), (2, 3, 95), k=number)
    makes = {
        "given": lambda: dice.choice(given),
        "near": lambda: dice.choice(clean),
        "talk": lambda: " ".join(dice.choices(_SMALL_TALK, k=dice.randrange(1, 5))),
    }
    return [makes[kind]() for kind in kinds]


def labelled(*, gives: bool) -> list[str]:
    """The open labelled posts that give something away, or those that do not."""
    posts = map(json.loads, OPEN.read_text(encoding="utf-8").splitlines())
    return [it["text"] for it in posts if bool(it["found"]) == gives]


def looked_at(texts: Sequence[str]) -> dict[str, float]:
    """What is timed: the mean length in bytes, and which shares of the texts are looked at closely.

    ``clean`` is the share of those that give nothing away and are looked at all the same.
    """
    gives = frozenset(labelled(gives=True))
    clean = [place for place, text in enumerate(texts) if text not in gives]
    flagged = Flagger(patterns()).flag(texts)
    found = {
        "bytes": sum(len(it.encode()) for it in texts) / len(texts),
        "give": 1 - len(clean) / len(texts),
        "looked_at": len(flagged) / len(texts),
        "clean": sum(place in flagged for place in clean) / len(clean),
    }
    print(
        f"{len(texts):,} texts of {found['bytes']:.0f} bytes; {found['give']:.1%} give something "
        f"away, {found['looked_at']:.1%} are looked at closely, of those that give nothing away "
        f"{found['clean']:.1%}. Everybody sees the same texts, the peers the first of them."
    )
    return {name: round(it, 4) for name, it in found.items()}


def hostile(size: int = 10_000_000) -> str:
    """One post of *size* bytes of beginnings without an end, well mixed."""
    dice = random.Random(6)
    parts: list[str] = []
    while size > 0:
        parts.append(dice.choice(_PIECES) * dice.randrange(1, 400))
        size -= len(parts[-1].encode())
    return " ".join(parts)


def speed(number: int, fewer: int, peers: Mapping[str, str], times: int) -> dict[str, float]:
    """Time everybody in turn; the peers have the first *fewer* of the same *number* of texts.

    Returns:
        What of these texts is looked at.
    """
    with TemporaryDirectory() as folder:
        every, some, long = (
            Path(folder) / name for name in ("every.json", "some.json", "one.json")
        )
        texts = sparse(number)
        mix = looked_at(texts)
        every.write_text(json.dumps(texts), encoding="utf-8")
        some.write_text(json.dumps(texts[:fewer]), encoding="utf-8")
        long.write_text(json.dumps([hostile()]), encoding="utf-8")
        runs = interleaved(
            {
                ALONE: subject("scan_alone", every),
                EVERY_CORE: subject("scan_every_core", every),
                **{
                    name: Subject(
                        [python, str(HERE / "oversharing_peer.py"), name, str(some)], some
                    )
                    for name, python in peers.items()
                },
                HOSTILE: subject("scan_alone", long),
            },
            times,
        )
    keep("oversharing", runs, targets(runs))
    return mix


def targets(runs: Mapping[str, Run]) -> list[Target]:
    """What was aimed at; the peers have one core whatever they are given."""
    found = [
        Target("sparse texts a second, every core", rate(runs[EVERY_CORE]), 300_000, least=True)
    ]
    for name, limit in LIMITS.items():
        if name in runs:
            for way in (EVERY_CORE, ALONE):
                times = rate(runs[way]) / rate(runs[name])
                found.append(Target(f"times as fast as {name}, {way}", times, limit, least=True))
    return found


def rate(it: Run) -> float:
    """Texts a second."""
    return it.rows / it.seconds
