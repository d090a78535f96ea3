"""What was measured last holds, all of it, and stands on the page."""

import json

import pytest

from docs.blocks import ROOT

MEASURED = json.loads((ROOT / "docs" / "validation.json").read_text(encoding="utf-8"))
ROWS = MEASURED["rows"]


def test_every_figure_lies_within_its_limits() -> None:
    for it in ROWS:
        assert it["low"] is None or it["value"] >= it["low"], it
        assert it["high"] is None or it["value"] <= it["high"], it
        assert it["ok"] is True, it


def test_the_page_says_every_figure_once() -> None:
    page = (ROOT / "docs" / "validation.md").read_text(encoding="utf-8")
    names = [it["name"] for it in ROWS]
    assert len(set(names)) == len(names)
    assert all(page.count(f"| {name} | ") == 1 for name in names)


def test_no_part_was_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    from pages.validation import SECTIONS

    assert {it["section"] for it in ROWS} == set(SECTIONS)
    assert {"thinning", "both_sides", "hours"} < MEASURED.keys()
    sources = {it["source"]: it["real"] for it in MEASURED["both_sides"]}
    assert any(sources.values())
    assert len(sources) >= 4
