"""The one file that Telegram writes, in pieces of any size and with any end."""

import json
import sys
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parasocial.readers.telegram.chats import chats
from parasocial.readers.telegram.records import Contact, Message
from parasocial.readers.telegram.rooms import Room, Sort, peer
from parasocial.reading import Broken
from parasocial.reading.halves import CutOff
from reading.held import file

# The package's name of the function hides the module.
MODULE = sys.modules["parasocial.readers.telegram.chats"]


def chat(number: int, *texts: object, **more: object) -> dict[str, object]:
    said = [
        {"id": n, "type": "message", "date": "", "from_id": "user2", "text": text}
        for n, text in enumerate(texts)
    ]
    return {"name": "A", "type": "personal_chat", "id": number, **more, "messages": said}


def whole(*them: dict[str, object], left: tuple[dict[str, object], ...] = ()) -> bytes:
    root = {
        "personal_information": {"user_id": 1},
        "contacts": {"about": "", "list": [{"user_id": 2, "first_name": "Odo"}]},
        "chats": {"about": "", "list": list(them)},
        "left_chats": {"about": "", "list": list(left)},
    }
    return json.dumps(root, indent=1, ensure_ascii=False).encode()


def rows(content: bytes) -> list[object]:
    return [row for batch in chats(file(content), Message).batches for row in batch]


def collect(batches: Iterator[Sequence[object]], into: list[object]) -> None:
    for batch in batches:
        into += batch


def texts(content: bytes) -> list[tuple[str, object]]:
    return [(it[0].id, it[1].text) for it in rows(content) if isinstance(it, tuple)]


NASTY = (
    '"messages": [ {"id": 1}, ]}',
    '},\n    {\n     "id": 2',
    'say "messages"',
    "\\",
    "]}",
    [{"type": "link", "text": '"messages": ['}],
)


@pytest.mark.parametrize("size", [7, 64, 300, 1 << 17])
def test_pieces_of_any_size_hold_the_same(monkeypatch, size):
    monkeypatch.setattr(MODULE, "CHUNK", size)
    content = whole(chat(2, *NASTY), chat(3), chat(4, "one"), left=(chat(5, "two"),))
    found = rows(content)
    assert [type(it).__name__ for it in found].count("Contact") == 1
    assert [it.listed for it in found if isinstance(it, Room)] == [True, True, True, False]
    said = texts(content)
    assert [who for who, _ in said] == ["user2"] * len(NASTY) + ["user4", "user5"]
    assert [it for _, it in said[:5]] == list(NASTY[:5])


@settings(max_examples=25)
@given(st.lists(st.lists(st.text(), max_size=3), max_size=3), st.integers(1, 40))
def test_what_was_written_is_read(them, size):
    content = whole(*(chat(n, *said) for n, said in enumerate(them, start=2)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(MODULE, "CHUNK", size)
        found = texts(content)
    assert [it for _, it in found] == [text for said in them for text in said]


@pytest.mark.parametrize("kept", [0.4, 0.6, 0.8, 0.95])
def test_what_stands_before_a_cut_is_read(kept):
    content = whole(chat(2, *(f"text {n}" for n in range(50))))
    batches = chats(file(content[: int(len(content) * kept)]), Message).batches
    found: list[object] = []
    with pytest.raises(CutOff):
        collect(batches, found)
    said = [it[1].text for it in found if isinstance(it, tuple)]
    assert said == [f"text {n}" for n in range(len(said))]
    assert len(said) > 50 * kept - 15


def test_a_record_that_does_not_fit_is_one_broken_record():
    found = rows(whole(chat(2, "one", 7, "three")))
    assert [type(it) for it in found] == [Contact, Room, Broken, tuple, tuple]


def test_a_chat_of_a_kind_that_we_do_not_know_has_no_sort():
    [_, place] = rows(whole(chat(2, type="something_new")))
    assert place == Room()
    [_, place] = rows(whole(chat(2)))
    assert place == Room("user2", "A", Sort.PERSON, listed=True)


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("user22", "user22"),
        ("channel7", "channel7"),
        (22, "user22"),
        ((1 << 32) + 4, "chat4"),
        ((2 << 32) + 7, "channel7"),
        ((9 << 32) + 7, f"user{(9 << 32) + 7}"),
        (None, None),
        ("", None),
    ],
)
def test_numbers_of_before_2021_say_of_what_kind_somebody_is(told, found):
    assert peer(told) == found
