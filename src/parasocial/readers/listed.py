"""Every reader: listed here and nowhere else."""

from parasocial.readers.bluesky import BLUESKY, BLUESKY_THREAD
from parasocial.readers.chatgpt import CHATGPT
from parasocial.readers.discord import DISCORD, DISCORD_EXPORTER
from parasocial.readers.facebook import FACEBOOK
from parasocial.readers.instagram import INSTAGRAM
from parasocial.readers.mastodon import MASTODON, MASTODON_THREAD
from parasocial.readers.reddit import REDDIT, REDDIT_ARCHIVE
from parasocial.readers.sms import SMS
from parasocial.readers.snapchat import SNAPCHAT
from parasocial.readers.spotify import SPOTIFY
from parasocial.readers.telegram import TELEGRAM
from parasocial.readers.tiktok import TIKTOK
from parasocial.readers.twitch import TWITCH, TWITCH_CHAT
from parasocial.readers.whatsapp import WHATSAPP
from parasocial.readers.x import X
from parasocial.readers.youtube import YOUTUBE
from parasocial.readers.youtube_channel import YOUTUBE_CHANNEL

READERS = (
    BLUESKY,
    BLUESKY_THREAD,
    CHATGPT,
    DISCORD,
    DISCORD_EXPORTER,
    FACEBOOK,
    INSTAGRAM,
    MASTODON,
    MASTODON_THREAD,
    REDDIT,
    REDDIT_ARCHIVE,
    SMS,
    SNAPCHAT,
    SPOTIFY,
    TELEGRAM,
    TIKTOK,
    TWITCH,
    TWITCH_CHAT,
    WHATSAPP,
    X,
    YOUTUBE,
    YOUTUBE_CHANNEL,
)

__all__ = ["READERS"]
