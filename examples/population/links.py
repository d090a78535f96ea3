"""Who follows whom, who is whose friend by name, and what people post for everyone."""

import numpy as np

from .fans import BELOW_POSTS, Fans
from .friends import COMMENTS, Friends
from .knobs import DAY, HOUR, MINUTE, Knobs
from .people import People
from .performers import Performers
from .rows import CHANNEL, EVERYONE, FORM, NEVER, NOBODY, PLATFORM, Floats, Ints, Rows, deeds

FOLLOWED_ON = ("youtube", "tiktok", "instagram", "twitch", "spotify", *BELOW_POSTS)
BACK_ON = "instagram"
_FOLLOWS = ("instagram", "tiktok", *BELOW_POSTS)
_FRIENDS = ("facebook", "snapchat", "discord")
_BEFORE = 900 * DAY
_POSTED_ON = (
    ("instagram", "post", 2.0), ("instagram", "story", 2.0), ("bluesky", "post", 3.0),
    ("tiktok", "short", 0.5), ("facebook", "post", 1.0), ("reddit", "post", 0.5),
    ("x", "post", 2.0), ("mastodon", "post", 3.0),
)  # fmt: skip
SHARE_POSTED = 0.6
"""Of what a person says in public, so much is posts, the rest comments."""


def follows(knobs: Knobs, people: People, performers: Performers, fans: Fans) -> Rows:
    """People follow performers wherever both are; small ones follow some of them back."""
    parts = []
    for name in FOLLOWED_ON:
        on = people.on[:, [PLATFORM[name]]] & performers.on[:, PLATFORM[name]]
        person, performer = np.nonzero(on & fans.follows)
        parts.append(_linked(knobs, name, "follow", person, performer + performers.first))
        if name == BACK_ON:
            back = fans.back[person, performer]
            them = performer[back] + performers.first
            parts.append(_linked(knobs, "back", "follow", them, person[back]))
            parts[-1]["platform"] = PLATFORM[name]
    return np.concatenate(parts)


def friends(knobs: Knobs, friends: Friends) -> Rows:
    """Friends are linked where they talk: followed both ways nearly always, or by one link."""
    parts, threads = [], friends.threads[friends.threads["manner"] != COMMENTS]
    for name in (*_FOLLOWS, *_FRIENDS):
        here = threads[threads["platform"] == PLATFORM[name]]
        one, other = here["one"].astype(np.int64), here["other"].astype(np.int64)
        channel = "follow" if name in _FOLLOWS else "friend"
        parts.append(_linked(knobs, f"{name} friends", channel, one, other))
        parts[-1]["platform"] = PLATFORM[name]
        if channel == "follow":
            too = knobs.dice(f"{name} mutual").random(len(one)) < 0.93
            parts.append(_linked(knobs, f"{name} mutual links", channel, other[too], one[too]))
            parts[-1]["platform"] = PLATFORM[name]
    return np.concatenate(parts)


def _linked(knobs: Knobs, name: str, channel: str, actor: Ints, target: Ints) -> Rows:
    """Links made at some moment, three in four before the world begins."""
    rng = knobs.dice(f"links {name}")
    within = rng.random(len(actor)) < 0.25
    ago = (rng.random(len(actor)) * np.where(within, knobs.days * DAY, _BEFORE)).astype(np.int64)
    at = np.where(within, knobs.start + ago, knobs.start - ago)
    return deeds(
        len(actor),
        at=at,
        actor=actor,
        target=target,
        platform=PLATFORM.get(name, 0),
        channel=CHANNEL[channel],
        form=0,
    )


def posting(people: People) -> Floats:
    """Posts a day of each person and sort of post; (people, sorts)."""
    weight = np.stack([people.on[:, PLATFORM[on]] * w for on, _, w in _POSTED_ON], axis=1)
    total = weight.sum(axis=1, keepdims=True)
    share = weight / np.maximum(total, 1e-12)
    return SHARE_POSTED * people.posts[:, None] / 7 * share


def posts(knobs: Knobs, people: People, day: int) -> Rows:
    """What people post on one day, for everyone."""
    rng = knobs.dice("posts", day)
    count = rng.poisson(posting(people))
    actor, sort = np.divmod(np.repeat(np.arange(count.size), count.ravel()), len(_POSTED_ON))
    hour = 8 + 15 * rng.random(len(actor)) - people.offset[actor]
    return deeds(
        len(actor),
        at=knobs.start + day * DAY + (hour * HOUR).astype(np.int64),
        actor=actor,
        platform=np.array([PLATFORM[on] for on, _, _ in _POSTED_ON])[sort],
        form=np.array([FORM[form] for _, form, _ in _POSTED_ON])[sort],
        channel=CHANNEL["post"],
        addressed=EVERYONE,
    )


def below_posts(knobs: Knobs, talk: Rows, posts: Rows) -> None:
    """Gives what friends say under posts the post: the newest before they began.

    Who has posted nothing yet posted before the world begins.
    """
    host = np.arange(knobs.people)
    old = deeds(knobs.people, at=knobs.start - DAY - host * MINUTE, actor=host)
    for name in ("instagram", "bluesky", "mastodon"):
        here = (posts["platform"] == PLATFORM[name]) & (posts["form"] == FORM["post"])
        all_of = np.concatenate([old, posts[here]])
        all_of = all_of[np.lexsort((all_of["at"], all_of["actor"]))]
        rows = np.flatnonzero((talk["platform"] == PLATFORM[name]) & (talk["owner"] != NOBODY))
        last = _place(knobs, talk["owner"][rows], talk["about"][rows])
        found = np.searchsorted(_place(knobs, all_of["actor"], all_of["at"]), last) - 1
        talk["about"][rows] = all_of["at"][found]
        reply = (talk["channel"][rows] == CHANNEL["reply"]) & (talk["answers"][rows] == NEVER)
        opening = rows[reply]
        talk["answers"][opening] = talk["about"][opening]
        talk["whose"][opening] = talk["owner"][opening]


def _place(knobs: Knobs, who: Ints, at: Ints) -> Ints:
    """A number that orders by person, then by time from two years before the world begins."""
    return who.astype(np.int64) << 50 | (at - knobs.start + 730 * DAY)
