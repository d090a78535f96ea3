"""What the measures of a person could find: one full set, and strategies for every other."""

from hypothesis import strategies as st

from parasocial.lenses.findings import (
    Around,
    Burstiness,
    Community,
    Companions,
    Comparison,
    Concentration,
    Counting,
    Difference,
    Displacement,
    Felt,
    FeltTie,
    Lag,
    OwnComments,
    Period,
    Power,
    Range,
    Rate,
    Reading,
    Rhythm,
    Rung,
    Sensitivity,
    Share,
    Sittings,
    Tie,
    Trajectories,
    Trajectory,
)
from report import makers

RUNGS = ("watched", "reacted", "commented", "wrote_privately", "other_contact", "met")
WAYS = ("grew", "cooled", "steady", "cannot_be_told")


def rate(point: float) -> Rate:
    return Rate(point, point * 0.9, point * 1.1, 20)


def around(*points: float) -> Around:
    return Around(*map(rate, points))


def ways(agree: int, count: int = 54) -> list[Counting]:
    return [
        Counting("turn", 0.75, 1, "point", 0.6, 0.3, agrees=place < agree) for place in range(count)
    ]


def way(tie: Tie, place: int) -> Trajectory:
    return Trajectory(
        id=tie.alter.id, place="youtube view", start="2025-W10", weeks=80,
        first_half=1.0, second_half=1.4, slope=Range(0.5, 0.1, 0.9, "estimated"),
        way=WAYS[place % 4], turned=(None, "more_came_back")[place == 5],
        steps=[1 + (place * step) % 5 / 3 for step in range(20)],
    )  # fmt: skip


def whole(ties: list[Tie]) -> dict[str, object]:
    """Everything that there is to say."""
    close = [FeltTie(tie.alter.id, 0.8, (0.1, 0.4), (0.4, 0.7)) for tie in ties[:4]]
    return {
        "community": Community(9.6, 25.2, 0.96),
        "felt": Felt(0.4, 0.7, close),
        "own_comments": OwnComments(212, 9, 131, 14, 40, 11),
        "displacement": Displacement(
            80, -2.8, -0.41, 0.02, [Lag(n, -0.4 + abs(n) / 10) for n in range(-4, 5)],
            Power(0.37, 0.26),
        ),
        "periods": [
            Period("spring 2026", "2026-03-02", "2026-05-31", around(7.8, 12.3, 6.5),
                   around(2.2, 1.1, 2.3), around(70, 33, 76)),
            Period("lockdown", "2020-03-01", "2021-06-30", *[Around(*[makers.UNKNOWN] * 3)] * 3),
        ],
        "trajectories": Trajectories([way(tie, place) for place, tie in enumerate(ties[:20])], 9),
        "ladder": [Rung(name, n, n // 2) for name, n in zip(RUNGS, (91, 45, 9, 1, 0, 1), strict=True)],
        "concentration": Concentration(122, 0.21, 0.4, 0.67, 0.84),
        "rhythm": Rhythm(
            Burstiness(0.31, 240), Range(0.93, 0.65, 0.98, "estimated"),
            Range(0.18, 0.04, 0.5, "estimated"),
            Sittings(Range(102, 95, 223, "estimated"), 1_378, 86, Range(4.7, 1.9, 6.6, "estimated")),
        ),
        "companions": Companions(1, makers.estimated(1.2), 43),
        "sensitivity": Sensitivity("one_way", 51, 0.55, 0.78, ways(51)),
        "comparison": Comparison(
            "2026-06-30", Share(0.6, 0.5, 0.7),
            Difference(6.1, 4.0, Range(-2.1, -3.0, -1.2, "estimated"), 1.3, "less"),
            Difference(60, 64, Range(4, -5, 13, "estimated"), 12.8, "cannot_be_told"),
            [Reading("undetermined", "parasocial", 3)], 4,
        ),
    }  # fmt: skip


points = st.none() | st.floats(0, 400)
rates = st.builds(
    lambda it: makers.UNKNOWN if it is None else rate(it),
    points,
)
arounds = st.builds(Around, rates, rates, rates)
ranges = st.sampled_from(
    (makers.NONE, Range(0.2, 0.0, 0.6, "estimated"), Range(1, 1, 1, "measured"))
)
differences = st.sampled_from(
    (
        Difference(None, None, makers.NONE, None, "cannot_be_told"),
        Difference(6.1, 4.0, Range(-2.1, -3.0, -1.2), 1.3, "less"),
        Difference(0.0, 300.0, Range(300, 200, 400), 0.2, "more"),
    )
)


@st.composite
def persons(draw: st.DrawFn, ties: list[Tie]) -> dict[str, object]:
    """Any part of it, missing or at its ends."""
    full, nothing = whole(ties), makers.NOTHING
    names = draw(st.sets(st.sampled_from(sorted(full))))
    agree, lead = draw(st.integers(0, 54)), draw(st.sampled_from(("one_way", "reciprocal")))
    slope, p = draw(st.floats(-9, 9)), draw(st.floats(0, 1))
    made = {name: full[name] if name in names else nothing[name] for name in full}
    made["periods"] = [
        Period(name, "2026-03-02", "2026-05-31", *(draw(arounds) for _ in range(3)))
        for name in draw(st.lists(st.sampled_from(("spring", "moving house")), max_size=2))
    ]
    if "sensitivity" in names:
        made["sensitivity"] = Sensitivity(lead, agree, draw(st.floats(0, 0.5)), 0.5, ways(agree))
    if "displacement" in names:
        made["displacement"] = Displacement(
            30, slope, 0.1, p, [Lag(0, 0.1), Lag(1, 0.0)], Power(0.2, 0.2)
        )
    if "comparison" in names:
        made["comparison"] = Comparison(
            draw(st.sampled_from((None, "2026-06-30"))), Share(None, None, None, why="nobody"),
            draw(differences), draw(differences), [], draw(st.integers(0, 2)),
        )  # fmt: skip
    made["rhythm"] = Rhythm(
        Burstiness(draw(st.none() | st.floats(-1, 1)), 40, "fewer than 21 posts"),
        draw(ranges), draw(ranges), Sittings(draw(ranges), 4, 9, draw(ranges)),
    )  # fmt: skip
    return made
