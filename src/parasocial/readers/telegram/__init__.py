"""Telegram: *Export Telegram data* or *Export chat history* of Telegram Desktop, as JSON."""

from parasocial.readers.telegram.about import LOOKS, facts
from parasocial.readers.telegram.chats import chats
from parasocial.readers.telegram.messages import told
from parasocial.readers.telegram.plain import lines
from parasocial.readers.telegram.records import Message
from parasocial.reading import FULL, NONE, Reader, Records, Unsolicited, at_least
from parasocial.schema import Channel, Direction

_KEPT = at_least(0.95)
_FOLDERS = """
    photos video_files voice_messages round_video_messages files stickers chats css images js
    profile_pictures profile_music stories contacts lists
"""
_PAGES = "export_results messages"

TELEGRAM = Reader(
    name="telegram",
    title="Telegram",
    how_to_get=(
        "Telegram Desktop → Settings → Advanced → Export Telegram data → tick personal chats, "
        "groups and channels; Format: Machine-readable JSON → Export. One chat: ⋮ → Export "
        "chat history → Format: JSON"
    ),
    checked="2026-11",
    records=(Records("result.json", chats, told, Message, LOOKS, many=lines),),
    visibility={
        # A chat of two shows both sides; either of the two can delete single messages of both,
        # and a chat that is deleted is gone on both sides.
        (Channel.MESSAGE, Direction.GIVEN): FULL,
        (Channel.MESSAGE, Direction.RECEIVED): _KEPT,
        (Channel.CALL, Direction.RECEIVED): _KEPT,
        # In groups most answers carry no mark of whom they answer: those that do are counted,
        # and one more for each reply of ego's is possible.
        (Channel.REPLY, Direction.RECEIVED): NONE,
        (Channel.GIFT, Direction.RECEIVED): _KEPT,
        (Channel.REACTION, Direction.RECEIVED): _KEPT,
    },
    # Chats may have been left out of the export, and secret chats always are.
    unsolicited=Unsolicited.POSSIBLE,
    gather=True,
    facts=facts,
    ignored=frozenset(f"{_FOLDERS}{_PAGES}".split()),
    blind=(
        "Secret chats, and chats that were left out of the export, are missing.",
        "It does not say which posts of a channel you read, or when you joined.",
        "Messages that either of you deleted for both are gone.",
        "Groups may have been exported with your own messages alone.",
        "Of reactions it keeps the last few, and in groups not always by whom.",
    ),
)

__all__ = ["TELEGRAM"]
