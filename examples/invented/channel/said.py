"""What was said on the channel, and what is true of each message: was it answered, and where?"""

from dataclasses import dataclass, replace
from functools import cache
from random import Random

from invented import acts
from invented.almanac import EXPORTED, dice, end_ms
from invented.attention import watches
from invented.creators import code

from . import words
from .people import HANDLE, HOST, TEAM, TEAM_ID, WEEKS, Fan, fans

HOUR, DAY, WEEK = 3_600_000, 86_400_000, 604_800_000
CAPACITY = 14
"""Answers a week."""
_LIVES, _FOUND = 6, 3


@dataclass(frozen=True)
class Said:
    """One message.

    Attributes:
        at: Milliseconds since the epoch.
        who: ``host``, ``team``, or a fan's channel id.
        under: The video, stream or post below which it stands.
        top: The first comment of its thread; empty for one.
        true: ``answered``, ``seen`` or ``cannot_be_told``, for a fan's.
    """

    id: str
    at: int
    who: str
    handle: str
    text: str
    place: str
    under: str
    top: str = ""
    answers: str = ""
    true: str = ""
    member: bool = False
    price: int = 0


@cache
def everything() -> tuple[Said, ...]:
    """All of it, oldest first."""
    return tuple(sorted((*_comments(), *_lives(), *_room()), key=lambda it: (it.at, it.id)))


def _begin() -> int:
    return end_ms() - WEEKS * WEEK


