"""The words of a layout are what a reader says, whatever was read before."""

from msgspec import Struct

from parasocial.readers import READERS
from parasocial.reading.shapes import under
from parasocial.reading.words import words, words_of
from reading.held import file


class Note(Struct):
    """A record of nobody's."""

    called_like_nothing_else: int = 0


def test_what_was_read_before_adds_no_words() -> None:
    words.cache_clear()
    words_of.cache_clear()
    assert [*under("a")(file(b'{"a": [{"called_like_nothing_else": "x"}, {}]}'), Note).batches]
    assert not [it.name for it in READERS if "called like nothing else" in words(it)]
