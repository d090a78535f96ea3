"""Whose channel it is: the files say so in different places, and some do not."""

import re
from collections.abc import Iterator

from parasocial.errors import DamagedMember, WhoIsEgo
from parasocial.export import Export, Member
from parasocial.reading import Asked, Facts
from parasocial.reading.crowd import Crowd

_OWNERS = (
    re.compile(rb'"(?:channelId|channel_id)"\s*:\s*"(UC[\w-]{22})"'),
    re.compile(rb'"author_id"\s*:\s*"(UC[\w-]{22})"[^{}]{0,400}?"author_is_uploader"\s*:\s*true'),
)
_BADGE = re.compile(rb'"iconType"\s*:\s*"OWNER"|"title"\s*:\s*"Owner"')
_LINE = re.compile(rb'"(?:authorExternalChannelId|id)"\s*:\s*"(UC[\w-]{22})"')
_CHUNK, _OVERLAP = 1 << 20, 1 << 12
_ENDINGS = frozenset({".json", ".jsonl", ".ndjson"})
_WHO = (
    "These files do not say whose channel they are from. Say it with --creator and the channel's "
    "id (UC…) or its handle (@name)."
)
_SEVERAL = (
    "These files are from several channels. Say with --creator which is yours, by its id (UC…) or "
    "its handle (@name); give it several times for several."
)


def facts(export: Export, asked: Asked) -> Facts:
    """Whose channel the files are from: what was said on the way in, else what they say.

    Raises:
        WhoIsEgo: Nothing says it, or there are several and nobody said which.
    """
    named = {it for me in asked.me for it in _spelled(me)}
    owners = {owner for member in export.members for owner in _owners(member)}
    if not named and len(owners) != 1:
        raise WhoIsEgo(_SEVERAL if owners else _WHO)
    # A handle does not say which channel it is of: it is taken for the owner's.
    owned = not named or bool(owners & named) or not any(it.startswith("UC") for it in named)
    own = owners if owned and len(owners) == 1 else owners & named
    return Facts(
        ego=frozenset(named | own),
        account=min(own, default=next(iter(asked.me), None)),
        zone=asked.zone,
        layout="comments and live chats of a channel",
        learned={
            "crowd": Crowd(),
            "videos": {},
            # A badge or flag of the owner is ego's where the channel is.
            "owned": owned and len(owners) <= 1,
        },
    )


def _spelled(me: str) -> Iterator[str]:
    yield me
    if not me.startswith("UC"):
        yield f"@{me.removeprefix('@').casefold()}"


def _owners(member: Member) -> Iterator[str]:
    """The channels that a file is from: the first that it names so, or that its badges name."""
    if member.path.suffix.lower() not in _ENDINGS:
        return
    rest = b""
    try:
        with member.open() as stream:
            while chunk := stream.read(_CHUNK):
                rest += chunk
                for pattern in _OWNERS:
                    if found := pattern.search(rest):
                        yield found[1].decode()
                        return
                for badge in _BADGE.finditer(rest):
                    begin, end = _around(rest, badge.start())
                    if line := _LINE.search(rest, begin, end):
                        yield line[1].decode()
                        return
                rest = rest[-_OVERLAP:]
    except DamagedMember:
        return


def _around(text: bytes, at: int) -> tuple[int, int]:
    """The line, or what is near, around a place in a file."""
    begin = max(text.rfind(b"\n", 0, at), at - _OVERLAP) + 1
    end = text.find(b"\n", at)
    return begin, min(len(text) if end < 0 else end, at + _OVERLAP)
