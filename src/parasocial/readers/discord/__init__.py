"""Discord: its data package, and the channels that DiscordChatExporter saves."""

import re

from parasocial.readers.discord import exporter, package, sent, spoken
from parasocial.readers.discord.left import IGNORED
from parasocial.readers.discord.logs import LOOK, Said, messages
from parasocial.reading import FULL, NONE, Reader, Records
from parasocial.reading.cells import Csv
from parasocial.reading.shapes import either, under
from parasocial.schema import Channel, Direction

_SENT = re.compile(rb'\A(?:\xef\xbb\xbf)?\s*\[\s*\{\s*"(?:ID|Timestamp|Contents|Attachments)"\s*:')
_OLD_SENT = re.compile(rb'\A(?:\xef\xbb\xbf)?"?ID"?,"?Timestamp"?,"?Contents"?,')
_LOGS = "DiscordChatExporter *.json|Direct Messages - *.json|*[[][0-9]*[]]*.json"

DISCORD = Reader(
    name="discord",
    title="Discord",
    how_to_get=(
        "User settings → Data & Privacy → Request all of my data → Request data; "
        "some days later: the link in the mail from Discord"
    ),
    checked="2026-11",
    records=(
        Records(
            "Messages/c*/messages.json|c[0-9]*/messages.json", either(), sent.message, sent.Sent
        ),
        Records(
            "messages (*).json|[0-9]*/messages.json", either(), sent.message, sent.Sent, like=_SENT
        ),
        Records(
            "Messages/*/messages.csv|c[0-9]*/messages.csv|[0-9]*/messages.csv|messages (*).csv",
            Csv(width=3),
            sent.old_message,
            like=_OLD_SENT,
        ),
        Records(f"Messages/c*/channel.json|{package.CHANNEL}", either(), sent.channel),
        Records(
            "user.json",
            under("relationships"),
            sent.relationship,
            sent.Relationship,
            like=package.USER,
        ),
    ),
    visibility={
        # A package holds ego's own messages and nobody else's.
        (Channel.MESSAGE, Direction.GIVEN): FULL,
        (Channel.MESSAGE, Direction.RECEIVED): NONE,
        (Channel.REQUEST, Direction.RECEIVED): FULL,
    },
    facts=package.facts,
    ignored=IGNORED,
    blind=(
        "It holds your own messages and nobody's answers, so who answers cannot be told.",
        "Calls, voice channels, reactions and replies are not in it.",
        "Friends are those of the day it was made; it does not say since when.",
        "Messages that you deleted are gone.",
    ),
)

DISCORD_EXPORTER = Reader(
    name="discord-exporter",
    of="discord",
    title="Discord (DiscordChatExporter)",
    how_to_get=(
        "DiscordChatExporter, a program of others: choose the conversations → Format: JSON → "
        "Export; hand over the files with --me and your user name"
    ),
    checked="2026-11",
    records=(
        Records(_LOGS, spoken.channel_of, spoken.channel, like=LOOK),
        Records(_LOGS, messages, spoken.message, Said, like=LOOK),
    ),
    visibility={
        # A conversation's file holds everybody's messages; what was deleted before is gone.
        **{
            (channel, Direction.RECEIVED): FULL
            for channel in (Channel.MESSAGE, Channel.CALL, Channel.REACTION)
        },
        # In channels most answers carry no mark of whom they answer: those that do are counted,
        # and one more for each reply of ego's is possible.
        (Channel.REPLY, Direction.RECEIVED): NONE,
        (Channel.MENTION, Direction.RECEIVED): NONE,
    },
    facts=exporter.facts,
    blind=(
        "Conversations that were not exported are missing.",
        "Voice channels are not in it, and older files count reactions without names.",
        "Messages that were deleted before the export are gone.",
        "Programs and webhooks are left out.",
    ),
)

__all__ = ["DISCORD", "DISCORD_EXPORTER"]
