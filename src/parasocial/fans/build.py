"""Logs to fans: SQL in its order, each file one SELECT that becomes a relation of its name.

Read from the ledger: ``row``, ``log``, ``source``, ``account``; and the small tables made here.
"""

from collections.abc import Iterable
from dataclasses import astuple, fields
from importlib.resources import files

from parasocial.fans.rule import Rule
from parasocial.ledger import Ledger
from parasocial.reading.programs import EVIDENCE
from parasocial.schema import GONE
from parasocial.talk import marks
from parasocial.ties.zones import offsets

RELATIONS = (
    *("shown", "person", "written", "surplus", "message", "item", "writer", "speech", "linked"),
    *("called", "answer", "acknowledged", "unmarked", "thread", "short", "silent", "state"),
    *("fan", "kind", "numbered", "came", "stage"),
)
KEPT = frozenset(RELATIONS) - {"message", "item"}
"""Relations that several others read: worth keeping once computed."""

TYPES = {
    "role": ("creator", "fan", "gone", "program", "team"),
    "whom": ("cannot_tell", "creator", "fans", "nobody"),
    "state": ("answered", "cannot_be_told", "seen"),
    "reason": ("in_thread", "incomplete", "no_links", "silent_creator", "spoken", "unmarked"),
}
"""What the SQL names in a byte each."""

_CLOSE = marks.INTIMATE | marks.CLOSE | marks.DISCLOSURE
_BITS = {
    name: marks.NAMES[name]
    for name in ("wordless", "named", "addressed", "at_other", "to_peer", "second", "question")
} | {"close": _CLOSE}
"""The marks that the SQL asks for, by name."""


def build(
    ledger: Ledger, team: Iterable[str] = (), zone: str = "UTC", rule: Rule | None = None
) -> None:
    """Define every relation up to ``state``, ``numbered`` and ``fan``.

    Args:
        ledger: What was read from the channel's logs.
        team: Ids, handles or names of whoever answers for the creator.
        zone: IANA name of the creator's time zone; days are theirs.
        rule: The conventions; all default.
    """
    rule = rule or Rule()
    names = [it.name for it in fields(rule)]
    ledger.table("rule", dict.fromkeys(names, "BIGINT"), [astuple(rule)])
    ledger.table("bits", dict.fromkeys(_BITS, "BIGINT"), [tuple(_BITS.values())])
    ledger.table("apart", {"actor_id": "VARCHAR", "role": "VARCHAR"}, _apart(ledger, team))
    partial = [
        (it.number,) for it in ledger.sources() if not it.whole or any(it.tally.cut.values())
    ]
    ledger.table("partial", {"source_no": "BIGINT"}, partial)
    [first], [last] = ledger.query("SELECT min(us) AS a, max(us) AS b FROM row").values()
    ledger.table(
        "zone_offset",
        dict.fromkeys(("from_us", "to_us", "offset_us"), "BIGINT"),
        offsets(zone, first or 0, last or 0),
    )
    for name, values in TYPES.items():
        ledger.execute(f"CREATE OR REPLACE TEMP TYPE {name} AS ENUM {values}")
    for name in RELATIONS:
        ledger.define(name, select(name), keep=name in KEPT)


def select(name: str) -> str:
    """The definition of one relation."""
    return files("parasocial.fans").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")


def _apart(ledger: Ledger, team: Iterable[str]) -> list[tuple[str, str]]:
    """Accounts that are no fans: the creator's, the team's, programs, and those that are gone."""
    found = ledger.query("SELECT DISTINCT platform FROM source")["platform"]
    apart = {f"{platform}:{GONE}": "gone" for platform in found}
    programs = ledger.query(
        "SELECT DISTINCT account_id FROM account WHERE kind = 'brand' AND evidence = $1",
        [EVIDENCE],
    )["account_id"]
    apart |= dict.fromkeys(programs, "program")
    wanted = {it.casefold().removeprefix("@") for it in team}
    if wanted:
        accounts = ledger.query("SELECT DISTINCT account_id, handle, name FROM account")
        rows = list(zip(*accounts.values(), strict=True))
        apart |= {it: "team" for it, *_ in rows if it.partition(":")[2].casefold() in wanted}
        apart |= {it: "team" for it, handle, _ in rows if _plain(handle) in wanted}
        named = [it for it, _, name in rows if _plain(name) in wanted]
        # A display name is anybody's: it counts where only one account has it.
        apart |= dict.fromkeys(named, "team") if len(set(named)) == 1 else {}
    apart["ego"] = "creator"
    return sorted(apart.items())


def _plain(name: str | None) -> str:
    return (name or "").casefold().removeprefix("@")
