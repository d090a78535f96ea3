"""Two engines, one answer; and flags that hold everything the expressions take."""

import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oversharing.planted import CLEAN, GIVEN
from parasocial.oversharing import engine, flags
from parasocial.oversharing.cleaning import clean
from parasocial.oversharing.flags import Flagger
from parasocial.oversharing.patterns import patterns
from parasocial.oversharing.scan import Scanner

TEXTS = [*(text for text, _, _ in GIVEN), *CLEAN]


@pytest.fixture(scope="module")
def with_re2() -> Flagger:
    return Flagger(patterns(), engine.re2)


@pytest.fixture(scope="module")
def with_hyperscan() -> Flagger:
    pytest.importorskip("hyperscan")
    return Flagger(patterns(), engine.hyperscan)


def both(one: Flagger, other: Flagger, texts: list[str]) -> None:
    assert one.flag(texts) == other.flag(texts)


@pytest.mark.thorough
def test_both_engines_flag_alike(with_hyperscan, with_re2, posts) -> None:
    both(with_hyperscan, with_re2, [*posts, *TEXTS])
    assert with_re2.flag(TEXTS)


def test_a_long_text_is_flagged_as_a_short_one(with_hyperscan, with_re2) -> None:
    long = " ".join(TEXTS) + " so" * flags.LONG
    both(with_hyperscan, with_re2, ["nothing", long, "call me at +65 8120 1826", long])


def test_without_hyperscan_there_is_re2(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "hyperscan", None)
    with pytest.raises(ImportError):
        engine.hyperscan([b"a"])
    lines, which = engine.fastest([b"a", b"[0-9]"])(engine.Lines(b"xxx\na1\n2"))
    assert sorted(zip(lines.tolist(), which.tolist(), strict=True)) == [(1, 0), (1, 1), (2, 1)]


def everything(scan: Scanner, text: str) -> list:
    """What all patterns take whose cue Python sees, whether the engine flags it or not."""
    seen = clean(text)
    which = [number for number, it in enumerate(scan.patterns) if it.cue.search(seen.text)]
    return scan.look([seen], [which])[0]


def unflagged(scan: Scanner, texts: list[str]) -> list[str]:
    """Patterns that may take something, or take it back, by a cue that the engine does not see."""
    flagged = scan.flagger.flag(texts)
    return [
        f"{scan.patterns[number].name}: {text}"
        for place, text in enumerate(texts)
        for number in able(scan, clean(text).text) - set(flagged.get(place, ()))
    ]


def able(scan: Scanner, text: str) -> set[int]:
    """Patterns whose cue Python sees; none where they are none that can take anything.

    Those that need something more can take nothing but what they do take.
    """
    digit = any(it in "0123456789" for it in text)
    seen = {
        number
        for number, it in enumerate(scan.patterns)
        if (digit or not it.written.digit)
        and it.cue.search(text)
        and (not it.written.needs or it.take.search(text))
    }
    return seen if any(not scan.patterns[number].takes_back for number in seen) else set()


def test_flags_hold_all_that_is_taken(scan, posts) -> None:
    texts = [*posts[::40], *TEXTS[::2], *map(str.upper, TEXTS[1::9])]
    assert unflagged(scan, texts) == []
    assert all(everything(scan, text) for text, _, _ in GIVEN[::5])


@pytest.mark.thorough
def test_flags_hold_all_that_is_taken_of_every_post(scan, posts) -> None:
    texts = [*posts, *TEXTS, *map(str.upper, posts), *map(str.title, TEXTS)]
    assert unflagged(scan, texts) == []


pieces = st.one_of(
    st.sampled_from([text for text, _, _ in GIVEN]),
    st.sampled_from([value for _, _, value in GIVEN]),
    st.sampled_from([phrase for it in patterns() for phrase in it.written.cue[:1]]),
    st.text(max_size=12),
    st.sampled_from(["\u200b", "\u202e", "ſ", "İ", "K", "ı", " \n ", "'", "’", "é", "e\u0301"]),
)


@pytest.mark.thorough
@given(st.lists(pieces, max_size=6), st.sampled_from(("", " ", "\n", ", ")))
def test_flags_hold_all_that_is_taken_of_anything(scan, parts, joint) -> None:
    text = joint.join(parts)
    assert unflagged(scan, [text]) == []


# Hypothesis makes hardly a text that the expressions of these two kinds take.
NEEDY = [it for it in patterns() if it.written.needs and it.kind not in ("phone", "employer")]


@pytest.mark.thorough
@pytest.mark.parametrize("needy", NEEDY, ids=lambda it: it.name)
@settings(max_examples=20, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_nothing_is_taken_without_what_it_needs(scan, needy, data) -> None:
    assert unflagged(scan, [data.draw(st.from_regex(needy.take))]) == []


def test_a_text_without_what_is_needed_is_not_looked_at(scan) -> None:
    assert scan.flagger.flag(["me and my 3 cats", "I think (and he does) 3 of them"]) == {}
    assert scan.flagger.flag(["me (24) and my 3 cats"])
