"""What people say: phrases from words.toml with their blanks filled in."""

import tomllib
from pathlib import Path
from random import Random

_WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


def _say(kind: str, rng: Random) -> str:
    """One of the phrases of that kind."""
    phrase: str = rng.choice(_WORDS[kind])
    return phrase.format_map({blank: rng.choice(fill) for blank, fill in _WORDS["blanks"].items()})


def opener(rng: Random) -> str:
    """A first message."""
    return _say("openers", rng)


def answer(rng: Random) -> str:
    """A message in the middle; one in thirty has several lines."""
    return _say("long" if rng.random() < 1 / 30 else "answers", rng)


def comment(rng: Random) -> str:
    """A public comment or a line in a live chat."""
    return _say("comments", rng)


def search(rng: Random) -> str:
    """What is typed into a search box."""
    return _say("searches", rng)
