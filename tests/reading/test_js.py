"""Lists inside scripts, however long, and what is none."""

import json

import pytest

from parasocial.reading.halves import CutOff, NotJson
from parasocial.reading.js import script
from reading.held import file


def rows(content: bytes) -> list[object]:
    return [row for batch in script(file(content, "a.js"), dict).batches for row in batch]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b'window.YTD.tweets.part0 = [ {"a": 1}, {"a": 2} ]', [{"a": 1}, {"a": 2}]),
        (b'\xef\xbb\xbfGrailbird.data.tweets_2012_11 = \n [{"a": "=["}]\n', [{"a": "=["}]),
        (b'var user_details =  {"a": 1};\n', [{"a": 1}]),
        (b"window.YTD.block.part0 = [ ]", []),
        (b"window.YTD.block.part0 = null", []),
        (b"", []),
    ],
)
def test_what_a_script_holds(content, found):
    assert rows(content) == found


def test_a_long_list_is_read_in_pieces():
    many = [{"text": "word " * 20, "n": n} for n in range(5_000)]
    assert rows(b"x = " + json.dumps(many).encode()) == many


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"x = 7", NotJson),
        (b"hello", NotJson),
        (b'x = [{"a": 1}, {"a"', CutOff),
        (b"x = {", CutOff),
    ],
)
def test_what_is_no_list_is_told(content, error):
    with pytest.raises(error):
        rows(content)
