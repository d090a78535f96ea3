"""What is true of the ties and groups on ego's other platforms."""

from collections.abc import Iterable, Iterator

from invented.almanac import EXPORTED, utc
from invented.cast import on
from invented.verdict import OPEN, by_attention, chains, sides
from writers import NATIVE, Being, Deed

from .accounts import FAMILY, ME, PLATFORMS, Account, accounts, beings
from .doings import deeds

_YEAR_MS = 365 * 86_400_000
_SECONDS = ("reddit", "snapchat", "telegram")
_LEAKY = ("discord", "snapchat")
"""What reached ego there is left out, or may be."""
_NEVER = {
    "brand": ["parasocial", "reciprocal"],
    "companion": ["parasocial", "reciprocal", "one_sided", "inbound"],
    "person": ["parasocial"],
    "persona": ["reciprocal", "inbound"],
}
Json = dict[str, object]


def ties() -> Iterator[Json]:
    """Every tie there."""
    for platform in PLATFORMS:
        for person in on(platform):
            own_side = platform == "discord"
            may_be = OPEN if platform in _LEAKY else person.may_be
            tie = _tie(platform, person.key, "person", may_be)
            yield tie | _said(platform, person.key, own_side=own_side)
        for account in accounts(platform):
            if account.kind != "group":
                may_be, counts = _watched(account)
                yield _tie(platform, account.being, account.kind, may_be) | counts


def _tie(platform: str, key: str, kind: str, may_be: Iterable[str]) -> Json:
    return {
        "platform": platform,
        "id": _id(platform, beings(platform)[key]),
        "being": key,
        "kind": kind,
        "knows_ego": kind == "person",
        "may_be": list(may_be),
        "never": _NEVER[kind],
    }


def _id(platform: str, being: Being) -> str:
    """What the platform calls it; where that is a name alone, with what it is the name of."""
    return NATIVE[platform](being)


def _said(platform: str, key: str, *, own_side: bool) -> Json:
    """Messages between ego and somebody; Discord hands out ego's own alone."""
    grain = 1_000_000 if platform in _SECONDS else 1000
    said = [d for d in deeds(platform) if d.channel == "message"]
    mine = [d.at // grain * grain // 1000 for d in said if d.target == key]
    theirs = [d.at // grain * grain // 1000 for d in said if (d.actor, d.target) == (key, ME)]
    return {"messages": {"given": len(mine)}} if own_side else sides(mine, theirs)


def _watched(account: Account) -> tuple[Iterable[str], Json]:
    """What a page may say of an account that does not write, and what ego did there."""
    found = [d for d in deeds(account.on) if account.being in (d.actor, d.target)]
    if account.kind == "companion":
        return ("companion",), _said(account.on, account.being, own_side=False)
    if account.kind == "brand":
        return ("inbound",), {"messages": {"given": 0, "received": len(found)}}
    if account.on == "spotify":
        return _heard(d for d in found if d.channel == "listen")
    if account.on == "twitch":
        return _streams(found)
    likes = sum(d.channel == "reaction" for d in found)
    addressed = sum(d.channel in ("comment", "reply") for d in found)
    return ("sparse", *OPEN), {"likes": likes, "comments": addressed}


def _heard(plays: Iterable[Deed]) -> tuple[Iterable[str], Json]:
    """A show or an artist: what the account's data of a year hold, to the minute."""
    since = int(EXPORTED.timestamp()) * 1000 - _YEAR_MS
    heard = [(d.at // 1000, d.ms or 0) for d in plays if d.at // 1000 > since]
    ended = [(at + ms) // 60_000 * 60_000 - ms for at, ms in heard]
    weeks = {utc(at).isocalendar()[:2] for at in ended}
    may_be = by_attention((chains(ended),), len(weeks), 0)
    hours = round(sum(ms for _, ms in heard) / 3_600_000, 1)
    return may_be, {"plays": len(heard), "hours": hours, "weeks": len(weeks)}


def _streams(found: list[Deed]) -> tuple[Iterable[str], Json]:
    """A streamer, who may answer aloud: minutes by day, and what ego wrote and paid."""
    views = [d for d in found if d.channel == "view"]
    days = {d.at // 86_400_000_000: d.at // 1000 for d in views}
    weeks = {utc(at).isocalendar()[:2] for at in days.values()}
    gifts = sum(d.channel == "gift" for d in found)
    said = sum(d.channel == "live_chat" for d in found)
    minutes = sum((d.ms or 0) // 60_000 for d in views)
    counts = {"minutes": minutes, "days": len(days), "weeks": len(weeks)}
    return OPEN, {**counts, "live_chats": said, "gifts": gifts}


def groups() -> Iterator[Json]:
    """Groups: left out of ties, counted here. A server's others are not in ego's package."""
    family = beings("telegram")[FAMILY]
    said = [d.actor == ME for d in deeds("telegram") if d.room == FAMILY]
    members = [beings("telegram")[key].name for key in family.members if key != ME]
    counts = {"given": sum(said), "received": len(said) - sum(said)}
    yield {
        "platform": "telegram",
        "title": family.name,
        "members": members,
        "messages": counts,
    }
    for room in accounts("discord"):
        yield {
            "platform": "discord",
            "title": f"{room.name} in {room.handle}",
            "messages": {"given": sum(d.room == room.being for d in deeds("discord"))},
        }
