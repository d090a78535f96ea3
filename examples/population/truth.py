"""What is true, from how the world works and not from what happened to happen.

All numbers are expectations over the whole of the world, given who people are: of turns (one
side's acts on one channel with less than an hour between them), looks, and hours.
"""

import numpy as np

from . import fans, links, talk, turns
from .fans import BELOW_POSTS, CHOSEN, SERVED, UNSOLICITED, WATCHED_ON, kinds_of, mean_seconds
from .friends import CHAT, COMMENTS
from .replies import answered_share
from .rows import CHANNEL, FORM, FORMS, PLATFORM, Flags, Floats, Ints, Rows
from .world import Cast, World

MESSAGE_SECONDS = 40.0
"""One message takes so long to write and so long to read."""
ONE_WAY = 0.75
"""A tie is one way when more than this share is given."""

TIE = np.dtype(
    [
        ("ego", "i4"),
        ("alter", "i4"),
        ("platform", "u1"),
        ("given", "f8"),  # turns of ego's towards the alter
        ("received", "f8"),  # turns of the alter's towards ego
        ("public", "f8"),  # of `given`: comments, and replies under posts
        ("voiced", "f8"),  # of `given`: in live chats and gifts, which are answered by voice
        ("looks", "f8"),  # views and listens
        ("hours", "f8"),  # of looking, writing and reading
        ("follows", "?"),
        ("followed", "?"),
        ("answered", "?"),  # in this run: whether the alter ever addressed ego
    ]
)
"""One person's tie with one being on one platform."""


def theta(ties: Rows) -> Floats:
    """The true share of turns that are ego's, in [0, 1]; NaN where nobody ever says anything."""
    both = ties["given"] + ties["received"]
    return np.divide(ties["given"], both, out=np.full(len(ties), np.nan), where=both > 0)


def conversations(cast: Cast) -> Floats:
    """Expected conversations of each thread before and after its change; (threads, 2).

    Weeks are more and less lively (Gamma, shape 1.2), which `talk.weekly` draws. Conversations
    that would begin before the last has ended do not happen: the numbers are a little too high,
    for both sides alike.
    """
    threads, out = cast.friends.threads, np.zeros((len(cast.friends.threads), 2))
    for day in range(cast.knobs.days):
        likely = 1 - (1 + cast.rate(day) / talk.SHAPE) ** -talk.SHAPE
        late = day >= threads["change"]
        out[:, 0] += np.where(late, 0.0, likely)
        out[:, 1] += np.where(late, likely, 0.0)
    return out


def friends_ties(cast: Cast) -> Rows:
    """Ties between people, and with companions, from both sides."""
    threads, often = cast.friends.threads, conversations(cast)
    said, bursts = np.zeros((2, len(threads), 2))
    for phase, habit in enumerate(("answers", "later")):
        a, b = turns.expected(threads, threads[habit])
        said += often[:, [phase]] * a
        bursts += often[:, [phase]] * b
    each = np.where(threads["manner"] == COMMENTS, 1.0, talk.MESSAGES)
    hours = bursts.sum(axis=1) * each * MESSAGE_SECONDS / 3600
    sides = []
    for ego, alter, mine in (("one", "other", 0), ("other", "one", 1)):
        rows = np.zeros(len(threads), TIE)
        rows["ego"], rows["alter"] = threads[ego], threads[alter]
        rows["platform"], rows["hours"] = threads["platform"], hours
        rows["given"], rows["received"] = said[:, mine], said[:, 1 - mine]
        rows["public"] = np.where(threads["manner"] == CHAT, 0, rows["given"])
        sides.append(rows[rows["ego"] < len(cast.people)])
    return np.concatenate(sides)


def share_of_looks(cast: Cast, platform: str) -> Floats:
    """Of each person's looks on a platform the share that is of each performer; rows sum to 1."""
    code, pull = PLATFORM[platform], cast.knobs.pull
    people, stars = len(cast.people), len(cast.performers)
    parts = np.zeros((people, stars))
    tables = ((cast.fans.chosen, (1 - pull) / CHOSEN), (cast.fans.served, pull / SERVED))
    for table, weight in tables:
        slots = np.arange(people)[:, None] * stars + table[code]
        parts += weight * np.bincount(slots.ravel(), minlength=people * stars).reshape(parts.shape)
    return parts


