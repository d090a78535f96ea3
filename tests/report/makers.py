"""Findings made by hand: everybody is invented, and the sums are those of the parts."""

from datetime import date

import msgspec

from parasocial.lenses.findings import (
    SCHEMA,
    Alter,
    Attention,
    Burstiness,
    Ceiling,
    Chosen,
    Community,
    Concentration,
    Count,
    Covered,
    Declared,
    Displacement,
    Felt,
    Files,
    Findings,
    Notes,
    Pattern,
    Range,
    Rate,
    RecordCounts,
    Rhythm,
    Sensitivity,
    Share,
    Sittings,
    Source,
    Tie,
    Totals,
    Trajectories,
    Value,
    Window,
)  # fmt: skip
from parasocial.ties.thresholds import Thresholds

START, WEEKS = date(2025, 3, 3), 87
NONE = Range(None, None, None, why="no hours in these files")
THRESHOLDS = msgspec.to_builtins(Thresholds())


def estimated(hours: float) -> Range:
    return Range(round(hours, 2), round(hours * 0.6, 2), round(hours * 1.5, 2), "estimated")


def tie(
    name: str,
    class_: str,
    *,
    platform: str = "youtube",
    kind: str = "persona",
    gave: int = 0,
    back: int = 0,
    sessions: int = 0,
    hours: float = 0.0,
    **more: object,
) -> Tie:
    seen = gave + back
    slack = max(sessions // 4 - 1, 0) if class_ == "parasocial" else None
    whole = {
        "alter": Alter(f"{platform}:{name}", name, None, [platform], kind, None),
        "class_": class_,
        "basis": "attention" if class_ == "parasocial" else "acts" if seen else "none",
        "dormant": False,
        "channels": ["view", "comment"] if sessions else ["message"],
        "given": Count(gave * 3, gave),
        "received": Count(back * 3, back),
        "share_given": Range(gave / seen, 0.1, 0.9, "turns") if seen else NONE,
        "attention": Attention(sessions, min(sessions, 40), estimated(hours) if sessions else NONE),
        "ceiling": Ceiling(back + gave // 4, slack, class_ == "parasocial"),
        "weekly_hours": estimated(hours) if hours else NONE,
        "first": "2025-03-09",
        "last": "2026-10-28",
    }
    return Tie(**{**whole, **more})


def source(platform: str, title: str, **more: object) -> Source:
    whole = {
        "id": f"{platform}-1",
        "platform": platform,
        "title": title,
        "layout": "2026 layout",
        "ego": "isla.reyes",
        "files": Files(read=24, ignored=11, unknown=2, cut=1),
        "records": RecordCounts(read=9_204, failed=3, set_aside=310),
        "coverage": [
            Covered("view", "2025-03-03", "2026-10-31"),
            Covered("comment", "2025-06-01", "2026-10-31"),
            Covered("follow", None, None),
        ],
        "declared": [
            Declared("watch-history.json", 1, RecordCounts(8_000, 3, 300), {"ValidationError": 3}),
            Declared("comments.csv", 2, RecordCounts(1_204, 0, 10)),
        ],
        "unknown_endings": {".dat": 2},
        "warnings": [],
        "blind": [
            f"{title} does not say how long you watched.",
            "Deleted talk leaves no trace here.",
        ],
    }
    return Source(**{**whole, **more})


UNTOLD = Pattern(
    name="cannot_be_told", shares={}, decided_axis=None, stability=None, range=[], hours_a_day=NONE,
    posts_a_week=None, active_days=None, draws=[], why="under 28 days of records",
)  # fmt: skip


UNKNOWN = Rate(None, None, None, 0, "fewer than 4 weeks are covered in the same places")
NOTHING = {
    "community": Community(None, None, None, "one of the two circles has fewer than 3 ties"),
    "felt": Felt(None, None, [], "fewer than 3 ties have both acts and a closeness in your notes"),
    "displacement": Displacement(0, None, None, None, [], None, "fewer than 26 weeks in a row are covered"),
    "periods": [],
    "trajectories": Trajectories([], 0),
    "ladder": [],
    "concentration": Concentration(0, None, None, None, None, "fewer than 11 accounts with a name"),
    "rhythm": Rhythm(
        Burstiness(None, 0, "fewer than 21 public posts or comments at different times"),
        NONE, NONE, Sittings(NONE, None, 0, NONE),
    ),
    "companions": None,
    "own_comments": None,
    "sensitivity": Sensitivity(None, None, None, None, [], "it was not asked for"),
    "comparison": None,
}  # fmt: skip


def findings(ties: list[Tie], **more: object) -> Findings:
    """Findings over *ties*, with shares that follow from their weekly hours."""
    ties = sorted(ties, key=lambda t: (-(t.weekly_hours.point or 0), -t.given.turns, t.alter.id))
    hours = {
        c: sum(t.weekly_hours.point or 0 for t in ties if t.class_ == c)
        for c in {t.class_ for t in ties}
    }
    weekly = sum(hours.values())
    out = hours.get("parasocial", 0) + hours.get("one_sided", 0)
    loose = sum(hours.get(c, 0) for c in ("sparse", "unobservable", "undetermined"))
    whole = {
        "schema": SCHEMA,
        "version": "0.1.0",
        "window": Window("2025-03-03", "2026-10-31"),
        "zone": "Asia/Manila",
        "unit": "turn",
        "thresholds": THRESHOLDS,
        "notes": Notes(0),
        "sources": [source("youtube", "YouTube")],
        "ties": ties,
        "totals": Totals(
            ties=len(ties),
            interactions=41_000,
            by_class={c: sum(t.class_ == c for t in ties) for c in hours},
            hours=estimated(weekly * WEEKS),
            weekly_hours=estimated(weekly) if weekly else NONE,
            unattributed_hours=estimated(118),
        ),
        "one_way_share": share(out, loose, weekly),
        "reciprocal_share": share(hours.get("reciprocal", 0), loose, weekly),
        "balance": Value(0.2),
        "chosen_share": Chosen(0.62, 0.5, 0.7),
        "by_form": [],
        "weeks": [],
        "type": UNTOLD,
        **NOTHING,
    }
    return Findings(**{**whole, **more})


def share(part: float, loose: float, whole: float) -> Share:
    if not whole:
        return Share(None, None, None, why="no hours in these files")
    low, high = part * 0.9 / whole, min((part * 1.1 + loose) / whole, 1.0)
    return Share(round(part / whole, 3), round(low, 3), round(high, 3), 0.6, 0.7)
