"""A list of deep records is cut where its records end, wherever the reading stops between."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parasocial.readers.chatgpt.trees import trees
from parasocial.reading.halves import CutOff, NotJson

pytestmark = pytest.mark.thorough


class Sips(io.BytesIO):
    """A stream of which little can be read at once."""

    def __init__(self, content: bytes, size: int) -> None:
        super().__init__(content)
        self.size = size

    def read(self, _size: int | None = -1, /) -> bytes:
        return super().read(self.size)


LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text('[]{}",\\ ab\n\u202e\U0001f426', max_size=12)
)
VALUES = st.recursive(
    LEAVES,
    lambda it: st.lists(it, max_size=4) | st.dictionaries(st.text('"]}a'), it, max_size=4),
    max_leaves=20,
)
RECORDS = st.lists(st.dictionaries(st.text("a]}"), VALUES, max_size=4), max_size=8)


@given(RECORDS, st.integers(1, 64), st.booleans())
def test_every_record_comes_whole(records: list[dict], size: int, wide: bool) -> None:
    content = json.dumps(records, indent=2 if wide else None, ensure_ascii=False).encode()
    assert [json.loads(it) for it in trees(Sips(content, size))] == records


@given(RECORDS, st.integers(1, 64), st.data())
def test_what_was_whole_before_a_cut_is_kept(records: list[dict], size: int, data) -> None:
    content = json.dumps(records).encode()
    content = content[: data.draw(st.integers(1, len(content) - 1))]
    found = []
    with pytest.raises(CutOff):
        found.extend(map(json.loads, trees(Sips(content, size))))
    ends = [len(json.dumps(records[: n + 1])) - 1 for n in range(len(records))]
    assert found == records[: sum(end <= len(content) for end in ends)]


def test_what_is_no_record_is_told() -> None:
    odd = list(trees(io.BytesIO(b'["words", {"a": 1}, 7, {}, null]')))
    assert odd == [b'"words"', b'{"a": 1}', b"7", b"{}", b"null"]


@pytest.mark.parametrize("content", [b"", b" \n", b"null", b"[]"])
def test_nothing_is_nothing(content: bytes) -> None:
    assert list(trees(io.BytesIO(content))) == []


def test_one_object_is_one_record() -> None:
    assert list(trees(io.BytesIO(b'\xef\xbb\xbf {"a": [{}]} '))) == [b'{"a": [{}]}']


def test_words_are_no_list() -> None:
    with pytest.raises(NotJson):
        list(trees(io.BytesIO(b"<html>")))