def watched(cast: Cast, platform: str) -> Rows:
    """Ties by watching on one platform; what comes back is not in them yet."""
    code = PLATFORM[platform]
    share = share_of_looks(cast, platform)
    person, star = np.nonzero(share * cast.fans.looks[:, [code]])
    looks = share[person, star] * cast.fans.looks[person, code]
    factor = fans.watching(cast.knobs, cast.moods)
    forms, shares, _ = kinds_of(platform)
    part = dict.fromkeys(FORM, 0.0)
    for form, of in zip(forms, shares, strict=True):
        part[FORMS[form]] += of
    spoken = 1 - part["live"] - part["audio"] - part["story"]
    rows = np.zeros(len(person), TIE)
    rows["ego"], rows["alter"] = person, star + cast.performers.first
    rows["platform"] = code
    rows["looks"] = looks * factor.sum(axis=1)[person]
    rows["hours"] = rows["looks"] * mean_seconds()[code] / 3600
    comments = _days(looks * spoken * cast.fans.remark[person, code], factor, person)
    chat = _days(looks * part["live"] * cast.fans.chat[person], factor, person)
    gifts = _days(looks * part["live"] * cast.fans.pays[person], factor, person)
    rows["given"], rows["voiced"], rows["public"] = comments + chat + gifts, chat + gifts, comments
    return rows


def _days(rate: Floats, factor: Floats, person: Ints) -> Floats:
    """On how many days something happens at all: the sum of 1 - exp(-rate * factor).

    By series where that is exact to a thousandth, day by day elsewhere.
    """
    sums = [(factor**n).sum(axis=1)[person] for n in (1, 2, 3)]
    out = rate * sums[0] - rate**2 * sums[1] / 2 + rate**3 * sums[2] / 6
    large = np.flatnonzero(rate * factor.max(axis=1)[person] > 0.3)
    out[large] = -np.expm1(-rate[large, None] * factor[person[large]]).sum(axis=1)
    return out


def wrote(cast: Cast) -> Rows:
    """Ties by writing outside of watching; what small creators wrote unasked is `received`."""
    fan = cast.fans.writes
    unasked = fan["manner"] == UNSOLICITED
    rows = np.zeros(len(fan), TIE)
    rows["ego"] = np.where(unasked, fan["target"], fan["actor"])
    rows["alter"] = np.where(unasked, fan["actor"], fan["target"])
    rows["platform"] = fan["platform"]
    turns_of = fan["rate"] * cast.knobs.days
    rows["given"], rows["received"] = np.where(unasked, 0, turns_of), np.where(unasked, turns_of, 0)
    below = np.isin(fan["platform"], [PLATFORM[name] for name in BELOW_POSTS])
    rows["public"] = np.where(below, rows["given"], 0)
    return rows


def fans_ties(cast: Cast) -> Rows:
    """Ties between people and performers, from the people's side, with the answers."""
    looked = np.concatenate([watched(cast, platform) for platform in WATCHED_ON])
    written = wrote(cast)
    stars = len(cast.performers)
    loads = [
        np.bincount(rows["alter"] - cast.performers.first, rows["given"] - rows["voiced"], stars)
        for rows in (looked, written)
    ]
    pace = fans.watching(cast.knobs, cast.moods).mean(axis=0).reshape(-1, 7).sum(axis=1)
    weekly = loads[0][:, None] * pace / pace.sum() + loads[1][:, None] / cast.knobs.weeks
    weekly *= cast.performers.willing[:, None]
    share = answered_share(weekly, cast.knobs.capacity)
    often = (weekly * share).sum(axis=1) / np.maximum(weekly.sum(axis=1), 1e-12)
    often *= cast.performers.willing
    rows = np.concatenate([looked, written])
    star = rows["alter"] - cast.performers.first
    rows["received"] += (rows["given"] - rows["voiced"]) * often[star]
    return rows


def ties(world: World) -> Rows:
    """All ties of all people, one row for each ego, alter and platform, in that order."""
    cast = world.cast
    rows = np.concatenate([friends_ties(cast), fans_ties(cast), linked(world)])
    rows = rows[np.lexsort((rows["platform"], rows["alter"], rows["ego"]))]
    key = _key(rows["ego"], rows["alter"], rows["platform"])
    first = np.flatnonzero(np.diff(key, prepend=-1))
    out = _added(rows, first)
    acts = world.addressed
    came = np.unique(_key(acts["target"], acts["actor"], acts["platform"]))
    out["answered"] = np.isin(key[first], came)
    return out


