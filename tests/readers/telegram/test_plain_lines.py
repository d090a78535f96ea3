"""Many plain lines at once say what each would say alone."""

import json
from collections import Counter
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from parasocial.readers.telegram import TELEGRAM
from parasocial.reading import Asked, Reader, Tally, read
from reading.held import export

LINE = st.fixed_dictionaries(
    {
        "id": st.one_of(st.none(), st.integers(1, 9), st.sampled_from([-(2**63), 2**63])),
        "type": st.sampled_from(["message", "message", "message", "service"]),
        "date_unixtime": st.sampled_from(["1778000000", "1778000060", "5", "x", "9" * 15, None]),
        "date": st.just("2026-05-01T10:00:00"),
        "from": st.sampled_from(["Ada", "Cai", None]),
        "from_id": st.sampled_from(["user1", "user2", "user9", None, ""]),
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
