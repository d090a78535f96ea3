"""What docs/claims.toml says of the invented world, against what is true of it."""

import json
from pathlib import Path
from statistics import mean
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from parasocial.five_types import type_shares
from parasocial.jobs.read import read_into
from parasocial.ledger import Ledger
from parasocial.lenses.asked import Asked, Earlier
from parasocial.lenses.audience import look
from parasocial.lenses.findings import Findings, Tie, Window
from parasocial.notes import Note, Notes, read_notes

pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module")
def truth(example_folder: Path) -> dict[str, list[dict[str, Any]]]:
    """What is true of each account that the page names, all platforms of it together."""
    notes = read_notes(example_folder / "notes.toml")
    found: dict[str, list[dict[str, Any]]] = {}
    text = (example_folder / "truth.json").read_text(encoding="utf-8")
    for it in json.loads(text)["ties"]:
        name = f"{it['platform']}:{it['id']}"
        while after := notes.about(name).same_as:
            name = after
        found.setdefault(name, []).append(it)
    return found


def of(found: Findings, *classes: str) -> list[Tie]:
    return [tie for tie in found.ties if tie.class_ in classes]


def test_nobody_is_called_what_they_are_not(example_findings: Findings, truth) -> None:
    judged = [tie for tie in example_findings.ties if tie.alter.id in truth]
    assert len(judged) > 100
    wrong = [
        tie.alter.id
        for tie in judged
        if any(tie.class_ in it["never"] for it in truth[tie.alter.id])
    ]
    assert wrong == []


def test_those_who_answer_are_found(example_findings: Findings, truth) -> None:
    sure = {
        name for name, them in truth.items() if any(it["may_be"] == ["reciprocal"] for it in them)
    }
    assert sure
    assert sure <= {tie.alter.id for tie in of(example_findings, "reciprocal")}


def test_a_bond_with_a_performer_is_bounded_by_the_reply_ceiling(
    example_findings: Findings, truth
) -> None:
    watched = [tie for tie in of(example_findings, "parasocial") if tie.basis == "attention"]
    assert watched
    for tie in watched:
        assert tie.ceiling.applies
        assert (tie.ceiling.slack or 0) >= 0
        assert tie.attention.weeks >= 4
        assert not any(it["knows_ego"] for it in truth.get(tie.alter.id, []))


def test_a_friend_with_a_channel_stays_a_friend(example_findings: Findings) -> None:
    [friend] = [tie for tie in example_findings.ties if tie.alter.id == "whatsapp:Dimas Kos"]
    assert "view" in friend.channels
    assert friend.class_ == "reciprocal"


def test_meeting_opens_what_watching_decided(example_ledger: Ledger) -> None:
    before = look(example_ledger)
    tie = next(tie for tie in of(before, "parasocial") if tie.basis == "attention")
    met = look(example_ledger, Notes({tie.alter.id: Note(we_met=True)}))
    [after] = [it for it in met.ties if it.alter.id == tie.alter.id]
    assert after.class_ not in ("parasocial", "one_sided")
    assert after.ceiling.why


def test_acts_attention_and_links_are_counted_apart(example_findings: Findings) -> None:
    for tie in example_findings.ties:
        acts, seen = tie.given.acts + tie.received.acts, tie.attention.sessions
        if set(tie.channels) <= {"follow", "friend", "request", "search"}:
            assert (acts, seen) == (0, 0)
        elif set(tie.channels) <= {"view", "listen", "save", "share", "follow", "search"}:
            assert acts == 0
            assert seen > 0


def test_ways_of_contact_with_performers_are_seen(example_findings: Findings) -> None:
    ways = {way for tie in of(example_findings, "parasocial") for way in tie.channels}
    assert {"comment", "reaction", "message", "gift", "live_chat"} <= ways


def test_attention_is_split_by_form(example_findings: Findings) -> None:
    hours = {it.form: it.hours.point for it in example_findings.by_form}
    assert {"live", "video", "short", "story", "post"} <= hours.keys()


def test_attention_is_split_into_chosen_and_served(example_findings: Findings) -> None:
    it = example_findings.chosen_share
    assert it.chosen_hours
    assert it.served_hours
    assert 0 < it.low <= it.value <= it.high < 1


def test_a_season_of_fewer_answers_and_more_watching_is_seen(example_findings: Findings) -> None:
    told = [week for week in example_findings.weeks if {"message", "view"} <= set(week.covered)]
    dip = [week for week in told if "2026-W10" <= week.week <= "2026-W22"]
    rest = [week for week in told if week not in dip]
    assert mean(it.reciprocal_turns for it in dip) < 0.75 * mean(it.reciprocal_turns for it in rest)
    assert mean(it.one_way_hours.point for it in dip) > 1.1 * mean(
        it.one_way_hours.point for it in rest
    )


def test_a_named_season_stands_apart_from_before_and_after(example_findings: Findings) -> None:
    [period] = example_findings.periods
    out, back = period.one_way_hours, period.reciprocal_turns
    for other in ("before", "after"):
        assert out.during.low > getattr(out, other).high
        assert back.during.high < getattr(back, other).low


