"""What the people of the example study answer to the ready instrument.

Who says yes leans as in the invented world (`population.study`): on loneliness, boredom and time
that goes one way, and for comments, reactions and messages on what they did. Levels are moved until
the weighted shares are the published ones. What is published nowhere is invented, and says so here.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fielded.levels import Wanted, chances, drawn, settled
from fielded.people import REGION, Asked, names
from parasocial.study.benchmarks import FOLLOWERS, USERS, Figure, figures
from population import study

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Column = NDArray[Any]

SEED = 2021
INVENTED = {"important": 80, "pos": 30, "notmet_would": 36, "belonging": 34}
"""Levels of the world that nobody published, in percent."""
DID = 2.5
"""By how much having done a thing moves the log odds of saying so."""
USERS_ITEMS = ("vital", "decade", "important", "intolerant", "pos", "work", "follow")
FOLLOWERS_ITEMS = (
    "escape", "friends", "learn", "unique", "dependent", "absence", "style", "opinion",
    "belonging", "comment", "react", "pm", "email", "fanart", "call", "event", "met",
)  # fmt: skip
SAME = {"decade": "years_online"}
CONTACT = ("comment", "react", "pm", "email", "fanart", "call", "event")
TOPICS = {"health": 0.45, "hobbies": 0.6, "style": 0.4, "news": 0.35, "other": 0.15}


def said(asked: Asked, weight: Floats) -> list[dict[str, Any]]:
    """One mapping per person, as the collector would keep it."""
    yes = _yes(asked, weight)
    columns = _columns(asked, yes)
    order = list(columns)
    rows = zip(*columns.values(), strict=True)
    return [{k: v for k, v in zip(order, row, strict=True) if v is not None} for row in rows]


def _yes(asked: Asked, weight: Floats) -> dict[str, Flags]:
    """Who says yes to each item, where it is put to them."""
    dice = np.random.default_rng(SEED)
    base: dict[str, Flags] = {USERS: ~asked.quiet}
    found: dict[str, Flags] = {}
    for item in USERS_ITEMS:
        found[item] = _drawn(asked, weight, item, base, USERS, dice)
    base[FOLLOWERS] = found["follow"] & ~asked.quiet
    for item in FOLLOWERS_ITEMS:
        found[item] = _drawn(asked, weight, item, base, FOLLOWERS, dice)
    would = _drawn(asked, weight, "notmet_would", base, FOLLOWERS, dice, never=found["met"])
    return found | {"notmet_would": would}


def _drawn(
    asked: Asked,
    weight: Floats,
    item: str,
    base: Mapping[str, Flags],
    of: str,
    dice: np.random.Generator,
    never: Flags | None = None,
) -> Flags:
    inside = base[of] if never is None else base[of] & ~never
    wanted = [
        (group[inside], share * (weight[group & base[of]].sum() / weight[group & inside].sum()))
        for group, share in _wanted(asked, item, of)
    ]
    level = wanted[0][1] if wanted else INVENTED[item] / 100
    chance = chances(_leaning(asked, item)[inside], weight[inside], level, wanted)
    there = np.flatnonzero(inside)
    young = np.digitize(asked.age[there], (35, 55))
    heavy = -weight[there]  # first, so that what is owed at the end of a group is little
    chance_order = dice.random(len(there))
    order = np.lexsort((chance_order, heavy, asked.gender[there], young, asked.country[there]))
    found = np.zeros(len(weight), np.bool_)
    found[there] = settled(drawn(chance, weight[there], order), weight[there], wanted)
    return found


def _wanted(asked: Asked, item: str, of: str) -> Wanted:
    """The published shares of an item; where two are printed of one group, the first."""
    first: dict[tuple[str, str], Figure] = {}
    for it in figures():
        if it.item == item and it.base == of:
            first.setdefault((it.region, it.ages), it)
    found = []
    for (region, ages), it in first.items():
        group = _group(asked, region, ages)
        if group is not None:
            found.append((group, it.percent / 100))
    return found


def _group(asked: Asked, region: str, ages: str) -> Flags | None:
    lands = list(names().values())
    band, _, sex = ages.partition(" ")
    low, _, high = band.partition("-")
    within = (asked.age >= int(low.rstrip("+"))) & (asked.age <= int(high or 200))
    if sex:
        within &= asked.gender == ("women", "men").index(sex)
    if region == "Global":
        return within
    if region == "South-East Asia":
        return within & np.isin(asked.country, [lands.index(it) for it in REGION])
    return within & (asked.country == lands.index(region)) if region in lands else None


def _leaning(asked: Asked, item: str) -> Floats:
    if item in study.DID:
        return DID * asked.world[item].clip(0)
    weights = (study.FELT | study.EVERYBODY).get(item, (0.2, 0.1, 0.2))
    if item == "follow":
        return 3.0 * asked.world["follow"] - 0.03 * asked.age
    leaning = np.stack([asked.lonely, asked.bored, _score(asked.one_way)])
    found: Floats = np.array(weights) @ leaning
    return found


def _score(values: Floats) -> Floats:
    found: Floats = (values - values.mean()) / values.std()
    return found


def _columns(asked: Asked, yes: Mapping[str, Flags]) -> dict[str, list[Any]]:
    """Item → everybody's answer, None where they were not asked, in the instrument's order."""
    dice = np.random.default_rng([SEED, 1])
    count = len(asked.age)
    users, follow = ~asked.quiet, yes["follow"] & ~asked.quiet

    def fits(item: str) -> Column:
        low = dice.choice([1, 2, 3], count, p=[0.4, 0.35, 0.25])
        return np.where(yes[item], dice.choice([4, 5], count, p=[0.65, 0.35]), low)

    def steps(score: Floats, noise: float = 0.7) -> Column:
        return np.clip(np.round(2 + score + noise * dice.normal(size=count)), 0, 4).astype(int)

    def put(group: Flags, values: Column) -> list[Any]:
        return [v if g else None for v, g in zip(values.tolist(), group, strict=True)]

    codes = np.array(list(names()))[asked.country]
    away = dice.choice(["unopened", "deleted", "never"], count, p=[0.5, 0.3, 0.2])
    learn = fits("learn")
    years = np.where(yes["decade"], 4, dice.choice([1, 2, 3], count, p=[0.1, 0.35, 0.55]))
    found = {
        "country": codes.tolist(),
        "consent": [1] * count,
        "age": asked.age.tolist(),
        "gender": np.array(["woman", "man", "another", "unsaid"])[asked.gender].tolist(),
        "accounts": np.where(users, "in_use", away).tolist(),
        "hours_a_day": put(users, asked.world["hours_day"].clip(0, 24)),
        "posts_a_week": put(users, asked.world["posts_week"].clip(0)),
        "one_sitting": put(users, asked.world["sittings"]),
        "no_trace": put(users, asked.world["unseen"]),
        "keeps_limit": put(users, asked.world["limit"]),
        "approval": put(users, steps(0.4 * asked.lonely)),
        "years_online": put(users, years),
        **{it: put(users, fits(it)) for it in ("important", "vital", "intolerant")},
        "intolerant_in_person": put(users, 1 + steps(-0.6 + 0.2 * asked.bored)),
        "pos": put(users, fits("pos")),
        "work": put(users, yes["work"].astype(int)),
        "follow": put(users, follow.astype(int)),
        "escape": put(follow, fits("escape")),
        "learn": put(follow, learn),
        "learn_what": _several(follow & (learn >= 3), TOPICS, dice),
        **{it: put(follow, fits(it)) for it in FOLLOWERS_ITEMS[1:9] if it != "learn"},
        "contact": _contact(follow, yes),
        "met": put(follow, yes["met"].astype(int)),
        "would_meet": put(follow & ~yes["met"], yes["notmet_would"].astype(int)),
    }
    return found | _rest(asked, follow, dice)


def _rest(asked: Asked, follow: Flags, dice: np.random.Generator) -> dict[str, list[Any]]:
    """What leans on temper alone; all of it invented."""
    count = len(asked.age)

    def steps(score: Floats, low: int = 0, high: int = 4, noise: float = 0.8) -> list[int]:
        middle, wide = (low + high) / 2, (high - low) / 4
        values = middle + wide * (score + noise * dice.normal(size=count))
        return [int(it) for it in np.clip(np.round(values), low, high)]

    def put(values: list[int]) -> list[int | None]:
        return [v if g else None for v, g in zip(values, follow, strict=True)]

    near = 0.4 * asked.lonely + 0.6 * _score(asked.one_way)
    partner = dice.random(count) < 0.35
    together = {it: steps(0.8 * _score(np.log(asked.sociable))) for it in ("friends", "family")}
    return {
        "closeness": put(steps(near, 0, 10)),
        "felt_replies": put(steps(near - 0.4, 0, 5)),
        "expected_replies": put(steps(0.5 * near - 0.8, 0, 5)),
        "company": steps(asked.lonely),
        "apart": steps(asked.lonely - 0.2),
        "turn_to": steps(-asked.lonely + 0.4),
        "time_still": steps(asked.bored - 0.2),
        "nothing_fits": steps(asked.bored),
        "taken_up": steps(-asked.bored + 0.2),
        **{f"time_{it}": told for it, told in together.items()},
        "time_partner": [
            "nobody" if alone else value
            for alone, value in zip(partner, steps(np.full(count, 0.8)), strict=True)
        ],
        "link": (dice.random(count) < 0.58).astype(int).tolist(),
    }


def _several(group: Flags, levels: Mapping[str, float], dice: np.random.Generator) -> list[Any]:
    names_of = list(levels)
    chosen = dice.random((len(group), len(levels))) < np.array(list(levels.values()))
    return [
        ([n for n, on in zip(names_of, row, strict=True) if on] or [names_of[-1]]) if g else None
        for g, row in zip(group, chosen, strict=True)
    ]


def _contact(follow: Flags, yes: Mapping[str, Flags]) -> list[Any]:
    done = np.stack([yes[it] for it in CONTACT], axis=1)
    return [
        ([n for n, on in zip(CONTACT, row, strict=True) if on] or ["none"]) if g else None
        for g, row in zip(follow, done, strict=True)
    ]
