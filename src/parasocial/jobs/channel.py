"""A channel's logs into a ledger: of what others wrote features are noted, and no word."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from parasocial.jobs.read import Listener, Outcome, Reading, Refused, Wanted, read_into
from parasocial.ledger import Ledger
from parasocial.reading import Facts, read
from parasocial.reading import Listener as Heard
from parasocial.talk import notice_each

_ID = re.compile(r"(?:user|channel)?\d+|UC[\w-]{22}|did:\S+|\s*", re.ASCII)


def read_channel(
    ledger: Ledger,
    paths: Sequence[Path],
    wanted: Wanted,
    *,
    called: Sequence[str] = (),
    reading: Reading = read,
    progress: Listener = lambda *_: None,
) -> list[Outcome | Refused]:
    """Read a channel's logs; of what others wrote, features are noted, and no word.

    Args:
        ledger: Where to.
        paths: Files, folders and archives.
        wanted: What the creator said; ``me`` are their own accounts.
        called: What fans call them, where no account of theirs is called so.
        reading: What reads an export, here or in a process of its own.
        progress: Called while reading.
    """

    def listen(facts: Facts) -> Heard:
        names = {it.removeprefix("@") for it in (*facts.ego, *called)}
        return partial(notice_each, names=frozenset(it for it in names if not _ID.fullmatch(it)))

    return read_into(
        ledger, paths, replace(wanted, listen=listen), reading=reading, progress=progress
    )
