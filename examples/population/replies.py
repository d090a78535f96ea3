"""What fans write outside of watching, and what performers answer in the time they have."""

import numpy as np

from .fans import BELOW_POSTS, LINES
from .knobs import DAY, HOUR, WEEK, Knobs
from .people import People
from .performers import Performers
from .rooms import community
from .rows import CHANNEL, FORM, NEVER, NOBODY, PLATFORM, Floats, Ints, Rows, deeds

_MEDIAN_HOURS = 6.0


def written(knobs: Knobs, people: People, performers: Performers, fans: Rows, day: int) -> Rows:
    """Lines in creators' rooms and under their posts, and private messages, of one day."""
    rng = knobs.dice("written", day)
    rows = fans[rng.random(len(fans)) < fans["rate"]]
    person = np.where(rows["actor"] < len(people), rows["actor"], rows["target"])
    hour = 8 + 15 * rng.beta(2, 1.5, len(rows)) - people.offset[person]
    at = knobs.start + day * DAY + (hour * HOUR).astype(np.int64)
    lines = rows["manner"] == LINES
    maker = np.where(lines, rows["target"] - performers.first, 0)
    post = performers.made(maker, at, np.zeros(len(rows), np.int64))
    public = lines & np.isin(rows["platform"], [PLATFORM[name] for name in BELOW_POSTS])
    return deeds(
        len(rows),
        at=at,
        **{name: rows[name] for name in ("actor", "target", "platform")},
        channel=np.where(lines, CHANNEL["reply"], CHANNEL["message"]),
        answers=np.where(lines, post, NEVER),
        whose=np.where(lines, rows["target"], NOBODY),
        room=np.where(lines, community(knobs, maker, rows["platform"]), NOBODY),
        about=np.where(public, post, NEVER),
        owner=np.where(public, rows["target"], NOBODY),
        form=np.where(public, FORM["post"], FORM["chat"]),
    )


def answerable(people: People, remarks: Rows) -> Rows:
    """Which acts a performer may answer in writing: in a live chat they answer by voice."""
    written = np.isin(remarks["channel"], [CHANNEL[n] for n in ("comment", "reply", "message")])
    to_performer = (remarks["target"] >= len(people)) & (remarks["actor"] < len(people))
    return remarks[written & to_performer]


def answers(knobs: Knobs, people: People, performers: Performers, remarks: Rows) -> Rows:
    """What performers answer: nobody more in a week than `Knobs.capacity`, drawn by lot.

    A larger capacity adds answers and takes none away.
    """
    asked = answerable(people, remarks)
    wills, delays, lots = (knobs.dice(name) for name in ("wills", "delays", "lots"))
    who = asked["target"] - performers.first
    willing = wills.random(len(asked)) < performers.willing[who]
    delay = _MEDIAN_HOURS * np.exp(1.1 * delays.normal(size=len(asked)))
    due = asked["at"] + (np.minimum(delay, 140) * HOUR).astype(np.int64)
    week, lot = (due - knobs.start) // WEEK, lots.random(len(asked))
    kept = np.flatnonzero(willing & (week < knobs.weeks))
    kept = kept[_place(who[kept] * (knobs.weeks + 1) + week[kept], lot[kept]) < knobs.capacity]
    done = asked[kept].copy()
    done["actor"], done["target"] = asked["target"][kept], asked["actor"][kept]
    done["answers"], done["whose"] = asked["at"][kept], asked["actor"][kept]
    done["at"] = due[kept]
    private = done["channel"] == CHANNEL["message"]
    done["channel"] = np.where(private, CHANNEL["message"], CHANNEL["reply"])
    return done


def _place(group: Ints, lot: Floats) -> Ints:
    """Which place each has in its group by lot, the first being 0."""
    order = np.lexsort((lot, group))
    begins = np.searchsorted(group[order], group[order])
    place = np.empty(len(group), np.int64)
    place[order] = np.arange(len(group)) - begins
    return place


def answered_share(load: Floats, capacity: int) -> Floats:
    """The expected share of a week's *load* that a performer answers who can write *capacity*.

    The load is the mean of a Poisson number N of others that wait: E[min(1, c / (1 + N))].
    """
    if capacity == 0:
        return np.zeros_like(load)
    load = np.maximum(load, 1e-9)
    steps = np.arange(1, capacity + 1)
    logs = np.concatenate([[0.0], np.cumsum(np.log(steps))])
    terms = np.exp(np.arange(capacity + 1) * np.log(load)[..., None] - logs - load[..., None])
    below, upto = terms[..., :-1].sum(axis=-1), terms.sum(axis=-1)
    return np.minimum(below + capacity / load * (1 - upto), 1.0)
