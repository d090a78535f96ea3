"""What each platform would hand to an invented person: deeds in, the files of an export out."""

from collections.abc import Callable, Mapping

from . import (
    bluesky,
    chatgpt,
    discord,
    discord_log,
    facebook,
    instagram,
    mastodon,
    reddit,
    sms,
    snapchat,
    spotify,
    telegram,
    tiktok,
    twitch,
    whatsapp,
    x,
    youtube,
)
from .archive import archive
from .model import Being, Beings, Deed, Files, Writer, item

WRITERS: Mapping[str, Writer] = {
    "bluesky": bluesky.files,
    "chatgpt": chatgpt.files,
    "discord": discord.package,
    "discord-exporter": discord_log.files,
    "facebook": facebook.files,
    "instagram": instagram.files,
    "mastodon": mastodon.files,
    "reddit": reddit.files,
    "sms": sms.files,
    "snapchat": snapchat.files,
    "spotify": spotify.account,
    "spotify-extended": spotify.extended,
    "telegram": telegram.account,
    "telegram-chat": telegram.chat,
    "tiktok": tiktok.files,
    "twitch": twitch.files,
    "whatsapp": whatsapp.files,
    "x": x.files,
    "youtube": youtube.files,
}
"""By the reader's name; a second layout has a name of its own."""

NATIVE: Mapping[str, Callable[[Being], str]] = {
    "bluesky": bluesky.native,
    "chatgpt": chatgpt.native,
    "discord": discord.native,
    "discord-exporter": discord.native,
    "facebook": facebook.native,
    "instagram": instagram.native,
    "mastodon": mastodon.native,
    "reddit": reddit.native,
    "sms": sms.native,
    "snapchat": snapchat.native,
    "spotify": spotify.native,
    "telegram": telegram.native,
    "tiktok": tiktok.native,
    "twitch": twitch.native,
    "whatsapp": whatsapp.native,
    "x": x.native,
    "youtube": youtube.native,
}
"""What a platform calls a being."""

__all__ = ["NATIVE", "WRITERS", "Being", "Beings", "Deed", "Files", "Writer", "archive", "item"]
