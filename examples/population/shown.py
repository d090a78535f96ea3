"""A table of what a world holds."""

from collections.abc import Iterator

import numpy as np

from . import study, truth
from .rows import CHANNEL, PLATFORM, PLATFORMS, Rows
from .world import World


def lines(world: World) -> Iterator[str]:
    """Line by line: who there is, what happened where, and what is true of it."""
    cast, ties = world.cast, truth.ties(world)
    people, knobs = cast.people, cast.knobs
    yield f"{len(people):,} people, {len(cast.friends.pairs):,} friendships"
    yield f"{len(cast.performers):,} performers, {int(cast.performers.brand.sum())} of them brands"
    yield f"{knobs.weeks} weeks from {knobs.first_day}"
    yield ""
    yield f"{'':10}{'people':>8}{'addressed':>11}{'looks':>10}{'hours':>10}"
    for name in PLATFORMS:
        code = PLATFORM[name]
        looks = world.watch[world.watch["platform"] == code]
        acts = int((world.addressed["platform"] == code).sum())
        hours = looks["ms"].sum() / 3.6e6
        there = int(people.on[:, code].sum())
        yield f"{name:10}{there:>8,}{acts:>11,}{len(looks):>10,}{hours:>10,.0f}"
    yield ""
    yield from _true(world, ties)


def _true(world: World, ties: Rows) -> Iterator[str]:
    true = truth.people(world, ties)
    yield f"{'one person':34}{'lowest tenth':>14}{'middle':>10}{'highest tenth':>15}"
    for name, title in (
        ("hours_day", "hours a day"),
        ("posts_week", "public posts and comments a week"),
        ("one_way", "share of hours that is one way"),
        ("reciprocal", "share of hours with those who answer"),
        ("chosen", "share of looks at those followed"),
    ):
        low, middle, high = np.nanquantile(true[name], [0.1, 0.5, 0.9])
        yield f"{title:34}{low:>14.2f}{middle:>10.2f}{high:>15.2f}"
    yield ""
    friends = ties[
        (ties["alter"] < len(world.cast.people)) & (ties["given"] + ties["received"] > 0)
    ]
    share = truth.theta(truth.whole(friends))
    bands = np.histogram(share, [0, 0.1, 0.25, 0.4, 0.6, 0.75, 0.9, 1])[0]
    yield "ties between people by the share of turns that is ego's, up to"
    yield "".join(f"{to:>9}" for to in ("0.1", "0.25", "0.4", "0.6", "0.75", "0.9", "1"))
    yield "".join(f"{count:>9,}" for count in bands)
    yield ""
    remarks = world.remarks
    mine = remarks[remarks["target"] >= len(world.cast.people)]
    back = remarks[(remarks["actor"] >= len(world.cast.people)) & (remarks["answers"] != 0)]
    asked = np.isin(mine["channel"], [CHANNEL[n] for n in ("comment", "reply", "message")])
    yield f"performers were written to {int(asked.sum()):,} times and answered {len(back):,} times"
    follow = study.answers(world, ties)["follow"].mean()
    yield f"{follow:.0%} would say that they follow influencers"
