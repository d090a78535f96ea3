"""Small acts in one direction: likes, comments, follows, searches, gifts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from . import disclosures, talk
from .almanac import FIRST_DAY, LAST_DAY, days, dice, moment, watching
from .attention import Watch, watches
from .cast import IG, PEOPLE, YT, acquaintances
from .chat import MINUTE
from .creators import CREATORS, GIFTED, channels, code

RECENT = date(2026, 10, 19)
"""Instagram keeps what was viewed for about two weeks."""
HALF_YEAR = date(2026, 5, 1)
"""TikTok keeps what was watched for about six months."""
_WEEKS = ((LAST_DAY - FIRST_DAY).days + 1) / 7
_OFTEN_LIKED = 2
_PAID = (5, 17, 31)
_STRANGERS = ("promo.hadiah.gratis99", "follow4follow_kilat", "akun.kosong.tiga", "zz_toko_zz")


@dataclass(frozen=True)
class Act:
    """One act of ego towards `target`, in UTC milliseconds; `item` is the thing it was about."""

    at: int
    target: str
    item: str = ""
    text: str = ""
    price: int = 0


@cache
def _spread(name: str, target: str, count: float, since: date = FIRST_DAY) -> tuple[Act, ...]:
    """About `count` acts, more of them in months of much watching, oldest first."""
    rng = dice(name, target)
    a_day = count / ((LAST_DAY - since).days + 1)
    chances = max(1, round(2 * a_day))
    return tuple(
        Act(moment(day, 9 + 14.9 * rng.random(), rng), target, code(rng), talk.comment(rng))
        for day in days(since)
        for _ in range(chances)
        if rng.random() < a_day / chances * watching(day)
    )


def _in_order(acts: Iterator[Act]) -> list[Act]:
    """The acts, oldest first."""
    return sorted(acts, key=lambda act: (act.at, act.target))


def likes() -> list[Act]:
    """Instagram posts that ego liked."""
    wanted = {creator.handle: creator.weight * _WEEKS for creator in CREATORS}
    wanted |= {person.ids[IG]: person.likes for person in PEOPLE if person.likes}
    known = acquaintances()
    wanted |= dict.fromkeys(known, 0.6) | dict.fromkeys(known[-_OFTEN_LIKED:], 16)
    return _in_order(a for who, count in wanted.items() for a in _spread("like", who, count))


def comments() -> list[Act]:
    """Comments that ego wrote under Instagram posts."""
    wanted = {creator.handle: creator.comments for creator in CREATORS}
    wanted |= {person.ids[IG]: person.comments for person in PEOPLE if IG in person.ids}
    said = _in_order(a for who, n in wanted.items() if n for a in _spread("comment", who, n))
    return disclosures.spoken(IG, "comment", said)


def story_likes() -> list[Act]:
    """Stories that ego liked on Instagram."""
    wanted = {creator.handle: creator.weight * 9 for creator in CREATORS[:10]}
    wanted |= {person.ids[IG]: 12.0 for person in PEOPLE if person.likes > 20}
    return _in_order(a for who, count in wanted.items() for a in _spread("story", who, count))


def saves() -> list[Act]:
    """Posts that ego saved on Instagram."""
    return _in_order(a for c in CREATORS[:7] for a in _spread("save", c.handle, c.weight * 5))


def views(name: str, share: float) -> list[Act]:
    """Instagram posts or videos that were shown in the last two weeks."""
    wanted = {creator.handle: 40 * creator.weight for creator in CREATORS}
    wanted |= {person.ids[IG]: 12.0 for person in PEOPLE if person.likes}
    return _in_order(a for who, n in wanted.items() for a in _spread(name, who, n * share, RECENT))


def posts() -> list[Act]:
    """What ego posted on Instagram, for everyone."""
    rng = dice("captions")
    said = (Act(a.at, "", a.item, talk.opener(rng)) for a in _spread("post", "everyone", 45))
    return disclosures.spoken(IG, "post", said)


def stories() -> list[Act]:
    """Stories that ego put up on Instagram."""
    return list(_spread("own story", "everyone", 160))


def searches(name: str, count: float, since: date) -> list[Act]:
    """What ego searched for; the target is the words."""
    rng = dice("searches", name)
    return [Act(act.at, talk.search(rng)) for act in _spread("search", name, count, since)]


def follows() -> dict[str, int]:
    """Instagram handles that ego follows, and since when (UTC ms)."""
    out = [c.handle for c in CREATORS] + acquaintances()
    out += [p.ids[IG] for p in PEOPLE if IG in p.ids and p.key not in ("kenzo", "gone")]
    return _since("follows", out)


def followers() -> dict[str, int]:
    """Instagram handles that follow ego, and since when (UTC ms)."""
    back = [c.handle for c in CREATORS if c.follows_back] + acquaintances() + list(_STRANGERS)
    back += [p.ids[IG] for p in PEOPLE if IG in p.ids and p.key != "gone"]
    return _since("followers", back)


def _since(name: str, handles: list[str]) -> dict[str, int]:
    """Each handle with a moment of the years before."""
    rng = dice(name)
    begun, last = (moment(date(year, 1, 1), 0, rng) for year in (2021, 2026))
    return {handle: begun + int((last - begun) * rng.random()) for handle in handles}


@cache
def video_comments() -> tuple[Act, ...]:
    """Comments under YouTube videos just watched; one in nine replies to another comment."""
    rng = dice("video comments")
    loud = {channel.id for channel in channels()[:6]}
    seen = [w for w in watches() if w.how == "video" and w.channel and w.channel.id in loud]
    said = (
        _remark(watch, rng.randrange(4, 18), rng.random() < 0.03)
        for watch in seen
        if rng.random() < 0.03
    )
    return tuple(disclosures.spoken(YT, "comment", said))


def _remark(watch: Watch, minutes: int, paid: bool) -> Act:
    """A comment some minutes into a video; a paid one is a Super Thanks of 20,000 rupiah."""
    rng = dice("remark", watch.at)
    target = watch.channel.id if watch.channel else ""
    said = talk.comment(rng)
    return Act(watch.at + minutes * MINUTE, target, watch.video, said, 20_000 if paid else 0)


@cache
def live_chats() -> tuple[Act, ...]:
    """Lines in the live chat of the streams that ego watched, three of them paid."""
    rng = dice("live chats")
    lines: list[Act] = []
    for watch in watches():
        if watch.how == "live" and watch.channel:
            for minute in sorted(rng.sample(range(2, 90), rng.randrange(4))):
                at, paid = watch.at + minute * MINUTE, 50_000 if len(lines) in _PAID else 0
                lines.append(Act(at, watch.channel.id, watch.video, talk.comment(rng), paid))
    return tuple(disclosures.spoken(YT, "live_chat", lines))


def gifts() -> list[Act]:
    """Gifts to TikTok hosts."""
    return _in_order(a for host in GIFTED for a in _spread("gift", host, 9))
