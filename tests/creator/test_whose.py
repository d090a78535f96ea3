"""Whose a log is: the file says it, or the creator, or a fan who reads the same file."""

from collections import Counter
from pathlib import Path

import pytest

from creator.logs import ADA, CAI, ME, comment, page, put, stream, thread
from parasocial.errors import WhoIsEgo
from parasocial.export import open_exports
from parasocial.readers import READERS
from parasocial.reading import Asked, Tally, read, reader_for
from parasocial.schema import EGO

STREAM = {
    "chat.json": stream(("1", "ada", 0, "hi"), ("2", "mila", 3, "hello"), ("3", "cai", 5, "!"))
}
PAGE = {
    "comments.json": page(
        thread(comment("a", ADA, 0), comment("a.1", ME, 5)), thread(comment("b", CAI, 9))
    )
}


def said(folder: Path, files: dict[str, bytes], *me: str) -> Counter[tuple[bool, str]]:
    """Who said what: whether ego, and to whom."""
    [export] = open_exports(put(folder, files))
    reader = reader_for(READERS, export)
    facts = reader.facts(export, Asked(me))
    return Counter(
        (it.actor == EGO, {EGO: "ego", None: "nobody"}.get(it.target, "other"))
        for batch in read(reader, export, facts, Tally(), latest_us=2 * 10**15)
        for it in batch.each()
    )


@pytest.mark.parametrize("me", [(), ("7",), ("mila",)])
def test_a_stream_is_its_owners(tmp_path: Path, me: tuple[str, ...]) -> None:
    assert said(tmp_path, STREAM, *me) == {(True, "nobody"): 1, (False, "ego"): 2}


def test_a_fan_may_read_a_streams_chat_as_theirs(tmp_path: Path) -> None:
    ada = str(sum(b"ada"))
    assert said(tmp_path, STREAM, ada) == {(True, "nobody"): 1, (False, "nobody"): 2}


@pytest.mark.parametrize("me", [(), (ME,), ("@mila",), ("Mila",)])
def test_comments_are_their_channels(tmp_path: Path, me: tuple[str, ...]) -> None:
    assert said(tmp_path, PAGE, *me) == {(True, "other"): 1, (False, "ego"): 2}


def test_a_fan_may_read_comments_as_theirs(tmp_path: Path) -> None:
    assert said(tmp_path, PAGE, ADA) == {(True, "other"): 1, (False, "ego"): 1, (False, "other"): 1}


def test_logs_of_two_channels_ask_which(tmp_path: Path) -> None:
    other = STREAM["chat.json"].replace(b'"channel_id": "7"', b'"channel_id": "8"')
    other = other.replace(b'"id": 7', b'"id": 8')
    files = STREAM | {"chat 2.json": other}
    with pytest.raises(WhoIsEgo, match="several"):
        said(tmp_path, files)
    assert said(tmp_path, files, "7")
