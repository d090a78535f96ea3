"""The lens of a network: what a whole log amounts to, as plain data."""

from datetime import UTC, datetime
from typing import Any, Literal

from parasocial.lenses.findings.amounts import Window
from parasocial.lenses.findings.network import (
    ActivityTenth,
    AttentionGot,
    Begun,
    Interval,
    LogRead,
    NetworkFindings,
    Returned,
    Sidedness,
    Turned,
)
from parasocial.network import summary
from parasocial.network.checked import Checked
from parasocial.network.summary import Tenth
from parasocial.network.turning import Turning, turning
from parasocial.ties import Thresholds

NO_ACTS = "the log holds attention or links alone, and nobody could have answered"


def look_at_network(
    engine: Any,
    name: Literal["duckdb", "spark"],
    checked: Checked,
    repeated: int,
    thresholds: Thresholds,
) -> NetworkFindings:
    """Sum up the log whose ties are ``told`` and whose accounts are ``ego`` in *engine*."""
    [who] = engine.rows("SELECT count(*) AS n FROM ego")
    got = summary.received(summary.grouped(engine, "attention_got"), who["n"])
    return NetworkFindings(
        engine=name,
        unit="turn" if thresholds.gap_us else "act",
        window=Window(_day(checked.first_us), _day(checked.last_us)),
        thresholds={
            "tau": thresholds.tau,
            "level": thresholds.level,
            "gap_seconds": thresholds.gap_us / 1_000_000,
            "ceiling_weeks": thresholds.ceiling_weeks,
            "sparse": thresholds.sparse,
        },
        log=LogRead(checked.rows, checked.kept, checked.left_out, repeated, checked.ids),
        accounts=who["n"],
        ties={it["tie_class"]: it["n"] for it in _sorted(engine, "classes")},
        returned=_returned(engine),
        sidedness=[
            Sidedness(part / 20, min((part + 1) / 20, 1), dyads)
            for part, dyads in enumerate(
                summary.twentieths(summary.grouped(engine, "sidedness")), 10
            )
        ],
        by_activity=[_tenth(it) for it in summary.tenths(summary.grouped(engine, "activity"))],
        attention=AttentionGot(*got),
        begun=[
            Begun(it.quarter, it.dyads, it.returned / it.dyads, it.turns)
            for it in summary.cohorts(summary.grouped(engine, "cohort"))
        ],
        turned=_turned(turning(engine, checked.last_us)),
    )


def _sorted(engine: Any, name: str) -> list[dict[str, Any]]:
    from parasocial.network.sql import select

    return sorted(engine.rows(select(name)), key=lambda it: str(it["tie_class"]))


def _returned(engine: Any) -> Returned:
    it = summary.reciprocity(engine)
    return Returned(
        *(it.nodes, it.edges, it.dyads),
        *(it.edge, it.dyad, it.rho, it.weighted),
        why=None if it.edges else NO_ACTS,
    )


def _tenth(it: Tenth) -> ActivityTenth:
    decided = it.one_way + it.reciprocal
    return ActivityTenth(
        it.accounts,
        it.least,
        it.most,
        it.one_way,
        it.reciprocal,
        one_way_share=it.one_way / decided if decided else None,
        unanswered_share=1 - it.both_ways / it.given_to if it.given_to else None,
    )


def _turned(it: Turning) -> Turned:
    return Turned(
        learn_at=_day(it.learn_us) if it.learn_us is not None else None,
        judge_at=_day(it.judge_us) if it.judge_us is not None else None,
        open=list(it.open),
        turned=list(it.turned),
        auc=Interval(*it.auc) if it.auc else None,
        alone=it.alone,
        why=it.why,
    )


def _day(us: int) -> str:
    return datetime.fromtimestamp(us // 1_000_000, UTC).date().isoformat()
