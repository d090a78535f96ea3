"""Whole findings: a rich one, and every odd one that a page has to bear."""

# ruff: noqa: S311 - dice for examples

import math
import random
from datetime import timedelta
from functools import lru_cache

from msgspec.structs import replace

from parasocial.lenses.findings import (
    Chosen,
    Covered,
    Findings,
    FormHours,
    Pattern,
    Range,
    Share,
    Tie,
    Totals,
    Value,
    Week,
    Window,
)  # fmt: skip
from parasocial.lenses.gives import gives
from parasocial.lenses.published import rows
from parasocial.lenses.quiz import beside
from parasocial.notes import Answers, QuizAnswers
from report import makers, persons
from report.makers import NONE, START, WEEKS, estimated, findings, source, tie

CREATORS = (
    "Halcyon Pots", "Marrow & Tide", "Juno Brasswick", "The Slow Ferry", "Ondine Talks", "lumen.kitchen",
    "Pocket Orchard", "Tagsibol Walks", "Brick by Bea", "Nine Lanterns", "Kuya Dario Fixes", "quietmaps",
    "Ferns on Friday", "Ilse Draws Rooms", "Paper Moth", "Sungka Club", "Rook & Reed", "Mossy Arcade",
    "Lola Pacing Cooks", "Two Left Oars", "Nightbus Radio", "Cato Reads Slowly", "Saltwater Ink", "Grand Loop",
    "Amihan Diaries", "Benny Tinkers", "Odd Hours Film", "Ube Season", "Clay Weather", "Tin Roof Sessions",
)  # fmt: skip
FRIENDS = (
    "Dewi", "Minh Châu", "Ate Joy", "Farid", "Thida", "Kuya Ren", "Mama", "Noor", "Pim", "Tito Boy", "Sari", "Ágnes",
)  # fmt: skip
QUIET = ("Lwin", "Carlo D.", "Old classmate")
GENEROUS = ("Uncle Tomas", "Bao")
ANSWERS = {
    "Halcyon Pots": Answers("yes", ("hobbies",), "yes", "unsure", "no", "no", "yes", "no", 1),
    "Marrow & Tide": Answers("yes", ("hobbies", "health"), "yes", would_miss="yes", depend="yes"),
    "Dewi": Answers("no", (), "no", "yes", None, "yes", "yes", "unsure"),
    "Juno Brasswick": Answers(escape="unsure", would_miss="no"),
    "The Slow Ferry": Answers("no", (), "no"),
    "Minh Châu": Answers(expected_replies=5),
}


def _friend(name: str, rank: int, dice: random.Random) -> Tie:
    gave = round(210 / (rank + 1) ** 0.9) + 6
    back = max(5, round(gave * math.exp(dice.gauss(-0.08, 0.25))))
    platform = "whatsapp" if rank % 3 else "instagram"
    hours = 1.15 / (rank + 1) ** 0.8
    return tie(
        name, "reciprocal", kind="person", platform=platform, gave=gave, back=back, hours=hours
    )


def _others() -> list[Tie]:
    """The quiet, the generous, brands, and ties that are hard to tell."""
    quiet = {"kind": "person", "platform": "instagram", "hours": 0.04, "private": True}
    generous = {"kind": "person", "platform": "whatsapp", "hours": 0.03}
    loose = {"kind": "unknown", "hours": 0.03}
    shop = {"kind": "brand", "platform": "instagram", "hours": 0.06}
    return [
        *(tie(name, "one_sided", gave=14 - 2 * n, **quiet) for n, name in enumerate(QUIET)),
        *(
            tie(name, "inbound", gave=3 * n, back=21 + n, **generous)
            for n, name in enumerate(GENEROUS)
        ),
        *(tie(f"loose end {n}", "undetermined", gave=3 + n, back=n % 3, **loose) for n in range(7)),
        *(tie(f"seen once {n}", "sparse", sessions=1 + n % 2, **loose) for n in range(14)),
        *(
            tie(f"far away {n}", "unobservable", gave=2 + 2 * n, sessions=2, **loose)
            for n in range(5)
        ),
        *(tie(f"Shop {n}", "unattributed", sessions=9 + 4 * n, **shop) for n in range(4)),
    ]