def linked(world: World) -> Rows:
    """Ties by a follow or a friendship by name, from both sides where both are people."""
    link = world.links
    both = link["channel"] == CHANNEL["friend"]
    sides = []
    for ego, alter, out, back in (("actor", "target", True, both), ("target", "actor", both, True)):
        rows = np.zeros(len(link), TIE)
        rows["ego"], rows["alter"], rows["platform"] = link[ego], link[alter], link["platform"]
        rows["follows"], rows["followed"] = out, back
        sides.append(rows[rows["ego"] < len(world.cast.people)])
    return np.concatenate(sides)


def _key(ego: Ints, alter: Ints, platform: Ints) -> Ints:
    return (ego.astype(np.int64) << 32) | (alter.astype(np.int64) << 8) | platform


def whole(rows: Rows) -> Rows:
    """The same ties without regard to the platform, one row for each ego and alter.

    `platform` is that of the first row.
    """
    key = _key(rows["ego"], rows["alter"], np.zeros(1, np.int64))
    return _added(rows, np.flatnonzero(np.diff(key, prepend=-1)))


def _added(rows: Rows, first: Ints) -> Rows:
    """One row from each of *first* to the next: numbers added, and any yes is a yes."""
    out = rows[first].copy()
    for name in ("given", "received", "public", "voiced", "looks", "hours"):
        out[name] = np.add.reduceat(rows[name], first)
    for name in ("follows", "followed", "answered"):
        out[name] = np.logical_or.reduceat(rows[name], first)
    return out


def one_way(cast: Cast, rows: Rows) -> Flags:
    """Whether a tie is one way: of people, by turns; of performers, by turns and looks together.

    A look that cannot be answered counts as something given, as attention does in the reply
    ceiling of the measures, one for each look.
    """
    star = rows["alter"] >= len(cast.people)
    given = rows["given"] + np.where(star, rows["looks"], 0)
    return given > ONE_WAY * (given + rows["received"])


def of_brands(cast: Cast, rows: Rows) -> Flags:
    """Whether a tie is with a brand: attention that belongs to nobody."""
    star = rows["alter"] - cast.performers.first
    inside = (star >= 0) & (star < len(cast.performers))
    return inside & cast.performers.brand[np.where(inside, star, 0)]


def people(world: World, rows: Rows) -> dict[str, Floats]:
    """For each person: hours and posts, how these place them, and where their time goes.

    - ``hours_day``: looking, writing and reading. ``posts_week``: public posts, comments and
      replies. ``much``, ``many``: the two axes of the five types, in [0, 1].
    - ``one_way``, ``reciprocal``: shares of the hours with everybody but brands; the first of
      ties that are `one_way`, the second of those where the share given lies within
      [1 - `ONE_WAY`, `ONE_WAY`].
    - ``chosen``: share of looks at those whom they follow there.
    """
    cast, count = world.cast, len(world.cast.people)

    def total(kept: Flags, column: str, of: Rows) -> Floats:
        return np.bincount(of["ego"][kept], of[column][kept], count)

    ties_of = whole(rows)
    known = ~of_brands(cast, ties_of)
    way, back = one_way(cast, ties_of), theta(ties_of)
    even = (back >= 1 - ONE_WAY) & (back <= ONE_WAY) & ~way
    hours = total(known, "hours", ties_of)
    with np.errstate(invalid="ignore"):
        shares = [total(known & it, "hours", ties_of) / hours for it in (way, even)]
        seen = rows["looks"] > 0
        chosen = total(seen & rows["follows"], "looks", rows) / total(seen, "looks", rows)
    hours_day = total(np.ones(len(ties_of), bool), "hours", ties_of) / cast.knobs.days
    week = posts_week(world, rows)
    return {
        "hours_day": hours_day,
        "posts_week": week,
        "much": 1 / (1 + (1.5 / np.maximum(hours_day, 1e-9)) ** 2),
        "many": 1 / (1 + (4 / (week + 0.05)) ** 1.25),
        "one_way": shares[0],
        "reciprocal": shares[1],
        "chosen": chosen,
    }


def posts_week(world: World, rows: Rows) -> Floats:
    """Expected public posts, comments and replies of each person in a week."""
    cast = world.cast
    said = np.bincount(rows["ego"], rows["public"], len(cast.people)) / cast.knobs.weeks
    return links.posting(cast.people).sum(axis=1) * 7 + said
