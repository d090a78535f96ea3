"""What to change: the fewest posts whose change breaks the most paths."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial, reduce
from itertools import product
from math import prod
from operator import or_

from parasocial.oversharing.paths import Walked

EXACT = 50_000
"""Ways of breaking all paths up to which every one is tried."""


@dataclass(frozen=True, slots=True)
class Fix:
    """One post to change, in the order in which it pays.

    Attributes:
        post: Its id.
        breaks: Names of the paths that are broken once this and all posts before it are changed.
    """

    post: str
    breaks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fixes:
    """The posts to change.

    Attributes:
        exact: No smaller set breaks as many paths; False where one might.
        left: Names of complete paths that stand on posts kept on purpose.
    """

    fixes: tuple[Fix, ...]
    exact: bool
    left: tuple[str, ...]


def fixes(walked: Iterable[Walked], kept: Iterable[str] = ()) -> Fixes:
    """The smallest set of posts whose change breaks every complete path that can be broken.

    A path is broken where one of its ingredients is: when all posts that supply it are changed.

    Args:
        walked: Paths with their posts.
        kept: Posts that stay as they are, on purpose.
    """
    held = frozenset(kept)
    ways: dict[str, list[frozenset[str]]] = {}
    left: list[str] = []
    for it in walked:
        if it.missing:
            continue
        sets = [frozenset(step.posts) for step in it.steps]
        free = [one for one in sets if not one & held]
        if free:
            ways[it.path.name] = _smallest(free)
        else:
            left.append(it.path.name)
    exact = prod(map(len, ways.values())) <= EXACT
    chosen = _exact(list(ways.values())) if exact else _greedy(ways)
    return Fixes(_ordered(chosen, ways), exact, tuple(left))


def _smallest(sets: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Those that hold no other: a larger one never pays."""
    distinct = set(sets)
    kept = [one for one in distinct if not any(other < one for other in distinct)]
    return sorted(kept, key=lambda one: (len(one), sorted(one)))


def _exact(ways: Sequence[Sequence[frozenset[str]]]) -> frozenset[str]:
    """The smallest union of one of each; of several, the first by its posts in order."""
    posts = sorted({post for them in ways for way in them for post in way}, reverse=True)
    bits = {post: 1 << place for place, post in enumerate(posts)}
    numbers = [[sum(bits[post] for post in way) for way in them] for them in ways]
    every = (reduce(or_, choice, 0) for choice in product(*numbers))
    # The first post has the highest bit: of sets of one size the first is the highest number.
    best = min(every, key=lambda it: (it.bit_count(), -it), default=0)
    return frozenset(post for post, bit in bits.items() if best & bit)


def _greedy(ways: dict[str, list[frozenset[str]]]) -> frozenset[str]:
    """Again and again the way that breaks most paths for the posts it adds."""
    chosen: frozenset[str] = frozenset()
    while whole := [them for them in ways.values() if not _broken(them, chosen)]:
        options = sorted({way for them in whole for way in them}, key=sorted)
        chosen |= max(options, key=partial(_gain, chosen=chosen, whole=whole))
    return chosen


def _gain(way: frozenset[str], chosen: frozenset[str], whole: list[list[frozenset[str]]]) -> float:
    """Paths that a way breaks, for each post that it adds."""
    return sum(_broken(them, chosen | way) for them in whole) / len(way - chosen)


def _broken(ways: Iterable[frozenset[str]], chosen: frozenset[str]) -> bool:
    return any(way <= chosen for way in ways)


def _ordered(chosen: frozenset[str], ways: dict[str, list[frozenset[str]]]) -> tuple[Fix, ...]:
    """The posts so that the first ones break as much as they can.

    What counts, in this order: how many paths are broken with a post, how near it brings the next
    way of breaking one, how many ways it serves, its id.
    """
    every = [(name, way) for name, them in ways.items() for way in them]
    missing = [len(way) for _, way in every]
    alike: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for post in sorted(chosen, reverse=True):
        alike[tuple(at for at, (_, way) in enumerate(every) if post in way)].append(post)
    broken: set[str] = set()
    found: list[Fix] = []

    def price(served: tuple[int, ...]) -> tuple[int, int, int, str]:
        new = {every[at][0] for at in served if missing[at] == 1} - broken
        near = min((missing[at] for at in served), default=0)
        return -len(new), near, -len(served), alike[served][-1]

    while alike:
        best = min(alike, key=price)
        post = alike[best].pop()
        if not alike[best]:
            del alike[best]
        for at in best:
            missing[at] -= 1
        done = {every[at][0] for at in best if not missing[at]}
        new = tuple(name for name in ways if name in done and name not in broken)
        broken.update(new)
        found.append(Fix(post, new))
    return tuple(found)
