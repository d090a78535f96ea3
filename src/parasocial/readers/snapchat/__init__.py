"""Snapchat: *My Data*, in the newest layout by conversation and the older one by direction."""

from parasocial.readers.snapchat import links, messages, stories
from parasocial.readers.snapchat.about import facts
from parasocial.readers.snapchat.left import IGNORED
from parasocial.reading import UNCERTAIN, Reader, Unsolicited
from parasocial.schema import Channel, Direction

SNAPCHAT = Reader(
    name="snapchat",
    title="Snapchat",
    how_to_get=(
        "Settings → My Data → choose what to include, and JSON files → Date range: all time → "
        "Submit; then the link in the e-mail"
    ),
    checked="2026-11",
    records=(*messages.RECORDS, *links.RECORDS, *stories.RECORDS),
    visibility={
        # What nobody saved deletes itself. Either side may save, so what is left of a chat says
        # little of who wrote more: counts are too low on both sides, by nobody knows how much.
        (Channel.MESSAGE, Direction.GIVEN): UNCERTAIN,
        (Channel.MESSAGE, Direction.RECEIVED): UNCERTAIN,
        # Requests that were accepted are friends, and are listed there.
        (Channel.REQUEST, Direction.RECEIVED): UNCERTAIN,
    },
    # A message to somebody who just watches may have deleted itself.
    unsolicited=Unsolicited.POSSIBLE,
    facts=facts,
    ignored=IGNORED,
    blind=(
        "What nobody saved has deleted itself: chats hold the saved and the recent part.",
        "Of most messages the export says when and from whom, seldom what they said.",
        "Calls are listed without the other person, so they are left out.",
        "Who watched your stories is not in the export, nor how long you watched.",
    ),
)

__all__ = ["SNAPCHAT"]
