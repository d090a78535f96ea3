"""An invented report, and an invented study that asks for measures of it."""

import json
from typing import Any

from parasocial.study.donation import MEASURES, Request
from parasocial.study.instrument.form import About

ABOUT = About(
    "An invented group", "To learn what comes back.", "For two years.", "ask@study.example"
)
REQUEST = Request("invented", ABOUT, tuple(MEASURES), "https://study.example")


def report(**changed: Any) -> bytes:
    """The JSON of a report, as far as a donation reads it, and what it must not read."""
    said: dict[str, Any] = {
        "schema": "parasocial/audience/1",
        "window": {"from": "2025-11-02", "to": "2026-11-02"},
        "totals": {
            "ties": 34, "by_class": {"parasocial": 12, "reciprocal": 9},
            "weekly_hours": {"point": 9.31},
        },
        "one_way_share": {"point": 0.6149}, "reciprocal_share": {"point": 0.2212},
        "type": {"name": "lurker", "posts_a_week": 0.4},
        "ties": [{"alter": {"id": "youtube:CANARY", "name": "CANARY"}}],
    }  # fmt: skip
    return json.dumps(said | changed).encode()
