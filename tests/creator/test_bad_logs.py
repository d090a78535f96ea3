"""Logs that are odd, partial, doubled or flooded: counted, and never one giant fan."""

import json
from pathlib import Path
from typing import Any

import pytest

from creator.logs import ADA, CAI, ME, comment, found, group, page, put, stream, thread
from parasocial.jobs.channel import read_channel
from parasocial.jobs.read import Wanted
from parasocial.ledger import Ledger
from parasocial.lenses.creator import look

pytestmark = pytest.mark.thorough


def test_deleted_accounts_are_no_giant_fan(tmp_path: Path) -> None:
    gone = [thread(comment(f"g{n}", None, n)) for n in range(30)]
    it = found(tmp_path, {"comments.json": page(*gone, thread(comment("a", ADA, 50)))})
    assert (it.totals.messages, it.totals.people, it.totals.gone_messages) == (1, 1, 30)
    lines: list[Any] = [
        {"id": str(n), "author": "[deleted]", "body": "[removed]", "created_utc": 1_778_000_000 + n,
         "link_id": "t3_p", "parent_id": "t3_p", "subreddit": "s", "is_submitter": n == 0}
        for n in range(9)
    ]  # fmt: skip
    lines[0]["author"] = "mila"
    rows = "\n".join(map(json.dumps, lines)).encode()
    it = found(tmp_path / "reddit", {"c.ndjson": rows})
    assert (it.totals.people, it.totals.gone_messages) == (0, 8)
    assert it.concentration.gini is None
    assert it.concentration.why


def test_a_missing_commenter_and_a_deleted_member_are_nobody(tmp_path: Path) -> None:
    log = stream(("1", None, 0, "who"), ("2", None, 1, "am"), ("3", "ada", 2, "I"))
    it = found(tmp_path, {"chat.json": log})
    assert (it.totals.people, it.totals.messages, it.totals.gone_messages) == (1, 1, 2)
    told = json.loads(group((1, 5, 0, "a"), (2, None, 1, "b"), (3, 9, 2, "c")))
    told["messages"].append(told["messages"][0] | {"id": 4, "from": None})
    it = found(tmp_path / "room", {"result.json": json.dumps(told).encode()}, "user9")
    assert (it.totals.people, it.totals.messages, it.totals.gone_messages) == (1, 2, 1)


def test_numbers_and_texts_as_ids_are_the_same_account(tmp_path: Path) -> None:
    log = json.loads(stream(("1", "ada", 0, "hi"), ("2", "mila", 3, "hello"), ("3", "ada", 9, "!")))
    log["comments"][0]["commenter"]["_id"] = int(log["comments"][2]["commenter"]["_id"])
    log["comments"][1]["commenter"]["_id"] = 7
    del log["comments"][1]["message"]["user_badges"]
    it = found(tmp_path, {"chat.json": json.dumps(log).encode()}, "7")
    assert (it.totals.people, it.totals.messages, it.totals.creator_messages) == (1, 2, 1)


def test_a_recording_of_three_lines_claims_nothing(tmp_path: Path) -> None:
    it = found(
        tmp_path,
        {"chat.json": stream(("1", "ada", 0, "a"), ("2", "cai", 1, "b"), ("3", "ada", 2, "c"))},
    )
    assert it.totals.messages == 3
    assert it.retention.by_age == []
    assert it.load.reading_hours.value is None
    assert it.loyalty.difference.point is None
    assert it.tenure.within.point is None


def test_overlapping_exports_of_one_channel_merge_by_id(tmp_path: Path) -> None:
    whole = [(n, n % 3 + 1, n * 30, f"word {n}") for n in range(1, 20)]
    for name, lines in {"a": whole[:12], "b": whole[6:]}.items():
        put(tmp_path / name, {"result.json": group(*lines)})
    with Ledger() as ledger:
        read_channel(ledger, [tmp_path / "a", tmp_path / "b"], Wanted(me=("user1",)))
        told = look(ledger)
    assert told.totals.messages + told.totals.creator_messages == 19


def test_an_exact_time_wins_over_one_in_words(tmp_path: Path) -> None:
    old = {
        "id": "a", "parent": "root", "text": "so nice", "author_id": ADA, "author": "@ada",
        "author_is_uploader": False, "_time_text": "1 year ago", "timestamp": 1_746_000_000,
    }  # fmt: skip
    info = {
        "id": "v",
        "channel_id": ME,
        "epoch": 1_778_900_000,
        "comment_count": 1,
        "comments": [old],
    }
    files = {
        "x [v].info.json": json.dumps(info).encode(),
        "comments.json": page(thread(comment("a", ADA, 5))),
    }
    it = found(tmp_path, files)
    assert (it.totals.messages, it.totals.repeated) == (1, 1)
    assert (it.window.start, it.window.end) == ("2026-05-01", "2026-05-01")