@lru_cache
def rich() -> Findings:
    """Twenty months of one invented person: 30 creators, 17 people and what lies between."""
    dice = random.Random(11)
    ties = [_creator(name, rank, dice) for rank, name in enumerate(CREATORS)]
    ties += [_friend(name, rank, dice) for rank, name in enumerate(FRIENDS)] + _others()
    sources = [
        source("youtube", "YouTube", layout="Takeout, JSON history"),
        source("instagram", "Instagram", layout="2024 nested", coverage=[
            Covered("message", "2025-03-03", "2026-10-31"), Covered("view", "2026-10-18", "2026-10-31"),
            Covered("reaction", "2025-03-03", "2026-10-31"),
        ], warnings=["Views cover two weeks, as Instagram keeps no more."]),
        source("tiktok", "TikTok", layout="2026", coverage=[Covered("view", "2026-05-02", "2026-10-31")]),
        source("whatsapp", "WhatsApp", layout="Android chat", ego=None,
               coverage=[Covered("message", "2025-03-09", "2026-10-30")]),
    ]  # fmt: skip
    ties = [replace(tie, gives=ANSWERS.get(tie.alter.name)) for tie in ties]
    return findings(
        ties,
        sources=sources,
        weeks=_weeks(dice),
        by_form=_forms(),
        type=lurker(dice),
        gives=gives(ties),
        quiz=beside(QuizAnswers(3, 60, "in_use"), lurker(random.Random(1))),
        published=rows({"comment"}, follows=True, met=True),
        invented=True,
        **persons.whole(makers.findings(ties).ties),
    )


def _creator(name: str, rank: int, dice: random.Random) -> Tie:
    sessions = round(340 / (rank + 1) ** 0.85)
    hours = 2.4 / (rank + 1) ** 0.95
    return tie(
        name, "parasocial", platform="youtube" if rank % 3 else "instagram",
        gave=dice.choice((0, 0, 2, 9)), back=int(rank in {3, 8}), sessions=sessions, hours=hours,
        channels=["view", "reaction", "comment"], follows=rank % 2 == 0, keep=rank == 2, dormant=rank == 11,
    )  # fmt: skip


def _weeks(dice: random.Random) -> list[Week]:
    weeks = []
    for n in range(WEEKS):
        year, week, _ = (START + timedelta(weeks=n)).isocalendar()
        dip = math.exp(-(((n - 58) / 6) ** 2))
        both = max(3.6 + dice.gauss(0, 0.5) - 1.9 * dip, 0.4)
        one = max(5.2 + 0.02 * n + dice.gauss(0, 0.8) + 2.6 * dip, 0.6)
        gap = 22 <= n <= 26
        weeks.append(
            Week(
                week=f"{year}-W{week:02}",
                one_way_hours=estimated(0 if gap else one),
                reciprocal_hours=estimated(0 if gap else both),
                other_hours=estimated(0 if gap else 0.9 + dice.random() * 0.5),
                unattributed_hours=estimated(0.4),
                reciprocal_turns=int(both * 8),
                reciprocal_people=6,
                covered=[] if gap else ["view", "message"],
            )
        )
    return weeks


def _forms() -> list[FormHours]:
    return [
        FormHours("video", estimated(420), 1_900),
        FormHours("short", estimated(96), 812),
        FormHours("live", Range(21.0, 19.0, 23.0, "measured"), 34),
        FormHours("post", estimated(9), 640),
        FormHours("story", NONE, 55),
    ]


def lurker(dice: random.Random) -> Pattern:
    return Pattern(
        name="lurker",
        shares={"savvy_social": 0.2, "breezy_poster": 0.03, "oversharer": 0.1, "lurker": 0.67},
        decided_axis="much time",
        stability=0.76,
        range=["lurker", "oversharer"],
        hours_a_day=Range(1.8, 1.1, 2.9, "estimated"),
        posts_a_week=1.4,
        active_days=26.0,
        draws=[
            (
                round(1.8 * math.exp(dice.gauss(0, 0.16)), 3),
                round(1.4 * math.exp(dice.gauss(0, 0.4)), 3),
            )
            for _ in range(40)
        ],
    )


