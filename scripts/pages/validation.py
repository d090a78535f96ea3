"""What was measured of the model, from docs/validation.json, which `make validation` writes."""

import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from pages.markdown import ROOT, table

JSON = ROOT / "docs" / "validation.json"
SECTIONS = (
    *("networks", "identities", "bounds", "thinning", "sides", "experience", "displacement"),
)
_READERS = ("declared", "naive", "counted")


@lru_cache
def measured() -> dict[str, list[dict[str, Any]]]:
    """The rows, and the tables behind them."""
    found: dict[str, list[dict[str, Any]]] = json.loads(JSON.read_text(encoding="utf-8"))
    return found


def figures(section: str) -> Callable[[], str]:
    """The figures of one section, each with what is allowed."""

    def made() -> str:
        rows = [
            (it["name"], _number(it["value"]), _allowed(it), "yes" if it["ok"] else "**no**")
            for it in measured()["rows"]
            if it["section"] == section
        ]
        return table(("Figure", "Measured", "Allowed", "Holds"), rows)

    return made


def thinning() -> str:
    """What is called when turns are taken from whole logs, by log and way."""
    rows = [
        (
            *(it["source"], it["hidden"] if it["declared"] else f"*{it['hidden']}*"),
            *(_part(it["kept"], it["decidable"]), _calls(it)),
        )
        for it in measured()["thinning"]
    ]
    return table(("Log", "Hidden", "Still decided", "Called one way: false, harmful"), rows)


def sides() -> str:
    """Every source and kind of hiding: what is decided, and what three readers get wrong."""
    rows = [
        (
            *(it["source"], it["hidden"], f"{it['ties']:,}"),
            _part(it["declared"]["kept"], it["decidable"]),
            *(_calls(it[name]) for name in _READERS),
            f"{it['declared']['other']:,}: {it['declared']['other_false']:,}",
        )
        for it in measured()["both_sides"]
    ]
    head = (
        *("Source", "Hidden", "Ties", "Still decided"),
        *("parasocial", "Missing is none", "Counts", "Other calls"),
    )
    return table(head, rows)


def hours() -> str:
    """Hours of attention that can be decided, and that were."""
    rows = [
        (it["source"], *(f"{it[name]:,.0f}" for name in ("looked", "decidable")), _hours(it))
        for it in measured()["hours"]
    ]
    return table(("Platform", "Hours looked", "Can be decided", "Decided"), rows)


def summary() -> str:
    """What the README says of it."""
    value = {it["name"]: it["value"] for it in measured()["rows"] if it["section"] == "sides"}
    watched = {it["source"]: _hours(it) for it in measured()["hours"]}
    mine = [it for it in measured()["both_sides"] if it["source"] in _ONE_SIDED]
    spoken, could = (sum(it) for it in zip(*map(_decided, mine), strict=True))
    called, bound = value["of them called one way"], value["harmful: 95 % upper bound"]
    false, naive = (value[f"{of}false, of those called one way"] for of in ("", f"{_NAIVE}: "))
    return (
        "- **Who answers you**, where an export holds both sides. Held against whole logs, nearly "
        "all of them invented, of which a part was hidden, it called a tie one way "
        f"{called:,.0f} times: {false:.1%} of these calls were false, and at most {bound:.1%} (a "
        f"95% bound) were of ties that go both ways. Taking what is missing for no answer makes "
        f"{naive:.0%} of such calls false.\n"
        "- **Where your watching goes**, where an export names who made what you watch. In an "
        f"invented world it decided {watched['all']} of the hours that the whole log could decide: "
        f"{watched['YouTube']} on YouTube, {watched['TikTok']} on TikTok, whose export names no "
        "makers.\n"
        "- **Not who answers, where the export holds your side alone.** From Bluesky, and from "
        f"Discord's own package, it decided {spoken} of {could} ties. “None seen” means that these "
        "files hold no answer, not that somebody ignores you."
    )


_NAIVE = "missing taken for none"
_ONE_SIDED = ("files: Bluesky", "files: Discord's package")


def _decided(it: dict[str, Any]) -> tuple[int, int]:
    return it["declared"]["decided"], it["decidable"]


def _hours(it: dict[str, Any]) -> str:
    return f"{it['decided'] / it['decidable']:.0%}" if it["decidable"] else "–"


def _part(some: int, whole: int) -> str:
    return f"{some:,} of {whole:,} ({some / whole:.0%})" if whole else "–"


def _calls(it: dict[str, Any]) -> str:
    return f"{it['out']:,}: {it['false']:,}, {it['harmful']:,}" if it["out"] else "none"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:.4g}"


def _allowed(it: dict[str, Any]) -> str:
    low, high = it["low"], it["high"]
    if low is None and high is None:
        return ""
    if low is not None and low == high:
        return _number(low)
    if low is None or high is None:
        return f"≤ {high:.4g}" if low is None else f"≥ {low:,.4g}"
    return f"{low:.6g} to {high:.6g}"
