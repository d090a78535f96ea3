"""Answered, seen, or cannot be told: by hand, on logs of a few lines."""

import json
from pathlib import Path

import pytest

from creator.logs import ADA, CAI, ME, comment, found, group, page, put, states, stream, thread
from parasocial.jobs.channel import read_channel
from parasocial.jobs.read import Wanted
from parasocial.ledger import Ledger
from parasocial.lenses.creator import Wish, look

pytestmark = pytest.mark.thorough


def test_a_link_answers_and_silence_is_seen(tmp_path: Path) -> None:
    log = group((1, 5, 0, "when?"), (2, 9, 5, "soon", 1), (3, 6, 60, "hello"), (4, 5, 90, "yes", 3))
    assert states(tmp_path, {"result.json": log}, "user9") == {
        "1": "answered",
        "3": "seen",
        "4": "seen",
    }


def test_a_line_to_nobody_may_answer_whatever_stands_shortly_before(tmp_path: Path) -> None:
    log = group(
        (1, 5, 0, "a"), (2, 6, 11, "b"), (3, 5, 19, "c"), (4, 9, 21, "on Friday"), (5, 6, 22, "d")
    )
    assert states(tmp_path, {"result.json": log}, "user9") == {
        "1": "seen",
        "2": "unmarked",
        "3": "unmarked",
        "5": "seen",
    }


def test_whoever_writes_nothing_may_write_under_another_name(tmp_path: Path) -> None:
    log = group((1, 5, 0, "when?"), (2, 9, 5, "soon", 1))
    assert set(states(tmp_path, {"result.json": log}, "user4").values()) == {"silent_creator"}


def test_a_file_that_breaks_off_may_lack_the_answer(tmp_path: Path) -> None:
    log = group((1, 5, 0, "when?"), (2, 6, 1, "where?"), (3, 9, 5, "soon", 1), (4, 6, 9, "x" * 99))
    told = states(tmp_path, {"result.json": log[:-60]}, "user9")
    assert told["1"] == "answered"
    assert told["2"] == "incomplete"


def test_what_the_team_answers_is_not_the_creators(tmp_path: Path) -> None:
    log = group((1, 5, 0, "when?"), (2, 8, 5, "soon", 1), (3, 9, 60, "hi", 2), (4, 5, 99, "ok"))
    files = {"result.json": log}
    assert states(tmp_path / "a", files, "user9", team=["user8"]) == {"1": "seen", "4": "seen"}
    it = found(tmp_path / "b", files, "user9", wish=Wish(team=("user8",)))
    assert it.replies.by_team == 1
    assert (it.totals.messages, it.totals.team_messages, it.totals.creator_messages) == (2, 1, 1)


def test_a_thread_with_fewer_answers_than_are_counted_is_open(tmp_path: Path) -> None:
    log = page(
        thread(comment("a", ADA, 0), comment("a.1", ME, 5)),
        thread(comment("b", CAI, 0), total=2),
        thread(comment("c", CAI, 1), comment("c.1", ADA, 2), total=3),
        thread(comment("d", ADA, 9)),
    )
    assert states(tmp_path, {"comments.json": log}) == {
        "a": "answered",
        "b": "incomplete",
        "c": "incomplete",
        "c.1": "incomplete",
        "d": "seen",
    }


@pytest.mark.parametrize("elsewhere", [2, 3, 4])
def test_in_a_thread_a_name_says_who_is_answered(tmp_path: Path, elsewhere: int) -> None:
    log = page(
        thread(
            comment("a", ADA, 0),
            comment("a.1", CAI, 3, "me too"),
            comment("a.2", ME, 5, "@cai thank you"),
        ),
        thread(
            comment("b", ADA, 0),
            comment("b.1", CAI, elsewhere),
            comment("b.2", ME, 5),
            comment("b.3", CAI, 9),
        ),
    )
    assert states(tmp_path, {"comments.json": log}) == {
        "a": "seen",
        "a.1": "answered",
        "b": "answered",
        "b.1": "in_thread",
        "b.3": "seen",
    }


def test_streams_are_answered_aloud_except_where_a_line_names_somebody(tmp_path: Path) -> None:
    log = stream(
        ("1", "ada", 0, "hi"),
        ("2", "cai", 5, "hey"),
        ("3", "mila", 9, "@ada welcome"),
        ("4", "ada", 12, "!"),
    )
    assert states(tmp_path, {"chat.json": log}) == {"1": "answered", "2": "spoken", "4": "spoken"}
    it = found(tmp_path / "b", {"chat.json": log}).replies
    assert (it.answered, it.seen, it.cannot_be_told, it.named) == (1, 0, 2, 1)
    assert it.people.seen == 0


def test_nobody_is_unanswered_where_nothing_can_be_told(tmp_path: Path) -> None:
    it = found(tmp_path, {"chat.json": stream(("1", "ada", 0, "hi"), ("2", "cai", 5, "hey"))})
    assert it.replies.coverage.point is None
    assert it.replies.coverage.why
    assert it.replies.reasons == {"spoken": 2}
    assert it.plan is None
    assert it.ceiling.share is None
    assert it.waiting.why
    assert it.one_sided.by_class["one_sided"] == 0
    assert it.sources[0].shows.spoken
    assert not it.sources[0].shows.reply_links


def test_hearts_are_no_replies(tmp_path: Path) -> None:
    one = {
        "id": "a", "parent": "root", "text": "nice", "author_id": ADA, "author": "@ada",
        "author_is_uploader": False, "is_favorited": True, "_time_text": "2 days ago",
        "timestamp": 1_778_000_000,
    }  # fmt: skip
    two = one | {"id": "b", "is_favorited": False, "author_id": CAI, "author": "@cai"}
    mine = one | {"id": "b.1", "parent": "b", "author_id": ME, "author": "@mila",
                  "author_is_uploader": True, "is_favorited": False}  # fmt: skip
    head = {"id": "v", "channel_id": ME, "epoch": 1_778_172_800, "comment_count": 3}
    it = found(
        tmp_path, {"x [v].info.json": json.dumps(head | {"comments": [one, two, mine]}).encode()}
    )
    assert (it.acknowledgements.messages, it.acknowledgements.only) == (1, 1)
    assert (it.replies.answered, it.replies.seen) == (1, 1)
    assert it.waiting.left_out == 2
    assert it.sources[0].shows.step_seconds is None


def test_the_same_bytes_say_the_same_twice(tmp_path: Path) -> None:
    log = group(
        *((n, n % 7, n * 3, f"word {n}", *([n - 1] if n % 5 == 0 else [])) for n in range(1, 80))
    )
    paths = put(tmp_path, {"result.json": log})

    def once() -> object:
        with Ledger() as ledger:
            read_channel(ledger, paths, Wanted(me=("user0",)))
            return look(ledger, Wish(private=True))

    assert once() == once()
