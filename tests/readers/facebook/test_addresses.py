"""What addresses on Facebook lead to."""

import pytest

from parasocial.readers.facebook.addresses import Address, opened
from parasocial.schema import Form

FB = "https://www.facebook.com/"


@pytest.mark.parametrize(
    ("address", "found"),
    [
        (FB + "Luna.Live/", Address("facebook.com/luna.live")),
        (FB + "profile.php?id=100012345678901", Address("facebook.com/100012345678901")),
        (FB + "pages/Sea-Weather/100200300400", Address("facebook.com/100200300400")),
        (
            FB + "lunalive/posts/4606108016099737",
            Address("facebook.com/lunalive", "4606108016099737", Form.POST),
        ),
        (
            FB + "lunalive/videos/701268073748841/",
            Address("facebook.com/lunalive", "701268073748841", Form.VIDEO),
        ),
        (FB + "watch/?v=701268073748841", Address(None, "701268073748841", Form.VIDEO)),
        (FB + "reel/9876543210", Address(None, "9876543210", Form.SHORT)),
        (
            FB + "permalink.php?story_fbid=123456&id=100012345",
            Address("facebook.com/100012345", "123456", Form.POST),
        ),
        (FB + "groups/walkers/posts/55501234/", Address(None, "55501234", Form.POST, group=True)),
        (FB + "events/392759309240403/", Address(nothing=True)),
        (FB + "dyi/l/?l=abc", Address(nothing=True)),
        ("https://facebook.com.example.org/luna", Address(nothing=True)),
        ("https://example.org/luna", Address(nothing=True)),
        (FB, Address(nothing=True)),
        ("", Address(nothing=True)),
        ("http://[", None),
    ],
)
def test_an_address(address: str, found: Address | None) -> None:
    if found is None:
        with pytest.raises(ValueError):
            opened(address)
    else:
        assert opened(address) == found
