"""The ledger as one table: ``interaction``, with every account under one id."""

from collections import defaultdict
from importlib.resources import files

from parasocial.ledger.store import Ledger
from parasocial.notes import Notes


def merge(ledger: Ledger, notes: Notes) -> None:
    """Make the temporary tables ``identity`` and ``interaction``."""
    ledger.table("identity", {"was_id": "VARCHAR", "now_id": "VARCHAR"}, identities(ledger, notes))
    sql = files("parasocial.ledger").joinpath("merged.sql").read_text(encoding="utf-8")
    ledger.execute(sql)


def identities(ledger: Ledger, notes: Notes) -> list[tuple[str, str]]:
    """Which id each other name of an account stands for.

    Within a platform by aliases: a name that files give to two accounts stands for neither.
    Across platforms by the person's notes alone: a wrong merge is worse than none.
    """
    said: dict[str, set[str]] = defaultdict(set)
    found = ledger.query(
        """SELECT DISTINCT was_id, now_id FROM alias
           WHERE source_no IN (SELECT source_no FROM source) AND was_id <> now_id"""
    )
    for was, now in zip(found["was_id"], found["now_id"], strict=True):
        said[was].add(now)
    noted = {was: note.same_as for was, note in notes.accounts.items() if note.same_as}
    step: dict[str, str] = {}
    while more := _certain({was: them for was, them in said.items() if was not in step}, step):
        step |= more
    step |= noted
    return [(was, end) for was in sorted(step) if (end := _end(was, step)) != was]


def _certain(said: dict[str, set[str]], step: dict[str, str]) -> dict[str, str]:
    """Names that all their files lead to one account, as far as *step* is known."""
    ends = {was: {_end(name, step) for name in names} for was, names in said.items()}
    return {was: min(names) for was, names in ends.items() if len(names) == 1}


def _end(name: str, step: dict[str, str]) -> str:
    """Follow *step* from *name* to its end; a circle ends at its smallest name."""
    seen = [name]
    while (name := step.get(name, name)) not in seen:
        seen.append(name)
    return name if name == seen[-1] else min(seen[seen.index(name) :])
