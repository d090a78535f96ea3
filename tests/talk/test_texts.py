"""Texts in one string are what they were in a list."""

from hypothesis import given
from hypothesis import strategies as st

from parasocial.schema import END
from parasocial.talk.texts import Texts

TEXT = st.text(st.characters(exclude_characters=END), max_size=5)
SURROGATE = st.sampled_from(("\ud800", "\udfff a"))


@given(st.lists(st.one_of(TEXT, SURROGATE), min_size=1), st.data())
def test_as_in_a_list(texts: list[str], data: st.DataObject) -> None:
    many = Texts(END.join(texts))
    place = data.draw(st.integers(-len(texts), len(texts) - 1))
    assert len(many) == len(texts)
    assert [*many] == texts
    assert many[place] == texts[place]
    assert many[place:] == texts[place:]
    assert many.sizes.tolist() == [len(it.encode("utf-8", "surrogatepass")) for it in texts]


@given(st.lists(TEXT, min_size=40, max_size=60), st.lists(st.integers(0, 39), max_size=60))
def test_few_of_them_and_many(texts: list[str], places: list[int]) -> None:
    for some in (places, places[:5]):
        assert Texts(END.join(texts)).at(some) == [texts[it] for it in some]


def test_an_end_inside_of_a_text_is_a_space() -> None:
    assert [*Texts.of(["a\0b", "c", "\0"])] == ["a b", "c", " "]
