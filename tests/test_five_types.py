"""The five types: the model's own checks, axes, ranges and the bootstrap."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parasocial.five_types import (
    WeekUse,
    axes,
    decided_axis,
    draws,
    possible_names,
    posting_axis,
    quiz_shares,
    stability,
    time_axis,
    type_name,
    type_shares,
)
from parasocial.notes import QuizAnswers

STEP = st.integers(0, 4)
HOURS = st.floats(0, 24)
POSTS = st.floats(0, 500)


@pytest.mark.parametrize(
    ("hours", "posts", "name", "share"),
    [
        (0.5, 1, "savvy_social", 0.76),
        (3, 0, "lurker", 0.80),
        (4, 40, "oversharer", 0.83),
        (0.5, 20, "breezy_poster", 0.79),
    ],
)
def test_the_models_checks(hours: float, posts: float, name: str, share: float) -> None:
    shares = type_shares(hours, posts)
    assert type_name(shares) == name
    assert shares[name] == pytest.approx(share, abs=0.005)


def test_in_between_is_mixed() -> None:
    assert type_name(type_shares(1.5, 1)) == "mixed"
    assert time_axis(1.5) == pytest.approx(0.5)
    assert posting_axis(3.95) == pytest.approx(0.5)


@given(HOURS, POSTS)
def test_shares_sum_to_one(hours: float, posts: float) -> None:
    shares = type_shares(hours, posts)
    assert sum(shares.values()) == pytest.approx(1)
    assert all(0 <= share <= 1 for share in shares.values())


@given(HOURS, HOURS, POSTS, POSTS)
def test_axes_rise(hours: float, more: float, posts: float, many: float) -> None:
    assert (hours <= more) <= (time_axis(hours) <= time_axis(more))
    assert (posts <= many) <= (posting_axis(posts) <= posting_axis(many))


@given(HOURS, POSTS)
def test_more_hours_elsewhere_include_none(hours: float, posts: float) -> None:
    names = possible_names(hours, posts)
    assert names[0] == type_name(type_shares(hours, posts))
    assert len(names) == len(set(names))
    assert names[-1] in {"lurker", "oversharer", "mixed"}


def test_the_axis_that_is_decided() -> None:
    assert decided_axis(6, 4) == "much time; posting in between"
    assert decided_axis(1.5, 0) == "time in between; few posts"
    assert decided_axis(1.5, 4) is None
    assert decided_axis(0, 400) == "little time; many posts"


def use(weeks: int, hours: float, posts: int, channel: str = "view") -> list[WeekUse]:
    return [WeekUse(week, channel, hours, posts) for week in range(weeks)]


class TestBootstrap:
    def test_under_eight_weeks_it_says_nothing(self) -> None:
        assert draws(use(7, 7, 1)) == []
        assert stability([], "lurker") is None

    def test_even_weeks_are_steady(self) -> None:
        drawn = draws(use(8, 21, 0))
        assert drawn == [(3, 0)] * len(drawn)
        assert stability(drawn, "lurker") == 1

    def test_each_channel_counts_by_the_weeks_it_covers(self) -> None:
        both = [*use(20, 7, 0), *use(4, 0, 10, "post")]
        drawn = draws(both)
        assert {hours for hours, _ in drawn} == {1}
        assert {round(posts, 9) for _, posts in drawn} <= {0, 10}

    def test_the_same_weeks_give_the_same_draws(self) -> None:
        weeks = [WeekUse(n, "view", n % 5, n % 3) for n in range(30)]
        assert draws(weeks) == draws(list(reversed(weeks)))


@given(HOURS, POSTS)
def test_an_even_quiz_reads_like_the_same_hours_and_posts(hours: float, posts: float) -> None:
    said = quiz_shares(QuizAnswers(hours, posts, "in_use"))
    assert said.pop("offliner") == 0
    assert said == pytest.approx(type_shares(hours, posts))


@given(HOURS, POSTS, STEP, STEP, STEP)
def test_each_step_speaks_for_its_own_type(
    hours: float, posts: float, sitting: int, trace: int, limit: int
) -> None:
    even = quiz_shares(QuizAnswers(hours, posts, "in_use"))
    said = quiz_shares(QuizAnswers(hours, posts, "in_use", sitting, trace, limit))
    assert sum(said.values()) == pytest.approx(1)
    for name, step in (("breezy_poster", sitting), ("lurker", trace), ("savvy_social", limit)):
        odds = said[name] * even["oversharer"]
        assert odds == pytest.approx(
            even[name] * said["oversharer"] * math.exp((step - 2) / 4), rel=1e-9
        )


def test_whoever_has_no_account_in_use_is_an_offliner() -> None:
    for accounts in ("unopened", "deleted", "never"):
        assert type_name(quiz_shares(QuizAnswers(9, 90, accounts))) == "offliner"


@pytest.mark.thorough
@given(HOURS, POSTS)
def test_axes_hold_all_that_is_said_of_either(hours: float, posts: float) -> None:
    assert decided_axis(hours, posts) in {None, *axes().values()}
    assert len(axes()) == 8