def test_more_watching_and_fewer_answers_come_in_the_same_weeks(example_findings: Findings) -> None:
    it = example_findings.displacement
    assert it.slope < 0
    assert it.p < 0.1
    assert it.power.sticky < it.power.calm < 0.7
    assert [lag.weeks for lag in it.lags] == list(range(-4, 5))


def test_some_ties_grow_and_most_cannot_be_told(example_findings: Findings) -> None:
    ways = [it.way for it in example_findings.trajectories.ties]
    assert {"grew", "steady"} <= set(ways)
    assert ways.count("cannot_be_told") > len(ways) / 2


def test_the_pull_is_seen_in_few_accounts_at_night_and_at_a_stretch(
    example_findings: Findings,
) -> None:
    top, rhythm = example_findings.concentration, example_findings.rhythm
    assert 0.1 < top.top_1 < top.top_3 < top.top_10 < 1
    for it in (rhythm.night, rhythm.passive):
        assert 0 < it.low < it.point < it.high < 1
    assert 0 < rhythm.sittings.long.point < rhythm.sittings.every
    assert -1 < rhythm.burstiness.value < 1


def test_closeness_is_set_against_what_came_back(
    example_ledger: Ledger, example_findings: Findings
) -> None:
    watched = [it for it in example_findings.ties if it.share_given.low is not None]
    friends = of(example_findings, "reciprocal")[:3]
    answers = {it.alter.id: Note(closeness=0.9) for it in (*friends, watched[0])}
    felt = look(example_ledger, Notes(answers)).felt
    assert len(felt.ties) >= 3
    assert -1 <= felt.low < felt.high <= 1
    assert all(it.gap[0] <= it.gap[1] for it in felt.ties)


def test_the_ladder_narrows_upwards(example_findings: Findings) -> None:
    rungs = {it.name: it.ties for it in example_findings.ladder}
    assert rungs["watched"] > rungs["reacted"] > rungs["commented"] >= rungs["wrote_privately"] > 0
    assert sum(it.highest for it in example_findings.ladder) >= rungs["watched"]


def test_a_report_is_set_beside_an_earlier_one(
    example_ledger: Ledger, example_findings: Findings
) -> None:
    then = msgspec.convert(
        msgspec.to_builtins(replace(example_findings, window=Window("2025-03-01", "2026-03-01"))),
        Earlier,
    )
    notes = Notes({of(example_findings, "parasocial")[0].alter.id: Note(they_replied=True)})
    it = look(example_ledger, notes, zone="Asia/Jakarta", asked=Asked(earlier=then)).comparison
    assert it.since == "2026-03-01"
    assert it.one_way_hours.detectable > 0
    assert it.earlier_share == example_findings.one_way_share
    assert sum(one.ties for one in it.readings) >= 1


def test_most_ways_of_counting_agree(example_findings: Findings) -> None:
    it = example_findings.sensitivity
    assert (it.lead, len(it.ways)) == ("one_way", 54)
    assert it.agree > 27
    assert it.low <= example_findings.one_way_share.point <= it.high


def test_who_hardly_comes_by_is_an_offliner(tmp_path: Path) -> None:
    seen = [
        {
            "header": "YouTube",
            "title": "Watched A slow boat",
            "titleUrl": f"https://www.youtube.com/watch?v=boat{day}",
            "subtitles": [{"name": "Boats", "url": "https://www.youtube.com/channel/UCboats"}],
            "time": f"2026-{month:02d}-{day:02d}T10:00:00Z",
            "products": ["YouTube"],
        }
        for month, day in ((3, 1), (5, 20))
    ]
    history = tmp_path / "Takeout" / "YouTube and YouTube Music" / "history"
    history.mkdir(parents=True)
    (history / "watch-history.json").write_text(json.dumps(seen))
    with Ledger() as ledger:
        read_into(ledger, [tmp_path])
        assert look(ledger).type.name == "offliner"


def test_balance_leans_to_where_the_time_goes(example_findings: Findings) -> None:
    one, both = example_findings.one_way_share, example_findings.reciprocal_share
    assert (example_findings.balance.value < 0) == (one.point > both.point)


@pytest.mark.parametrize(
    ("hours_a_day", "posts_a_week", "name", "share"),
    [
        (0.5, 1, "savvy_social", 0.76),
        (0.5, 20, "breezy_poster", 0.79),
        (4, 40, "oversharer", 0.83),
        (3, 0, "lurker", 0.80),
    ],
)
def test_the_types_are_time_by_posting(hours_a_day, posts_a_week, name, share) -> None:
    shares = type_shares(hours_a_day, posts_a_week)
    assert max(shares, key=lambda it: shares[it]) == name
    assert shares[name] == pytest.approx(share, abs=0.005)
    assert sum(shares.values()) == pytest.approx(1)


def test_the_five_types_have_the_names_of_the_study(example_findings: Findings) -> None:
    assert set(example_findings.type.shares) == {
        "savvy_social",
        "breezy_poster",
        "oversharer",
        "lurker",
        "offliner",
    }
