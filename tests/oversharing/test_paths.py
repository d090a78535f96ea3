"""What it adds up to, and the fewest posts to change: by hand, and against trying everything."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parasocial.oversharing import fixes as fixing
from parasocial.oversharing.bands import band
from parasocial.oversharing.fixes import fixes
from parasocial.oversharing.paths import Ingredient, Path, walk


def path(name: str, *needs: str) -> Path:
    return Path(name, "doxing", name, [Ingredient(need, need.split("|")) for need in needs])


DOOR = path("door", "name_self", "address|photo_place")
CALL = path("call", "phone", "name_friend|name_child")
EMPTY = path("empty", "address", "travel")


def test_a_path_is_met_ingredient_by_ingredient() -> None:
    [door, call] = walk({"a": ["name_self"], "b": ["photo_place"], "c": ["phone"]}, [DOOR, CALL])
    assert (door.missing, call.missing) == (0, 1)
    assert [step.posts for step in door.steps] == [("a",), ("b",)]
    assert [step.met for step in call.steps] == [True, False]


def test_one_post_may_break_several_paths() -> None:
    found = {"a": ["name_self"], "b": ["address"], "c": ["travel"], "d": ["travel"]}
    done = fixes(walk(found, [DOOR, EMPTY, CALL]))
    assert [(it.post, set(it.breaks)) for it in done.fixes] == [("b", {"door", "empty"})]
    assert done.exact
    assert done.left == ()


def test_an_ingredient_is_gone_once_all_its_posts_are() -> None:
    found = {
        "a": ["name_self"],
        "b": ["name_self"],
        "c": ["address"],
        "d": ["address"],
        "e": ["address"],
    }
    done = fixes(walk(found, [DOOR]))
    assert [it.post for it in done.fixes] == ["a", "b"]
    assert [it.breaks for it in done.fixes] == [(), ("door",)]


def test_what_is_kept_on_purpose_is_not_changed() -> None:
    found = {"a": ["name_self"], "b": ["address"]}
    assert [it.post for it in fixes(walk(found, [DOOR]), kept=["a"]).fixes] == ["b"]
    done = fixes(walk(found, [DOOR]), kept=["a", "b"])
    assert (done.fixes, done.left) == ((), ("door",))


def test_nothing_to_break() -> None:
    assert fixes(walk({}, [DOOR])).fixes == ()


NEEDS = st.lists(st.sampled_from("abcd"), min_size=1, max_size=3, unique=True)
PATHS = st.lists(NEEDS, min_size=1, max_size=3)
POSTS = st.dictionaries(st.sampled_from("123456"), st.sets(st.sampled_from("abcd"), min_size=1))


def broken(found, paths, without) -> int:
    left = {post: kinds for post, kinds in found.items() if post not in without}
    return sum(it.missing > 0 for it in walk(left, paths))


@pytest.mark.thorough
@given(POSTS, PATHS, st.booleans())
def test_no_smaller_set_breaks_them_all(found, needs, greedily) -> None:
    paths = [path(str(number), *them) for number, them in enumerate(needs)]
    with pytest.MonkeyPatch.context() as patched:
        if greedily:
            patched.setattr(fixing, "EXACT", -1)
        done = fixes(walk(found, paths))
    chosen = [it.post for it in done.fixes]
    assert done.exact is not greedily
    assert broken(found, paths, chosen) == len(paths)
    named = [name for it in done.fixes for name in it.breaks]
    assert len(named) == len(set(named)) == sum(not it.missing for it in walk(found, paths))
    if not greedily and chosen:
        smaller = combinations(found, len(chosen) - 1)
        assert all(broken(found, paths, them) < len(paths) for them in smaller)


def test_thousands_of_posts_are_soon_sorted() -> None:
    found = {
        f"{kind}{n:04}": [kind]
        for kind in ("name_self", "address", "phone", "name_child")
        for n in range(2_000)
    }
    done = fixes(walk(found, [DOOR, CALL]))
    assert [it.post for it in done.fixes[:2]] == ["address0000", "address0001"]
    assert [number for number, it in enumerate(done.fixes, 1) if it.breaks] == [2_000, 4_000]
    assert done.exact


@pytest.mark.parametrize(
    ("kinds", "up_to"),
    [([], "more"), (["age"], "more"), (["home", "school", "age"], "<1,000"), (["name_self", "home", "age"], "<1,000"), (["phone"], "1"), (["address"], "<10"), (["address", "age"], "1")],
)  # fmt: skip
def test_how_many_people_fit(kinds, up_to) -> None:
    assert band(kinds) == (up_to, sorted(kinds, key=band(KINDS)[1].index))


KINDS = ["phone", "address", "name_self", "school", "home", "age"]
