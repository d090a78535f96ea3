"""Who wrote what a message answers, however a file is cut and its messages are numbered."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parasocial.readers.telegram import authors as authors_module
from parasocial.readers.telegram.authors import Authors
from parasocial.readers.telegram.records import Message
from parasocial.readers.telegram.rooms import Room, Sort
from parasocial.readers.telegram.stretches import Peer, Senders, stretch
from parasocial.reading.columns import NOWHERE

GROUP = Room("channel1", "Tea", Sort.GROUP)
NUMBER = st.one_of(st.none(), st.integers(1, 9), st.sampled_from([-(2**63), 2**63]))
MESSAGE = st.builds(
    Message,
    id=NUMBER,
    type=st.sampled_from(["message", "message", "message", "service"]),
    from_id=st.sampled_from(["user1", "user2", 3, None, ""]),
    reply_to_message_id=NUMBER,
    reply_to_peer_id=st.sampled_from([None, None, None, "channel2"]),
)


def answers(messages: Sequence[Message], cuts: Sequence[int]) -> list[dict[int, Peer]]:
    senders, authors = Senders(), Authors()
    ends = [0, *sorted(cuts), len(messages)]
    parts = [messages[start:end] for start, end in pairwise(ends)]
    found = [stretch(GROUP, it, senders, authors).answers for it in parts]
    return [
        {at: None if who == NOWHERE else senders.all[who] for at, who in it.items()} for it in found
    ]


def one_by_one(messages: Sequence[Message]) -> dict[int, Peer]:
    known: dict[int | None, Peer] = {}
    found: dict[int, Peer] = {}
    for place, it in enumerate(messages):
        if it.type == "message" and it.reply_to_message_id is not None:
            found[place] = known.get(it.answered)
        if it.type == "message" and it.id is not None:
            known[it.id] = it.from_id
    return found


@given(st.lists(MESSAGE, max_size=12), st.lists(st.integers(0, 12), max_size=3), st.booleans())
def test_as_one_by_one(messages: list[Message], cuts: list[int], rising: bool) -> None:
    if rising:
        for number, it in enumerate(messages, 1):
            it.id = number
    cuts = [min(it, len(messages)) for it in cuts]
    starts = [0, *sorted(cuts)]
    found = {
        start + place: who
        for start, part in zip(starts, answers(messages, cuts), strict=True)
        for place, who in part.items()
    }
    assert found == one_by_one(messages)


@pytest.mark.parametrize("rising", [True, False])
def test_of_many_messages_the_latest_are_known(
    monkeypatch: pytest.MonkeyPatch, rising: bool
) -> None:
    monkeypatch.setattr(authors_module, "_REMEMBERED", 40)
    numbers = [*range(1, 1001)] if rising else [*range(1000, 0, -1)]
    messages = [
        Message(id=it, from_id=f"user{at}", reply_to_message_id=numbers[max(0, at - 15)])
        for at, it in enumerate(numbers)
    ]
    found = answers(messages, range(10, 1000, 10))
    assert found[-1] == {at: f"user{975 + at}" for at in range(10)}
    far = [Message(id=2000, from_id="user1", reply_to_message_id=numbers[0])]
    assert answers([*messages, *far], range(10, 1001, 10))[-1] == {0: None}


def test_only_so_many_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(authors_module, "_REMEMBERED", 40)
    senders, authors = Senders(), Authors()
    for first in range(1, 2000, 10):
        messages = [Message(id=it, from_id="user1") for it in range(first, first + 10)]
        stretch(GROUP, messages, senders, authors)
    assert len(authors._numbers) < 4 * 40


def test_everybody_is_new_once() -> None:
    senders, authors = Senders(), Authors()
    first = [Message(id=at, from_id=who) for at, who in enumerate(["user1", "user2", "user1"])]
    assert stretch(GROUP, first, senders, authors).first == {0, 1}
    then = [Message(id=9, from_id="user2"), Message(id=10, from_id="user3")]
    assert stretch(GROUP, then, senders, authors).first == {1}
