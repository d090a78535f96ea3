"""The small functions of the YouTube reader that meet many shapes of text."""

import zipfile
from pathlib import Path

import pytest

from parasocial.export import open_exports
from parasocial.readers.youtube import YOUTUBE
from parasocial.readers.youtube.addresses import channel_of, content_of, phrase_of
from parasocial.readers.youtube.locales import watched
from parasocial.readers.youtube.sheets import by_look
from parasocial.readers.youtube.spoken import plain
from parasocial.reading import Asked
from parasocial.schema import Form
from readers.fixtures import run

ID = "UC0123456789abcdefghijkl"


@pytest.mark.parametrize(
    ("address", "channel"),
    [
        (f"https://www.youtube.com/channel/{ID}", ID),
        (f"http://youtube.com/channel/{ID}?sub_confirmation=1", ID),
        (f"https://music.youtube.com/channel/{ID}/videos", ID),
        ("https://www.youtube.com/@ros%C3%A9.kettle", "@rosé.kettle"),
        ("https://www.youtube.com/user/kettle", "user/kettle"),
        ("https://www.youtube.com/c/Kettle", "c/Kettle"),
        ("https://www.youtube.com/channel/", None),
        (f"https://notyoutube.com/channel/{ID}", None),
        ("https://www.youtube.com/watch?v=abc", None),
        ("", None),
        (None, None),
    ],
)
def test_channel_of(address: str | None, channel: str | None) -> None:
    assert channel_of(address) == channel


@pytest.mark.parametrize(
    ("address", "content"),
    [
        ("https://www.youtube.com/watch?v=abcdefghijk", (Form.VIDEO, "abcdefghijk")),
        ("http://m.youtube.com/watch?app=desktop&v=abcdefghijk&t=1s", (Form.VIDEO, "abcdefghijk")),
        ("https://www.youtube.com/watch?v=", (Form.VIDEO, None)),
        ("https://youtu.be/abcdefghijk?si=x", (Form.VIDEO, "abcdefghijk")),
        ("https://www.youtube.com/shorts/abcdefghijk", (Form.SHORT, "abcdefghijk")),
        ("https://www.youtube.com/live/abcdefghijk", (Form.LIVE, "abcdefghijk")),
        ("https://www.youtube.com/post/Ugkx0", (Form.POST, "Ugkx0")),
        (f"https://www.youtube.com/channel/{ID}/community?lb=Ugkx0", (Form.POST, "Ugkx0")),
        ("https://music.youtube.com/watch?v=abcdefghijk", (Form.AUDIO, "abcdefghijk")),
        ("https://www.youtube.com/playlist?list=PL0", None),
        ("https://example.org/watch?v=abcdefghijk", None),
        ("", None),
    ],
)
def test_content_of(address: str, content: tuple[Form, str | None] | None) -> None:
    assert content_of(address) == content


def test_phrase_of() -> None:
    assert phrase_of("https://www.youtube.com/results?search_query=two+%26+three") == "two & three"
    assert phrase_of("https://www.youtube.com/watch?v=abc&q=no") is None
    assert phrase_of("https://example.org/results?search_query=no") is None


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('{"takeoutSegments":[{"text":"one"},{"text":" two"}]}', "one two"),
        ('{"text":"one"},{"text":"\n"},{"text":"two"}', "one\ntwo"),
        ('{"takeoutSegments":[{"text":""quoted" badly"}]}', '"quoted" badly'),
        ('{"text":"with a ","mention":{"x":"y"}},{"emoji":"z"}', "with a "),
        ("just words", "just words"),
        ("", ""),
    ],
)
def test_plain(cell: str, text: str) -> None:
    assert plain(cell) == text


def test_by_look_tells_the_answer_from_what_it_answers() -> None:
    answer, asked = "Ug000000000000000000AaABAg.9z", "Ug000000000000000000AaABAg"
    cells = [ID, "2024-01-02T03:04:05+00:00", "0", answer, asked, "abcdefghijk", '{"text":"a"}', ""]
    found = by_look(cells)
    assert (found["comment"], found["parent"]) == (answer, asked)
    assert (found["own"], found["video"], found["price"]) == (ID, "abcdefghijk", "0")


def test_no_wording_hides_behind_a_shorter_one() -> None:
    wordings = watched()
    for at, (before, after) in enumerate(wordings):
        earlier = wordings[:at]
        assert not any(before.startswith(b) and after.endswith(a) for b, a in earlier)


def _page(folder: Path, name: str) -> Path:
    link = '<a href="https://www.youtube.com/watch?v=abcdefghijk">A pot</a>'
    cell = (
        '<div class="outer-cell"><div class="mdl-grid"><div class="header-cell"><p class="title">'
        'YouTube<br></p></div><div class="content-cell body-1">Watched\u00a0'
        f"{link}<br>Jan 5, 2017, 1:02:03 PM</div></div></div>"
    )
    path = folder / name
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Takeout/YouTube/history/watch-history.html", f"<html>{cell}</html>")
    return path


def test_the_name_of_a_takeout_says_when_it_was_made(tmp_path: Path) -> None:
    [export] = open_exports([_page(tmp_path, "takeout-20170201T040506Z-001.zip")])
    with export:
        facts, _, batches = run(YOUTUBE, export, Asked(zone="Asia/Manila"))
    assert facts.exported_us == 1_485_921_906_000_000
    [view] = [it for batch in batches for it in batch.each()]
    assert (view.us, view.us_low) == (1_483_621_323_000_000, None)


def test_a_later_page_without_a_zone_is_in_the_persons_zone(tmp_path: Path) -> None:
    [export] = open_exports([_page(tmp_path, "takeout-20240201T040506Z-001.zip")])
    with export:
        _, _, batches = run(YOUTUBE, export, Asked(zone="Asia/Manila"))
    [view] = [it for batch in batches for it in batch.each()]
    assert (view.us, view.us_low) == (1_483_592_523_000_000, None)
