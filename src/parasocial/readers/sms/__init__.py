"""SMS Backup & Restore, an Android app: text and picture messages, and calls, as XML."""

from parasocial.readers.sms.about import CALLS, MESSAGES, facts
from parasocial.readers.sms.calls import call
from parasocial.readers.sms.messages import message
from parasocial.reading import FULL, Reader, Records
from parasocial.reading.xml_rows import XmlRows
from parasocial.schema import Channel, Direction

SMS = Reader(
    name="sms",
    title="Text messages and calls",
    how_to_get=(
        "On Android, the app SMS Backup & Restore → Back up now → Messages and Call logs → "
        "to the phone; then hand over sms-….xml and calls-….xml"
    ),
    checked="2026-11",
    records=(
        Records(
            "sms-*.xml|sms*.xml",
            XmlRows(frozenset({"sms", "mms"}), frozenset({"addr", "part"}), frozenset({"data"})),
            message,
            like=MESSAGES,
        ),
        Records("calls-*.xml|calls*.xml", XmlRows(frozenset({"call"})), call, like=CALLS),
    ),
    visibility={
        # The phone keeps both sides in one list; deleting a thread takes both away.
        (Channel.MESSAGE, Direction.GIVEN): FULL,
        (Channel.MESSAGE, Direction.RECEIVED): FULL,
        (Channel.CALL, Direction.GIVEN): FULL,
        (Channel.CALL, Direction.RECEIVED): FULL,
    },
    facts=facts,
    blind=(
        "Messages and calls in other apps are not in it.",
        "What was deleted on the phone before the backup is gone.",
        "Phones keep a few hundred to a few thousand calls, so older ones may be missing.",
        "People are known by their numbers: who has two is two, unless you say otherwise.",
        "Some phones leave chat messages (RCS) out of the backup.",
    ),
)

__all__ = ["SMS"]
