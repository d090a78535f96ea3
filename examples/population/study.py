"""What people would answer to the questions of the survey of 2021, and to the quiz.

What people did is what they say they did. What they feel leans on how lonely and bored they are
and how much of their time goes one way; that it does is an assumption. The overall levels are the
published percentages of `countries.toml`.
"""

import numpy as np

from . import truth
from .people import COUNTRIES, WORLD
from .rows import CHANNEL, PERSON, Floats, Ints, Rows
from .world import World

FELT = {  # how strongly loneliness, boredom and one-way time move the odds (log, per deviation)
    "escape": (0.3, 0.4, 0.5), "friends": (0.5, 0.0, 0.5), "learn": (0.0, 0.1, 0.4),
    "unique": (0.6, 0.0, 0.6), "dependent": (0.4, 0.3, 0.7), "absence": (0.4, 0.3, 0.7),
    "style": (0.1, 0.2, 0.4), "opinion": (0.0, 0.1, 0.3), "met": (0.0, 0.0, 0.1),
    "event": (0.0, 0.0, 0.2), "fanart": (0.2, 0.2, 0.4), "email": (0.2, 0.0, 0.3),
    "call": (0.2, 0.0, 0.2),
}  # fmt: skip
DID = ("comment", "react", "pm")
EVERYBODY = {"vital": (0.4, 0.2, 0.0), "decade": (0.0, 0.0, 0.0)}
QUIZ = ("hours_day", "posts_week", "accounts", "sittings", "unseen", "limit")
NOT_ASKED = -1


def columns() -> list[str]:
    """The names of all answers: 0 or 1, -1 where the question is not asked; then the quiz."""
    return ["follow", *FELT, *DID, *EVERYBODY, *QUIZ]


def answers(world: World, ties: Rows) -> dict[str, Ints]:
    """Everybody's answers, one array of all people for each of `columns`."""
    cast = world.cast
    rng, people = cast.knobs.dice("answers of the study"), cast.people
    amount = one_way_hours(world, ties) / cast.knobs.days
    leaning = np.stack([people.lonely, people.bored, _score(np.log(amount + 0.05))])
    out = {"follow": cast.fans.keen.astype(np.int64)}
    base = {name: _levels(world, name) for name in (*FELT, *EVERYBODY)}
    for name, weights in (FELT | EVERYBODY).items():
        odds = np.log(base[name] / (1 - base[name])) + np.array(weights) @ leaning
        said = (rng.random(len(people)) < 1 / (1 + np.exp(-odds))).astype(np.int64)
        out[name] = said if name in EVERYBODY else np.where(out["follow"] == 1, said, NOT_ASKED)
    for name, did in zip(DID, _did(world), strict=True):
        out[name] = np.where(out["follow"] == 1, did, NOT_ASKED)
    out |= _quiz(world, rng)
    return {name: out[name] for name in columns()}


def one_way_hours(world: World, ties: Rows) -> Floats:
    """Each person's true hours in ties that are one way, brands left out."""
    rows = truth.whole(ties)
    keep = truth.one_way(world.cast, rows) & ~truth.of_brands(world.cast, rows)
    return np.bincount(rows["ego"][keep], rows["hours"][keep], len(world.cast.people))


def _levels(world: World, name: str) -> Floats:
    """The published level of each person's country, or the world's, as a share."""
    levels = np.array([c.get(name, WORLD[name]) for c in COUNTRIES]) / 100
    return levels[world.cast.people.country]


def _score(values: Floats) -> Floats:
    return (values - values.mean()) / max(values.std(), 1e-9)


def _did(world: World) -> list[Ints]:
    """Whether each person commented, reacted, and wrote in private to a performer."""
    rows, count = world.remarks, len(world.cast.people)
    mine = rows[(rows["actor"] < count) & (rows["target"] >= count)]
    private = (mine["channel"] == CHANNEL["message"]) & (mine["addressed"] == PERSON)
    public = np.isin(mine["channel"], [CHANNEL[n] for n in ("comment", "reply", "live_chat")])
    which = (public, mine["channel"] == CHANNEL["reaction"], private)
    return [np.minimum(np.bincount(mine["actor"][it], minlength=count), 1) for it in which]


def _quiz(world: World, rng: np.random.Generator) -> dict[str, Ints]:
    """Hours and posts as people would round them; habits on a scale of 0 to 4."""
    people = world.cast.people

    def scale(score: Floats) -> Ints:
        return np.clip(np.round(2 + score + 0.7 * rng.normal(size=len(people))), 0, 4).astype(int)

    noisy = people.hours * np.exp(0.25 * rng.normal(size=len(people)))
    return {
        "hours_day": np.round(noisy).astype(int),
        "posts_week": np.round(people.posts).astype(int),
        "accounts": people.on.sum(axis=1),
        "sittings": scale(people.bored),
        "unseen": scale(-0.7 * _score(np.log(people.posts + 0.1))),
        "limit": scale(-_score(np.log(people.hours + 0.05))),
    }
