"""Whom the example study asks: people of the invented world, so many of each country."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from population import Knobs, invent, study, truth
from population.people import COUNTRIES
from population.world import World

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]

PEOPLE, YEARS, SEED = 19_500, 0.25, 7
ASKED, REGION_ASKED = 15_682, 1_007
REGION = ("Vietnam", "Ostmeer", "Lower Tamar", "Harrow Bay")
"""South-East Asia: one country that was published, and three that are invented."""

CODES = {
    "France": "FR", "Spain": "ES", "United Kingdom": "GB", "Germany": "DE",
    "United Arab Emirates": "AE", "Italy": "IT", "Russia": "RU", "Peru": "PE", "Hungary": "HU",
    "Vietnam": "VN", "South Africa": "ZA", "United States": "US",
}  # fmt: skip
"""The others get codes from XA on, which ISO 3166 leaves to their users."""


@dataclass(frozen=True)
class Asked:
    """Who was asked: one entry per person in every array.

    Attributes:
        country: Index into the world's countries.
        gender: 0 woman, 1 man, 2 another, 3 unsaid; the world knows none, so it is invented here.
        world: What the world answers, by its own names.
    """

    country: Ints
    age: Ints
    gender: Ints
    lonely: Floats
    bored: Floats
    sociable: Floats
    one_way: Floats
    quiet: NDArray[np.bool_]
    world: dict[str, Ints]


def names() -> dict[str, str]:
    """Code → name of each country, in the world's order."""
    letters = iter("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return {CODES.get(it["name"]) or f"X{next(letters)}": it["name"] for it in COUNTRIES}


def quotas() -> list[int]:
    """How many are asked in each country."""
    inside = [it["name"] in REGION for it in COUNTRIES]
    rest = ASKED - REGION_ASKED
    shares = {True: _even(REGION_ASKED, sum(inside)), False: _even(rest, len(inside) - sum(inside))}
    return [shares[it].pop(0) for it in inside]


def _even(count: int, parts: int) -> list[int]:
    return [count // parts + (i < count % parts) for i in range(parts)]


def asked() -> Asked:
    """The people, from the world's seed; takes minutes."""
    world = invent(Knobs(people=PEOPLE, years=YEARS, seed=SEED))
    return chosen(world)


def chosen(world: World) -> Asked:
    """The first people of each country, as many as its quota."""
    people, ties = world.cast.people, truth.ties(world)
    told = study.answers(world, ties)
    who = np.concatenate(
        [np.flatnonzero(people.country == i)[:quota] for i, quota in enumerate(quotas())]
    )
    if len(who) != ASKED:
        raise ValueError("the world has too few people in a country")
    dice = np.random.default_rng([SEED, ASKED])
    return Asked(
        country=people.country[who],
        age=people.age[who],
        gender=dice.choice(4, ASKED, p=[0.47, 0.51, 0.01, 0.01]),
        lonely=people.lonely[who],
        bored=people.bored[who],
        sociable=people.sociable[who],
        one_way=np.log(study.one_way_hours(world, ties)[who] / world.cast.knobs.days + 0.05),
        quiet=(people.hours[who] < 0.06) & (people.posts[who] == 0),
        world={name: column[who] for name, column in told.items()},
    )
