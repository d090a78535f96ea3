"""WhatsApp: *Export chat*, one text or zip per chat, from Android and iPhones in any language."""

from parasocial.readers.whatsapp.chats import facts
from parasocial.readers.whatsapp.lines import chat_of, lines_of, message, room
from parasocial.reading import FULL, Reader, Records, Unsolicited
from parasocial.reading.chat_lines import LOOKS
from parasocial.reading.times import MINUTE
from parasocial.schema import Channel, Direction

_CHATS = "*WhatsApp*.txt|_chat.txt"

WHATSAPP = Reader(
    name="whatsapp",
    title="WhatsApp",
    how_to_get=(
        "In each chat: ⋮ (iPhone: the name at the top) → More → Export chat → Without media; "
        "hand over all the files together"
    ),
    checked="2026-11",
    records=(
        Records(_CHATS, chat_of, room, like=LOOKS),
        # Android writes no seconds.
        Records(_CHATS, lines_of, message, like=LOOKS, floor=MINUTE),
    ),
    visibility={
        # A chat shows both sides in one list; what is deleted leaves its line, and what
        # disappears, or lies beyond the length of an export, is gone on both sides.
        (Channel.MESSAGE, Direction.GIVEN): FULL,
        (Channel.MESSAGE, Direction.RECEIVED): FULL,
        # Calls stand in the chat for both sides, or for neither on older phones.
        (Channel.CALL, Direction.GIVEN): FULL,
        (Channel.CALL, Direction.RECEIVED): FULL,
    },
    # There may be a chat that was not exported.
    unsolicited=Unsolicited.POSSIBLE,
    gather=True,
    facts=facts,
    ignored=frozenset({"media"}),
    blind=(
        "People whose chats you did not export are missing.",
        "An export reaches back at most about 40,000 messages, or 10,000 with media.",
        "Reactions, read marks and voice are not in the text, and calls in part.",
        "People are known by the names in your phone: two of one name are taken for one.",
        "Times are your phone's clock. Say your time zone to have them right to the hour.",
    ),
)

__all__ = ["WHATSAPP"]
