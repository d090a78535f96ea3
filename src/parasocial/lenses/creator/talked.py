"""How fans write, and whether that changes the longer they stay."""

from parasocial.ledger import Ledger
from parasocial.lenses.findings import creator as say
from parasocial.measures.tenure_slopes import STAGES, SUMS, Slope, tenure_slopes
from parasocial.talk import marks

_UNHEARD = "the logs were read without listening to what they say"
_MESSAGES = ", ".join(
    f"count(*) FILTER (WHERE (marks & {bit}) <> 0) AS {name}" for name, bit in marks.NAMES.items()
)
_WHOM = """
SELECT whom, count(*) AS messages, count(DISTINCT who) AS people FROM state
WHERE whom IN ('creator', 'fans') AND (marks & $1) = 0 GROUP BY whom ORDER BY whom
"""
_FEW = "fewer than 20 fans wrote twice with words"


def talk(ledger: Ledger) -> say.Talk:
    """Features of messages, and of the fans who wrote any."""
    heard = ledger.query(f"SELECT count(marks) AS n, {_MESSAGES} FROM state")
    fans = ledger.query(f"SELECT {_MESSAGES} FROM fan")
    [n] = heard.pop("n")
    if not n:
        return say.Talk(0, {}, _UNHEARD)
    worded = n - heard["wordless"][0]
    found = {
        name: say.Counted(
            heard[name][0],
            fans[name][0],
            _share(heard[name][0], n if name == "wordless" else worded),
        )
        for name in marks.NAMES
    }
    whom = ledger.query(_WHOM, [marks.WORDLESS])
    for name, messages, people in zip(*whom.values(), strict=True):
        found[f"to_{name}"] = say.Counted(messages, people, _share(messages, worded))
    return say.Talk(worded, found)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def tenure(ledger: Ledger) -> say.Tenure:
    """Whether fans grow closer, or close fans stay."""
    found = ledger.query(STAGES)
    stages = [say.Stage(2**stage, *rest) for stage, *rest in zip(*found.values(), strict=True)]
    it = tenure_slopes(**ledger.arrays(SUMS))
    why = None if it.within.point is not None else _FEW
    return say.Tenure(
        stages=stages,
        pooled=_range(it.pooled, why),
        within=_range(it.within, why),
        between=_range(it.between, why),
        why=why,
    )


def _range(it: Slope, why: str | None) -> say.Range:
    told = None if it.point is not None else why or "all fans wrote equally often"
    return say.Range(*it, why=told)
