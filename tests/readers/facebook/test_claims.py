"""Chats alone look the same on Facebook and Instagram, except for the folders above them."""

import pytest

from parasocial.errors import AmbiguousExport
from parasocial.readers import READERS
from parasocial.reading import reader_for
from reading.held import export

THREAD = (
    b'{"participants": [{"name": "Bo Lee"}, {"name": "Lumi Tan"}],'
    b' "messages": [{"sender_name": "Bo Lee", "timestamp_ms": 1, "is_unsent": false}]}'
)


@pytest.mark.parametrize(
    ("folder", "platform"),
    [
        ("your_facebook_activity/messages/inbox", "facebook"),
        ("your_activity_across_facebook/messages/message_requests", "facebook"),
        ("messages/message_requests", None),
        ("your_instagram_activity/messages/inbox", "instagram"),
        ("messages/inbox", None),
    ],
)
def test_whose_chats(folder: str, platform: str | None) -> None:
    chats = export({f"{folder}/bolee_{n}/message_1.json": THREAD for n in range(3)})
    if platform is None:
        with pytest.raises(AmbiguousExport):
            reader_for(READERS, chats)
    else:
        assert reader_for(READERS, chats).name == platform
