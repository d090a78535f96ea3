"""What Nara gives away: small talk at a few places gives way to words that say more."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .cast import EGO, IG, PEOPLE, YT

if TYPE_CHECKING:
    from .acts import Act

_COOK, _MIRU = "dapurbulankesiangan", "sorebarengmiru"
_FRIEND = next(person for person in PEOPLE if person.key == "laras").ids[IG]


@dataclass(frozen=True)
class Planted:
    """Words that stand at one act, and what they give away.

    Attributes:
        platform: Where.
        channel: comment, live_chat or post.
        target: Whom the act is towards; empty for everyone; on YouTube, the place of the channel
            among those that were commented, most first.
        at: Which of those acts, from 0 (the first) to 1 (the last).
        kind: What is given away.
        value: The words that give it away.
    """

    platform: str
    channel: str
    target: str
    at: float
    kind: str
    value: str
    text: str


PLANTED = (
    Planted(IG, "comment", _COOK, 0.3, "birthday", "1 april", "ultah gue 1 april kak, doain ya!"),
    Planted(
        *(IG, "comment", _COOK, 0.6, "email", "nara.sewindu@example.org"),
        "kak boleh minta resepnya? emailku nara.sewindu@example.org",
    ),
    Planted(
        *(IG, "comment", _COOK, 0.8, "security_answer", "kucing namanya Kuro"),
        "hewan peliharaan pertamaku kucing namanya Kuro, mirip banget sama itu 😭",
    ),
    Planted(
        *(IG, "comment", _COOK, 1.0, "address", "Jl. Kabut Pagi No. 12"),
        "kak kirim stikernya ke rumah gue aja ya, Jl. Kabut Pagi No. 12",
    ),
    Planted(
        *(IG, "comment", _MIRU, 0.5, "school", "Universitas Samudra Senja"),
        "aku kuliah di Universitas Samudra Senja kak, kapan main ke kampus?",
    ),
    Planted(
        *(IG, "comment", _MIRU, 1.0, "health", "gue lagi rutin ke psikolog"),
        "gue lagi rutin ke psikolog, video kakak nemenin banget",
    ),
    Planted(
        *(YT, "comment", "0", 0.7, "name_self", EGO.name),
        f"namaku {EGO.name}, panggil Nara aja ya kak",
    ),
    Planted(
        *(YT, "live_chat", "0", 0.9, "password", "sotoayam77"),
        "wifi kosan sandinya sotoayam77, mampir kak wkwk",
    ),
    Planted(
        *(IG, "comment", _FRIEND, 0.5, "phone", "0812-0000-4417"),
        "nomor hp gue ganti ya, 0812-0000-4417",
    ),
    Planted(
        *(IG, "post", "", 0.7, "name_friend", "Laras Tirtamaya"),
        "sahabat gue Laras Tirtamaya akhirnya wisuda!",
    ),
)


def spoken(platform: str, channel: str, acts: Iterable["Act"]) -> list["Act"]:
    """The acts, with planted words where they belong; nothing else of them changes."""
    found = list(acts)
    for planted, place in _places(platform, channel, found):
        found[place] = replace(found[place], text=planted.text)
    return found


def _places(platform: str, channel: str, acts: Sequence["Act"]) -> Iterator[tuple[Planted, int]]:
    """Which act each of the planted words of that kind stands at."""
    for planted in PLANTED:
        if (planted.platform, planted.channel) != (platform, channel):
            continue
        target = planted.target
        if platform == YT:
            count = {act.target: 0 for act in acts}
            for act in acts:
                count[act.target] += 1
            target = sorted(count, key=lambda it: (-count[it], it))[int(planted.target)]
        there = [place for place, act in enumerate(acts) if act.target == target]
        yield planted, there[round(planted.at * (len(there) - 1))]


def planted(platform: str, channel: str, acts: Sequence["Act"]) -> list[dict[str, object]]:
    """What is true of them: where, to whom, when, what."""
    return [
        {
            "platform": platform,
            "channel": channel,
            "id": acts[place].target,
            "at": acts[place].at,
            "kind": it.kind,
            "value": it.value,
        }
        for it, place in _places(platform, channel, acts)
    ]
