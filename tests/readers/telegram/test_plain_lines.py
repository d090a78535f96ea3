"""Many plain lines at once say what each would say alone."""

import json
from collections import Counter
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parasocial.jobs.read import Wanted, read_into
from parasocial.ledger import Ledger
from parasocial.readers.telegram import TELEGRAM
from parasocial.readers.telegram.chats import chats
from parasocial.reading import Asked, Reader, Tally, loop, read
from parasocial.schema import EGO
from reading.held import export

LINE = st.fixed_dictionaries(
    {
        "id": st.one_of(st.none(), st.integers(1, 9), st.sampled_from([-(2**63), 2**63])),
        "type": st.sampled_from(["message", "message", "message", "service"]),
        "date_unixtime": st.sampled_from(["1778000000", "1778000060", "5", "x", "9" * 15, None]),
        "date": st.just("2026-05-01T10:00:00"),
        "from": st.sampled_from(["Ada", "Cai", None]),
        "from_id": st.sampled_from(["user1", "user2", "user9", None, "", EGO]),
        "text": st.sampled_from(
            [
                "so nice",
                "",
                "when?",
                "khi\u00a0nào\x1d\u3000?",
                " ",
                ["a ", {"type": "bold", "text": "b"}],
            ]
        ),
    },
    optional={
        "reply_to_message_id": st.integers(1, 9),
        "reactions": st.just(
            [{"emoji": "x", "recent": [{"from_id": "user2", "date": "2026-05-01T10:00:00"}]}]
        ),
        "forwarded_from": st.just("Dee"),
    },
)
ALONE = replace(TELEGRAM, records=tuple(replace(it, many=None) for it in TELEGRAM.records))


def said(reader: Reader, content: bytes) -> tuple[Counter[Any], Tally]:
    files = export({"result.json": content})
    facts, tally = reader.facts(files, Asked(me=("user9",))), Tally()
    found = Counter(
        it
        for batch in read(
            reader,
            files,
            facts,
            tally,
            latest_us=2 * 10**15,
            listen=lambda texts: [*map(len, texts)],
        )
        for it in (*batch.each(), *batch.accounts, *batch.logs)
    )
    return found, tally


@settings(max_examples=25, deadline=None)
@given(st.lists(LINE, max_size=12), st.sampled_from(["public_supergroup", "personal_chat"]))
def test_together_as_alone(lines: list[dict[str, Any]], kind: str) -> None:
    chat = {"name": "Tea", "type": kind, "id": 77, "messages": lines}
    content = json.dumps(chat).encode()
    assert said(TELEGRAM, content) == said(ALONE, content)


def test_nobody_is_ego_by_calling_themselves_so() -> None:
    line = {"id": 1, "type": "message", "date_unixtime": "1778000000", "from_id": EGO, "text": "a"}
    chat = {"name": "Tea", "type": "public_supergroup", "id": 77, "messages": [line]}
    found, tally = said(TELEGRAM, json.dumps(chat).encode())
    assert not [it for it in found if getattr(it, "channel", "") == "message"]
    assert tally.failed == 1


def test_where_a_file_is_cut_into_stretches_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    # The first answers what comes later; the fourth has the number of the second again. The last
    # but one is nobody's words, which the last answers.
    answers = [(1, 3), (2, 1), (3, 2), (2, 2), (9, 2), (6, 9), (7, 6)]
    lines = [
        {
            "id": number,
            "type": "service" if number == 6 else "message",
            "date_unixtime": f"17780000{at}0",
            "from_id": f"user{at}",
            "text": "so nice",
            "reply_to_message_id": other,
        }
        for at, (number, other) in enumerate(answers, 1)
    ]
    chat = {"name": "Tea", "type": "public_supergroup", "id": 77, "messages": lines}
    content = json.dumps(chat).encode()
    whole, _ = said(TELEGRAM, content)
    replies = {it.actor: it.target for it in whole if getattr(it, "channel", "") == "reply"}
    assert replies == {"user2": "user1", "user3": "user2", "user4": "user2", "user5": "user4"}
    for size in (100, 300):
        monkeypatch.setattr(import_module(chats.__module__), "CHUNK", size)
        assert said(TELEGRAM, content)[0] == whole


def test_a_batch_holds_few_long_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        {"id": at, "type": "message", "date_unixtime": "1778000000", "from_id": "user1"}
        | {"text": "so " * 999}
        for at in range(8)
    ]
    chat = {"name": "Tea", "type": "public_supergroup", "id": 77, "messages": lines}
    files = export({"result.json": json.dumps(chat).encode()})
    monkeypatch.setattr(import_module(chats.__module__), "CHUNK", 1_000)
    monkeypatch.setattr(loop, "LETTERS", 5_000)
    facts = TELEGRAM.facts(files, Asked(me=("user9",)))
    batches = [*read(TELEGRAM, files, facts, Tally(), latest_us=2 * 10**15)]
    assert [len(it) for it in batches] == [2, 2, 2, 2, 0]
    assert max(it.letters for it in batches) < 6_000


@pytest.mark.parametrize(("asked", "kept"), [(True, ["we do"]), (False, [])])
def test_own_words_in_a_group_are_kept_on_request_alone(
    tmp_path: Path, asked: bool, kept: list[str]
) -> None:
    lines = [
        {
            "id": at,
            "type": "message",
            "date_unixtime": f"17780000{at}0",
            "from_id": who,
            "text": text,
        }
        for at, (who, text) in enumerate([("user1", "do you?"), ("user9", "we do"), ("user9", "")])
    ]
    chat = {"name": "Tea", "type": "private_group", "id": 77, "messages": lines}
    (tmp_path / "result.json").write_text(json.dumps(chat))
    with Ledger() as ledger:
        read_into(ledger, [tmp_path], Wanted(me=("user9",), with_messages=asked))
        assert ledger.query("SELECT words FROM text")["words"] == kept
        told = ledger.query("SELECT actor_id, words, item_id FROM row ORDER BY us")
    assert told == {
        "actor_id": ["telegram:user1", "ego", "ego"],
        "words": [2, 2, None],
        "item_id": ["0", "1", "2"],
    }
