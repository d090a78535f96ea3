"""Tables and the files that they become."""

import csv
import json
import sys

import duckdb
import numpy as np
import openpyxl
import pyreadstat
import pytest
from msgspec.structs import replace

from cli.running import runner
from parasocial.jobs.study import weighted
from parasocial.lenses.tabulated import notes, tabulated
from parasocial.study.field import Asked, ScaleOf, field_of
from parasocial.study.letters import Rules
from parasocial.study.sav import write_sav
from parasocial.study.tidy import COLUMNS, tidy
from parasocial.study.workbook import NoWriter, write_workbook
from study.fields import BOOK, ESCAPE, FOLLOW, SEX, drawn, invented, written

FORMULA = '=HYPERLINK("x","y")'
MARKUP = "<script>alert(1)</script>"


@pytest.fixture
def cli(monkeypatch, capsys):
    return runner(monkeypatch, capsys)


@pytest.fixture(scope="module")
def found():
    field = invented()
    return tabulated(field, weighted(field), rules=Rules("none"))


def table(found, name):
    [it] = [it for it in found.tables if it.question == name]
    return it


def test_columns_are_the_total_and_each_group(found) -> None:
    columns = table(found, "follow").columns
    assert [(it.group, it.label, it.letter) for it in columns] == [
        ("Total", "Total", ""),
        ("country", "Spain", "A"),
        ("country", "Italy", "B"),
        ("sex", "women", "C"),
        ("sex", "men", "D"),
    ]
    assert columns[0].base == columns[1].base + columns[2].base == 800
    assert columns[0].effective < columns[0].base


def test_the_filter_is_the_base(found) -> None:
    one = table(found, "escape")
    assert one.not_asked + one.columns[0].base == 800
    assert one.base == ESCAPE.base
    assert table(found, "follow").rows[1].cells[0].est == pytest.approx(
        100 * one.columns[0].weighted / table(found, "follow").columns[0].weighted
    )


def test_a_letter_names_the_lower_column() -> None:
    rows = [
        r | {"follow": "yes", "escape": "yes" if (r["sex"] == "men") != (i % 5 == 0) else "no"}
        for i, r in enumerate(drawn())
    ]
    field = field_of(BOOK, rows)
    one = table(tabulated(field, weighted(field)), "escape")
    cells = dict(zip([it.letter for it in one.columns], one.rows[1].cells, strict=True))
    assert (cells["D"].letters, cells["C"].letters) == ("C", "")
    [test] = [it for it in one.tests if it.group == "sex"]
    assert test.p < 1e-6


def test_a_scale_has_its_mean_and_its_two_highest() -> None:
    labels = ("never", "seldom", "often", "always")
    steps = replace(FOLLOW, labels=labels, values=(0.0, 1.0, 2.0, 3.0), counts=(), item=None)
    rows = [r | {"follow": labels[i % 4], "escape": ""} for i, r in enumerate(drawn(400))]
    field = field_of(replace(BOOK, questions=(*BOOK.questions[:2], steps)), rows)
    one = table(tabulated(field, weighted(field)), "follow")
    assert [it.kind for it in one.rows] == ["answer"] * 4 + ["net", "mean"]
    total = [it.cells[0] for it in one.rows]
    assert total[4].est == pytest.approx(total[2].est + total[3].est)
    mean = sum(place * cell.est / 100 for place, cell in enumerate(total[:4]))
    assert total[5].est == pytest.approx(mean)
    assert total[5].low < total[5].est < total[5].high


def test_scales_of_the_codebook() -> None:
    labels, values = ("never", "now and then", "always"), (0.0, 1.0, 2.0)
    one, two = (
        replace(FOLLOW, name=it, labels=labels, values=values, counts=(), item=None)
        for it in ("alone", "befriended")
    )
    scales = {"loneliness": ScaleOf(("alone", "befriended"), ("befriended",), least=1)}
    book = replace(BOOK, questions=(one, two), scales=scales)
    rows = [
        {"alone": labels[i % 3], "befriended": labels[2 - i % 3] if i % 7 else ""}
        for i in range(210)
    ]
    field = field_of(book, rows)
    [found] = tabulated(field, weighted(field)).scales
    assert (found.scored, found.respondents) == (210, 180)
    assert found.mean == pytest.approx(1)
    assert found.low < 1 < found.high
    assert found.alpha == pytest.approx(1)


def test_small_columns_are_marked() -> None:
    field = invented(people=70)
    columns = table(tabulated(field, weighted(field)), "escape").columns
    assert {it.mark for it in columns} == {"*", "**"} or {it.mark for it in columns} == {"**"}


def test_simulated_answers_say_so_in_every_form(found) -> None:
    assert notes(found)[0].startswith("SIMULATED")


