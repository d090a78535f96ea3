"""The labelled posts: what labelled/README.md promises of them."""

import hashlib
from collections import Counter
from pathlib import Path
from typing import Literal

import msgspec
import pytest

LABELLED = Path(__file__).parent / "labelled"
SEALED = "1eb7145f0d172cf109bf54d34994362eef440c3556a772f8818f35b0a4e525a0"
LANGUAGES = {"en", "id", "ms", "vi", "th", "fil"}
RESERVED = ("example.com", "example.net", "example.org", ".example")
OF_OTHERS = {"name_partner", "name_child", "name_friend", "others_secret"}

Kind = Literal[
    "phone", "email", "address", "home", "school", "work", "live_location",
    "birthday", "age", "name_self", "name_partner", "name_child", "name_friend",
    "employer", "travel", "document", "account_number", "plate", "wallet",
    "password", "security_answer", "health", "relationship", "money", "others_secret",
]  # fmt: skip
Trap = Literal[
    "price", "order_number", "tracking", "score", "measurement", "statistic", "time", "recipe",
    "year", "version", "model_number", "public_date", "celebrity_birthday", "others_age",
    "shop_address", "helpline", "quote", "lyrics", "fiction", "game", "joke", "hypothetical",
    "negation", "password", "others_secret",
]  # fmt: skip


class Found(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: Kind
    start: int
    end: int
    about: Literal["self", "other"]


class Post(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    lang: str
    text: str
    found: list[Found]
    traps: list[Trap]


def read(half: str) -> list[Post]:
    return msgspec.json.Decoder(Post).decode_lines((LABELLED / half).read_bytes())


@pytest.fixture(scope="module")
def halves() -> tuple[list[Post], list[Post]]:
    return read("open.jsonl"), read("sealed.jsonl")


@pytest.fixture(scope="module")
def posts(halves: tuple[list[Post], list[Post]]) -> list[Post]:
    return [post for half in halves for post in half]


def test_spans_lie_in_their_text(posts: list[Post]) -> None:
    for post in posts:
        bounds = [0, *(n for span in post.found for n in (span.start, span.end)), len(post.text)]
        assert bounds == sorted(bounds), post.id
        for span in post.found:
            said = post.text[span.start : span.end]
            assert said, post.id
            assert said == said.strip(), post.id
            assert span.about == "other" or span.kind not in OF_OTHERS, post.id


def test_no_post_stands_in_both_halves(posts: list[Post]) -> None:
    assert len({post.id for post in posts}) == len(posts)
    assert len({" ".join(post.text.casefold().split()) for post in posts}) == len(posts)


def test_as_many_as_promised(posts: list[Post]) -> None:
    kinds = Counter(span.kind for post in posts for span in post.found)
    assert len(posts) == 710
    assert kinds["address"] >= 50
    assert kinds["phone"] >= 40
    assert set(kinds) == set(Kind.__args__)
    given = sum(bool(post.found) for post in posts)
    assert 0.40 <= given / len(posts) <= 0.50
    assert sum(bool(post.traps) and not post.found for post in posts) >= (len(posts) - given) / 2


def test_the_halves_are_alike(halves: tuple[list[Post], list[Post]]) -> None:
    mixes = [Counter((post.lang, bool(post.found)) for post in half) for half in halves]
    assert {lang for lang, _ in mixes[0]} == {lang for lang, _ in mixes[1]} == LANGUAGES
    for part in mixes[0] | mixes[1]:
        assert abs(mixes[0][part] - mixes[1][part]) <= 6, part
    kinds = [Counter(span.kind for post in half for span in post.found) for half in halves]
    assert set(kinds[0]) == set(kinds[1])
    assert abs(len(halves[0]) - len(halves[1])) <= 1


def test_mail_goes_to_reserved_domains(posts: list[Post]) -> None:
    mails = [
        post.text[span.start : span.end]
        for post in posts
        for span in post.found
        if span.kind == "email"
    ]
    for mail in mails:
        assert "example" in mail
        assert "@" not in mail or mail.endswith(RESERVED)


def test_the_sealed_half_is_as_it_was_sealed() -> None:
    assert hashlib.sha256((LABELLED / "sealed.jsonl").read_bytes()).hexdigest() == SEALED
