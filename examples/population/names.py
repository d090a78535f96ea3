"""What everybody is called and what they say, from numbers; all of it invented."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from .people import COUNTRIES
from .performers import GENRES
from .rows import CHANNELS, PLATFORM, Act
from .world import World

_WORDS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
)
_ONSETS = ("b", "d", "f", "g", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z")
_VOWELS = ("a", "e", "i", "o", "u")
_ENDS = ("lin", "mar", "nor", "sa", "vik", "zet", "dal", "quen", "ro", "tis")
_SYLLABLES = [onset + vowel for onset in _ONSETS for vowel in _VOWELS]
_STEP, _FIRSTS = 7919, 75 * 10


def key(world: World, number: int) -> str:
    """The name of a being inside the world, such as ``person0007``."""
    people = len(world.cast.people)
    if number < people:
        return f"person{number:04}"
    if number in world.cast.performers.companions:
        return f"companion{number - world.cast.performers.companions.start}"
    return f"creator{number - people:03}"


def number(world: World, name: str) -> int:
    """The number of the being of that key; raises KeyError where there is none."""
    kind, digits = name.rstrip("0123456789"), name[len(name.rstrip("0123456789")) :]
    stars = world.cast.performers
    first = {"person": 0, "creator": stars.first, "companion": stars.companions.start}
    if kind not in first or not digits:
        raise KeyError(name)
    found = first[kind] + int(digits)
    if found >= world.cast.beings or key(world, found) != name:
        raise KeyError(name)
    return found


def person(seed: int, number: int) -> str:
    """A first and a last name; the two together are one person's only."""
    mixed = (number * _STEP + seed * 104_729) % (_FIRSTS * len(_SYLLABLES) * len(_ENDS))
    first, last = mixed % _FIRSTS, mixed // _FIRSTS
    given = _SYLLABLES[first % 75] + _ENDS[first // 75]
    family = _SYLLABLES[last % 75] + _ENDS[last // 75] + "er"
    return f"{given.capitalize()} {family.capitalize()}"


def performer(world: World, which: int) -> str:
    """What a performer is called: by genre, with a number from the second of a name on."""
    genre = world.cast.performers.genre
    nth = int((genre[:which] == genre[which]).sum())
    firsts, nouns = _WORDS["performers"]["first"], _WORDS["performers"][GENRES[genre[which]]]
    turn, at = divmod(nth, len(firsts) * len(nouns))
    name = f"{firsts[(at * 7 + int(genre[which])) % len(firsts)]} {nouns[at // len(firsts)]}"
    brand = " Company" if world.cast.performers.brand[which] else ""
    return f"{name}{brand}" + (f" {turn + 1}" if turn else "")


def being_name(world: World, number: int) -> str:
    """The display name of a being."""
    people = len(world.cast.people)
    if number < people:
        return person(world.cast.knobs.seed, number)
    if number in world.cast.performers.companions:
        return "Assistant"
    return performer(world, number - people)


def handle(world: World, number: int, platform: str = "") -> str:
    """The user name of a being: their name in small letters, then a number or a genre.

    On Mastodon the server follows. Who is heard on Spotify has no handle but a sort.
    """
    if platform == "spotify" and world.kind(number) == "persona":
        return "artist"
    name, stars = being_name(world, number).lower().replace(" ", ""), world.cast.performers
    if number < stars.first:
        name = f"{name}{number}"
    elif number - stars.first < len(stars):
        name += GENRES[stars.genre[number - stars.first]]
    servers = _WORDS["servers"]
    return f"{name}@{servers[number % len(servers)]}" if platform == "mastodon" else name


def zone(world: World, number: int) -> str:
    """The time zone of a person; performers and companions keep UTC."""
    if number >= len(world.cast.people):
        return "UTC"
    return str(COUNTRIES[world.cast.people.country[number]]["zone"])


def say(kind: str, *parts: int) -> str:
    """One of the phrases of a kind, the same for the same *parts*."""
    mixed = 2_166_136_261
    for part in parts:
        mixed = (mixed ^ (int(part) & (2**64 - 1))) * 1_099_511_628_211 % 2**64
        mixed ^= mixed >> 29
    phrases = _WORDS[kind]
    phrase: str = phrases[mixed % len(phrases)]
    blanks = _WORDS["blanks"]
    return phrase.format_map({n: fill[mixed // 97 % len(fill)] for n, fill in blanks.items()})


@lru_cache(maxsize=1 << 14)
def title(about: int, maker: int) -> str:
    """What is watched or heard, made by *maker* at *about*."""
    return say("title", about, maker)


def words(world: World, act: Act) -> str | None:
    """What is said in an act: by channel, and by who speaks to whom; None where nothing is."""
    channel, actor, people = CHANNELS[act.channel], act.actor, len(world.cast.people)
    kind = {"comment": "comment", "live_chat": "live_chat", "post": "post"}.get(channel)
    if channel in ("message", "reply"):
        kind = "message"
        if act.platform == PLATFORM["chatgpt"]:
            kind = "told" if actor >= people else "prompt"
        elif actor >= people:
            kind = "answer" if act.answers else "unsolicited"
        elif act.target >= people:
            kind = "comment" if channel == "reply" else "letter"
    if channel == "reaction":
        return "❤"
    return say(kind, act.at, actor) if kind else None
