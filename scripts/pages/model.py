"""The measurement model, from thresholds, SQL comments and docstrings."""

import inspect
import re
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, get_args

import msgspec

from pages.markdown import attributes, fenced, table
from parasocial import five_types, measures
from parasocial.fans.build import RELATIONS
from parasocial.fans.build import select as relation
from parasocial.lenses import findings
from parasocial.ties import Dwell, Thresholds
from parasocial.ties.beta import jeffreys, most_returned
from parasocial.ties.build import CONCLUSION, EVIDENCE, select


def conventions() -> str:
    """Every threshold with its default and its meaning."""
    meaning = attributes(Thresholds) | {
        "long": "Cap of one view or listen without a measured duration.",
        "short": "The same for a short video or a story.",
        "post": "The same for a post that was looked at or liked, and for a search.",
        "message": "The same for a message or comment, written or read.",
    }
    rows = [
        (f"`{it.name}`", _value(it.name, it.default), meaning[it.name])
        for it in msgspec.structs.fields(Thresholds)
    ]
    rows += [
        (
            "`HOURS`",
            f"{five_types.HOURS:g}",
            "Hours a day at which the time axis of the types is even.",
        ),
        (
            "`POSTS`",
            f"{five_types.POSTS:g}",
            "Public posts a week at which the posting axis is even.",
        ),
        (
            "`DECIDED`",
            f"{five_types.DECIDED:g}",
            "From here, or below 1 less this, an axis is decided.",
        ),
        ("`MIXED`", f"{five_types.MIXED:g}", "Under this the largest type is called mixed."),
        (
            "`QUIZ_WEIGHT`",
            f"{five_types.QUIZ_WEIGHT:g}",
            "The most that one of the last three answers of the quiz changes the log of a share.",
        ),
    ]
    return table(("Name", "Default", "Meaning"), rows)


def _value(name: str, value: Any) -> str:
    if isinstance(value, Dwell):
        return " / ".join(f"{ms // 1000} s" for ms in (value.low, value.point, value.high))
    if name == "gap_us":
        return f"{value // 60_000_000} min"
    return f"{value // 86_400_000_000} days" if name == "dormant_us" else f"{value:g}"


def counts() -> str:
    """What the default conventions come to, in turns and sessions."""
    it = Thresholds()
    alone = next(n for n in range(1, 99) if jeffreys(it.level, n, 0) > it.tau)
    even = next(n for n in range(1, 99) if jeffreys(it.level, n, n) >= 1 - it.tau)
    sessions = [next(v for v in range(1, 999) if _bears(v, c, it)) for c in range(5)]
    return (
        f"- Where everything can be seen, a tie is one way from {alone} turns without an answer, "
        f"and reciprocal from {even} turns of each side.\n"
        f"- Attention alone decides from {sessions[0]} sessions where nothing can have come back, "
        f"over at least {it.ceiling_weeks} different weeks. With 1, 2, 3 or 4 possible answers it "
        f"needs {', '.join(map(str, sessions[1:-1]))} or {sessions[-1]}."
    )


def _bears(sessions: int, returned: int, it: Thresholds) -> bool:
    most = most_returned(sessions, it.tau, it.level)
    return most is not None and most >= returned


def relations() -> str:
    """The SQL in its order, by the comment that each file begins with."""
    lines = []
    for name in (*EVIDENCE, *CONCLUSION):
        comment = " ".join(re.findall(r"^-- (.*)$", select(name), re.MULTILINE))
        link = f"[`{name}`](../src/parasocial/ties/sql/{name}.sql)"
        lines.append(f"1. {link}{': ' + comment if comment else ''}")
    return "\n".join(lines)


def fan_relations() -> str:
    """The SQL behind a creator's findings, likewise."""
    lines = []
    for name in RELATIONS:
        comment = " ".join(re.findall(r"^-- (.*)$", relation(name), re.MULTILINE))
        lines.append(f"1. [`{name}`](../src/parasocial/fans/sql/{name}.sql): {comment}")
    return "\n".join(lines)


def classes() -> str:
    """The names of classes and kinds, as they stand in the JSON."""
    return ", ".join(f"`{name}`" for name in get_args(findings.TieClass))


def measure_docs() -> str:
    """One section per measure, from its docstring."""
    sections = []
    for module in iter_modules(measures.__path__):
        loaded = import_module(f"parasocial.measures.{module.name}")
        for name, it in inspect.getmembers(loaded, inspect.isfunction):
            doc = inspect.getdoc(it) or ""
            if it.__module__ == loaded.__name__ and "Source:" in doc:
                link = f"[{module.name}.py](../src/parasocial/measures/{module.name}.py)"
                sections.append(f"### `{name}` ({link})\n\n{fenced(doc)}")
    return "\n\n".join(sections)
