"""What stands below a channel's videos and in its live chats, as programs of others save it."""

from parasocial.readers.youtube_channel import comments, live, threads
from parasocial.readers.youtube_channel.about import facts
from parasocial.reading import NONE, Reader, Records, at_least
from parasocial.reading.downloaded_chat import OF_YOUTUBE
from parasocial.reading.downloaded_chat import Line as Chat
from parasocial.reading.lines import lines
from parasocial.reading.shapes import either, under
from parasocial.schema import Channel, Direction

YOUTUBE_CHANNEL = Reader(
    name="youtube-channel",
    of="youtube",
    title="YouTube channel (comments and live chats)",
    how_to_get=(
        "YouTube Data API, commentThreads.list with part=snippet,replies, every page as it comes; "
        "or yt-dlp --write-comments, yt-dlp --sub-langs live_chat, youtube-comment-downloader or "
        "chat-downloader, which are programs of others"
    ),
    checked="2026-11",
    records=(
        Records(
            "commentThreads*.json|comments*.json",
            either("items"),
            threads.item,
            threads.Item,
            like=threads.LOOK,
        ),
        Records(
            "*.info.json",
            under("comments", head=comments.HEAD),
            comments.saved,
            comments.Comment,
            floor=366 * 86_400_000_000,
        ),
        Records(
            "*.comments.json",
            either(),
            comments.saved,
            comments.Comment,
            like=comments.BARE,
            floor=366 * 86_400_000_000,
        ),
        Records(
            "comments*.ndjson|comments*.jsonl|*.comments.jsonl",
            lines,
            comments.downloaded,
            comments.Downloaded,
            like=comments.DOWNLOADED,
            floor=366 * 86_400_000_000,
        ),
        Records("*.live_chat.json", lines, live.moment, live.Moment, like=live.LOOK),
        Records("live_chat*.jsonl|*chat*.jsonl", lines, live.downloaded, Chat, like=OF_YOUTUBE),
        Records("live_chat*.json|*chat*.json", either(), live.downloaded, Chat, like=OF_YOUTUBE),
    ),
    visibility={
        # What was taken down before is gone.
        (Channel.COMMENT, Direction.RECEIVED): at_least(0.9),
        (Channel.REPLY, Direction.RECEIVED): at_least(0.9),
        (Channel.MENTION, Direction.RECEIVED): at_least(0.9),
        # Who streams answers aloud, in no file.
        (Channel.LIVE_CHAT, Direction.GIVEN): NONE,
        (Channel.LIVE_CHAT, Direction.RECEIVED): at_least(0.9),
    },
    of_channels=True,
    facts=facts,
    blind=(
        "What is answered aloud in a stream is in no file.",
        "Comments that were taken down, and whoever watches without writing, are not in it.",
        "yt-dlp and youtube-comment-downloader know times as YouTube words them: 2 years ago.",
        "The Data API does not say which comments have a heart or are pinned.",
        "Of what yt-dlp saves, comments on YouTube are read, and those on other sites are left.",
    ),
)

__all__ = ["YOUTUBE_CHANNEL"]
