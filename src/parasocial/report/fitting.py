"""Which texts of the hub fit what was found: three at most, the calm ones first."""

from collections.abc import Callable
from dataclasses import dataclass

from parasocial.guidance import Text, topics
from parasocial.i18n import Told, catalogue, spoken, tell
from parasocial.i18n.told import Said
from parasocial.lenses.findings import Findings, Tie

MOST = 3

_TIES: tuple[tuple[str, Callable[[Tie], bool]], ...] = (
    ("keep", lambda tie: tie.class_ == "reciprocal" and not tie.dormant),
    ("quiet-message", lambda tie: tie.class_ == "inbound" and not tie.dormant),
    ("fading", lambda tie: tie.class_ == "reciprocal" and tie.dormant),
    ("performer", lambda tie: tie.class_ == "parasocial"),
    ("companion", lambda tie: tie.class_ == "companion"),
)
"""A topic, and the tie that it is about. People who answer come first."""


def fitting(findings: Findings) -> list[str]:
    """The topics that fit: of the ties there are, the pattern, and one harm; empty where none do.

    How much or how little there is of anything chooses nothing, but for the harm: it is the one
    with the most ingredients among what was given away.
    """
    ties = [tie for tie in findings.ties if not tie.hidden]
    held = [topic for topic, fits in _TIES if any(map(fits, ties))]
    pattern = [findings.type.name] if findings.type.name in topics() else []
    last = [*pattern, *_harm(findings)]
    return [*held[: MOST - len(last)], *last]


def _harm(findings: Findings) -> list[str]:
    """The harm of the path with most ingredients supplied; empty where nothing supplies one."""
    paths = findings.oversharing.paths if findings.oversharing else []
    supplied = [(len(path.needs) - path.missing, -path.missing, path.harm) for path in paths]
    most = max(supplied, key=lambda it: it[:2], default=(0, 0, ""))
    return [most[2]] if most[0] > 0 else []


@dataclass(frozen=True, slots=True)
class Fit:
    """A topic's text for calm times, with the authors and years of its sources."""

    topic: str
    title: str
    text: Text | Said
    sources: str


def texts(findings: Findings) -> list[Fit]:
    """The texts of those topics, in the language spoken now."""
    hub = catalogue(spoken().language)
    return [_text(tell(name, topics()[name], hub)) for name in fitting(findings)]


def _text(told: Told) -> Fit:
    text = told.texts[0]
    return Fit(told.topic, told.title, text, "; ".join(it.short for it in text.sources))
