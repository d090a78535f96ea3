"""Attention, day by day: who looks at what, when, for how long, and what they do about it."""

from dataclasses import dataclass

import numpy as np

from .fans import CHOSEN, SERVED, WATCHED_ON, Fans, kinds_of
from .knobs import DAY, HOUR, MINUTE, SECOND, Knobs
from .people import People
from .performers import Performers
from .rows import CHANNEL, EVERYONE, FORM, PERSON, WATCH, Floats, Ints, Rows, deeds

KEPT = {"tiktok": 182, "instagram": 14}
"""Exports hold looks at these only for the last days; before, every tenth is drawn, and what
people do about a look is ten times as likely."""
THIN = 10
WAKES, AWAKE = 7.0, 17.0
"""The local hour at which the day of looking begins, and how many hours it has."""
_SITTINGS = 6
_LIVE, _AUDIO, _STORY = FORM["live"], FORM["audio"], FORM["story"]


@dataclass(frozen=True)
class Watching:
    """All attention; `day` gives the looks of one day and what people did about them."""

    knobs: Knobs
    people: People
    performers: Performers
    fans: Fans

    def thin(self, day: int) -> Ints:
        """For each of `WATCHED_ON`, 1 where all looks of a day are drawn, else `THIN`."""
        left = self.knobs.days - day
        return np.array([THIN if left > KEPT.get(name, left) else 1 for name in WATCHED_ON])

    def day(self, day: int, factor: Floats) -> tuple[Rows, Rows]:
        """The looks, where exports keep them, and the acts about them."""
        rng, thin = self.knobs.dice("watch", day), self.thin(day)
        count = rng.poisson(self.fans.looks * factor[:, None] / thin)
        actor, platform = np.divmod(np.repeat(np.arange(count.size), count.ravel()), 5)
        looks = np.zeros(len(actor), WATCH)
        looks["actor"], looks["platform"] = actor, platform
        seconds = self._kinds(rng, looks)
        self._whom(rng, looks)
        self._when(rng, looks, seconds, day)
        acts = self._acts(rng, looks, thin)
        return looks[thin[platform] == 1], acts

    def _kinds(self, rng: np.random.Generator, looks: Rows) -> Floats:
        """Sets forms and gives the seconds that each look lasts."""
        chance, seconds = rng.random(len(looks)), np.zeros(len(looks))
        long = rng.standard_gamma(2.0, len(looks), np.float32) / 2
        for code, name in enumerate(WATCHED_ON):
            here = np.flatnonzero(looks["platform"] == code)
            forms, shares, means = kinds_of(name)
            kind = np.searchsorted(np.cumsum(shares)[:-1], chance[here])
            looks["form"][here] = forms[kind]
            seconds[here] = 1 + (means[kind] - 1) * long[here]
        return seconds

    def _whom(self, rng: np.random.Generator, looks: Rows) -> None:
        """Sets who made it, when they did, and whether the feed served it."""
        count, fans = len(looks), self.fans
        looks["served"] = rng.random(count) < self.knobs.pull
        slot = rng.integers(0, SERVED, count)
        actor, platform = looks["actor"], looks["platform"]
        served = fans.served[platform, actor, slot]
        chosen = fans.chosen[platform, actor, slot % CHOSEN]
        looks["target"] = np.where(looks["served"], served, chosen)
        looks["about"] = (8 * rng.random(count) ** 3).astype(np.int64)  # how many newer ones

    def _when(self, rng: np.random.Generator, looks: Rows, seconds: Floats, day: int) -> None:
        """Sets moments and lengths: in sittings, one after the other, never two at once."""
        people = len(self.people)
        places = rng.beta(2.5, 1.6, (people, _SITTINGS))
        actor = looks["actor"]
        sitting = rng.integers(0, _SITTINGS, len(looks))
        place = places[actor, sitting]
        total = np.bincount(actor, seconds, people)
        seconds = seconds * np.minimum(1, (AWAKE - 1) * 3600 / np.maximum(total, 1))[actor]
        looks["ms"] = np.maximum(seconds * 1000, 1)
        order = np.argsort(actor + place, kind="stable")
        length = looks["ms"][order].astype(np.int64)
        before = np.cumsum(length) - length
        first = np.searchsorted(actor[order], np.arange(people))
        before -= np.append(before, 0)[first][actor[order]]
        free = AWAKE * 3600 - np.minimum(total, (AWAKE - 1) * 3600)
        hour = WAKES - self.people.offset[actor]
        begins = hour * HOUR + free[actor] * place * SECOND
        at = self.knobs.start + day * DAY + begins.astype(np.int64)
        at[order] += before * 1000
        looks["at"] = at
        looks["about"] = np.where(
            looks["form"] == _LIVE,
            self.performers.streamed(looks["target"], at),
            self.performers.made(looks["target"], at, looks["about"]),
        )
        looks["target"] += self.performers.first

    def _acts(self, rng: np.random.Generator, looks: Rows, thin: Ints) -> Rows:
        """Comments, lines in chats, gifts: one a day for each maker at most; likes, saves."""
        fans, actor, platform = self.fans, looks["actor"], looks["platform"]
        live, heard = looks["form"] == _LIVE, looks["form"] == _AUDIO
        often = thin[platform]
        chance = np.where(live, fans.chat[actor], fans.remark[actor, platform])
        chance = np.where(heard | (looks["form"] == _STORY), 0.0, chance)
        said = _first_a_day(looks, np.flatnonzero(rng.random(len(looks)) < chance * often))
        paid = np.flatnonzero(live & (rng.random(len(looks)) < fans.pays[actor]))
        paid = _first_a_day(looks, paid)
        liked = np.flatnonzero(~heard & ~live & (rng.random(len(looks)) < fans.like[actor] * often))
        saved = np.flatnonzero(rng.random(len(looks)) < 0.04 * fans.like[actor] * often * ~live)
        channel = np.where(live[said], CHANNEL["live_chat"], CHANNEL["comment"])
        return np.concatenate(
            [
                self._about(rng, looks[said], channel, PERSON),
                self._about(rng, looks[paid], CHANNEL["gift"], PERSON),
                self._about(rng, looks[liked], CHANNEL["reaction"], EVERYONE),
                self._about(rng, looks[saved], CHANNEL["save"], EVERYONE),
            ]
        )

    def _about(
        self, rng: np.random.Generator, looks: Rows, channel: Ints | int, addressed: int
    ) -> Rows:
        """Acts at some moment of these looks, within half an hour of their beginning."""
        within = np.minimum(looks["ms"].astype(np.int64) * 1000, 30 * MINUTE)
        acts = deeds(
            len(looks),
            at=looks["at"] + (within * rng.random(len(looks))).astype(np.int64),
            **{name: looks[name] for name in ("actor", "target", "platform", "form", "about")},
            owner=looks["target"],
            channel=channel,
            addressed=addressed,
        )
        if not isinstance(channel, np.ndarray) and channel == CHANNEL["gift"]:
            acts["price"] = rng.choice([200, 500, 1000], len(looks))
        return acts


def _first_a_day(looks: Rows, which: Ints) -> Ints:
    """Of these looks one for each person, maker, platform and sort of look."""
    key = looks["actor"][which].astype(np.int64) << 32
    key |= (looks["target"][which].astype(np.int64) << 8) | (looks["platform"][which] << 1)
    key |= looks["form"][which] == _LIVE
    return np.sort(which[np.unique(key, return_index=True)[1]])
