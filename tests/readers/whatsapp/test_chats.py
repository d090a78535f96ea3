"""Who is ego, and who is the other."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from parasocial.errors import WhoIsEgo
from parasocial.export import Export, open_exports
from parasocial.readers.whatsapp import WHATSAPP
from parasocial.readers.whatsapp.titles import alike, other_in
from parasocial.reading import Asked, Facts

TWO = "13/01/21, 18:54 - Ana: hi\n13/01/21, 18:55 - Sam: hello\n"


def facts(folder: Path, chats: dict[str, str], *me: str) -> Facts:
    for name, text in chats.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    [export] = open_exports([folder])
    return WHATSAPP.facts(export, Asked(me=me))


def test_the_file_names_the_other(tmp_path: Path) -> None:
    assert facts(tmp_path, {"WhatsApp Chat with Ana.txt": TWO}).ego == {"Sam"}


def test_the_folder_names_the_other(tmp_path: Path) -> None:
    assert facts(tmp_path, {"WhatsApp Chat - Ana/_chat.txt": TWO}).ego == {"Sam"}


def test_the_zip_names_the_other(tmp_path: Path) -> None:
    path = tmp_path / "WhatsApp Chat - Ana (1).zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("_chat.txt", TWO)
    [export] = open_exports([path])
    with export:
        assert WHATSAPP.facts(export, Asked()).ego == {"Sam"}


def test_gathered_zips_name_the_others(tmp_path: Path) -> None:
    paths = [tmp_path / f"WhatsApp Chat - {name}.zip" for name in ("Ana", "Ben")]
    for path, name in zip(paths, ("Ana", "Ben"), strict=True):
        with ZipFile(path, "w") as archive:
            archive.writestr("_chat.txt", TWO.replace("Ana", name))
    with Export.joined(open_exports(paths)) as export:
        found = WHATSAPP.facts(export, Asked())
    assert found.ego == {"Sam"}
    assert {chat.other for chat in found.learned.values()} == {"Ana", "Ben"}


def test_ego_is_in_all_chats(tmp_path: Path) -> None:
    chats = {"a/_chat.txt": TWO, "b/_chat.txt": TWO.replace("Ana", "Ben")}
    assert facts(tmp_path, chats).ego == {"Sam"}


def test_nothing_says_who_is_ego(tmp_path: Path) -> None:
    with pytest.raises(WhoIsEgo, match="--me") as raised:
        facts(tmp_path, {"_chat.txt": TWO})
    assert "Ana" not in str(raised.value)
    assert "Sam" not in str(raised.value)


def test_a_group_alone_does_not_say_who_is_ego(tmp_path: Path) -> None:
    with pytest.raises(WhoIsEgo):
        facts(tmp_path, {"WhatsApp Chat with Bakers.txt": TWO})


def test_the_person_says_who_is_ego_whatever_the_case(tmp_path: Path) -> None:
    found = facts(tmp_path, {"_chat.txt": TWO}, "sam")
    assert "Sam" in found.ego
    assert next(iter(found.learned.values())).other == "Ana"


def test_a_name_that_stands_nowhere_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WhoIsEgo, match="None of the names"):
        facts(tmp_path, {"WhatsApp Chat with Ana.txt": TWO}, "Samuel")


def test_who_never_answers_need_not_be_named(tmp_path: Path) -> None:
    found = facts(tmp_path, {"WhatsApp Chat with Ana.txt": TWO.partition("\n")[0]})
    assert found.ego == frozenset()
    assert next(iter(found.learned.values())).other == "Ana"


def test_whom_only_ego_writes_to_is_named_by_the_file(tmp_path: Path) -> None:
    text = TWO.partition("\n")[2]
    found = facts(tmp_path, {"WhatsApp Chat with Ana.txt": text}, "Sam")
    assert next(iter(found.learned.values())).other == "Ana"


def test_a_chat_follows_the_order_of_days_that_the_phone_wrote_elsewhere(tmp_path: Path) -> None:
    chats = {
        "WhatsApp Chat with Ana.txt": TWO,
        "WhatsApp Chat with Ben.txt": TWO.replace("Ana", "Ben").replace("13/", "03/"),
    }
    found = facts(tmp_path, chats)
    assert {chat.clock.orders for chat in found.learned.values()} == {("dmy",)}
    assert not found.warnings


def test_an_unreadable_chat_does_not_stop_the_others(tmp_path: Path) -> None:
    chats = {"WhatsApp Chat with Ana.txt": TWO, "WhatsApp Chat with Ben.txt": ""}
    assert facts(tmp_path, chats).ego == {"Sam"}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("WhatsApp Chat with Ana Reads", "Ana Reads"),
        ("WhatsApp Chat - Ana (2)", "Ana"),
        ("Chat de WhatsApp con Ana", "Ana"),
        ("WhatsApp-Chat mit Ana", "Ana"),
        ("Discussion WhatsApp avec Ana", "Ana"),
        ("Conversa do WhatsApp com Ana", "Ana"),
        ("Chat WhatsApp con Ana", "Ana"),
        ("WhatsApp-chat met Ana", "Ana"),
        ("Chat WhatsApp dengan Ana", "Ana"),
        ("Чат WhatsApp с Ana", "Ana"),
        ("Чат WhatsApp с контактом Ana", "Ana"),
        ("Đoạn chat WhatsApp với Ana", "Ana"),
        ("محادثة واتساب مع ليلى", "ليلى"),
        ("Ana ile WhatsApp Sohbeti", "Ana"),
        ("WhatsApp_Chat_with_Ana", "Ana"),
        ("WhatsApp Chat with Bread - with love", "Bread - with love"),
        ("_chat", None),
        ("My backup", None),
    ],
)
def test_titles(title: str, name: str | None) -> None:
    assert other_in(title) == name


@pytest.mark.parametrize(
    ("title", "name", "expected"),
    [
        ("Rina", "Rina 🌺", True),
        ("Ana Reads", "Ana Reads", True),
        ("ana reads", "Ana  Reads!", True),
        ("Anabel Long Na", "Anabel Long Name", True),
        ("Al", "Alexandra", False),
        ("Ana", "Ben", False),
        ("🌺", "🌹", False),
        ("🌺", "🌺", True),
    ],
)
def test_a_title_means_a_name(title: str, name: str, expected: bool) -> None:
    assert alike(title, name) is expected
