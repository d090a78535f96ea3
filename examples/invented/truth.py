"""What is true of the invented world: every tie, who it is, what was planted, what may be said."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from . import acts, disclosures, tiktok, truth_watched
from .almanac import EXPORTED, FIRST_DAY, LAST_DAY, SEED, company, local
from .attention import watches
from .cast import CAST, EGO, IG, TT, WA, YT, Person, group_members, group_title, on
from .chat import Message, group, thread
from .elsewhere import ties as elsewhere
from .verdict import sides
from .whatsapp import IPHONE

_UNCOUNTED = ("deleted", "liked")
Json = dict[str, object]


def write(path: Path) -> None:
    """Writes truth.json."""
    body: Json = {
        "about": "Everybody is invented; README.md says what the words mean.",
        "seed": SEED,
        "ego": {
            "name": EGO.name,
            IG: EGO.instagram,
            TT: EGO.tiktok,
            YT: EGO.channel_id,
            **CAST["elsewhere"]["ego"],
        },
        "window": {
            "from": f"{FIRST_DAY}",
            "to": f"{LAST_DAY}",
            "exported": f"{EXPORTED:%Y-%m-%d}",
            "utc_offset_hours": 7,
        },
        "drift": _drift(),
        "own": {
            IG: {
                "posts": len(acts.posts()),
                "stories": len(acts.stories()),
                "saved": len(acts.saves()),
            }
        },
        "groups": [_group(WA), _group(IG), *elsewhere.groups()],
        "unattributed": _unattributed(),
        "disclosures": _disclosures(),
        "ties": [*_people(), *truth_watched.ties(), *elsewhere.ties()],
    }
    path.write_text(json.dumps(body, indent=1) + "\n", encoding="utf-8", newline="\n")


def _people() -> Iterator[Json]:
    """Ties of people who write with ego."""
    for platform in (WA, IG, TT):
        for person in on(platform):
            tie = {
                "platform": platform,
                "id": person.ids[platform],
                "being": person.key,
                "kind": "person",
                "knows_ego": True,
                "may_be": list(person.may_be),
                "never": ["parasocial"],
            }
            written = _written(thread(person, platform), _grain(person, platform))
            yield {**tie, **written, **(_public(person) if platform == IG else {})}


def _public(person: Person) -> Json:
    """What Instagram shows beside the words: hearts on messages, likes, follow links."""
    hearts = [m.sender == EGO.name for m in thread(person, IG) if m.reaction]
    reactions = {"given": hearts.count(False), "received": hearts.count(True)}
    return {"reactions": reactions, **truth_watched.public(person.ids[IG])}


def _grain(person: Person, platform: str) -> int:
    """The grain of time in the file, in milliseconds."""
    if platform == IG:
        return 1
    return 60_000 if platform == WA and person.key != IPHONE else 1000


def _written(said: Iterable[Message], grain: int) -> Json:
    """Messages and turns of both sides; taken-back messages and bare likes are not counted."""
    kept = [m for m in said if m.how not in _UNCOUNTED]
    mine = [m.at // grain * grain for m in kept if m.sender == EGO.name]
    theirs = [m.at // grain * grain for m in kept if m.sender != EGO.name]
    return sides(mine, theirs)


def _group(platform: str) -> Json:
    """A group: left out of ties, counted here."""
    said = group(platform)
    mine = sum(m.sender == EGO.name for m in said)
    return {
        "platform": platform,
        "title": group_title(platform),
        "members": group_members(platform),
        "messages": {"given": mine, "received": len(said) - mine},
    }


def _disclosures() -> list[Json]:
    """What was given away, where, and to whom: at the places of the acts themselves."""
    said = {
        (IG, "comment"): acts.comments(),
        (IG, "post"): acts.posts(),
        (YT, "comment"): acts.video_comments(),
        (YT, "live_chat"): acts.live_chats(),
    }
    return [it for where, them in said.items() for it in disclosures.planted(*where, them)]


def _unattributed() -> Json:
    """What the files hold without saying whose it is."""
    how = Counter(watch.how for watch in watches())
    return {
        YT: {name: how[name] for name in ("ad", "removed", "post")},
        TT: {
            "watched": len(tiktok.watched()),
            "liked": len(tiktok.likes()),
            "comments": len(tiktok.comments()),
            "lives": len(tiktok.lives()),
        },
    }


def _drift() -> list[Json]:
    """Month by month: messages with friends who answer, and YouTube views."""
    written = Counter(
        f"{local(message.at):%Y-%m}"
        for platform in (WA, IG, TT)
        for person in on(platform)
        if "reciprocal" in person.may_be
        for message in thread(person, platform)
        if message.how not in _UNCOUNTED
    )
    watched = Counter(f"{local(watch.at):%Y-%m}" for watch in watches() if watch.channel)
    return [
        {
            "month": month,
            "messages": written[month],
            "watched": watched[month],
            "dip": company(date.fromisoformat(f"{month}-20")) < 1,
        }
        for month in sorted(watched)
    ]
