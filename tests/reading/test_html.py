import pytest

from export_bombs import nested_page
from parasocial.reading.html import DEEPEST, TooDeep, parsed


def test_a_page_is_parsed_as_it_stands() -> None:
    assert parsed(b"<main><p>one<p>two<br></main>").css_first("main").text() == "onetwo"


def test_what_a_page_leaves_open_does_not_nest() -> None:
    assert len(parsed(b"<ul>" + b"<li>x<br>" * 5_000 + b"</ul>").css("li")) == 5_000


@pytest.mark.parametrize("more", [0, 1])
def test_a_page_nests_as_deep_as_pages_do(more: int) -> None:
    page = nested_page(DEEPEST + more)
    if more:
        with pytest.raises(TooDeep):
            parsed(page)
    else:
        assert len(parsed(page).css("div")) == DEEPEST - 2
