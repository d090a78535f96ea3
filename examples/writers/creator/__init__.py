"""What one channel's owner could save: all that happened there, whoever did it.

A log is ``files(owner, beings, deeds, *, exported)`` with all deeds of one channel in order of
time. Telegram's discussion group and Discord are the exports of `writers` themselves, with
the owner as *me*: both sides stand in them.
"""

from collections.abc import Mapping

from writers import discord_log, telegram
from writers.model import Writer

from . import reddit, twitch, youtube

LOGS: Mapping[str, Writer] = {
    "chat-downloader": twitch.chat_downloader,
    "discord-exporter": discord_log.files,
    "reddit": reddit.ndjson,
    "telegram": telegram.chat,
    "twitch-downloader": twitch.downloader,
    "youtube-api": youtube.data_api,
    "yt-dlp": youtube.yt_dlp,
    "yt-dlp-live": youtube.live_chat,
}
"""By the tool that makes it."""

__all__ = ["LOGS"]
