"""The ties of the audience lens, each with all that is known of it."""

from collections import defaultdict
from typing import Any, NamedTuple

from parasocial.ledger import Ledger
from parasocial.lenses import findings as say
from parasocial.lenses.dates import day
from parasocial.measures.time_shares import TieTime
from parasocial.notes import Note, Notes

_HOUR = 3_600_000

_TIES = "SELECT * FROM tie ORDER BY weekly_point DESC, turns_given + turns_received DESC, alter_id"
_NAMES = """
-- A friend with a channel goes by the name of the friend.
SELECT coalesce(i.now_id, a.account_id) AS alter_id,
    arg_max(a.name, (NOT s.of_channels, i.now_id IS NULL, a.source_no))
        FILTER (WHERE a.name IS NOT NULL) AS name,
    arg_max(a.handle, (NOT s.of_channels, i.now_id IS NULL, a.source_no))
        FILTER (WHERE a.handle IS NOT NULL) AS handle
FROM account AS a JOIN source AS s ON s.source_no = a.source_no
LEFT JOIN identity AS i ON i.was_id = a.account_id GROUP BY 1
"""
_WHERE = """
SELECT DISTINCT alter_id, platform, channel FROM event WHERE alter_id IS NOT NULL ORDER BY ALL
"""


class Place(NamedTuple):
    """Where a tie is seen."""

    platforms: list[str]
    channels: list[str]


def ties(ledger: Ledger, notes: Notes, zone: str) -> list[say.Tie]:
    """Every tie, most weekly hours first, then most turns, then by id."""
    names = _names(ledger)
    places = _places(ledger)
    found = ledger.query(_TIES)
    columns = list(found)
    said = _noted(ledger, notes)
    rows = (dict(zip(columns, row, strict=True)) for row in zip(*found.values(), strict=True))
    return [
        _tie(row, names, places[row["alter_id"]], said.get(row["alter_id"], Note()), zone)
        for row in rows
    ]


def tie_time(tie: say.Tie) -> TieTime:
    """What the shares of time need of a tie."""
    hours = tie.weekly_hours
    turns = tie.given.turns + tie.received.turns + tie.attention.sessions
    return TieTime(tie.class_, hours.low or 0, hours.point or 0, hours.high or 0, turns)


def _tie(
    row: dict[str, Any],
    names: dict[str, tuple[str | None, str | None]],
    place: Place,
    note: Note,
    zone: str,
) -> say.Tie:
    alter = row["alter_id"]
    name, handle = names.get(alter, (None, None))
    native = alter.partition(":")[2]
    return say.Tie(
        alter=say.Alter(
            *(alter, name or handle or native, handle, place.platforms),
            *(row["kind"], row["kind_evidence"]),
        ),
        class_=row["tie_class"],
        basis=row["basis"],
        dormant=row["dormant"],
        channels=place.channels,
        given=say.Count(row["acts_given"], row["turns_given"]),
        received=say.Count(row["acts_received"], row["turns_received"]),
        share_given=_share(row),
        attention=say.Attention(row["sessions"], row["weeks"], _hours(row)),
        ceiling=_ceiling(row),
        weekly_hours=_weekly(row),
        first=day(row["first_us"], zone),
        last=day(row["last_us"], zone),
        close=note.closeness,
        gives=note.answers,
        keep=note.keep,
        hidden=note.hide,
        private=row["kind"] in ("person", "unknown")
        and row["tie_class"] in ("one_sided", "inbound"),
        follows=bool(row["follows"]),
        followed_by=bool(row["followed_by"]),
    )


def _share(row: dict[str, Any]) -> say.Range:
    if not row["x"] + row["y"]:
        return say.Range(None, None, None, why="no acts between you are in these exports")
    middle = (row["middle_low"] + row["middle_high"]) / 2
    return say.Range(middle, row["share_low"], row["share_high"], "turns")


def _ceiling(row: dict[str, Any]) -> say.Ceiling:
    most = row["most_returns"]
    why = None
    if not row["ceiling_applies"]:
        if row["reopened"]:
            why = "you noted that they replied or that you met"
        elif row["kind"] not in ("persona", "unknown"):
            why = f"this account is a {row['kind']}"
        else:
            why = "this account could have reached you in ways that the export does not show"
    slack = None if most is None else most - row["c"]
    return say.Ceiling(row["c"], slack, row["ceiling_applies"], why)


def _hours(row: dict[str, Any]) -> say.Range:
    point, low, high = (row[it] / _HOUR for it in ("ms_point", "ms_low", "ms_high"))
    return say.Range(point, low, high, _basis(row))


def _weekly(row: dict[str, Any]) -> say.Range:
    point, low, high = (row[f"weekly_{it}"] / _HOUR for it in ("point", "low", "high"))
    return say.Range(point, low, high, _basis(row))


def _basis(row: dict[str, Any]) -> str | None:
    if not row["ms_point"]:
        return None
    if row["ms_measured"] == row["ms_point"]:
        return "measured"
    return "mixed" if row["ms_measured"] else "estimated"


def _noted(ledger: Ledger, notes: Notes) -> dict[str, Note]:
    """What the notes say of each tie, under whichever of its ids; its own id comes first."""
    found = ledger.query("SELECT was_id, now_id FROM identity")
    now = dict(zip(found["was_id"], found["now_id"], strict=True))
    said: dict[str, Note] = {}
    for name, note in sorted(notes.accounts.items(), key=lambda it: it[0] in now):
        alter = now.get(name, name)
        said[alter] = said.get(alter, Note()).or_else(note)
    return said


def _names(ledger: Ledger) -> dict[str, tuple[str | None, str | None]]:
    found = ledger.query(_NAMES)
    return {alter: (name, handle) for alter, name, handle in zip(*found.values(), strict=True)}


def _places(ledger: Ledger) -> dict[str, Place]:
    places: dict[str, Place] = defaultdict(lambda: Place([], []))
    for alter, platform, channel in zip(*ledger.query(_WHERE).values(), strict=True):
        place = places[alter]
        for them, it in ((place.platforms, platform), (place.channels, channel)):
            if it not in them:
                them.append(it)
    return places
