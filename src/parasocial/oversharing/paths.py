"""What it adds up to: for each harm, the ingredients somebody would need, and which are there."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

import msgspec
from msgspec import Struct

from parasocial.oversharing.patterns import KINDS

Harm = Literal["hacking", "phishing", "doxing", "bullying", "shaming"]


class Ingredient(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing a path needs: any of some kinds.

    Attributes:
        name: What it is, in a few words.
        any_of: Kinds of findings, each of which will do.
    """

    name: str
    any_of: list[str]


class Path(Struct, frozen=True, forbid_unknown_fields=True):
    """One way to a harm: all its ingredients together. The list is our judgement, uncalibrated.

    Attributes:
        name: Ours, for the JSON.
        title: What could be done, in a few words.
        needs: All of these.
    """

    name: str
    harm: Harm
    title: str
    needs: list[Ingredient]


@dataclass(frozen=True, slots=True)
class Step:
    """One ingredient of a path, with the posts that supply it; none where it is missing."""

    ingredient: Ingredient
    posts: tuple[str, ...]

    @property
    def met(self) -> bool:
        """Whether any post supplies it."""
        return bool(self.posts)


@dataclass(frozen=True, slots=True)
class Walked:
    """A path with what is there of it."""

    path: Path
    steps: tuple[Step, ...]

    @property
    def missing(self) -> int:
        """How many ingredients no post supplies; 0 is a complete path."""
        return sum(not step.met for step in self.steps)


@lru_cache(maxsize=1)
def known_paths() -> tuple[Path, ...]:
    """Every path, by harm.

    Raises:
        ValueError: A path needs a kind that nothing finds.
    """
    text = (
        files("parasocial.oversharing").joinpath("data", "paths.toml").read_text(encoding="utf-8")
    )
    paths = msgspec.convert(tomllib.loads(text)["path"], tuple[Path, ...])
    named = {kind for path in paths for need in path.needs for kind in need.any_of}
    if unknown := named - set(KINDS):
        raise ValueError(f"no such kinds: {sorted(unknown)}")
    return paths


def walk(found: Mapping[str, Iterable[str]], paths: Iterable[Path] | None = None) -> list[Walked]:
    """Each path with the posts that supply it.

    Args:
        found: Kinds of findings by the id of the post that gives them away.
        paths: The paths; by default all that are known.
    """
    kinds = {post: frozenset(them) for post, them in found.items()}
    return [
        Walked(
            path,
            tuple(
                Step(need, tuple(p for p, them in kinds.items() if them.intersection(need.any_of)))
                for need in path.needs
            ),
        )
        for path in (known_paths() if paths is None else paths)
    ]
