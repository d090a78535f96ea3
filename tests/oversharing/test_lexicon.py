"""The data files say what they may, in every language."""

import re

import pytest

from parasocial.oversharing import advice, bands, checks
from parasocial.oversharing.cues import THAI, expression, spelled
from parasocial.oversharing.masks import mask
from parasocial.oversharing.paths import known_paths
from parasocial.oversharing.patterns import BACK, KINDS, LANGUAGES, lexicon, patterns
from parasocial.readers import READERS

OF_PICTURES = {"photo_place", "photo_device"}


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_language_knows_nearly_every_kind(language) -> None:
    known = {it.kind for it in (*lexicon(language).pattern, *lexicon("any").pattern)}
    assert set(KINDS) - OF_PICTURES - known == set()


@pytest.mark.parametrize("pattern", patterns(), ids=lambda it: it.name)
def test_a_pattern_can_be_used(pattern) -> None:
    assert bool(pattern.written.cue) != bool(pattern.written.shape)
    assert pattern.take.groupindex or pattern.kind in BACK
    assert not pattern.written.check or pattern.written.check in checks._CHECKS
    for cue in pattern.written.cue:
        assert spelled(cue)
        assert cue == cue.lower()


@pytest.mark.parametrize("cue", ["a*", "[ab]", "a+", "a.b", "", "(?:a|)", "a{2}"])
def test_a_cue_that_cannot_be_spelled_is_refused(cue) -> None:
    with pytest.raises(ValueError, match="no cue"):
        spelled(cue)


def test_a_cue_matches_each_of_its_phrases() -> None:
    for pattern in patterns():
        for cue in pattern.written.cue:
            ready = re.compile(expression([cue]))
            for phrase in spelled(cue):
                assert ready.search(phrase if THAI.search(phrase) else f"({phrase})"), cue


def test_each_kind_has_a_wording_in_every_language() -> None:
    for kind in KINDS:
        for language in LANGUAGES:
            assert advice.instead(kind, language)
    assert advice.instead("address", "id") != advice.instead("address", "en")
    assert advice.instead("address", "any") == advice.instead("address", "en")


@pytest.mark.parametrize("reader", READERS, ids=lambda it: it.name)
def test_every_platform_says_where_to_change_it(reader) -> None:
    assert advice.where(reader.name, "comment").change
    assert all("any" in channels for channels in advice._places().values())


def test_a_checked_menu_names_its_month_and_source() -> None:
    places = [it for channels in advice._places().values() for it in channels.values()]
    checked = [it for it in places if it.checked]
    assert checked
    for it in checked:
        assert re.fullmatch(r"20\d\d-(?:0[1-9]|1[0-2])", it.checked)
        assert it.source.startswith("https://")
    with pytest.raises(ValueError, match="or neither"):
        advice.Place("delete", checked="2026-11")


def test_a_wording_gives_nothing_away(scan) -> None:
    said = [advice.instead(kind, language) for kind in KINDS for language in LANGUAGES]
    assert not any(scan.scan(said))


@pytest.mark.parametrize("kind", KINDS)
def test_a_mask_holds_little(kind) -> None:
    for value in ("Jl. Kabut Pagi No. 7", "0812 3520 6011", "x", "ฉัน", "🎵", ""):
        hidden = mask(kind, value)
        assert len(re.findall(r"\w", hidden)) <= 2
        assert len(hidden) <= 7


def test_each_harm_has_two_ways_at_least() -> None:
    harms = [it.harm for it in known_paths()]
    assert {it: harms.count(it) >= 2 for it in harms} == dict.fromkeys(
        ("hacking", "phishing", "doxing", "bullying", "shaming"), True
    )
    assert len({it.name for it in known_paths()}) == len(harms)


def test_shares_name_kinds_and_say_why() -> None:
    table = bands.population()
    assert {it.kind for it in table.shared} <= set(KINDS)
    assert all(it.why for it in table.shared)
    assert len({it.kind for it in table.shared}) == len(table.shared)
