"""The accounts in a ledger, for a terminal and for notes."""

from pathlib import Path
from typing import Any

import msgspec

from parasocial.errors import BadNotes
from parasocial.jobs.terminal import plain
from parasocial.ledger import Ledger
from parasocial.lenses.audience import look
from parasocial.lenses.findings import Findings, Tie
from parasocial.notes import read_notes

_WORD = {
    "parasocial": "one-sided (parasocial: a proxy from behaviour)",
    "one_sided": "one-sided",
    "unattributed": "a brand or group",
    "companion": "companion",
    "reciprocal": "gives back",
    "inbound": "gives more than you",
    "sparse": "too little to say",
    "unobservable": "cannot be told from this export",
    "undetermined": "cannot be told yet",
}


def tie_table(found: Findings, top: int, *, show_private: bool) -> str:
    """The first *top* ties, with hours a week and what can be said."""
    shown = [tie for tie in found.ties if not tie.hidden and (show_private or not tie.private)]
    lines = [
        f"{_hours(tie):>16}  {_WORD[tie.class_]:<34}  {plain(tie.alter.name)}"
        for tie in shown[:top]
    ]
    left = len(found.ties) - len(shown)
    if left:
        lines.append(f"{left} left out: people who may be private; --show-private shows them.")
    return "\n".join(lines) or "No ties in this ledger."


def _hours(tie: Tie) -> str:
    hours = tie.weekly_hours
    return f"{hours.low or 0:.1f}–{hours.high or 0:.1f} h a week"


def listed(ledger: Ledger, notes: Path, find: str) -> list[dict[str, Any]]:
    """Every account with its kind, the evidence for it, and the person's note."""
    said = read_notes(notes)
    wanted = find.casefold()
    return [
        {
            "id": tie.alter.id,
            "name": tie.alter.name,
            "kind": tie.alter.kind,
            "evidence": tie.alter.kind_evidence,
            "note": msgspec.to_builtins(said.about(tie.alter.id)),
        }
        for tie in look(ledger, said).ties
        if wanted in f"{tie.alter.name} {tie.alter.id}".casefold()
    ]


def people_table(found: list[dict[str, Any]]) -> str:
    """The same for a terminal."""
    lines = [
        f"{plain(it['id'])}  {plain(it['name'])}  {it['kind']}"
        + (f" ({it['evidence']})" if it["evidence"] else "")
        + ("".join(f"  {key}={plain(str(value))}" for key, value in it["note"].items()))
        for it in found
    ]
    return "\n".join(lines) or "No account of that name."


def check_account(ledger: Ledger, account: str) -> None:
    """Refuse a note about an account that the ledger does not know."""
    [known] = ledger.query(
        """SELECT count(*) AS n FROM (
               SELECT 1 FROM row WHERE actor_id = $1 OR target_id = $1
               UNION ALL SELECT 1 FROM account WHERE account_id = $1)""",
        [account],
    )["n"]
    if not known:
        raise BadNotes("There is no such account. `parasocial people --find NAME` lists ids.")
