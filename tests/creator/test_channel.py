"""The bundled channel: the same bytes each time, every section filled, and true to what happened."""

import json
import os
import zipfile
from collections import Counter
from pathlib import Path

import jsonschema
import msgspec
import pytest

from docs.blocks import ROOT
from invented import channel
from parasocial.jobs.channel import read_channel
from parasocial.jobs.creator import FanSide
from parasocial.jobs.demo import CREATOR, TEAM, example
from parasocial.jobs.read import Wanted
from parasocial.ledger import Ledger
from parasocial.lenses.creator import look, two_ends
from parasocial.lenses.findings.creator import Findings
from parasocial.lenses.safe_to_share import safe_to_share

pytestmark = pytest.mark.thorough

Panci = tuple[Ledger, Findings]
STATES = ("answered", "seen", "cannot_be_told")


def test_it_is_made_from_the_seed(tmp_path: Path) -> None:
    channel.write(tmp_path)
    made = {path.name: zipfile.ZipFile(path) for path in tmp_path.iterdir()}
    kept = {path.name: zipfile.ZipFile(path) for path in (example() / "channel").iterdir()}
    assert made.keys() == kept.keys()
    for name, archive in made.items():
        assert {it: archive.read(it) for it in archive.namelist()} == {
            it: kept[name].read(it) for it in kept[name].namelist()
        }
    assert set(channel.CREATOR) == set(CREATOR)
    assert set(channel.TEAM) <= set(TEAM)


def test_three_values_are_true_of_the_channel(panci: Panci) -> None:
    ledger, _ = panci
    truth = channel.truth()
    rows = ledger.query(
        "SELECT platform, room, item_id, state FROM state JOIN shown USING (log_no) JOIN item USING (place)"
    )
    told = {
        ("room" if platform == "telegram" else room, item): state
        for platform, room, item, state in zip(*rows.values(), strict=True)
    }
    assert told.keys() == truth.keys()
    pairs = Counter((truth[it], told[it]) for it in truth)
    scores = []
    for state in STATES:
        hits = pairs[state, state]
        said = sum(n for (_, it), n in pairs.items() if it == state)
        was = sum(n for (it, _), n in pairs.items() if it == state)
        scores.append(2 * hits / (said + was))
    assert sum(scores) / len(scores) >= 0.95
    assert pairs["cannot_be_told", "seen"] == 0


def test_every_section_has_something_to_show(panci: Panci) -> None:
    _, it = panci
    assert {source.platform for source in it.sources} == {"telegram", "youtube"}
    assert it.totals.team_messages
    assert it.totals.repeated
    assert set(it.replies.reasons) == {"spoken", "incomplete", "unmarked", "in_thread"}
    assert it.replies.named
    assert it.acknowledgements.only
    assert it.waiting.curve
    assert it.ceiling.share is not None
    assert it.load.reading_hours.value
    assert len(it.cohorts) > 20
    assert len(it.retention.by_age) > 20
    assert {row.by for row in it.answering} == {
        "tenure", "membership", "length", "question", "tone", "address"
    }  # fmt: skip
    assert it.one_sided.by_class["one_sided"]
    assert it.tenure.within.point is not None
    assert it.loyalty.difference.point is not None
    assert it.plan
    assert it.plan.next
    for feature in (
        "distress",
        "asks_address",
        "contact",
        "meeting",
        "hostile",
        "to_creator",
        "to_fans",
    ):
        assert it.talk.features[feature].messages, feature


def test_what_is_said_fits_the_schema_and_can_be_shared(panci: Panci) -> None:
    _, it = panci
    schema = json.loads((ROOT / "docs" / "creator-1.schema.json").read_text(encoding="utf-8"))
    for found in (it, safe_to_share(it)):
        jsonschema.validate(json.loads(msgspec.json.encode(found)), schema)
    shared = msgspec.json.encode(safe_to_share(it)).decode()
    assert not any(fan.handle in shared or fan.id in shared for fan in channel.people.fans())


def test_points_lie_between_their_ends(panci: Panci) -> None:
    def ranges(it: object) -> list[dict[str, float]]:
        if isinstance(it, dict):
            own = [it] if {"point", "low", "high"} <= it.keys() and it["point"] is not None else []
            return own + [one for value in it.values() for one in ranges(value)]
        return [one for value in it for one in ranges(value)] if isinstance(it, list) else []

    found = ranges(json.loads(msgspec.json.encode(panci[1])))
    assert found
    assert all(it["low"] <= it["point"] <= it["high"] for it in found)


def test_one_tie_is_seen_from_both_ends(panci: Panci, nara: FanSide) -> None:
    ledger, _ = panci
    [it] = two_ends(ledger, *nara)
    who = channel.people.fans()[0].id
    mine = [one for one in channel.everything() if one.who == who]
    assert it.platform == "youtube"
    assert it.log_messages == sum(one.place != "room" for one in mine)
    assert it.fan_given >= it.log_messages
    assert it.fan_received is None
    assert it.fan_hours.point
    assert 0 < it.log_share < 0.1
    assert 1 < it.log_rank < it.log_people


def test_three_real_segments_give_the_published_counts() -> None:
    samples = Path(os.environ.get("PARASOCIAL_SAMPLES", ROOT.parent / "shared" / "samples"))
    folder = samples / "creator" / "twitch-rechat"
    if not folder.exists():
        assert "CI" not in os.environ
        pytest.skip("no samples here")
    with Ledger() as ledger:
        read_channel(ledger, [folder], Wanted())
        it = look(ledger)
    assert (it.totals.messages, it.totals.people) == (6_551, 1_255)
    assert it.concentration.gini == pytest.approx(0.628, abs=0.0005)
    assert it.concentration.top1 == pytest.approx(0.136, abs=0.0005)
    assert it.replies.seen == 0
    assert it.totals.programs == 2
