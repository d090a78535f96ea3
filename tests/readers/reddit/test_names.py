"""Reddit's names, links and ids."""

import pytest

from parasocial.readers.reddit.names import Name, author_of, content_of, name_of, profile_of

AT = "https://www.reddit.com"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("odo_reyes", Name("odo_reyes")),
        (" /u/odo_reyes ", Name("odo_reyes")),
        ("u/odo-reyes", Name("odo-reyes")),
        ("user/odo", Name("odo")),
        ("r/u_odo", Name("odo")),
        ("/r/teapots/", Name("r/teapots", is_community=True)),
        ("#teapots", Name("r/teapots", is_community=True)),
        ("u/", Name("u/")),
        *((gone, None) for gone in ("", " ", "[deleted]", "[removed]")),
    ],
)
def test_a_name(written: str, found: Name | None) -> None:
    assert name_of(written) == found


@pytest.mark.parametrize(
    ("link", "content", "author"),
    [
        (f"{AT}/r/teapots/comments/p1/a_pot/", "p1", None),
        (f"{AT}/r/teapots/comments/p1", "p1", None),
        (f"{AT}/r/teapots/comments/p1/_/c1/?context=3", "c1", None),
        (f"{AT}/r/u_odo/comments/p1/a_pot/", "p1", "odo"),
        (f"{AT}/user/odo/comments/p1/a_pot/", "p1", "odo"),
        (f"{AT}/r/u_odo/comments/p1/a_pot/c1/", "c1", None),
        (f"{AT}/r/unusual/comments/p1/user_odo/", "p1", None),
        ("", None, None),
    ],
)
def test_what_a_link_leads_to(link: str, content: str | None, author: str | None) -> None:
    assert (content_of(link), author_of(link)) == (content, author)


@pytest.mark.parametrize(
    ("place", "who"), [("u_odo", "odo"), ("teapots", None), ("u", None), ("r/u_odo", "odo")]
)
def test_a_profile(place: str, who: str | None) -> None:
    assert profile_of(place) == who
