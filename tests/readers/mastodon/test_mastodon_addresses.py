"""What the addresses of pages and posts say about whose they are."""

import pytest

from parasocial.readers.mastodon.addresses import actor, address, author

NUMBERED = "https://kelp.example/ap/users/115"


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("https://tea.example/users/Lumi", "lumi@tea.example"),
        ("https://Tea.example:8443/@Lumi/", "lumi@tea.example:8443"),
        ("https://lemmy.example/u/lumi", "lumi@lemmy.example"),
        ("https://friends.example/profile/lumi", "lumi@friends.example"),
        ("https://tube.example/accounts/lumi", "lumi@tube.example"),
        (NUMBERED, NUMBERED),
        ("https://blog.example/?author=1", "https://blog.example/?author=1"),
    ],
)
def test_a_page_says_whose_it_is_or_stands_for_them(page, found):
    assert actor(page) == found


@pytest.mark.parametrize(
    "page", ["", "lumi@tea.example", "javascript:alert(1)", "tag:tea.example:1"]
)
def test_what_is_no_page_is_refused(page):
    with pytest.raises(ValueError, match="no page"):
        actor(page)


@pytest.mark.parametrize(
    ("post", "found"),
    [
        ("https://tea.example/users/Lumi/statuses/109", "lumi@tea.example"),
        ("https://tea.example/@Lumi/109", "lumi@tea.example"),
        ("https://pix.example/p/Lumi/109", "lumi@pix.example"),
        (f"{NUMBERED}/statuses/9", NUMBERED),
        ("https://pler.example/objects/0a1b", None),
        ("https://key.example/notes/9abc", None),
        ("https://tube.example/videos/watch/0a1b", None),
        ("https://tea.example/users/Lumi", None),
        ("tag:tea.example,2017-04-05:objectId=12:objectType=Status", None),
        ("", None),
    ],
)
def test_a_post_says_who_wrote_it_where_its_server_does(post, found):
    assert author(post) == found


@pytest.mark.parametrize(
    ("name", "home", "found"),
    [
        ("@Lumi@tea.example", None, "lumi@tea.example"),
        ("lumi@tea.example", "reef.example", "lumi@tea.example"),
        (" @odo ", "reef.example", "odo@reef.example"),
        ("odo", None, None),
        ("two words", "reef.example", None),
        ("", "reef.example", None),
    ],
)
def test_a_name_without_a_server_is_of_egos_own(name, home, found):
    assert address(name, home) == found
