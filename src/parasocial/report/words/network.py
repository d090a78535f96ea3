"""Sentences about a whole log. Nothing in them is about one account."""

from parasocial.lenses.findings.network import (
    ActivityTenth,
    AttentionGot,
    NetworkFindings,
    Sidedness,
    Turned,
)
from parasocial.report.words.numbers import counted, name, rounded

_LOG = """\
A log shows what passed on one platform. Those who did not answer here may have done so elsewhere, \
or met."""
_WORD = "One way is a word for behaviour: a proxy, ordinary, and no diagnosis of anybody."
_CALLED = """\
Classes are conventions: one way begins at three turns to one, with 95 % certainty for each tie. \
Among very many ties some are called wrongly."""
LIMITS = (_LOG, _WORD, _CALLED)
FACTS = {
    "acts": "acts so far",
    "days_since_last": "days since the last",
    "days_since_first": "days since the first",
    "days_between": "days between acts",
    "link_out": "a link out",
    "link_back": "a link back",
    "actor_acts_toward": "how many the actor acts toward",
    "target_is_acted_toward_by": "how many act toward the target",
    "target_answers": "what share of them the target has answered",
}
_CLASSES = {
    "reciprocal": "both ways",
    "one_sided": "one way",
    "parasocial": "one way, by attention (parasocial)",
    "inbound": "the other way only",
    "sparse": "too few to tell",
    "undetermined": "not decided",
    "unobservable": "cannot be told",
    "unattributed": "apart",
    "companion": "apart",
}


def headline(f: NetworkFindings) -> str:
    """What share of edges is returned, in tenths."""
    if f.returned.edge is None:
        return "Nobody in this log could have answered."
    tenths = rounded(f.returned.edge * 10)
    if tenths == 0:
        return "Hardly any edge in this log is returned."
    if tenths == 10:  # noqa: PLR2004
        return "Nearly every edge in this log is returned."
    return f"About {name(tenths)} in ten edges of this log are returned."


def lede(f: NetworkFindings) -> str:
    """How large the log is, and what an edge is."""
    rows = sum(f.log.counted.values())
    return (
        f"{counted(f.accounts, 'account')}, {counted(rows, 'row')} from {f.window.start} to "
        f"{f.window.end}. An edge leads from whoever acted to whom it was meant for."
    )


def percent(share: float | None) -> str:
    """A share as people read it, or a dash where there is none."""
    if share is None:
        return "–"
    return f"{share:.1%}"


def shares(f: NetworkFindings) -> list[tuple[str, str, str]]:
    """Four numbers: label, value, what it is."""
    it = f.returned
    return [
        ("Edges returned", percent(it.edge), f"of {counted(it.edges, 'edge')}"),
        ("Pairs with both edges", percent(it.dyad), f"of {counted(it.dyads, 'pair')}"),
        (
            "Beyond chance (rho)",
            "–" if it.rho is None else f"{it.rho:.3f}",
            "0 is by chance, 1 all returned",
        ),
        ("Acts matched", percent(it.weighted), "by an act the other way"),
    ]


def classes(f: NetworkFindings) -> list[tuple[str, int, float]]:
    """Sides of ties by class: words, how many, and their share."""
    whole = sum(f.ties.values()) or 1
    ordered = sorted(f.ties.items(), key=lambda it: -it[1])
    return [(_CLASSES[key], n, n / whole) for key, n in ordered]


def part(it: Sidedness) -> str:
    """A stretch of one-sidedness."""
    if it.low == 1:
        return "all from one"
    if it.low == 0.5:  # noqa: PLR2004
        return "about even"
    return f"{it.low:.0%} to {it.high:.0%} from one"


def tenth(it: ActivityTenth, f: NetworkFindings) -> str:
    """Which tenth this is."""
    span = f"{it.least:,}" if it.least == it.most else f"{it.least:,} to {it.most:,}"
    return f"gave {span} {f.unit if it.most == 1 else f.unit + 's'}"


def spread(it: AttentionGot) -> str:
    """How what is given is spread."""
    if it.gini is None:
        return "Nobody was given anything."
    said = f"The Gini coefficient over all accounts is {it.gini:.2f}"
    if it.gini_of_some is not None:
        said += f", and {it.gini_of_some:.2f} over those that got anything"
    if it.top_1 is not None:
        said += f". The top hundredth of accounts got {it.top_1:.0%} of all that was given"
    if it.top_10 is not None:
        said += (
            f", the top tenth {it.top_10:.0%}"
            if it.top_1 is not None
            else (f". The top tenth of accounts got {it.top_10:.0%} of all that was given")
        )
    return f"{said}. {counted(it.got_none, 'account')} got nothing."


def turned(it: Turned) -> str:
    """How well turning could be told."""
    if it.learn_at is None or it.judge_at is None:
        return f"Cannot be told: {it.why}."
    said = (
        f"On {it.judge_at} {counted(it.open[1], 'edge')} had never been returned; "
        f"{f'{it.turned[1]:,}' if it.turned[1] else 'none'} of them were later."
    )
    if it.auc is None:
        return f"{said} Who turns cannot be told: {it.why}."
    return (
        f"{said} From what was known before that day, a model that had learnt on edges open on "
        f"{it.learn_at} put one that turned above one that did not in {it.auc.point:.0%} of cases "
        f"(AUC {it.auc.point:.3f}, 95 % interval {it.auc.low:.3f} to {it.auc.high:.3f}; 50 % is "
        "by chance)."
    )
