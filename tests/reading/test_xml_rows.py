"""XML row by row: emoji in halves, signs that no XML may hold, files that end too soon."""

from collections.abc import Sequence

import pytest

from parasocial.reading import xml_rows
from parasocial.reading.halves import CutOff
from parasocial.reading.xml_rows import Element, NotXml, XmlRows
from reading.held import file

ROWS = XmlRows(frozenset({"a", "m"}), frozenset({"p"}), frozenset({"data"}))


def read(content: str | bytes) -> list[Element]:
    raw = content if isinstance(content, bytes) else content.encode()
    return [it for batch in ROWS(file(raw), None).batches for it in batch]


def bodies(content: str | bytes) -> list[str]:
    return [it.said["t"] for it in read(content)]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("&#55357;&#56846;", "\U0001f60e"),
        ("&#xD83D;&#xDE0E;!", "\U0001f60e!"),
        ("&#128526;", "\U0001f60e"),
        ("&#55357;", "\ufffd"),
        ("&#56846;&#55357;", "\ufffd\ufffd"),
        ("&#0;&#8;&#11;", "\ufffd\ufffd\ufffd"),
        ("&#38;&#60;&#34;&#39;", "&<\"'"),
        ("&#10;&#9;a", "\n\ta"),
        ("&#99999999;&#x;", "\ufffd\ufffd"),
        ("&amp;#55357; &lt;b&gt;", "&#55357; <b>"),
        ("\uffff\ufffe", "\ufffd\ufffd"),
    ],
)
def test_text_made_whole(written: str, found: str) -> None:
    assert bodies(f'<r><a t="{written}"/></r>') == [found]


@pytest.mark.parametrize("raw", [b"\x00", b"\x0b", b"\x1f"])
def test_control_signs(raw: bytes) -> None:
    assert bodies(b'<r><a t="1' + raw + b'2"/></r>') == ["1?2"]


def test_bytes_that_are_no_text() -> None:
    assert bodies(b'<?xml version="1.0" encoding="latin-1"?><r><a t="\xff\xc3\xa9"/></r>') == [
        "\ufffdé"
    ]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64, 1000])
def test_wherever_a_chunk_ends(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(xml_rows, "_CHUNK", size)
    text = "é &#55357;&#56846;&#55357;&#56846; &amp; x"
    content = (
        f'\ufeff<r><a t="{text}"/>' + f'<m t="1"><p data="{"Q" * 300}" k="{text}"/><q/></m></r>'
    )
    first, second = read(content)
    whole = "é \U0001f60e\U0001f60e & x"
    assert first == Element("a", {"t": whole}, [])
    assert second == Element("m", {"t": "1"}, [("p", {"k": whole})])


def kept(content: str, error: type[ValueError]) -> Sequence[str]:
    found: list[str] = []
    batches = ROWS(file(content.encode()), None).batches
    with pytest.raises(error):
        found.extend(it.said["t"] for batch in batches for it in batch)
    return found


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ('<r><a t="1"/><a t="2', CutOff),
        ('<r><a t="1"/>', CutOff),
        ('<r><a t="1"/><a t=2/></r>', NotXml),
        ('<r><a t="1"/></r><r/>', NotXml),
    ],
)
def test_what_came_before_is_kept(
    monkeypatch: pytest.MonkeyPatch, content: str, error: type[ValueError]
) -> None:
    monkeypatch.setattr(xml_rows, "_CHUNK", 8)
    assert kept(content, error) == ["1"]


@pytest.mark.parametrize("content", ["", "{}", '<!DOCTYPE r [<!ENTITY b "c">]><r><a t="&b;"/></r>'])
def test_no_xml(content: str) -> None:
    assert kept(content, ValueError) == []


def test_a_record_without_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_rows, "_CHUNK", 16)
    monkeypatch.setattr(xml_rows, "_LONGEST_RECORD", 100)
    assert kept('<r><a t="1"/><a t="' + "x" * 1000 + '"/></r>', NotXml) == ["1"]
