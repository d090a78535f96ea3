"""Whose archive it is, and whether all of it is here."""

import json
from collections.abc import Sequence

import pytest

from parasocial.errors import WhoIsEgo
from parasocial.readers.x.about import facts
from parasocial.reading import Asked
from reading.held import export


def script(name: str, rows: object) -> bytes:
    return f"window.YTD.{name}.part0 = {json.dumps(rows)}".encode()


def talks(*conversations: str) -> dict[str, bytes]:
    rows = [{"dmConversation": {"conversationId": it, "messages": []}} for it in conversations]
    return {"direct-messages.js": script("direct_messages", rows)}


def manifest(*files: str) -> dict[str, bytes]:
    listed = [{"fileName": f"data/{name}", "count": "1"} for name in files]
    root = {
        "userInfo": {"accountId": "21", "userName": "pim"},
        "dataTypes": {"x": {"files": listed}},
    }
    return {"data/manifest.js": b"window.__THAR_CONFIG = " + json.dumps(root).encode()}


def asked(files: dict[str, bytes], *me: str, title: str = ""):
    return facts(export(files, title), Asked(me=me))


@pytest.mark.parametrize(
    ("conversations", "ego"),
    [
        (["21-22", "21-23"], "21"),
        (["21-22", "23-21", "1600000000000000009"], "21"),
        (["21-22", "21-22", "21-21", "21-23"], "21"),
    ],
)
def test_who_is_in_every_conversation_is_ego(conversations, ego):
    assert asked(talks(*conversations)).ego == {ego}


@pytest.mark.parametrize("conversations", [["21-22"], ["21-22", "23-24"], ["21-22", "22-21"]])
def test_where_that_is_nobody_or_two_the_person_is_asked(conversations):
    with pytest.raises(WhoIsEgo, match="--me NUMBER"):
        asked(talks(*conversations))
    # A number may be from another platform.
    assert asked(talks(*conversations), "310000000000000001", "21").account == "21"
    with pytest.raises(WhoIsEgo):
        asked(talks(*conversations), "310000000000000001")


def test_without_messages_nobody_need_be_known():
    assert asked({"follower.js": script("follower", [])}).account is None


def test_the_manifest_says_whose_it_is_and_what_should_be_here():
    here = {"data/tweets.js": script("tweets", [])}
    whole = asked({**here, **manifest("tweets.js", "ad-impressions-part7.js", "profile.js")})
    assert (whole.account, whole.whole, whole.warnings) == ("pim", True, ())
    part = asked({**here, **manifest("tweets.js", "like.js")})
    assert not part.whole
    assert "several zips" in part.warnings[0]


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("twitter-2025-06-01-0a1b2c3d", 1_748_822_399_999_999),
        ("twitter-2025-13-01-x", None),
        ("x", None),
    ],
)
def test_the_name_of_the_zip_says_on_which_day_it_was_made(title, day):
    assert asked({"follower.js": script("follower", [])}, title=title).exported_us == day


@pytest.mark.parametrize("content", [b"", b"window", b"= {", b"= [{}", b"= 7", b"\xff\xfe"])
def test_a_damaged_file_says_nothing(content: bytes):
    files: Sequence[str] = ("account.js", "manifest.js", "screen-name-change.js", "note-tweet.js")
    found = asked(dict.fromkeys(files, content), "pim")
    assert found.ego == {"pim", "@pim"}