def test_long_tables_have_a_row_per_cell(found) -> None:
    columns = tidy(found.tables)
    assert tuple(columns) == COLUMNS
    assert len(columns["est"]) == sum(len(t.rows) * len(t.columns) for t in found.tables)


@pytest.fixture
def hostile(tmp_path):
    """A study whose labels are formulas and markup."""
    sex = replace(SEX, labels=(FORMULA, MARKUP), codes=("w", "m"), text=FORMULA)
    book = replace(BOOK, title=MARKUP, questions=(BOOK.questions[0], sex, *BOOK.questions[2:]))
    rows = [r | {"sex": "w" if r["sex"] == "women" else "m"} for r in drawn(300)]
    return written(tmp_path / "hostile", book, rows)


@pytest.mark.thorough
def test_files_run_no_formula_and_no_markup(cli, hostile, tmp_path) -> None:
    outputs = [tmp_path / f"t{it}" for it in (".xlsx", ".csv", ".html", ".parquet", ".sav")]
    done = cli("study", "tables", hostile, *(a for it in outputs for a in ("-o", it)))
    assert done.code == 0, done.err
    assert done.last == str(outputs[-1])
    book = openpyxl.load_workbook(outputs[0])
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [it for it in cells if it.data_type == "f"]
    assert [it for it in cells if it.value == FORMULA]
    with outputs[1].open(encoding="utf-8", newline="") as file:
        told = list(csv.DictReader(file))
    assert {it["answer"] for it in told if it["question"] == "sex"} == {"'" + FORMULA, MARKUP}
    page = outputs[2].read_text(encoding="utf-8")
    assert MARKUP not in page
    assert "&lt;script&gt;" in page
    held = duckdb.sql(f"SELECT count(*), min(est), typeof(any_value(n)) FROM '{outputs[3]}'")
    assert held.fetchall()[0][0] == len(told)
    read, about = pyreadstat.read_sav(outputs[4], output_format="dict")
    assert about.variable_value_labels["sex"][0.0] == FORMULA
    assert len(read["id"]) == 300


def test_without_the_extra_a_workbook_says_what_to_do(monkeypatch, found, tmp_path) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(NoWriter, match="pip install"):
        write_workbook(tmp_path / "t.xlsx", "x", [], found.tables)


def test_what_spss_reads(tmp_path) -> None:
    labels = ("ไม่", "ใช่", "ไม่ทราบ " + "ก" * 60)
    follow = replace(FOLLOW, labels=labels, codes=("1", "2", "9"), text="คุณติดตามใคร " * 20)
    rows = [{"follow": "2", "age": "34.5"}, {"follow": ""}, {"follow": "9", "age": "20"}]
    book = replace(BOOK, questions=(follow,), numbers={"age": "Age"})
    field = field_of(book, rows)
    write_sav(tmp_path / "x.sav", field, np.array([1.0, 0.5, 2.25]))
    read, about = pyreadstat.read_sav(tmp_path / "x.sav", output_format="dict", user_missing=True)
    assert list(read["follow"]) == [2, -1, 9]
    assert list(read["final_weight"]) == [1, 0.5, 2.25]
    assert read["age"][0] == 34.5
    assert np.isnan(read["age"][1] if read["age"][1] is not None else np.nan)
    assert about.variable_value_labels["follow"][2.0] == "ใช่"
    assert about.column_names_to_labels["follow"].startswith("คุณติดตามใคร")
    assert about.file_encoding == "UTF-8"
    usual, _ = pyreadstat.read_sav(tmp_path / "x.sav", output_format="dict")
    assert usual["follow"][1] is None or np.isnan(usual["follow"][1])


def test_the_command(cli, tmp_path) -> None:
    folder = written(tmp_path / "study")
    told = cli("study", "tables", folder)
    assert "follow: Do you follow" in told.out
    asked = ("--banner", "sex", "--question", "escape", "--adjust", "none")
    done = cli("study", "tables", folder, *asked, "--json", "-")
    found = json.loads(done.out)
    assert found["schema"] == "parasocial/study-tables/1"
    assert [it["question"] for it in found["tables"]] == ["escape"]
    assert found["banner"] == ["sex"]
    assert cli("study", "tables", folder, "--question", "nothing").code == 1
    assert cli("study", "tables", folder, "-o", tmp_path / "x.pdf").code == 2


def test_nothing_is_overwritten(cli, tmp_path) -> None:
    folder, output = written(tmp_path / "study"), tmp_path / "t.csv"
    assert cli("study", "tables", folder, "-o", output).code == 0
    assert cli("study", "tables", folder, "-o", output).code == 1
    assert cli("study", "tables", folder, "-o", output, "--force").code == 0


def test_one_question_by_itself_is_its_own_filter() -> None:
    assert ESCAPE.asked == Asked("follow", ("yes",))
