"""Ego's own texts in a ledger: where each was said, and to whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import md5
from typing import Literal

from parasocial.ledger import Ledger

To = Literal["tie", "group", "everyone", "unknown"]
"""To one account, into a group, to whoever comes by, or under content of an unknown author."""

# What is searched for is told to nobody. True twins share a key; each of their texts counts once.
_TEXTS = """
SELECT t.words, i.platform, i.channel, i.target_id AS alter_id, i.group_id, i.addressed, i.us,
    i.item_id
FROM (
    SELECT DISTINCT key, words FROM text WHERE source_no IN (SELECT source_no FROM source)
) AS t JOIN (
    SELECT * FROM interaction
    WHERE actor_id = 'ego' AND channel <> 'search' AND key IN (SELECT key FROM text)
        AND ($1 OR (channel <> 'message' AND coalesce(form, '') <> 'chat'))
    QUALIFY row_number() OVER (PARTITION BY key ORDER BY us, target_id) = 1
) AS i ON i.key = t.key
ORDER BY i.us NULLS LAST, i.platform, i.channel, i.item_id, t.words
"""


@dataclass(frozen=True, slots=True)
class Text:
    """One text that ego wrote.

    Attributes:
        id: Ours: of where and when it stands, never of what it says.
        alter: Whom it was said to, where that is one account.
        us: Microseconds since the epoch. None where the export has no time.
    """

    id: str
    words: str
    platform: str
    channel: str
    to: To
    alter: str | None
    us: int | None


def texts(ledger: Ledger, *, with_messages: bool = False) -> list[Text]:
    """Every text of ego's, oldest first; a ledger's ties have been built before.

    Args:
        ledger: Whose texts.
        with_messages: Also private messages and what was said in conversations.
    """
    return list(_texts(ledger, with_messages=with_messages))


def _texts(ledger: Ledger, *, with_messages: bool) -> Iterator[Text]:
    seen: dict[str, int] = {}
    rows = zip(*ledger.query(_TEXTS, [with_messages]).values(), strict=True)
    for words, platform, channel, alter, group, addressed, us, item in rows:
        place = "|".join(map(str, (platform, channel, us, item, alter, group)))
        seen[place] = seen.get(place, 0) + 1
        named = md5(f"{place}|{seen[place]}".encode(), usedforsecurity=False).hexdigest()[:10]
        to = _to(channel, alter, group, addressed)
        yield Text(named, words, platform, channel, to, alter if to == "tie" else None, us)


def _to(channel: str, alter: str | None, group: str | None, addressed: str) -> To:
    if addressed == "group" or (group and channel == "message"):
        return "group"
    if alter:
        return "tie"
    return "everyone" if channel == "post" else "unknown"
