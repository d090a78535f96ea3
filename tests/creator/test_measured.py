"""Loyalty, load and whom a creator answers: by hand, on rooms of a few people."""

from pathlib import Path

import pytest

from creator.logs import Line, found, group
from parasocial.jobs.channel import read_channel
from parasocial.jobs.read import Wanted
from parasocial.ledger import Ledger
from parasocial.lenses.creator import Wish, look

pytestmark = pytest.mark.thorough

DAY = 24 * 60
ME = 9


def room(*lines: tuple[int, int, str, int | None]) -> bytes:
    """Lines are (who, minute, text, and the index of what one answers), numbered in order."""
    said: list[Line] = [
        (number, who, minute, text, *([answers + 1] if answers is not None else []))
        for number, (who, minute, text, answers) in enumerate(lines, 1)
    ]
    return group(*said)


def test_newcomers_who_are_answered_come_back_and_what_that_takes(tmp_path: Path) -> None:
    lines: list[tuple[int, int, str, int | None]] = []
    for n in range(24):
        answered = n < 12
        lines.append((100 + n, n * 60, "hello from here", None))
        if answered:
            lines.append((ME, n * 60 + 30, "so good to see you here today", len(lines) - 1))
        if n % 6 < (5 if answered else 1):
            lines.append((100 + n, n * 60 + 14 * DAY, "back again", None))
    lines.append((200, 60 * DAY, "much later", None))
    it = found(tmp_path, {"result.json": room(*lines)}, f"user{ME}").loyalty
    assert (it.answered.people, it.answered.returned) == (12, 10)
    assert (it.unanswered.people, it.unanswered.returned) == (12, 2)
    assert it.difference.point == pytest.approx(11 / 14 - 3 / 14)
    assert it.reply_hours == pytest.approx(12 * 7 / 40 / 60)
    assert it.hours_each.value == pytest.approx(12 * 7 / 40 / 60 / (it.difference.point * 12))


def test_hours_of_reading_and_typing_and_nights(tmp_path: Path) -> None:
    lines = [(5, n * DAY, "word " * 34, None) for n in range(15)]
    lines += [(ME, n * DAY + 60 * (1 if n % 2 else 8), "word " * 8, None) for n in range(14)]
    log = {"result.json": room(*lines)}
    it = found(tmp_path, log, f"user{ME}", wish=Wish("Asia/Jakarta", private=True)).load
    assert it.weeks == pytest.approx(2)
    assert it.reading_hours.value == pytest.approx(15 * 34 / 238 / 60 / 2)
    assert it.reply_hours.value == pytest.approx(14 * 8 / 40 / 60 / 2)
    assert it.night_share.value == pytest.approx(0.5)
    assert sum(it.by_hour) == 15
    assert found(tmp_path / "utc", log, f"user{ME}").load.night_share.value is None


def test_questions_and_first_messages_are_answered_more(tmp_path: Path) -> None:
    lines: list[tuple[int, int, str, int | None]] = []
    for n in range(40):
        asked = n % 2 == 0
        lines.append((100 + n % 20, n * 120, "when is it?" if asked else "it was on Friday", None))
        if asked:
            lines.append((ME, n * 120 + 60, "tomorrow", len(lines) - 1))
    it = found(tmp_path, {"result.json": room(*lines)}, f"user{ME}")
    rows = {(row.by, row.group): row for row in it.answering}
    assert (rows["question", "question"].answered, rows["question", "question"].messages) == (
        20,
        20,
    )
    assert rows["question", "other"].answered == 0
    shares = [rows["question", name].share.point for name in ("question", "other")]
    assert shares == [pytest.approx(0.75), pytest.approx(0.25)]
    assert it.ceiling.share == 1


def test_talk_to_the_creator_and_talk_between_fans(tmp_path: Path) -> None:
    lines = [
        (5, 0, "Kapten, when is part two?", None),
        (6, 5, "@ada it was on Friday", None),
        (7, 9, "thank you Kapten", None),
        (6, 12, "same here guys", 0),
        (ME, 300, "tomorrow", 0),
    ]
    (tmp_path / "result.json").write_bytes(room(*lines))
    with Ledger() as ledger:
        read_channel(ledger, [tmp_path], Wanted(me=(f"user{ME}",)), called=("Kapten",))
        it = look(ledger).talk
    assert it.features["to_creator"].messages == 2
    assert it.features["to_fans"].messages == 2
    assert it.features["question"].messages == 1
