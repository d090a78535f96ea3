"""What an invented person gave away, as findings: masked and revealed, told to all kinds."""

from functools import lru_cache

from msgspec.structs import replace

from parasocial.lenses.findings import Findings
from parasocial.lenses.overshared import (
    Change,
    Changes,
    Crowd,
    Disclosure,
    Harm,
    Need,
    Oversharing,
    Pictures,
    Quarter,
    Told,
    ToPersonas,
)
from parasocial.lenses.oversharing import BLIND
from parasocial.oversharing.advice import instead
from parasocial.oversharing.masks import mask
from parasocial.oversharing.paths import walk
from parasocial.oversharing.patterns import KINDS
from report import cases, makers

VALUES = {kind: f"<b>Qz{kind}\u202e</b>" for kind in KINDS}


def disclosure(number: int, kind: str, told: Told, *, revealed: bool) -> Disclosure:
    value = VALUES[kind]
    return Disclosure(
        id=f"p{number}-1", post=f"p{number}", kind=kind, language="en", masked=mask(kind, "Qz"), told=told,
        platform="youtube" if number % 5 else None, channel="comment" if number % 5 else None,
        day="2026-03-04" if number % 3 else None, instead=instead(kind, "en"), change="Open it, then delete.",
        value=value if revealed else None, excerpt=value if revealed else None, pictures=int(not number % 5), keep=number == 3,
    )  # fmt: skip


def oversharing(*, revealed: bool, kinds: tuple[str, ...] = KINDS) -> Oversharing:
    star = makers.tie("Halcyon Pots", "parasocial", sessions=80, hours=2.0).alter
    whom = (
        Told("tie", star.id, star.name, "persona", "anyone who can open the video"),
        Told("everyone", None, None, None, "cannot be told from the export"),
        Told("group", None, None, None, "those in the conversation"),
        Told(
            "tie", "youtube:nobody-shown", "Qzprivate", "person", "cannot be told from the export"
        ),
        Told("unknown", None, None, None, "cannot be told from the export"),
    )
    found = [
        disclosure(number, kind, whom[number % 5], revealed=revealed)
        for number, kind in enumerate(kinds)
    ]
    walked = walk({it.post: [it.kind] for it in found})
    return Oversharing(
        texts=321,
        with_messages=False,
        revealed=revealed,
        findings=found,
        by_kind=dict.fromkeys(kinds, 1),
        to_personas=ToPersonas(len(found) // 2, len(found), 0.5 if found else None, [Quarter(9, 1), Quarter(8, 2), Quarter(0, 0), Quarter(7, 4)]),
        paths=[
            Harm(it.path.name, it.path.harm, it.path.title, [Need(s.ingredient.name, s.ingredient.any_of, list(s.posts)) for s in it.steps], it.missing)
            for it in walked
        ],
        changes=Changes([Change("p2", ["door"])] if found else [], exact=True, kept=["door"] if found else []),
        crowd=Crowd("<10" if found else "more", ["address"] if found else []),
        pictures=Pictures(3, 1, 0),
        blind=list(BLIND),
    )  # fmt: skip


@lru_cache
def told(*, revealed: bool = False, kinds: tuple[str, ...] = KINDS) -> Findings:
    return replace(cases.mutual(), oversharing=oversharing(revealed=revealed, kinds=kinds))
