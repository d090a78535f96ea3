"""The audience lens: one person's ledger to everything that can be said of their ties."""

from collections.abc import Sequence
from typing import Any

import msgspec

from parasocial import __version__
from parasocial.ledger import Ledger, merge
from parasocial.lenses import findings as say
from parasocial.lenses import over_time, spread
from parasocial.lenses.asked import Asked
from parasocial.lenses.dates import day
from parasocial.lenses.gives import gives
from parasocial.lenses.oversharing import Scope, oversharing
from parasocial.lenses.own_comments import own_comments
from parasocial.lenses.pattern import pattern
from parasocial.lenses.published import published
from parasocial.lenses.quiz import beside
from parasocial.lenses.sensitivity import sensitivity, ways_of_counting
from parasocial.lenses.sources import sources
from parasocial.lenses.ties import tie_time, ties
from parasocial.lenses.weeks import weeks
from parasocial.measures.attention_by_form import attention_by_form
from parasocial.measures.chosen_share import chosen_share
from parasocial.measures.sensitivity import Way
from parasocial.measures.time_shares import OUT, RECIPROCAL, Bounds, TieTime, balance, time_share
from parasocial.notes import Notes
from parasocial.ties import Thresholds, conclude, gather, prepare


def look(
    ledger: Ledger,
    notes: Notes | None = None,
    *,
    zone: str = "UTC",
    thresholds: Thresholds | None = None,
    asked: Asked | None = None,
    invented: bool = False,
    scope: Scope | None = None,
) -> say.Findings:
    """Everything the ledger says about its person's ties.

    Args:
        ledger: Whose interactions.
        notes: What the person says themselves.
        zone: IANA name of the zone in which they live; days and weeks are theirs.
        thresholds: The conventions; all default.
        asked: Periods, an earlier report, other ways of counting; none by default.
        invented: Whether everyone in the ledger is made up.
        scope: How far into the person's own texts to look; None for not at all.
    """
    notes, thresholds, asked = notes or Notes(), thresholds or Thresholds(), asked or Asked()
    merge(ledger, notes)
    prepare(ledger, notes, zone)
    ways = _built(ledger, thresholds, asked)
    found = ties(ledger, notes, zone)
    shares = _shares([tie_time(tie) for tie in found], ways)
    seen = pattern(ledger)
    return say.Findings(
        schema=say.SCHEMA,
        version=__version__,
        window=_window(ledger, zone),
        zone=zone,
        unit=thresholds.unit,
        thresholds=msgspec.to_builtins(thresholds),
        notes=say.Notes(len(notes.accounts)),
        sources=sources(ledger, zone),
        ties=found,
        totals=_totals(ledger, found),
        chosen_share=_chosen(ledger),
        by_form=_forms(ledger),
        weeks=weeks(ledger, zone),
        type=seen,
        invented=invented,
        **shares,
        **(_own_words(ledger, notes, found, zone, scope) if scope else {}),
        **_self_report(ledger, notes, found, seen),
        **spread.spread(ledger, notes, found),
        **over_time.over_time(ledger, found, zone, asked),
    )


def _own_words(
    ledger: Ledger, notes: Notes, found: Sequence[say.Tie], zone: str, scope: Scope
) -> dict[str, Any]:
    return {
        "oversharing": oversharing(ledger, notes, found, zone, scope),
        "own_comments": own_comments(ledger, found),
    }


def _self_report(
    ledger: Ledger, notes: Notes, found: list[say.Tie], seen: say.Pattern
) -> dict[str, Any]:
    return {
        "gives": gives(found),
        "quiz": beside(notes.quiz, seen),
        "published": published(ledger, found, notes),
    }


def _built(ledger: Ledger, thresholds: Thresholds, asked: Asked) -> list[Way]:
    """Make every relation up to the ties; return other ways of counting, if they are wanted."""
    ways: list[Way] = []
    if asked.sensitivity:
        ways = ways_of_counting(ledger, thresholds)
    else:
        gather(ledger, thresholds)
    conclude(ledger, thresholds)
    return ways


def _window(ledger: Ledger, zone: str) -> say.Window:
    [first], [last] = ledger.query("SELECT min(us) AS a, max(us) AS b FROM interaction").values()
    return say.Window(day(first, zone), day(last, zone))


def share(it: Bounds) -> say.Share:
    """A share with its bounds, or why there is none."""
    why = None
    if it.low is None:
        why = "there is no time with anyone in these exports"
    elif it.point is None:
        why = "no tie could be decided"
    return say.Share(it.point, it.low, it.high, it.by_ties, it.by_turns, why)


def _shares(times: list[TieTime], ways: list[Way]) -> dict[str, Any]:
    one_way, reciprocal = (time_share(times, classes) for classes in (OUT, RECIPROCAL))
    lean = balance(times)
    return {
        "one_way_share": share(one_way),
        "reciprocal_share": share(reciprocal),
        "sensitivity": sensitivity(ways, one_way.point, reciprocal.point),
        "balance": say.Value(lean, None if lean is not None else "no tie could be decided"),
    }


def _totals(ledger: Ledger, found: list[say.Tie]) -> say.Totals:
    by_class: dict[str, int] = {}
    for tie in found:
        by_class[tie.class_] = by_class.get(tie.class_, 0) + 1
    [count] = ledger.query("SELECT count(*) AS n FROM interaction")["n"]
    apart = [tie for tie in found if tie.class_ in ("unattributed", "companion")]
    within = [tie for tie in found if tie.class_ not in ("unattributed", "companion")]
    return say.Totals(
        ties=len(found),
        interactions=count,
        by_class=by_class,
        hours=added([tie.attention.hours for tie in within]),
        weekly_hours=added([tie.weekly_hours for tie in within]),
        unattributed_hours=added([_nobody(ledger), *(tie.attention.hours for tie in apart)]),
    )


def _nobody(ledger: Ledger) -> say.Range:
    """Hours with content or groups that belong to no tie."""
    found = ledger.query(
        """SELECT coalesce(sum(ms_low), 0) / 3600000 AS low,
               coalesce(sum(ms_point), 0) / 3600000 AS point,
               coalesce(sum(ms_high), 0) / 3600000 AS high,
               coalesce(bool_and(measured), TRUE) AS measured
           FROM spent WHERE alter_id IS NULL"""
    )
    [(low, point, high, measured)] = zip(*found.values(), strict=True)
    return say.Range(point, low, high, "measured" if measured else "estimated")


def added(hours: Sequence[say.Range]) -> say.Range:
    """Hours summed, each end with its own; measured only where all of them are."""
    bases = {it.basis for it in hours if it.point}
    basis = bases.pop() if len(bases) == 1 else "mixed" if bases else None
    return say.Range(
        sum(it.point or 0 for it in hours),
        sum(it.low or 0 for it in hours),
        sum(it.high or 0 for it in hours),
        basis,
    )


def _chosen(ledger: Ledger) -> say.Chosen:
    it = chosen_share(ledger)
    if it is None:
        why = "no export here holds both a list of followed accounts and attention with its author"
        return say.Chosen(None, None, None, why=why)
    return say.Chosen(
        it.point,
        it.low,
        it.high,
        say.Range(it.chosen[1], it.chosen[0], it.chosen[2], "estimated"),
        say.Range(it.served[1], it.served[0], it.served[2], "estimated"),
    )


def _forms(ledger: Ledger) -> list[say.FormHours]:
    return [
        say.FormHours(
            it.form,
            say.Range(it.point, it.low, it.high, "measured" if it.measured else "estimated"),
            it.events,
        )
        for it in attention_by_form(ledger)
    ]
