"""The study's page: what stands on it, to whom, and that it runs nothing."""

import re

import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from banned import banned
from parasocial.jobs.study import weighted
from parasocial.lenses.study import beside_published
from parasocial.lenses.tabulated import tabulated
from parasocial.report.charts.likert import Steps, likert
from parasocial.report.study import study_door, write_study_page
from parasocial.study.field import field_of
from study.fields import BOOK, FOLLOW, drawn, invented

LABELS = ("Not at all", "A little", "In part", "Mostly", "Entirely")


@pytest.fixture(scope="module")
def page():
    fits = replace(FOLLOW, name="fits", text="It does me good.", labels=LABELS, item=None,
                   values=(1.0, 2.0, 3.0, 4.0, 5.0), counts=())  # fmt: skip
    rows = [r | {"fits": LABELS[i % 5]} for i, r in enumerate(drawn(400))]
    field = field_of(replace(BOOK, questions=(*BOOK.questions, fits)), rows)
    design = weighted(field)
    text = write_study_page(tabulated(field, design), beside_published(field, design))
    return HTMLParser(text)


def test_every_table_has_a_caption_and_scopes(page) -> None:
    tables = page.css("table")
    assert len(tables) > 5
    for table in tables:
        assert table.css_first("caption").text(strip=True)
        heads = [it for it in table.css("thead th") if it.attributes]
        assert heads
        assert all(it.attributes.get("scope") in ("col", "colgroup") for it in heads)
        assert all(it.attributes.get("scope") == "row" for it in table.css("tbody th"))


def test_heads_stand_over_as_many_columns_as_there_are(page) -> None:
    table = page.css_first("table.banner")
    over = [int(it.attributes["colspan"]) for it in table.css("th[scope=colgroup]")]
    assert sum(over) == len(table.css("th[scope=col]")) - 1
    for row in table.css("tbody tr"):
        assert len(row.css("td")) == sum(over)


def test_the_three_bases_are_on_every_table(page) -> None:
    bases = page.css_first("table.banner").css("tbody.bases th")
    assert [it.text() for it in bases] == ["People", "Weighted", "Effective"]


def test_drawings_say_what_they_show(page) -> None:
    drawings = page.css("svg.chart")
    assert len(drawings) == 2
    assert all(it.attributes["aria-label"] for it in drawings)


def test_simulated_answers_say_so_at_the_top(page) -> None:
    assert "made up" in page.css_first(".invented").text()
    words = page.css_first(".first").text(separator=" ").split()
    assert len(words) <= 60


def test_the_page_can_load_nothing(page) -> None:
    policy = page.css_first("meta[http-equiv]").attributes["content"]
    assert "default-src 'none'" in policy
    assert not re.search(r"https?://", page.css_first("main").html)
    assert not page.css("[style]")


def test_no_word_judges(page) -> None:
    assert banned("en").findall(page.css_first("main").text(separator=" ")) == []


def test_a_study_that_repeats_nothing_has_no_comparison() -> None:
    field = field_of(replace(BOOK, questions=BOOK.questions[:2]), drawn(100))
    text = write_study_page(tabulated(field, weighted(field)))
    assert "Beside what was published" not in text


def test_ids_of_a_door_begin_with_its_name() -> None:
    field = invented(people=200)
    door = study_door(tabulated(field, weighted(field)))
    ids = re.findall(r'\bid="([^"]+)"', door.main)
    assert ids
    assert all(it.startswith("study-") for it in ids)


def test_steps_part_in_the_middle() -> None:
    drawn_one = likert([Steps("x", (10, 10, 20, 30, 30))], wide=100, size="m")
    bars = [
        tuple(map(float, it))
        for it in re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', drawn_one)
    ]
    assert [round(x) for x, _ in bars] == [0, 10, 20, 40, 70]
    [middle] = set(re.findall(r'<line x1="([\d.]+)"', drawn_one))
    assert float(middle) == 30
    assert likert([], wide=100, size="m") == ""


def test_no_two_landmarks_have_one_name(page) -> None:
    heads = {it.attributes["id"]: it.text() for it in page.css("h2[id]")}
    names = [heads[it.attributes["aria-labelledby"]] for it in page.css("section")]
    names += [it.attributes["aria-label"] for it in page.css("[role=region]")]
    assert len(names) == len(set(names))
