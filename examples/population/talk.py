"""Conversations, day by day: who begins, who answers, after how long."""

import numpy as np

from .friends import CHAT, COMMENTS, Friends
from .knobs import DAY, HOUR, MINUTE, SECOND, Knobs
from .people import People
from .rows import CHANNEL, FORM, NEVER, NOBODY, Flags, Floats, Ints, Rows, deeds
from .turns import GOES_ON, MOST, bursts

MOST_A_DAY = 3.0
LONGING = 0.5
"""Messages that take the place of one meeting that cannot be."""
SHAPE = 1.2
"""Of the Gamma distribution of how lively a week is: small is bursty."""
_MORE = np.array([0.0, 0.6, 0.9])
MESSAGES = 1.5
"""Messages in one burst on average, which follows from `_MORE`."""
_HOURS = np.array([7, 8, 9, 12, 13, 16, 17, 18, 19, 20, 21, 22])
_USUAL = np.array([4, 4, 2, 5, 3, 3, 5, 6, 8, 10, 9, 5])


def rates(knobs: Knobs, threads: Rows, moods: Floats, day: int, apart: float) -> Floats:
    """Conversations of each thread that would begin on a day.

    *moods* is the logarithm of each being's watching this week against their usual.
    """
    rate = threads["rate"] * np.where(day < threads["change"], 1.0, threads["growth"])
    rate = rate + LONGING * apart * threads["meets"]
    fewer = knobs.displacement * (moods[threads["one"]] + moods[threads["other"]])
    return np.minimum(rate * np.exp(-fewer), MOST_A_DAY)


def weekly(knobs: Knobs, count: int, week: int) -> Floats:
    """How lively each thread is in a week: bursty, 1 on average."""
    return knobs.dice("lively", week).standard_gamma(SHAPE, count) / SHAPE


class Talk:
    """All conversations; call `day` for every day in order."""

    def __init__(self, knobs: Knobs, people: People, friends: Friends) -> None:
        """Nobody has said anything yet."""
        self._knobs, self._threads = knobs, friends.threads
        self._offset = people.offset
        self._most = bursts(self._threads)
        self._busy = np.full(len(self._threads), knobs.start - DAY)

    def day(self, day: int, rate: Floats) -> Rows:
        """What is said in conversations that begin on that day, at most one in each thread."""
        rng = self._knobs.dice("talk", day)
        chance = -np.expm1(-rate)
        which = np.flatnonzero(rng.random(len(chance)) < chance)
        begins = (rng.random(len(which)) >= self._threads["starts"][which]).astype(np.int64)
        hour = rng.choice(_HOURS, len(which), p=_USUAL / _USUAL.sum()) + rng.random(len(which))
        local = hour - self._offset[self._threads["one"][which]]
        start = self._knobs.start + day * DAY + (local * HOUR).astype(np.int64)
        said, at, more = self._bursts(rng, which, begins, start, day)
        fits = start >= self._busy[which] + HOUR
        ends = np.where(said, at, 0).max(axis=1, initial=0) + 5 * MINUTE
        self._busy[which[fits]] = ends[fits]
        return self._rows(rng, which, begins, said & fits[:, None], at, more)

    def _bursts(
        self, rng: np.random.Generator, which: Ints, begins: Ints, start: Ints, day: int
    ) -> tuple[Flags, Ints, Ints]:
        """Which bursts happen, when each begins, and how many messages each has; (n, MOST)."""
        threads = self._threads[which]
        habits = np.where((day < threads["change"])[:, None], threads["answers"], threads["later"])
        side = (begins[:, None] + np.arange(MOST)) % 2
        each = np.arange(len(which))[:, None]
        likely = habits[each, side] * np.where(np.arange(MOST) > 1, GOES_ON, 1.0)
        likely[:, 0] = 1.0
        said = np.logical_and.accumulate(rng.random(side.shape) < likely, axis=1)
        said &= np.arange(MOST) < self._most[which][:, None]
        slow = rng.random(side.shape) < threads["slow"][each, side]
        wait = np.where(
            slow,
            HOUR + 2 * MINUTE + 5 * HOUR * rng.random(side.shape) ** 2,
            15 * SECOND + 20 * MINUTE * rng.random(side.shape) ** 3,
        ).astype(np.int64)
        wait[:, 0] = 0
        more = np.searchsorted(_MORE, rng.random(side.shape), side="right")
        more[threads["manner"] == COMMENTS] = 1
        length = np.roll((more - 1) * 40 * SECOND, 1, axis=1)
        length[:, 0] = 0
        return said, start[:, None] + np.cumsum(wait + length, axis=1), more

    def _rows(
        self, rng: np.random.Generator, which: Ints, begins: Ints, said: Flags, at: Ints, more: Ints
    ) -> Rows:
        """The messages of these bursts.

        Under a post, `about` is only when the conversation began; `below_posts` finds the post.
        """
        conversation, step = np.nonzero(said)
        count = more[conversation, step]
        conversation, step = np.repeat(conversation, count), np.repeat(step, count)
        nth = np.arange(len(step)) - np.repeat(np.cumsum(count) - count, count)
        moment = at[conversation, step] + nth * 40 * SECOND
        moment = moment + np.where(nth, rng.integers(0, 30 * SECOND, len(step)), 0)
        thread = self._threads[which[conversation]]
        first = (begins[conversation] + step) % 2 == 0
        actor = np.where(first, thread["one"], thread["other"])
        target = np.where(first, thread["other"], thread["one"])
        below = thread["manner"] != CHAT
        comment = (thread["manner"] == COMMENTS) & (step == 0)
        host = np.where(begins[conversation] == 0, thread["other"], thread["one"])
        return deeds(
            len(step),
            at=moment,
            actor=actor,
            target=target,
            platform=thread["platform"],
            channel=np.select(
                [comment, below], [CHANNEL["comment"], CHANNEL["reply"]], CHANNEL["message"]
            ),
            answers=np.where(below & (step > 0), at[conversation, np.maximum(step - 1, 0)], NEVER),
            whose=np.where(below & (step > 0), target, NOBODY),
            about=np.where(below, at[conversation, 0], NEVER),
            owner=np.where(below, host, NOBODY),
            form=np.where(below, FORM["post"], FORM["chat"]),
        )
