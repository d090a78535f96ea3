"""The rules of the reference: bounds, classes and kinds of one tie."""

from functools import cache
from typing import Any

from scipy.special import betaincinv

TAU, LEVEL, K, CEILING_WEEKS, SPARSE = 0.75, 0.05, 1, 4, 3


@cache
def beta(p: float, given: float, returned: float) -> float:
    return float(betaincinv(0.5 + given, 0.5 + returned, p))


def odds_moved(pi: float, share: float) -> float:
    return pi * share / (1 - share + pi * share)


def bounds(it: dict[str, Any]) -> dict[str, float]:
    x, y, most = it["x"], it["y"], it["y"] + K * it["hidden_acts"]
    low, high = it["pi_low"], it["pi_high"]
    return {
        "y_most": most,
        "share_low": odds_moved(low, beta(LEVEL, x, most)),
        "share_high": odds_moved(high, beta(1 - LEVEL, x, y)),
        "middle_low": odds_moved(low, beta(0.5, x, most)),
        "middle_high": odds_moved(high, beta(0.5, x, y)),
    }


def decided_by_attention(c: int, v: int) -> bool:
    return beta(1 - LEVEL, c, v) < 1 - TAU


def name(it: dict[str, Any], decided: str | None, basis: str, *, applies: bool) -> str:
    if it["kind"] == "companion":
        return "companion"
    if decided in {"reciprocal", "inbound"}:
        return decided
    if it["kind"] in {"brand", "group"}:
        return "unattributed"
    if decided is None:
        return why_not(it, applies=applies)
    return "parasocial" if it["kind"] == "persona" or basis == "attention" else "one_sided"


def why_not(it: dict[str, Any], *, applies: bool) -> str:
    if it["turns_given"] + it["turns_received"] + it["sessions"] < SPARSE:
        return "sparse"
    if it["x"] + it["y"] == 0:
        # Choice: attention alone, where the ceiling cannot apply, will never decide.
        return "undetermined" if applies else "unobservable"
    middle = it["middle_high"] - it["middle_low"]
    across = any(it["middle_low"] <= edge <= it["middle_high"] for edge in (TAU, 1 - TAU))
    wide = middle >= (it["share_high"] - it["share_low"]) / 2
    return "unobservable" if across and wide else "undetermined"


def ranked(
    noted: list[Any], said: set[tuple[Any, Any]], friend: bool, spoke: bool, of_channels: bool
) -> tuple[str, str | None]:
    words: dict[str, Any] = dict(sorted(said, reverse=True))
    if noted:
        return noted[0][1], "your note"
    for kind in ("brand", "companion", "group", "person"):
        if kind in words:
            return kind, words[kind]
    if friend:
        return "person", "a friend link"
    if spoke:
        return "person", "both of you wrote in private, on several days"
    if "persona" in words:
        return "persona", words["persona"]
    return ("persona", "a channel") if of_channels else ("unknown", None)
