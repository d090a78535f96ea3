"""A channel's messages, streamed: the same wherever a chunk ends and however the file is written."""

import json
from typing import Any

import pytest

from parasocial.readers.discord import logs
from parasocial.readers.discord.logs import Said, User
from parasocial.reading import Broken
from parasocial.reading.halves import CutOff
from reading.held import file


def message(n: int, **more: Any) -> dict[str, Any]:
    author = {"id": str(n % 3), "name": "a", "isBot": False}
    told = {"id": str(n), "type": "Default", "timestamp": "2025-01-02T03:04:05.67+00:00"}
    return told | {"author": author, "content": '], "messageCount": 1}'} | more


MESSAGES = [message(n, reference={"messageId": str(n - 2)}) for n in range(40)]
ROOT = {"guild": {"id": "9"}, "channel": {"id": "5"}, "messages": MESSAGES, "messageCount": 40}


def read(content: bytes) -> tuple[dict[str, Any], list[Any]]:
    table = logs.messages(file(content), Said)
    return dict(table.head), [it for batch in table.batches for it in batch]


@pytest.mark.parametrize("size", [1, 7, 300, 1 << 18])
@pytest.mark.parametrize("indent", [None, 2])
def test_wherever_a_chunk_ends(
    monkeypatch: pytest.MonkeyPatch, size: int, indent: int | None
) -> None:
    monkeypatch.setattr(logs, "_BUFFER", size)
    head, said = read(json.dumps(ROOT, indent=indent).encode())
    assert head == {"guild": {"id": "9"}, "channel": {"id": "5"}}
    assert [it.id for it in said] == [str(n) for n in range(40)]
    assert [it.answered for it in said[:2]] == [None, None]
    assert [it.answered.id for it in said[2:]] == [str((n - 2) % 3) for n in range(2, 40)]


def test_another_order_of_keys() -> None:
    turned = dict(reversed(ROOT.items()))
    head, said = read(json.dumps(turned).encode())
    assert head == {"guild": {"id": "9"}, "channel": {"id": "5"}}
    assert len(said) == 40


def test_one_record_that_is_broken() -> None:
    _, said = read(json.dumps(ROOT | {"messages": [message(1), message(2, author=7)]}).encode())
    assert [type(it) for it in said] == [Said, Broken]


def test_a_file_that_is_cut() -> None:
    content = json.dumps(ROOT).encode()
    table = logs.messages(file(content[: len(content) // 2]), Said)
    found: list[Any] = []
    with pytest.raises(CutOff):
        found.extend(it for batch in table.batches for it in batch)
    assert 0 < len(found) < 40


def test_who_is_forgotten_is_not_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "_REMEMBERED", 1)
    _, said = read(json.dumps(ROOT).encode())
    assert all(it.answered is None or type(it.answered) is User for it in said)
    assert len(said) == 40
