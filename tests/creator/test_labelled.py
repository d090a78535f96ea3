"""The labelled messages: what labelled/README.md promises of them."""

import hashlib
from collections import Counter
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import pytest

LABELLED = Path(__file__).parent / "labelled"
SEALED = "c43547f15fd7d79ff96bbac49bffdf8950cb1c26f0a73250541db765d6129f25"
LANGUAGES = {"en", "id", "ms", "vi", "th", "fil"}
BREACHES = {"asks_address", "asks_number", "asks_meeting", "threat", "contact_posted", "sexual"}


class Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    lang: str
    place: Literal["comment", "live_chat", "community"]
    creator: str
    text: str
    address: Literal["creator", "fans", "nobody", "cannot_tell"]
    question: bool
    intimacy: Annotated[int, msgspec.Meta(ge=0, le=2)]
    disclosure: bool
    breach: str
    distress: bool
    tone: Literal["praise", "criticism", "hostile", "neutral"]
    near: Literal["breach", "distress", "none"]


def read(half: str) -> list[Message]:
    return msgspec.json.Decoder(Message).decode_lines((LABELLED / half).read_bytes())


@pytest.fixture(scope="module")
def halves() -> tuple[list[Message], list[Message]]:
    return read("open.jsonl"), read("sealed.jsonl")


@pytest.fixture(scope="module")
def messages(halves: tuple[list[Message], list[Message]]) -> list[Message]:
    return [message for half in halves for message in half]


def test_labels_do_not_contradict_each_other(messages: list[Message]) -> None:
    for message in messages:
        assert message.text.strip(), message.id
        assert message.breach in BREACHES | {"none"}, message.id
        assert message.near != "breach" or message.breach == "none", message.id
        assert message.near != "distress" or not message.distress, message.id
        assert message.disclosure or not message.distress, message.id
        assert message.tone == "hostile" or message.breach != "threat", message.id


def test_no_message_stands_in_both_halves(messages: list[Message]) -> None:
    assert len({message.id for message in messages}) == len(messages)
    said = {(message.lang, " ".join(message.text.split())) for message in messages}
    assert len(said) == len(messages)


def test_as_many_as_promised(messages: list[Message]) -> None:
    breaches = Counter(message.breach for message in messages)
    near = Counter(message.near for message in messages)
    distress = sum(message.distress for message in messages)
    assert len(messages) == 968
    assert len(messages) - breaches["none"] == 123
    assert min(breaches[breach] for breach in BREACHES) >= 15
    assert distress == 55
    assert near["breach"] == 126
    assert near["distress"] == 60


def test_the_halves_are_alike(halves: tuple[list[Message], list[Message]]) -> None:
    assert len(halves[0]) == len(halves[1])
    for label in ("lang", "breach", "distress", "near", "tone", "address"):
        mixes = [Counter(getattr(message, label) for message in half) for half in halves]
        assert set(mixes[0]) == set(mixes[1])
        for value in mixes[0]:
            assert abs(mixes[0][value] - mixes[1][value]) <= 8, (label, value)
    assert {message.lang for message in halves[0]} == LANGUAGES


def test_the_sealed_half_is_as_it_was_sealed() -> None:
    assert hashlib.sha256((LABELLED / "sealed.jsonl").read_bytes()).hexdigest() == SEALED