def test_relative_times_in_other_languages_are_no_times(tmp_path: Path) -> None:
    one = {
        "id": "a", "parent": "root", "text": "enak", "author_id": CAI, "author": "@cai",
        "author_is_uploader": False, "_time_text": "2 hari yang lalu", "timestamp": None,
    }  # fmt: skip
    info = {
        "id": "v",
        "channel_id": ME,
        "epoch": 1_778_900_000,
        "comment_count": 1,
        "comments": [one],
    }
    it = found(tmp_path, {"x [v].info.json": json.dumps(info).encode()})
    assert it.totals.messages == 1
    assert it.cohorts == []
    assert it.retention.why
    assert it.retention.left_out == 1
    assert it.weeks == []


def test_a_flood_by_one_author_is_one_person(tmp_path: Path) -> None:
    flood = [(n, 6, n // 60, "first!!!") for n in range(1, 2_000)]
    it = found(
        tmp_path,
        {"result.json": group(*flood, (2_000, 5, 99, "hello"), (2_001, 9, 300, "hi"))},
        "user9",
    )
    assert (it.totals.people, it.totals.messages) == (2, 2_000)
    assert it.concentration.largest == pytest.approx(1_999 / 2_000)
    assert it.one_sided.by_class["sparse"] == 2


def test_many_identical_lines_stay_many(tmp_path: Path) -> None:
    lines = [(n, n % 50 + 10, n // 99, "GG") for n in range(1, 100_001)]
    it = found(tmp_path, {"result.json": group(*lines)}, "user9")
    assert (it.totals.messages, it.totals.people, it.totals.repeated) == (100_000, 50, 0)
    assert it.concentration.gini == pytest.approx(0)


def test_pictures_are_no_words(tmp_path: Path) -> None:
    log = group((1, 5, 0, "😂😂"), (2, 6, 5, "❤️"), (3, 5, 9, "so kind of you"), (4, 9, 300, "hi"))
    it = found(tmp_path, {"result.json": log}, "user9")
    assert it.talk.features["wordless"].messages == 2
    assert it.talk.worded == 1


def test_a_log_without_anybody_says_so(tmp_path: Path) -> None:
    it = found(tmp_path, {"result.json": group((1, 9, 0, "hello?"))}, "user9")
    assert it.totals.messages == 0
    assert it.concentration.why
    assert it.replies.coverage.why
    assert it.retention.why
    assert it.weeks == []


def _chat(whose: str, **author: Any) -> bytes:
    """A live chat as chat-downloader saves it: one line by somebody, nine by nobody."""
    some = [{"author": {"id": whose, "name": "ada"}}, *({"author": author} if author else {},) * 9]
    lines = [
        it | {"message_id": f"m{n}", "message": "hi", "message_type": "text_message",
              "timestamp": (1_778_000_000 + n) * 10**6, "time_in_seconds": n}
        for n, it in enumerate(some)
    ]  # fmt: skip
    return json.dumps(lines).encode()


def _saved(author: object) -> bytes:
    """Comments as yt-dlp saves them: one by somebody, nine by nobody."""
    comments = [
        {"id": f"c{n}", "parent": "root", "text": "hi", "timestamp": 1_778_000_000 + n,
         "author_id": author if n else ADA, "author": None}
        for n in range(10)
    ]  # fmt: skip
    told = {"id": "v", "channel_id": ME, "epoch": 1_778_900_000, "comment_count": 10}
    return json.dumps(told | {"comments": comments}).encode()


@pytest.mark.parametrize(
    ("name", "me", "content"),
    [
        ("live_chat.json", ME, _chat(ADA)),
        ("live_chat.json", ME, _chat(ADA, id=None, name=None)),
        ("chat.json", "1", _chat("4711")),
        ("chat.json", "1", _chat("4711", id=None, name=None)),
        ("x [v].info.json", ME, _saved(None)),
        ("x [v].info.json", ME, _saved("")),
    ],
)
def test_lines_without_an_author_are_nobody_s(
    tmp_path: Path, name: str, me: str, content: bytes
) -> None:
    it = found(tmp_path, {name: content}, me)
    assert (it.totals.people, it.totals.messages) == (1, 1)
    [source] = it.sources
    assert it.totals.gone_messages + source.records.failed == 9


def test_of_two_under_one_number_the_same_stays_in_any_order(tmp_path: Path) -> None:
    lines = [(f"m{at // 2}", f"fan {at % 2}", at // 2, "hi") for at in range(20)]
    one = found(tmp_path / "one", {"a.json": stream(*lines)}, "mila")
    other = found(tmp_path / "other", {"a.json": stream(*reversed(lines))}, "mila")
    assert one.people == other.people
    assert sum(it.messages for it in one.people) == 10
