"""What the invented person gives away, against what was planted: found, joined, added up."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from parasocial.jobs.demo import ZONE
from parasocial.lenses.findings import Findings
from parasocial.lenses.overshared import Oversharing
from parasocial.notes import read_notes

pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module")
def given(example_findings: Findings) -> Oversharing:
    assert example_findings.oversharing is not None
    return example_findings.oversharing


@pytest.fixture(scope="module")
def planted(example_folder: Path) -> list[tuple[Any, ...]]:
    """Kind, platform, channel, account and day of what was planted."""
    notes = read_notes(example_folder / "notes.toml")
    found = []
    text = (example_folder / "truth.json").read_text(encoding="utf-8")
    for it in json.loads(text)["disclosures"]:
        name: str | None = f"{it['platform']}:{it['id']}" if it["id"] else None
        while name and (after := notes.about(name).same_as):
            name = after
        at = datetime.fromtimestamp(it["at"] / 1000, UTC).astimezone(ZoneInfo(ZONE))
        found.append((it["kind"], it["platform"], it["channel"], name, f"{at:%Y-%m-%d}"))
    return sorted(found, key=str)


def test_what_was_planted_is_found_where_it_was_said(given: Oversharing, planted) -> None:
    """All of it, and nothing else, each joined to the tie that it was said to."""
    found = [(it.kind, it.platform, it.channel, it.told.alter, it.day) for it in given.findings]
    assert sorted(found, key=str) == planted
    assert len(planted) >= 10


def test_most_of_it_went_to_people_who_cannot_see_her(given: Oversharing, planted) -> None:
    to = given.to_personas
    assert (to.findings, to.of) == (8, len(planted))
    assert sum(it.findings for it in to.quarters) == to.findings
    assert to.quarters[0].findings < to.quarters[2].findings + to.quarters[3].findings


def test_each_harm_has_a_complete_way_and_a_nearly_complete_one(given: Oversharing) -> None:
    for harm in ("hacking", "phishing", "doxing", "bullying", "shaming"):
        missing = {it.missing for it in given.paths if it.harm == harm}
        assert {0, 1} <= missing, harm


def test_the_changes_break_every_complete_way(given: Oversharing) -> None:
    complete = {it.name for it in given.paths if not it.missing}
    assert {name for it in given.changes.posts for name in it.breaks} == complete
    assert given.changes.exact
    assert len(given.changes.posts) < len(complete)
    assert given.changes.kept == []


def test_the_example_shows_no_value(example_findings: Findings, example_folder: Path) -> None:
    import msgspec

    from parasocial.report import write_page

    page = write_page(example_findings).partition("</style>")[2]
    said = msgspec.json.encode(example_findings.oversharing).decode()
    for it in json.loads((example_folder / "truth.json").read_text(encoding="utf-8"))[
        "disclosures"
    ]:
        if it["kind"].startswith("name_"):
            continue  # names stand among the ties, too
        assert it["value"] not in page
        assert it["value"] not in said