@cache
def _videos() -> tuple[tuple[int, str], ...]:
    """A video every Friday; those that ego commented on keep the ids that ego's export has."""
    rng = dice("channel", "videos")
    mine = {(act.at - _begin()) // WEEK: act.item for act in _own() if act.at >= _begin()}
    return tuple(
        (_begin() + week * WEEK + 4 * DAY + 11 * HOUR, mine.get(week) or code(rng))
        for week in range(WEEKS)
    )


def _own() -> list[acts.Act]:
    return [act for act in acts.video_comments() if act.target == HOST.id]


def _comments() -> list[Said]:
    """Comments below videos with the answers to them; newcomers who are answered write again."""
    rng = dice("channel", "comments")
    said: list[Said] = []
    times: dict[str, int] = {}
    kept: dict[str, float] = {}
    cared = {9: words.CARED_FOR[0], 15: words.CARED_FOR[1], 21: words.CARED_FOR[2]}
    for week, (at, video) in enumerate(_videos()):
        found = _own_comments(video)
        for fan in fans()[1:]:
            chance = 0.9 * fan.keen + 0.04 + kept.get(fan.id, 0)
            for _ in range(1 + (fan.keen > 0.3)):
                if week >= fan.came and rng.random() < chance:
                    found.append(_comment(fan, at, video, rng, times))
            kept[fan.id] = kept.get(fan.id, 0) * 0.5
        if week in cared and found:
            found[-1] = replace(found[-1], text=cared[week])
        found.sort(key=lambda it: it.at)
        answered = _answered(found, times, rng)
        for it in found:
            thread = _thread(it, answered, rng)
            said += thread
            if thread[0].true == "answered" and times.get(it.who) == 1:
                kept[it.who] = 0.5
    return said


def _own_comments(video: str) -> list[Said]:
    return [
        Said(f"Ugy{act.item}nara", act.at, fans()[0].id, fans()[0].handle, act.text, "video", video)
        for act in _own()
        if act.item == video
    ]


def _comment(fan: Fan, at: int, video: str, rng: Random, times: dict[str, int]) -> Said:
    times[fan.id] = times.get(fan.id, 0) + 1
    when = at + int(rng.expovariate(1 / (9 * HOUR))) % (6 * DAY)
    text = words.fan(rng, fan.warm, times[fan.id])
    return Said(
        "Ugx" + code(rng, 23), when, fan.id, fan.handle, text, "video", video, member=fan.member
    )


def _answered(found: list[Said], times: dict[str, int], rng: Random) -> set[str]:
    """Whom the creator answers that week: questions, members and newcomers first."""

    def pull(it: Said) -> float:
        asked, new = "?" in it.text, times.get(it.who, 0) == 1
        return rng.random() + 0.6 * asked + 0.3 * it.member + 0.25 * new

    return {it.id for it in sorted(found, key=lambda it: (-pull(it), it.id))[:CAPACITY]}


def _thread(it: Said, answered: set[str], rng: Random) -> list[Said]:
    """A comment, what other fans and the helper add, and the creator's answer."""
    said = [replace(it, true="answered" if it.id in answered else "seen")]
    if it.id in answered:
        said.append(_host(it, it.at + int(rng.lognormvariate(1.8, 1.1) * HOUR), words.answer(rng)))
    if rng.random() < 0.12:
        other = rng.choice(fans()[1:60])
        if other.id != it.who:
            at = it.at + int(rng.expovariate(1 / (5 * HOUR)))
            text = f"{it.handle} {words.peer(rng)}" if rng.random() < 0.5 else words.peer(rng)
            said.append(
                Said(f"{it.id}.{code(rng, 10)}", at, other.id, other.handle, text, "video",
                     it.under, it.id, it.id, "seen", other.member)
            )  # fmt: skip
            if rng.random() < 0.25:
                said[-1] = replace(said[-1], true="answered")
                text = f"{other.handle} {words.answer(rng)}"
                said.append(_host(said[-1], at + int(3 * HOUR * rng.random()), text, it.id))
    if it.id not in answered and rng.random() < 0.03:
        said.append(
            Said(f"{it.id}.{code(rng, 10)}", it.at + DAY, TEAM_ID, TEAM, words.answer(rng), "video",
                 it.under, it.id, it.id)
        )  # fmt: skip
    return [one for one in said if one.at < EXPORTED.timestamp() * 1000]


def _host(it: Said, at: int, text: str, top: str = "") -> Said:
    first = top or it.id
    name = f"{first}.h{at % 10**9:09d}"
    return Said(name, at, "host", HANDLE, text, "video", it.under, first, it.id)


def _lives() -> list[Said]:
    """The chats of the last streams that ego watched: answers are spoken, but for a few."""
    rng = dice("channel", "lives")
    streams = [it for it in watches() if it.how == "live" and it.at >= _begin()][-_LIVES:]
    said: list[Said] = []
    for stream in streams:
        for fan in fans()[1:]:
            for _ in range(int(rng.expovariate(1 / (0.3 + 4 * fan.keen)))):
                at = stream.at + int(rng.random() * 90 * 60_000)
                text = words.fan(rng, fan.warm, 3)
                said.append(_line(fan, at, text, stream.video, rng))
        said += [
            Said(f"LC{act.at}", act.at, fans()[0].id, fans()[0].handle, act.text, "live",
                 stream.video, true="cannot_be_told", price=act.price)
            for act in acts.live_chats() if act.item == stream.video
        ]  # fmt: skip
        for it in rng.sample(
            [it for it in said if it.under == stream.video and it.who != "host"], 2
        ):
            said += _typed(it, said)
    return said


def _line(fan: Fan, at: int, text: str, stream: str, rng: Random) -> Said:
    return Said(
        "LC" + code(rng, 20), at, fan.id, fan.handle, text, "live", stream, true="cannot_be_told",
        member=fan.member, price=20_000 if rng.random() < 0.01 else 0,
    )  # fmt: skip


def _typed(it: Said, said: list[Said]) -> list[Said]:
    """A line typed to somebody, who is answered by it where nothing of theirs came after."""
    at = it.at + 25_000
    later = [o for o in said if o.who == it.who and o.under == it.under and it.at < o.at <= at]
    if not later:
        said[said.index(it)] = replace(it, true="answered")
    return (
        [Said(f"LCh{at}", at, "host", HANDLE, f"{it.handle} siap!", "live", it.under)]
        if not later
        else []
    )


def _room() -> list[Said]:
    """A group on Telegram: some answers are linked, some are just said into the room."""
    rng = dice("channel", "room")
    said: list[Said] = []
    number = 1
    at = _begin()
    last: Said | None = None
    members = fans()[:45]
    while (at := at + int(rng.expovariate(1 / (2.2 * HOUR)))) < end_ms():
        fan = rng.choices(members, [it.keen for it in members])[0]
        number += 1
        peer = last is not None and rng.random() < 0.25
        text = words.peer(rng) if peer else words.fan(rng, fan.warm, 4)
        to = last.id if peer and last and last.who != fan.id else ""
        last = Said(
            str(number), at, fan.id, fan.handle, text, "room", "room", answers=to, true="seen"
        )
        roll = rng.random()
        number += roll < 0.15
        if roll < 0.11:
            last = replace(last, true="answered")
            said.append(_back(number, at + int(rng.expovariate(1 / (0.7 * HOUR))), last.id, rng))
        elif roll < 0.15:
            last = replace(last, true="cannot_be_told")
            said.append(_back(number, at + int(4 * 60_000 * rng.random()), "", rng))
        said.append(last)
    return [
        replace(it, text=words.CARED_FOR[3]) if n == _FOUND else it for n, it in enumerate(said)
    ]


def _back(number: int, at: int, answers: str, rng: Random) -> Said:
    return Said(str(number), at, "host", HANDLE, words.answer(rng), "room", "room", answers=answers)
