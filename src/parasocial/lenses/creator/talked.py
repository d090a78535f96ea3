"""How fans write, and whether that changes the longer they stay."""

from collections.abc import Mapping

from parasocial.ledger import Ledger
from parasocial.lenses.findings import creator as say
from parasocial.measures.tenure_slopes import STAGES, SUMS, Slope, tenure_slopes
from parasocial.talk import marks

_UNHEARD = "the logs were read without listening to what they say"
_MARKED = {name: f"(marks & {bit}) <> 0" for name, bit in marks.NAMES.items()}
_TO = ("creator", "fans")


def _count(number: str, relation: str, conditions: Mapping[str, str]) -> str:
    counts = (f"{number} FILTER (WHERE {it}) AS {name}" for name, it in conditions.items())
    return f"SELECT {', '.join(counts)} FROM {relation}"


_HEARD = _count(
    "sum(messages)",
    "kind",
    {"n": "marks IS NOT NULL"}
    | _MARKED
    | {f"to_{it}": f"whom = '{it}' AND (marks & {marks.WORDLESS}) = 0" for it in _TO},
)
_FANS = _count("count(*)", "fan", _MARKED | {f"to_{it}": f"to_{it} > 0" for it in _TO})
_FEW = "fewer than 20 fans wrote twice with words"


def talk(ledger: Ledger) -> say.Talk:
    """Features of messages, and of the fans who wrote any."""
    heard = {name: it or 0 for name, [it] in ledger.query(_HEARD).items()}
    n = heard.pop("n")
    if not n:
        return say.Talk(0, {}, _UNHEARD)
    worded = n - heard["wordless"]
    found = {
        name: say.Counted(
            heard[name], people, _share(heard[name], n if name == "wordless" else worded)
        )
        for name, [people] in ledger.query(_FANS).items()
        if name in marks.NAMES or people
    }
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
