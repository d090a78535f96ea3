"""ChatGPT: *Export data*. A companion: it always answers and knows no one."""

import re

from parasocial.readers.chatgpt.about import ONE, SEVERAL, facts
from parasocial.readers.chatgpt.branches import branches
from parasocial.readers.chatgpt.left import IGNORED
from parasocial.readers.chatgpt.said import Rating, message, rating
from parasocial.reading import FULL, Reader, Records, Unsolicited
from parasocial.reading.shapes import either
from parasocial.schema import Channel, Direction

CHATGPT = Reader(
    name="chatgpt",
    title="ChatGPT",
    how_to_get=(
        "Settings → Data controls → Export data → Export → Confirm export; some hours later: "
        "the link in the e-mail"
    ),
    checked="2026-11",
    records=(
        Records(
            f"{ONE}|{SEVERAL}",
            branches,
            message,
            # Another company's export has a file of this name, without the tree.
            like=re.compile(rb'(?s)"create_time"\s*:.*"mapping"\s*:\s*\{'),
        ),
        Records("message_feedback.json", either(), rating, Rating),
    ),
    visibility={
        # A conversation holds both sides; deleting it takes both away.
        (Channel.MESSAGE, Direction.GIVEN): FULL,
        (Channel.MESSAGE, Direction.RECEIVED): FULL,
    },
    # It speaks in conversations, and they are in the file.
    unsolicited=Unsolicited.IMPOSSIBLE,
    facts=facts,
    ignored=IGNORED,
    blind=(
        "Conversations that were deleted, and temporary chats, are gone.",
        "Of edited questions and repeated answers, the last version counts.",
        "It does not say how long you read or spoke; hours are estimated.",
    ),
)

__all__ = ["CHATGPT"]
