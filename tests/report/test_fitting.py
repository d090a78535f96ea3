"""Which texts go with what was found, and where on the page they stand."""

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from parasocial.guidance import topics
from parasocial.lenses.overshared import Harm, Need
from parasocial.report import write_page
from parasocial.report.fitting import MOST, fitting, texts
from report import cases, given_cases, makers, strategies


def found(*classes: str, pattern: str = "cannot_be_told", **more: object):
    ties = [makers.tie(f"t{n}", it, gave=9, **more) for n, it in enumerate(classes)]
    made = makers.findings(ties)
    return replace(made, type=replace(made.type, name=pattern))


@pytest.mark.parametrize(
    ("classes", "pattern", "fit"),
    [
        ([], "cannot_be_told", []),
        (["sparse", "undetermined", "one_sided"], "cannot_be_told", []),
        (["parasocial"], "cannot_be_told", ["performer"]),
        (["parasocial", "reciprocal"], "lurker", ["keep", "performer", "lurker"]),
        (["companion", "parasocial", "inbound", "reciprocal"], "mixed", ["keep", "quiet-message", "mixed"]),
        (["companion", "parasocial", "inbound"], "cannot_be_told", ["quiet-message", "performer", "companion"]),
        ([], "offliner", ["offliner"]),
    ],
)  # fmt: skip
def test_ties_come_first_and_then_the_pattern(classes, pattern, fit) -> None:
    assert fitting(found(*classes, pattern=pattern)) == fit


def test_a_tie_that_went_quiet() -> None:
    assert fitting(found("reciprocal", dormant=True)) == ["fading"]
    assert fitting(found("inbound", dormant=True)) == []


def test_what_a_note_hides_chooses_nothing() -> None:
    assert fitting(found("parasocial", hidden=True)) == []


def harm(name: str, needs: int, missing: int) -> Harm:
    return Harm(name, name, "A way", [Need("part", [], [])] * needs, missing)


@pytest.mark.parametrize(
    ("paths", "fit"),
    [
        ([], ["keep", "performer", "lurker"]),
        ([harm("doxing", 3, 3)], ["keep", "performer", "lurker"]),
        ([harm("doxing", 3, 2), harm("hacking", 4, 1), harm("shaming", 3, 3)], ["keep", "lurker", "hacking"]),
        ([harm("doxing", 3, 1), harm("bullying", 2, 0)], ["keep", "lurker", "bullying"]),
    ],
)  # fmt: skip
def test_the_harm_with_most_ingredients_comes_last_with_its_text_for_before(paths, fit) -> None:
    made = replace(given_cases.oversharing(revealed=False), paths=paths)
    findings = replace(found("parasocial", "reciprocal", pattern="lurker"), oversharing=made)
    assert fitting(findings) == fit
    assert all(it.text.when in {"always", "before"} for it in texts(findings))


@pytest.mark.thorough
@given(strategies.findings())
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_three_at_most_each_once_and_none_that_alarms(findings) -> None:
    fit = fitting(findings)
    assert len(fit) <= MOST
    assert len({*fit}) == len(fit)
    assert {*fit} <= topics().keys()
    assert all(it.text.when != "now" and it.sources for it in texts(findings))


@pytest.mark.parametrize("make", [cases.rich, cases.empty, cases.one_tie, cases.mutual])
def test_they_stand_late_on_the_page(make) -> None:
    findings = make()
    tree = LexborHTMLParser(write_page(findings))
    sections = [it.attributes["id"] for it in tree.css("h2")]
    before = sections[sections.index("limits") - 1]
    assert (before == "likes") == bool(fitting(findings))
    titles = [it.text() for it in tree.css(".likes h3")]
    assert titles == [topics()[name].title for name in fitting(findings)]
    assert len(tree.css(".likes .ask")) == len(titles)
