"""Planted disclosures on every platform, each held against whom it was said to.

Which exports show whom something was said to is written down in ``examples/shown.py``, from what
platforms document.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from examples.deeds import EXPORTED, MINUTE, beings, scene
from examples.shown import SHOWN
from examples.test_writers import ME, bare, reader_of
from parasocial.jobs.read import Wanted, read_into
from parasocial.ledger import Ledger, merge
from parasocial.notes import Notes
from parasocial.oversharing.audit import audit
from parasocial.oversharing.scan import Scanner
from parasocial.oversharing.texts import texts
from writers import NATIVE, WRITERS, Being, Deed, item

pytestmark = pytest.mark.thorough
KEPT = Path(__file__).with_name("joined.json")
WHOM, TIMES = 6, 3
"""So many people are told something, so many times each, in every way that a platform has."""
OWN_POSTS = frozenset(it for it in SHOWN if len(SHOWN[it].get("mention>", ())) > 1)
TO_ONE = ("message>", "fan>", "comment>", "reply>", "mention>", "chat>")


class Planted(NamedTuple):
    """What was said, in words that nothing else holds, and whom it was said to."""

    value: str
    deed: Deed
    visible: bool


def cast(platform: str) -> dict[str, Being]:
    """The invented people, and those who are told something."""
    known = beings(platform)
    host = "@layar.example" if platform == "mastodon" else ""
    return known | {
        f"{who}{n}": Being(f"{who}{n}", f"{who} No {n}", f"{who}_{n}{host}", kind, f"{number}{n}")
        for who, kind, number in (("pal", "person", "+9991009"), ("star", known["bo"].kind, ""))
        for n in range(WHOM)
    }


def planted(platform: str) -> list[Planted]:
    """A disclosure in every deed to one being whose words the platform shows.

    What mentions somebody in a post of one's own is told to everyone, and not among them.
    """
    deeds, found = scene(), []
    for name in TO_ONE:
        for row in SHOWN[platform].get(name, ()):
            deed = deeds[name]
            if platform in OWN_POSTS and name == "mention>":
                continue
            visible = row.get("target", "there") is not None
            found += [_one(name, deed, n, visible=visible) for n in range(WHOM * TIMES)]
    return sorted(found, key=lambda it: it.deed.at)


def _one(name: str, deed: Deed, n: int, *, visible: bool) -> Planted:
    whom = f"{'pal' if deed.target == 'ada' else 'star'}{n % WHOM}"
    at = deed.at + n * 11 * MINUTE
    value = f"{name[:-1]}{n}.orr@example.org"
    theirs = {
        "under": deed.under and item(whom, at - 9 * MINUTE),
        "reply_to": deed.reply_to and item(whom, at - 5 * MINUTE),
    }
    said = deed._replace(
        at=at, target=whom, item=item("me", at), text=f"mail {value} please", **theirs
    )
    return Planted(value, said, visible)


def around(said: list[Planted]) -> Iterator[Deed]:
    """What an export would hold beside them: that she watched it, and that friends write back."""
    scenery = scene()
    for it in said:
        deed = it.deed
        if deed.under:
            looked = scenery["live>" if deed.form == "live" else "view>"]
            before = deed.at - 8 * MINUTE
            yield looked._replace(at=before, target=deed.target, item=deed.under, text="A title")
        elif deed.form == "chat":
            back = scenery["message<"]
            after = deed.at + 2 * MINUTE
            whom = deed.target or ""
            yield back._replace(at=after, actor=whom, item=item(whom, after), text="so nice")


def joined(platform: str, folder: Path, scan: Scanner) -> dict[str, int]:
    """How many were planted, are shown with whom they were for, were found, and joined rightly."""
    people, said = cast(platform), planted(platform)
    deeds = sorted([*(it.deed for it in said), *around(said)])
    for name, content in WRITERS[platform](people["me"], people, deeds, exported=EXPORTED).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    asked = Wanted(
        me=ME.get(platform, ()),
        platform=reader_of(platform),
        zone="Asia/Jakarta",
        with_messages=True,
    )
    with Ledger() as ledger:
        read_into(ledger, [folder], asked)
        merge(ledger, Notes())
        own = texts(ledger, with_messages=True)
    found = audit(own, scan.scan([it.words for it in own])).given
    told = {it.found.value: bare(it.text.alter) for it in found if it.text}
    native = NATIVE[reader_of(platform)]
    visible = [one for one in said if one.visible]
    right = [one for one in visible if told.get(one.value) == native(people[one.deed.target or ""])]
    return {
        "planted": len(said),
        "visible": len(visible),
        "found": sum(one.value in told for one in visible),
        "joined": len(right),
    }


WITH_WORDS = [it for it in WRITERS if it not in ("spotify", "spotify-extended")]


def test_what_was_said_is_joined_to_whom(tmp_path, scan, update_golden) -> None:
    found = {it: joined(it, tmp_path / it, scan) for it in WITH_WORDS if planted(it)}
    if update_golden:
        KEPT.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    assert json.loads(KEPT.read_text(encoding="utf-8")) == found
    visible, right = (sum(it[key] for it in found.values()) for key in ("visible", "joined"))
    assert visible > 500
    assert right >= 0.95 * visible
