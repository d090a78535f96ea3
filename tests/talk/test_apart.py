"""A process of its own notices what this one would, and is not missed when it is gone."""

from collections.abc import Iterator

import numpy as np
import pytest

from parasocial.talk import notice_each
from parasocial.talk.apart import MANY, Apart, noticing

TEXTS = [
    "when is part 2, Mira?",
    "gg",
    "",
    "cảm ơn bạn",
    "\U0001f642 " * 9,
    "lone \ud800 half",
    "a b" * 99,
]
NAMES = frozenset({"Mira Tandem"})

pytestmark = pytest.mark.thorough


@pytest.fixture
def apart() -> Iterator[Apart]:
    with Apart() as it:
        yield it


def test_the_marks_are_the_same(apart: Apart) -> None:
    expected = notice_each(TEXTS, NAMES)
    noticed = apart.notice_each(TEXTS, NAMES)
    assert len(noticed) == len(TEXTS)
    assert [*noticed] == np.array(noticed, np.int64).tolist() == expected
    assert (noticed[0], noticed[1:3]) == (expected[0], expected[1:3])


def test_a_text_with_what_parts_texts_is_noticed_too(apart: Apart) -> None:
    texts = [*TEXTS, "two\0halves"]
    assert [*apart.notice_each(texts, NAMES)] == notice_each(texts, NAMES)


def test_work_goes_on_when_the_process_is_gone(apart: Apart) -> None:
    before = apart.notice_each(TEXTS, NAMES)
    assert [*before] == notice_each(TEXTS, NAMES)
    apart.end()
    assert [*apart.notice_each(TEXTS * 50, NAMES)] == notice_each(TEXTS * 50, NAMES)


def test_few_messages_are_noticed_here() -> None:
    with noticing(MANY - 1) as notice:
        assert notice is notice_each
    with noticing(MANY) as notice:
        assert [*notice(TEXTS, NAMES)] == notice_each(TEXTS, NAMES)