@lru_cache
def empty() -> Findings:
    return findings(
        [], sources=[], window=Window(None, None), chosen_share=Chosen(None, None, None, why="no attention in these files"),
        totals=Totals(0, 0, {}, NONE, NONE, NONE), balance=Value(None, "nothing to compare"),
    )  # fmt: skip


@lru_cache
def one_tie() -> Findings:
    return findings(
        [tie("Dewi", "reciprocal", kind="person", platform="whatsapp", gave=41, back=38, hours=0.7)]
    )


@lru_cache
def all_unattributed() -> Findings:
    shop = tie("Shop", "unattributed", kind="brand", sessions=40, hours=0.5)
    return findings([shop], weeks=_weeks(random.Random(3)))


@lru_cache
def null_shares() -> Findings:
    untold = Share(None, None, None, why="no export holds both sides")
    ties = [
        tie("far", "unobservable", kind="unknown", gave=12, hours=0.4),
        tie("near", "sparse", gave=1),
    ]
    return findings(ties, one_way_share=untold, reciprocal_share=untold)


@lru_cache
def mutual() -> Findings:
    """More goes both ways than one way."""
    ties = [
        tie(n, "reciprocal", kind="person", platform="whatsapp", gave=60, back=55, hours=1.0)
        for n in FRIENDS
    ]
    return findings(
        [*ties, tie("Halcyon Pots", "parasocial", sessions=80, hours=2.0)],
        weeks=_weeks(random.Random(5)),
    )


@lru_cache
def crowd(number: int = 5_000) -> Findings:
    dice = random.Random(2)
    classes = (
        "parasocial",
        "sparse",
        "sparse",
        "undetermined",
        "reciprocal",
        "unobservable",
        "inbound",
        "one_sided",
    )
    ties = []
    for n in range(number):
        class_ = dice.choice(classes)
        sessions = int(dice.paretovariate(0.7)) % 900 if class_ != "reciprocal" else 0
        gave = int(dice.paretovariate(0.8)) % 400
        back = int(gave * dice.random() * 1.6) if class_ in {"reciprocal", "inbound"} else 0
        ties.append(
            tie(
                f"account with a name {n}",
                class_,
                gave=gave,
                back=back,
                sessions=sessions,
                hours=(sessions + gave) / 900,
            )
        )
    return replace(rich(), ties=findings(ties).ties)


HOSTILE_NAMES = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "\u202eevitcepsrep\u202c RTL",
    "שלום \u2067mixed\u2069 مرحبا",
    "x" * 300,
    "👩‍👩‍👧‍👦 the family 🧵",
    "Z̵͕̈a̷͍͝l̶̰̚g̸̣͒o̸̻͑",
    "   \t\n ",
    "{{ 7 * 7 }}{% raw %}",
    "</style></svg>",
    "a\x00b\x1bc",
    "ชื่อภาษาไทยที่ยาวมากจริง ๆ นะครับผม",
    "名前がとても長いアカウントの名前です名前です",
)


@lru_cache
def hostile() -> Findings:
    ties = [
        tie(name, "parasocial" if n % 2 else "reciprocal", gave=40 - n, back=30 * (1 - n % 2), sessions=200 - 9 * n, hours=2 - n / 8)
        for n, name in enumerate(HOSTILE_NAMES)
    ]  # fmt: skip
    sources = [
        source(
            "youtube",
            "YouTube",
            ego="<b>ego</b>",
            layout="<i>layout</i>",
            warnings=["<u>warning</u>"],
        )
    ]
    return findings(ties, sources=sources)


CASES = {
    "rich": rich, "empty": empty, "one tie": one_tie, "all unattributed": all_unattributed,
    "null shares": null_shares, "mutual": mutual, "crowd": crowd, "hostile": hostile,
}  # fmt: skip
