"""What Meta's exports share, piece by piece."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parasocial.export import open_exports
from parasocial.reading import Broken, Facts, File, Here
from parasocial.reading.meta import (
    Entry,
    Item,
    Label,
    code,
    handle,
    handle_in,
    items,
    pairs,
    repaired,
    times,
)
from parasocial.reading.meta_html import blocks, cells, page
from parasocial.reading.meta_threads import Message, Messages

HERE = Here((), {}, Facts(zone="Etc/GMT+8"))


def as_meta_writes(text: str) -> str:
    return text.encode().decode("latin-1")


def file(tmp_path: Path, name: str, content: str) -> File:
    (tmp_path / name).write_text(content)
    [export] = open_exports([tmp_path])
    return File(export.members[0])


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_meta_garbles_is_repaired(text: str) -> None:
    assert repaired(as_meta_writes(text)) == text


@pytest.mark.parametrize("text", ["plain", "café", "naïve ☕", "日本", "\xff"])
def test_text_that_is_not_garbled_stays(text: str) -> None:
    assert repaired(text) == text


def test_half_an_emoji_is_made_harmless() -> None:
    assert repaired("ok \ud83d") == "ok ?"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ('[{"title":"a"},{"title":"b"}]', ["a", "b"]),
        ('{"likes":[{"title":"a"}]}', ["a"]),
        ('{"LIKES":[{"title":"a"}]}', ["a"]),
        ('{"likes":{"title":"a"}}', ["a"]),
        ('{"title":"a","string_list_data":[]}', ["a"]),
        ('{"likes":null}', []),
        ("null", []),
        ("[]", []),
        ("{}", []),
        ("", []),
    ],
)
def test_a_list_is_found_in_every_shape(tmp_path: Path, content: str, found: list[str]) -> None:
    table = items("likes")(file(tmp_path, "likes.json", content), Item)
    assert [item.title for batch in table.batches for item in batch] == found


def test_one_broken_record_spoils_no_other(tmp_path: Path) -> None:
    rows = items()(file(tmp_path, "x.json", '[{"title":"a"},7,{"title":"b"}]'), Item).batches
    [[first, broken, last]] = rows
    assert (first.title, type(broken), last.title) == ("a", Broken, "b")


OWNER = [Label(label="URL", value="https://example.org/"), Label(label="Name", value="Koa")]


@pytest.mark.parametrize(
    ("item", "who"),
    [
        (Item(title="koa.k"), "koa.k"),
        (Item(title="what a lovely morning"), None),
        (Item(string_map_data={"Author": Entry(value="koa.k")}), "koa.k"),
        (Item(string_map_data={"Автор": Entry(value="koa.k"), "Час": Entry(timestamp=1)}), "koa.k"),
        (Item(string_map_data={"Автор": Entry(value="two words")}), None),
        (Item(label_values=Label(label="Gebruikersnaam", value="koa.k")), "koa.k"),
        (Item(label_values=[Label(label="Caption", value="wow")]), None),
        (
            Item(label_values=[Label(inner=Label(inner=[*OWNER, Label("Username", "koa.k")]))]),
            "koa.k",
        ),
        (
            Item(label_values=[Label(inner=[Label(inner=[*OWNER, Label("x", "koa.k")])])]),
            "koa.k",
        ),
        (Item(label_values=[Label(inner=[Label(inner=[Label("Name", "latte")])])]), None),
        (Item(label_values=[Label("URL", "https://www.instagram.com/stories/koa.k/12")]), "koa.k"),
        (Item(string_list_data=Entry(href="https://www.instagram.com/_u/koa.k")), "koa.k"),
        (Item(string_list_data=Entry(href="https://www.instagram.com/p/Cx1/")), None),
    ],
)
def test_whom_a_record_is_about(item: Item, who: str | None) -> None:
    assert handle(item) == who


@pytest.mark.parametrize(
    ("address", "who", "post"),
    [
        ("https://www.instagram.com/koa.k", "koa.k", None),
        ("https://www.instagram.com/_u/koa.k", "koa.k", None),
        ("https://www.instagram.com/koa.k/?hl=nl", "koa.k", None),
        ("https://instagram.com/stories/koa.k/3717145434100081006", "koa.k", None),
        ("https://www.instagram.com/p/Cq_1-x/", None, "Cq_1-x"),
        ("https://www.instagram.com/reel/Cq1/?id=3_5", None, "Cq1"),
        ("https://www.instagram.com/", None, None),
        ("https://www.threads.net/@koa.k/post/C8abc", None, "C8abc"),
    ],
)
def test_what_an_address_names(address: str, who: str | None, post: str | None) -> None:
    assert (handle_in(address), code(address)) == (who, post)


def test_garbled_labels_are_repaired_and_keep_their_order() -> None:
    item = Item(
        string_map_data={
            as_meta_writes("Légende"): Entry(value=as_meta_writes("à demain")),
            "Time": Entry(value="", timestamp=5),
        }
    )
    assert pairs(item) == [("légende", "à demain")]


@pytest.mark.parametrize(
    ("item", "us"),
    [
        (Item(timestamp=1_700_000_000), [1_700_000_000_000_000]),
        (Item(string_list_data=[Entry(timestamp=1), Entry(timestamp=2)]), [1_000_000, 2_000_000]),
        (Item(string_map_data={"a": Entry(timestamp=0), "b": Entry(timestamp=3)}), [3_000_000]),
        (Item(label_values=[Label(timestamp_value=4)]), [4_000_000]),
        (Item(string_map_data=[]), []),
        (Item(date="Nov 20, 2024 3:18 pm"), [1_732_144_680_000_000]),
    ],
)
def test_when_a_record_happened(item: Item, us: list[int]) -> None:
    assert [at.us for at in times(item, HERE)] == us


def boxes(*inner: str) -> str:
    return "<main>" + "".join(f"<div class='b'>{it}</div>" for it in inner) + "</main>"


def shown(html: str) -> list[tuple[str, str]]:
    root = page(html.encode())
    return [(block.title, block.date) for block in blocks(root)] if root is not None else []


DATE = "<div class='d'>Nov 20, 2024 3:18 pm</div>"


def test_a_record_is_what_holds_one_date() -> None:
    assert shown(boxes(f"<h2>a</h2>{DATE}", f"<h2>b</h2>{DATE}")) == [
        ("a", "Nov 20, 2024 3:18 pm"),
        ("b", "Nov 20, 2024 3:18 pm"),
    ]


def test_a_page_of_one_record_has_one() -> None:
    assert shown(boxes(f"<div><div><h2>a</h2><p>x</p>{DATE}</div></div>")) == [
        ("a", "Nov 20, 2024 3:18 pm")
    ]


def test_a_date_that_somebody_wrote_is_no_date_of_a_record() -> None:
    wrote = "<div class='text'>Nov 20, 2024 3:18 pm</div>"
    assert len(shown(boxes(f"<h2>a</h2>{wrote}{DATE}", f"<h2>b</h2><p>x</p>{DATE}"))) == 2


@pytest.mark.parametrize("html", ["", "<p>nothing here</p>", "<main></main>", "\x00<<<"])
def test_a_page_without_records_has_none(html: str) -> None:
    assert shown(html) == []


def test_cells_keep_the_group_they_stand_in() -> None:
    inner = "<table><tr><td>Name</td><td>Koa</td></tr><tr><td>x</td><td>koa.k</td></tr></table>"
    html = f"<table><tr><td>URL<div>u</div></td></tr><tr><td>{inner}</td></tr></table>"
    root = page(html.encode())
    assert root is not None
    told = [[(cell.label, cell.value) for cell in group] for group in cells(root)]
    assert told == [[("URL", "u")], [("Name", "Koa"), ("x", "koa.k")]]


def test_the_words_of_a_message_are_not_those_it_shares(tmp_path: Path) -> None:
    said = "<div><div></div><div>mine</div><div><div>a caption</div></div></div>"
    shared = "<div><div></div><div></div><div><div>a caption</div></div></div>"
    html = boxes(f"<h2>a</h2><div>{said}</div>{DATE}", f"<h2>b</h2><div>{shared}</div>{DATE}")
    table = Messages()(file(tmp_path, "message_1.html", html), Message)
    [[first, second]] = table.batches
    assert (first.content, second.content) == ("mine", None)


@pytest.mark.parametrize(
    ("names", "title", "joinable", "group"),
    [
        (["Bo", "Me"], "Bo", False, False),
        (["Bo", "Me"], "Bo", True, False),
        (["Bo", "Me"], "Our room", True, True),
        (["Bo", "Cai", "Me"], "Our room", False, True),
    ],
)
def test_which_threads_are_groups(
    tmp_path: Path, names: list[str], title: str, joinable: bool, group: bool
) -> None:
    thread = {"participants": [{"name": name} for name in names], "messages": [], "title": title}
    if joinable:
        thread["joinable_mode"] = {"mode": 1, "link": ""}
    found = Messages()(file(tmp_path, "message_1.json", json.dumps(thread)), Message)
    assert found.head["thread"].group is group
