"""Readers: one file or folder per platform, listed here and nowhere else."""

from parasocial.readers.bluesky import BLUESKY
from parasocial.readers.chatgpt import CHATGPT
from parasocial.readers.discord import DISCORD, DISCORD_EXPORTER
from parasocial.readers.facebook import FACEBOOK
from parasocial.readers.instagram import INSTAGRAM
from parasocial.readers.mastodon import MASTODON
from parasocial.readers.reddit import REDDIT
from parasocial.readers.sms import SMS
from parasocial.readers.snapchat import SNAPCHAT
from parasocial.readers.spotify import SPOTIFY
from parasocial.readers.telegram import TELEGRAM
from parasocial.readers.tiktok import TIKTOK
from parasocial.readers.twitch import TWITCH
from parasocial.readers.whatsapp import WHATSAPP
from parasocial.readers.x import X
from parasocial.readers.youtube import YOUTUBE

READERS = (
    BLUESKY,
    CHATGPT,
    DISCORD,
    DISCORD_EXPORTER,
    FACEBOOK,
    INSTAGRAM,
    MASTODON,
    REDDIT,
    SMS,
    SNAPCHAT,
    SPOTIFY,
    TELEGRAM,
    TIKTOK,
    TWITCH,
    WHATSAPP,
    X,
    YOUTUBE,
)

__all__ = ["READERS"]
