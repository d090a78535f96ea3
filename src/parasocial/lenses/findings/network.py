"""What is found in a log of many people: plain data, no account in it."""

from typing import Any, Literal

import msgspec
from msgspec import Struct

from parasocial import __version__
from parasocial.lenses.findings.amounts import Reason, Window


class LogRead(Struct, frozen=True):
    """What of the log counts.

    Attributes:
        rows: All of its rows.
        counted: Rows that count, by kind.
        left_out: Rows that do not, by the reason.
        repeated_acts: Acts that repeat another exactly; they count.
        ids: What the ids of accounts are.
    """

    rows: int
    counted: dict[str, int]
    left_out: dict[str, int]
    repeated_acts: int
    ids: str


class Returned(Struct, frozen=True):
    """How much of what was given is returned.

    Attributes:
        nodes: Accounts that act, or are acted toward.
        edges: Ordered pairs in which the first acted toward the second.
        dyads: Pairs in which anybody acted.
        edge: Share of edges that are returned.
        dyad: Share of dyads with both directions.
        rho: Correlation of an edge with its opposite (Garlaschelli & Loffredo 2004); 0 by chance.
        weighted: Share of acts that are matched by one the other way (Squartini et al. 2013).
        why: Why shares are null.
    """

    nodes: int
    edges: int
    dyads: int
    edge: float | None
    dyad: float | None
    rho: float | None
    weighted: float | None
    why: Reason | None = None


class ActivityTenth(Struct, frozen=True):
    """A tenth of the accounts that gave anything, from those that gave least to those that most.

    Attributes:
        accounts: How many; accounts that gave alike stay together.
        least: What they gave, in turns and sessions, at least.
        most: At most.
        one_way_ties: Their ties called one-sided or parasocial.
        reciprocal_ties: Their ties called reciprocal.
        one_way_share: One-way ties among both; null where neither is.
        unanswered_share: Of the accounts they acted toward, those that never acted back.
    """

    accounts: int
    least: int
    most: int
    one_way_ties: int
    reciprocal_ties: int
    one_way_share: float | None
    unanswered_share: float | None


class Sidedness(Struct, frozen=True):
    """Dyads by how one-sided they are.

    Attributes:
        low: The larger part of their turns is at least so much of all of them,
        high: and less than so much; 1 is all.
        dyads: How many.
    """

    low: float
    high: float
    dyads: int


class AttentionGot(Struct, frozen=True):
    """How what is given, in turns and sessions, is spread over accounts.

    Attributes:
        accounts: All accounts of the log.
        got_none: Those that nobody gave anything.
        gini: Over all accounts; 0 is alike, 1 all to one.
        gini_of_some: Over accounts that got anything.
        top_1: Share that the top hundredth of all accounts got; null under a hundred.
        top_10: Share of the top tenth; null under ten.
    """

    accounts: int
    got_none: int
    gini: float | None
    gini_of_some: float | None
    top_1: float | None
    top_10: float | None


class Begun(Struct, frozen=True):
    """Dyads that began in one quarter of a year.

    Attributes:
        quarter: As 2026-Q1.
        dyads: How many began.
        returned_share: Of them, those that went both ways by the end of the log. Later ones had
            less time.
        turns: Of all of them, by the end.
    """

    quarter: str
    dyads: int
    returned_share: float
    turns: int


class Interval(Struct, frozen=True):
    """A number and its 95 % interval."""

    point: float
    low: float
    high: float


class Turned(Struct, frozen=True):
    """Which one-way edges turn reciprocal: learnt from one period, judged on the next.

    Attributes:
        learn_at: The day at whose beginning the first open edges are taken.
        judge_at: Likewise, the second.
        open: Edges open at each of them.
        turned: How many turned before the next.
        auc: How well turning could be told, on the second; .5 is by chance.
        alone: The same from each fact alone; under .5 where more of it goes with not turning.
        why: Why there is no AUC.
    """

    learn_at: str | None
    judge_at: str | None
    open: list[int]
    turned: list[int]
    auc: Interval | None
    alone: dict[str, float]
    why: Reason | None = None


class NetworkFindings(Struct, frozen=True, kw_only=True, rename={"schema_name": "schema"}):
    """What ``network --summary`` finds in a log. It holds no id of any account.

    Attributes:
        schema_name: Name and version of this form.
        version: Of parasocial.
        engine: What counted.
        unit: ``turn`` or ``act``.
        window: First and last day of rows that count.
        thresholds: The conventions that classes depend on.
        log: What of the log counts.
        accounts: All of them.
        ties: Sides of ties, by class: every tie counts once for each of its two accounts.
        returned: How much is returned.
        sidedness: Dyads by how one-sided they are.
        by_activity: Tenths of accounts by how much they gave.
        attention: How what is given is spread.
        begun: Dyads by when they began.
        turned: Which one-way edges turn.
    """

    schema_name: Literal["parasocial/network/1"] = "parasocial/network/1"
    version: str = __version__
    engine: Literal["duckdb", "spark"]
    unit: Literal["turn", "act"]
    window: Window
    thresholds: dict[str, float]
    log: LogRead
    accounts: int
    ties: dict[str, int]
    returned: Returned
    sidedness: list[Sidedness]
    by_activity: list[ActivityTenth]
    attention: AttentionGot
    begun: list[Begun]
    turned: Turned


def network_schema() -> dict[str, Any]:
    """The JSON Schema of the findings."""
    return msgspec.json.schema(NetworkFindings)
