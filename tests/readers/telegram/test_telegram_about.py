"""Who is ego where a file does not say so."""

import json

import pytest

from parasocial.errors import WhoIsEgo
from parasocial.readers.telegram.about import facts
from parasocial.reading import Asked
from reading.held import export

PIM, ODO, LUMI = ("user11", "Pim"), ("user22", "Odo"), ("user33", "Lumi")
STAMP = {"date": "2025-01-01T08:00:00", "date_unixtime": "1735718400"}


def chat(kind: str, number: int, *who: tuple[str | None, str | None], **more: str) -> bytes:
    said = [
        {
            "id": n,
            "type": "message",
            **(more or STAMP),
            "from": name,
            "from_id": it,
            "text": "hello",
        }
        for n, (it, name) in enumerate(who)
    ]
    root = {"name": "Odo", "type": kind, "id": number, "messages": said}
    return json.dumps(root).encode()


def about(*files: bytes, me: tuple[str, ...] = (), zone: str | None = None):
    held = export({f"{n}/result.json": content for n, content in enumerate(files)})
    return facts(held, Asked(me=me, zone=zone))


PAIR, GROUP = chat("personal_chat", 22, ODO, PIM), chat("private_group", 4, ODO, PIM, LUMI)
CHANNEL = chat("public_channel", 7, ("channel7", "Odo"))


@pytest.mark.parametrize(
    ("files", "me", "ego"),
    [
        ((PAIR,), (), "user11"),
        ((GROUP, PAIR), (), "user11"),
        ((GROUP,), ("Pim",), "user11"),
        ((GROUP,), ("11",), "user11"),
        ((GROUP,), ("user11",), "user11"),
        # Who says nothing there may be known from elsewhere.
        ((GROUP,), ("user12",), "user12"),
        ((GROUP,), ("2100000001", "@pim", "user12"), "user12"),
        ((GROUP, PAIR), ("2100000001", "@pim"), "user11"),
        ((PAIR,), ("Pim",), "user11"),
        # Pim is what somebody else is called there, too.
        ((chat("personal_chat", 22, ("user22", "Pim"), PIM),), ("Pim",), "user11"),
    ],
)
def test_ego_is_who_is_named_or_not_the_other_of_two(files, me, ego):
    found = about(*files, me=me)
    assert found.account == ego
    assert ego in found.ego


@pytest.mark.parametrize(
    ("files", "me", "said"),
    [
        ((GROUP,), (), "--me NAME"),
        ((GROUP,), ("Nobody",), "--me NAME"),
        ((GROUP,), ("2100000001",), "--me NAME"),
        ((chat("private_group", 4, PIM, ("user12", "Pim")),), ("Pim",), "Several members"),
    ],
)
def test_where_nothing_tells_the_person_is_asked(files, me, said):
    with pytest.raises(WhoIsEgo, match=said):
        about(*files, me=me)


@pytest.mark.parametrize("files", [(CHANNEL,), (chat("personal_chat", 22, ODO),), (b"{", b"")])
def test_where_ego_says_nothing_nobody_need_be_known(files):
    assert about(*files).account is None


def test_a_clock_without_its_zone_is_told():
    old = chat("personal_chat", 22, ODO, date="2020-01-01T08:00:00")
    assert "--zone" in about(old).warnings[0]
    assert about(old, zone="Europe/Paris").warnings == ()
    assert about(PAIR).warnings == ()
