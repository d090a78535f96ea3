"""Who is ego where nobody says so: who stands in conversations that are called after the other."""

import json
from collections.abc import Mapping, Sequence

import pytest

from parasocial.errors import WhoIsEgo
from parasocial.readers.discord.exporter import facts
from parasocial.reading import Asked
from reading.held import export

PIM, ODO, LUMI = ("11", "pim"), ("22", "odo"), ("33", "lumi")


def log(kind: str, name: str, *authors: tuple[str, str]) -> bytes:
    messages = [
        {"id": str(n), "author": {"id": who, "name": called, "nickname": called.title()}}
        for n, (who, called) in enumerate(authors)
    ]
    channel = {"id": name, "type": kind, "name": name}
    root = {"guild": {"id": "0"}, "channel": channel, "messages": messages, "messageCount": 9}
    return json.dumps(root).encode()


def ego(files: Sequence[bytes], me: Sequence[str] = ()) -> Mapping[str, object]:
    held = export({f"{n}.json": content for n, content in enumerate(files)})
    return facts(held, Asked(me=tuple(me))).ego


DIRECT, SERVER = "DirectTextChat", "GuildTextChat"


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ([log(DIRECT, "odo", PIM, ODO)], {"11"}),
        ([log(DIRECT, "Odo", ODO, PIM)], {"11"}),
        ([log(DIRECT, "odo", PIM, ODO), log(SERVER, "tea", LUMI, ODO)], {"11"}),
        # Renamed since: the one who stands in both.
        ([log(DIRECT, "was odo", PIM, ODO), log(DIRECT, "was lumi", LUMI, PIM)], {"11"}),
        # The other alone speaks: direction is plain without ego.
        ([log(DIRECT, "odo", ODO)], set()),
    ],
)
def test_ego_is_who_is_not_the_other(files: Sequence[bytes], found: set[str]) -> None:
    assert ego(files) == found


@pytest.mark.parametrize(
    "files",
    [
        [log(SERVER, "tea", PIM, ODO)],
        [log(DIRECT, "was odo", PIM, ODO)],
        [log(DIRECT, "odo", PIM, ODO), log(DIRECT, "pim", PIM, ODO)],
    ],
)
def test_nothing_says_who_is_ego(files: Sequence[bytes]) -> None:
    with pytest.raises(WhoIsEgo):
        ego(files)


@pytest.mark.parametrize("me", ["11", "pim", "@PIM", "Pim", "pim#None"])
def test_ego_by_id_name_or_nickname(me: str) -> None:
    assert ego([log(SERVER, "tea", PIM, ODO)], [me]) == {"11"}


def test_a_name_before_a_nickname() -> None:
    files = [log(SERVER, "tea", ("11", "odo pim"), ("22", "Odo Pim"), ("33", "x"))]
    assert ego(files, ["11"]) == {"11"}
    assert ego(files, ["odo pim"]) == set()  # two people are called that


def test_a_silent_reader_is_no_error() -> None:
    held = export({"a.json": log(SERVER, "tea", PIM, ODO)})
    found = facts(held, Asked(me=("nobody",)))
    assert found.ego == set()
    [warning] = found.warnings
    assert "--me" in warning
