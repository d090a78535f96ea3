"""XLSForm: nothing is lost on the way out and back, and a plain form of others can be read."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from parasocial.study.instrument import BadInstrument, ready
from parasocial.study.instrument.model import Range
from parasocial.study.instrument.xlsform import read_xlsform, write_xlsform
from parasocial.study.instrument.xlsform.conditions import condition

INSTRUMENT, TRANSLATIONS = ready()


@pytest.fixture(scope="module")
def workbook(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("xlsform") / "form.xlsx"
    write_xlsform(path, INSTRUMENT, {"th": TRANSLATIONS["th"]})
    return path


def test_out_and_back_is_the_same(workbook) -> None:
    found, translations = read_xlsform(workbook)
    assert found == INSTRUMENT
    assert translations["th"].texts == TRANSLATIONS["th"].texts
    assert translations["th"].status == "draft"


def test_it_has_the_sheets_and_columns_of_the_format(workbook) -> None:
    book = load_workbook(workbook, read_only=True)
    assert book.sheetnames[:3] == ["survey", "choices", "settings"]
    heads = [cell.value for cell in next(book["survey"].iter_rows(max_row=1))]
    assert {
        "type",
        "name",
        "label::English (en)",
        "label::ไทย (th)",
        "relevant",
        "required",
    } <= set(heads)
    book.close()


def test_no_cell_is_a_formula(tmp_path) -> None:
    path = tmp_path / "form.xlsx"
    text = "=HYPERLINK(1)"
    write_xlsform(path, type(INSTRUMENT)(**{
        **{name: getattr(INSTRUMENT, name) for name in INSTRUMENT.__struct_fields__}, "title": text,
    }), {})  # fmt: skip
    cell = load_workbook(path)["settings"]["A2"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert read_xlsform(path)[0].title == text


def form(path: Path, survey: list[list[str]], choices: list[list[str]] | None = None) -> Path:
    book = Workbook()
    book.active.title = "survey"
    for row in survey:
        book.active.append(row)
    sheet = book.create_sheet("choices")
    for row in [
        ["list_name", "name", "label"],
        *(choices or [["yn", "1", "Yes"], ["yn", "0", "No"]]),
    ]:
        sheet.append(row)
    book.save(path)
    return path


HEAD = ["type", "name", "label", "relevant", "constraint"]
FIRST = ["select_one yn", "ok", "Take part?"]


def test_a_plain_form_of_others(tmp_path) -> None:
    found, translations = read_xlsform(
        form(
            tmp_path / "plain.xlsx",
            [
                HEAD,
                ["start", "start"],
                FIRST,
                ["begin group", "More about it", "About you"],
                ["note", "n", "Think of a usual week."],
                ["integer", "age", "Age?", "${ok} = 1", ". >= 18 and . <= 99"],
                ["text", "why", "Why?", "${age} >= 20 and ${age} <= 30"],
                ["end group"],
            ],
        )
    )
    assert [page.name for page in found.pages] == ["start", "more_about_it"]
    assert (found.pages[1].title, found.pages[1].lead) == ("About you", "Think of a usual week.")
    [age, why] = found.pages[1].items
    assert (age.low, age.high, age.when) == (18, 99, ({"ok": (1,)},))
    assert why.when == ({"age": Range(least=20, most=30)},)
    assert (found.consent, translations) == ("ok", {})


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (
            [HEAD, FIRST, ["geopoint", "where", "Where?"]],
            "Row 3 of the survey sheet is of type geopoint",
        ),
        ([HEAD, FIRST, ["integer", "age", "Age?"]], "without both bounds"),
        ([HEAD, FIRST, ["text", "w", "W?", "${ok} != 1"]], "says more than an instrument can"),
        ([HEAD, FIRST, ["text", "w", "W?", "count(${ok}) = 1"]], "says more than"),
        ([HEAD, FIRST, ["text", "w", "W?", "(${ok} = 1"]], "says more than"),
        ([HEAD, ["select_one nowhere", "ok", "Take part?"]], "something that an instrument cannot"),
        ([["a"], ["b"]], "something that an instrument cannot"),
    ],
)
def test_what_an_instrument_cannot_ask_is_said(tmp_path, rows, says) -> None:
    with pytest.raises(BadInstrument) as refused:
        read_xlsform(form(tmp_path / "bad.xlsx", rows))
    assert says in str(refused.value)


def test_no_workbook(tmp_path) -> None:
    (tmp_path / "no.xlsx").write_text("no")
    with pytest.raises(BadInstrument, match="workbook that can be opened"):
        read_xlsform(tmp_path / "no.xlsx")
    Workbook().save(tmp_path / "other.xlsx")
    with pytest.raises(BadInstrument, match="no sheet called survey"):
        read_xlsform(tmp_path / "other.xlsx")


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("${a} = '1'", ({"a": (1,)},)),
        ("${b} = '1'", ({"b": ("1",)},)),
        ("${a} = 1 or ${a} = 2", ({"a": (1, 2)},)),
        ("${a} = 1 or ${b} = 'x'", ({"a": (1,)}, {"b": ("x",)})),
        (
            "(${a} = 1 or ${b} = 'x') and ${c} <= 3",
            ({"a": (1,), "c": Range(most=3)}, {"b": ("x",), "c": Range(most=3)}),
        ),
        ("selected(${m}, 'x') and ${c} >= 2.5", ({"m": ("x",), "c": Range(least=2.5)},)),
    ],
)
def test_conditions(text, means) -> None:
    assert condition(text, {"a": True}) == means
