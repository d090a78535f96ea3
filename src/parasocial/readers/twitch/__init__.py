"""Twitch: *Request a copy of your data*, as tables; and the chats of streams, as others save it."""

import re

from parasocial.readers.twitch import recorded
from parasocial.readers.twitch.about import UNFOLLOWED, WATCHED, facts
from parasocial.readers.twitch.events import LOOK, event, minutes, others
from parasocial.readers.twitch.left import IGNORED
from parasocial.readers.twitch.links import follow, search, unfollow
from parasocial.readers.twitch.sheets import CHANNEL, TIME, Sheet
from parasocial.readers.twitch.spoken import bits, chat, subscription
from parasocial.readers.twitch.watched import days, watched
from parasocial.reading import NONE, Reader, Records, Unsolicited, at_least
from parasocial.reading.downloaded_chat import OF_OTHERS
from parasocial.reading.downloaded_chat import Line as Chat
from parasocial.reading.lines import lines
from parasocial.reading.shapes import either
from parasocial.reading.times import DAY
from parasocial.schema import Channel, Direction


def _headed(*columns: str) -> re.Pattern[bytes]:
    """A table whose first line has all of *columns*."""
    ahead = "".join(rf'(?=[^\n]*(?<![\w"])"?(?:{column})"?(?!\w))' for column in columns)
    return re.compile(rf"\A{ahead}".encode())


_LINKS = Sheet((TIME, CHANNEL))

TWITCH = Reader(
    name="twitch",
    title="Twitch",
    how_to_get=(
        "Settings → Security and Privacy → Request a Copy of Your Data; some days later: the "
        "link in the e-mail → request.zip"
    ),
    checked="2026-11",
    records=(
        Records(
            WATCHED,
            days,
            watched,
            like=_headed("minutes_watched_unadjusted|minutes_watched|minutes_logged"),
            floor=DAY,
        ),
        Records(
            "chat_messages.csv",
            Sheet((TIME, CHANNEL, "body_full", "body", "is_reply", "msg_id")),
            chat,
            like=_headed("channel", "body", "is_reply|chatroom_type"),
        ),
        Records(
            "bits_cheered.csv",
            _LINKS,
            bits,
            like=_headed("channel_login|channel", "used_total"),
        ),
        Records(
            "subscriptions.csv",
            Sheet(("access_start", CHANNEL, "is_gift", "gift_quantity")),
            subscription,
            like=_headed("channel_login|channel", "access_start"),
        ),
        Records("follow.csv", _LINKS, follow),
        Records(UNFOLLOWED, _LINKS, unfollow),
        Records("search_query.csv", Sheet((TIME, "search_query|query|search_term|term")), search),
        Records("twitch.csv", minutes, watched, like=LOOK, floor=DAY),
        Records("twitch*.csv", others, event, like=LOOK),
    ),
    # Whoever streams can whisper to a viewer, and greets by name, aloud, who begins to follow or
    # subscribes. Neither is in the export, so a viewer's silence proves nothing.
    unsolicited=Unsolicited.POSSIBLE,
    of_channels=True,
    facts=facts,
    ignored=IGNORED,
    blind=(
        "Nothing that others wrote is in it: no answers in chat, no whispers to you.",
        "What was said to you aloud in a stream is in no file.",
        "Minutes are counted by day, in each window that was open; the hour is not told.",
        "It does not name who gave you a subscription.",
    ),
)

TWITCH_CHAT = Reader(
    name="twitch-chat",
    of="twitch",
    title="Twitch (chats of streams)",
    how_to_get=(
        "TwitchDownloader → Chat Download → JSON; or chat-downloader with the address of a "
        "recording. Both are programs of others"
    ),
    checked="2026-11",
    records=(
        Records(
            "rechat*.json|*chat*.json|[0-9]*.json",
            either("comments"),
            recorded.comment,
            recorded.Comment,
            like=recorded.COMMENTS,
            floor=1_000_000,
        ),
        Records("*chat*.json|live*.json", either(), recorded.chat, Chat, like=OF_OTHERS),
        Records("*chat*.jsonl|live*.jsonl", lines, recorded.chat, Chat, like=OF_OTHERS),
    ),
    visibility={
        # Who streams answers aloud, in no file.
        (Channel.LIVE_CHAT, Direction.GIVEN): NONE,
        (Channel.LIVE_CHAT, Direction.RECEIVED): at_least(0.9),
        (Channel.MENTION, Direction.RECEIVED): at_least(0.9),
        (Channel.REPLY, Direction.RECEIVED): at_least(0.9),
    },
    unsolicited=Unsolicited.POSSIBLE,
    of_channels=True,
    facts=recorded.facts,
    blind=(
        "What is answered aloud in a stream is in no file, and recordings' chats mark no answers.",
        "Whoever watches without writing is not in it, and lines that were taken down are gone.",
        "A recording may hold a part of a stream, and a file a part of a recording's chat.",
    ),
)

__all__ = ["TWITCH", "TWITCH_CHAT"]
