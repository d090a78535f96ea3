"""Whose archive it is, when it was made, and the long posts that other files cut short."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from parasocial.errors import WhoIsEgo
from parasocial.export import Export
from parasocial.readers.x.accounts import at
from parasocial.readers.x.left import IGNORED
from parasocial.readers.x.manifest import Manifest, Note, Owner, Renamed
from parasocial.readers.x.messages import Conversation, pair
from parasocial.readers.x.posts import beginning
from parasocial.reading import Asked, Facts, File
from parasocial.reading.js import script
from parasocial.reading.model import UNREADABLE
from parasocial.reading.times import DAY, iso

DIRECT = ("direct-messages.js", "direct-message.js", "direct-messages-part*.js")
_NAMED = re.compile(r"twitter-(\d{4}-\d\d-\d\d)\b.*", re.DOTALL)
_PARTIAL = (
    "Some files that this archive lists are not here. If it came in several zips, hand over "
    "all of them together."
)
_WHO = (
    "This archive does not say which number is yours, so its messages have no direction. Hand "
    "over account.js too, or say your account's number with --me NUMBER."
)


def facts(export: Export, asked: Asked) -> Facts:
    """What is known about *export* before its first record is read.

    Raises:
        WhoIsEgo: There are messages, and nothing says which of their senders is ego.
    """
    manifest = next(_read(export, Manifest, "manifest.js"), Manifest())
    numbers, handles = _owners(export, manifest)
    numbers = numbers or _talking(export, asked)
    former = [it for it in _former(export) if it not in handles]
    own = {*numbers, *map(at, (*handles, *former))}
    missing = _missing(export, manifest)
    named = next((me for me in asked.me if me in own or at(me) in own), None)
    return Facts(
        ego=frozenset({*own, *asked.me, *map(at, asked.me)}),
        account=named or next(iter((*handles, *numbers, *asked.me)), None),
        exported_us=_made(export, manifest),
        layout=_layout(export),
        learned={"notes": _notes(export)},
        whole=not missing,
        warnings=(_PARTIAL,) if missing else (),
    )


def _read(export: Export, kind: Any, *patterns: str) -> Iterator[Any]:
    """The records of small files, as far as they can be read."""
    for member in export.matching(*patterns):
        try:
            for batch in script(File(member), kind).batches:
                yield from (it for it in batch if isinstance(it, kind))
        except UNREADABLE:
            continue


def _owners(export: Export, manifest: Manifest) -> tuple[list[str], list[str]]:
    """Ego's numbers and handles."""
    told = [it.account or it for it in _read(export, Owner, "account.js", "user_details.js")]
    numbers = [str(it.account_id or it.id) for it in told]
    handles = [it.username or it.screen_name for it in told]
    if manifest.user_info:
        numbers.append(manifest.user_info.account_id)
        handles.append(manifest.user_info.user_name)
    return (
        [it for it in dict.fromkeys(numbers) if it.isdecimal()],
        [it for it in dict.fromkeys(handles) if it],
    )


def _former(export: Export) -> Iterator[str]:
    for it in _read(export, Renamed, "screen-name-change.js"):
        inner = it.screen_name_change or it
        inner = inner.screen_name_change or inner
        if inner.changed_from:
            yield inner.changed_from


def _talking(export: Export, asked: Asked) -> list[str]:
    """Ego's number as conversations of two have it: one that was given, or the one in all of them.

    Raises:
        WhoIsEgo: No such number was given, and all of them leave it open.
    """
    talks = [it.dm_conversation or it for it in _read(export, Conversation, *DIRECT)]
    pairs = {frozenset(pair(it.conversation_id)) for it in talks} - {frozenset()}
    counts = Counter(number for them in pairs for number in them)
    if (given := [me for me in asked.me if me in counts]) or not pairs:
        return given
    always = [number for number, count in counts.items() if count == len(pairs)]
    if len(always) != 1:
        raise WhoIsEgo(_WHO)
    return always


def _missing(export: Export, manifest: Manifest) -> bool:
    """Whether the manifest lists a file that would be read and is not here."""
    here = {member.path.name.casefold() for member in export.members}
    listed = (it.file_name for kind in manifest.data_types.values() for it in kind.files)
    names = {name.rpartition("/")[2].casefold() for name in listed}
    return any(name.removesuffix(".js") not in IGNORED for name in names - here)


def _made(export: Export, manifest: Manifest) -> int | None:
    if manifest.archive_info:
        with suppress(ValueError):
            return iso(manifest.archive_info.generation_date)
    for name in (export.title, *export.tops()):
        if found := _NAMED.fullmatch(name):
            with suppress(ValueError):
                return iso(found[1]) + DAY - 1  # some time that day
    return None


def _layout(export: Export) -> str:
    if export.matching("data/tweets.js"):
        return "data folder, posts in tweets.js (2022 on)"
    if export.matching("data/*.js"):
        return "data folder, posts in tweet.js (2019 to 2022)"
    if export.matching("js/tweets/*.js"):
        return "one file per month (to 2018)"
    return "flat (to 2019), or single files"


def _notes(export: Export) -> dict[str, str]:
    """Long posts in full, by how they begin; those that begin alike are left out."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for it in _read(export, Note, "note-tweet.js", "note-tweet-part*.js"):
        note = it.note_tweet or it
        core = note.core or note.note_tweet_results
        key = beginning(core.text) if core else ""
        if key in found:
            twice.add(key)
        if core and key:
            found[key] = core.text
    return {key: text for key, text in found.items() if key not in twice}
