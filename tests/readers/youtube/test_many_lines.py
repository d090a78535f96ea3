"""What many lines of history say at once is what each says alone."""

from collections.abc import Sequence
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parasocial.readers.youtube.history import Line, Named, activity, views
from parasocial.reading import Broken, Facts, Here
from parasocial.reading.columns import NO_NUMBER
from parasocial.reading.numbers import micros_of, numbers_in, words_in
from parasocial.reading.times import iso
from parasocial.schema import END, Account, Interaction

OWN = "UCown_invented_channel__"
PLACES = [
    None,
    "https://www.youtube.com/channel/UCMira_invented_channel_",
    "https://www.youtube.com/channel/UCdrum_invented_channel_",
    "https://www.youtube.com/@mira",
    f"https://www.youtube.com/channel/{OWN}",
    "https://example.invalid/nobody",
]
ADDRESSES = [
    None,
    "https://www.youtube.com/watch?v=abcdefghijk",
    "https://www.youtube.com/watch?v=abcdefghijk&t=3",
    "https://www.youtube.com/shorts/abcdefghijk",
    "https://music.youtube.com/watch?v=abcdefghijk",
    "https://www.youtube.com/results?search_query=pots",
    "https://www.youtube.com/@mira",
]
TITLES = [None, "", "Watched A pot", "Liked A pot", "A pot angesehen", "Searched for pots"]
NAMED = st.builds(Named, st.sampled_from([None, "Mira"]), st.sampled_from(PLACES))
MILLIS = st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1)).map(  # noqa: DTZ001
    lambda at: f"{at.isoformat(timespec='milliseconds')}Z"
)
OTHERS = st.sampled_from(["2026-10-31T23:59:53Z", "2026-10-31T23:59:53.7+01"])
BROKEN = st.sampled_from(["", "2026-02-30T23:59:53.711Z", "2026-10-31T23:59:5\u0663.71Z", "NaT"])
TIMES = st.one_of(MILLIS, OTHERS)
LINE = st.builds(
    Line,
    time=TIMES,
    title=st.sampled_from(TITLES),
    title_url=st.sampled_from(ADDRESSES),
    subtitles=st.one_of(st.none(), st.just(()), st.tuples(NAMED), st.tuples(NAMED, NAMED)),
    header=st.sampled_from([None, "YouTube", "YouTube Music"]),
    details=st.sampled_from([None, [], [{"name": "From Google Ads"}]]),
)
HERE = [
    Here((), {}, Facts(ego=frozenset({OWN}), learned={"watched": worded}))
    for worded in (("Watched ", ""), ("", " angesehen"), ("", ""))
]


def said(lines: Sequence[Line | Broken], here: Here) -> tuple[list[Interaction], set[Account]]:
    acts: list[Interaction] = []
    names: set[Account] = set()
    for line in lines:
        found = activity(line, here) if isinstance(line, Line) else None
        for it in found if isinstance(found, tuple) else (found,):
            if isinstance(it, Account):
                names.add(it)
            elif it is not None:
                acts.append(it)
    return acts, names


@given(
    st.lists(st.lists(st.one_of(LINE, st.just(Broken("NotJson"))), max_size=12), max_size=3),
    st.sampled_from(HERE),
)
def test_many_say_what_each_says(chunks, here) -> None:
    plain = views(here)
    rest, acts = [], []
    for chunk in chunks:
        found = plain(chunk)
        acts += (it for columns in found.columns for it in columns.rows())
        rest += found.rest
    alone, names = said(rest, here)
    every, all_names = said([line for chunk in chunks for line in chunk], here)
    assert sorted([*acts, *alone], key=repr) == sorted(every, key=repr)
    assert {it.id for it in names} == {it.id for it in all_names}


def test_a_known_channel_needs_no_second_look() -> None:
    named = (Named("Mira", PLACES[1]),)
    line = Line("2026-01-01T00:00:00.001Z", TITLES[2], ADDRESSES[1], named)
    found = views(HERE[0])([line] * 5)
    assert (len(found.columns[0]), len(found.rest)) == (4, 1)


@given(st.lists(MILLIS))
def test_times_are_exact(times) -> None:
    assert micros_of(times).tolist() == [iso(it) for it in times]


@given(st.lists(MILLIS), st.one_of(OTHERS, BROKEN))
def test_a_time_written_otherwise_is_refused(times, other) -> None:
    with pytest.raises(ValueError):
        micros_of([*times, other])


@given(
    st.lists(
        st.text(st.characters(categories=["L", "Z", "C", "S"], exclude_characters=END), max_size=9),
        min_size=1,
    )
)
def test_words_are_counted_as_python_splits_them(texts) -> None:
    told = [len(it.split()) or NO_NUMBER for it in texts]
    assert words_in(END.join(texts)).tolist() == told


NUMBER = st.integers(-(10**13), 10**13).map(str)


@given(st.lists(st.one_of(NUMBER, st.integers(10**9, 10**10).map(str), st.just("\u0661\u0662"))))
def test_numbers_are_read_as_python_reads_them(texts) -> None:
    assert numbers_in(texts, 1000).tolist() == [int(it) * 1000 for it in texts]


@pytest.mark.parametrize("text", ["", "x", "9" * 19, "9" * 17])
def test_what_is_no_number_is_refused(text) -> None:
    with pytest.raises(ValueError):
        numbers_in([text] * 2, 1000)
