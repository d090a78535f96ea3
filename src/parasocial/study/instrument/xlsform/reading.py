"""An XLSForm workbook as an instrument and its translations."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from parasocial.study.instrument.languages import SOURCE, Translation
from parasocial.study.instrument.model import BadInstrument, Instrument
from parasocial.study.instrument.soundness import refuse_flaws
from parasocial.study.instrument.xlsform.conditions import condition

Row: TypeAlias = dict[str, str]
Sheets: TypeAlias = dict[str, list[Row]]
_MOST_ROWS = 20_000
_LANGUAGE = re.compile(r"^(label|hint)(?:::(.+?)\s*\(([a-z]{2,3}(?:-\w+)?)\))?$")
_UNSAID = "unsaid"
_SKIPPED = ("start", "end", "today", "deviceid", "calculate")


def read_xlsform(path: Path) -> tuple[Instrument, dict[str, Translation]]:
    """What a workbook asks, in English, and its translations.

    A plain form of somebody else's has no constructs and no scales; they can be added in the
    YAML that is written from it.

    Raises:
        BadInstrument: It is no XLSForm, or asks what an instrument cannot; says in which row.
    """
    sheets = _sheets(path)
    try:
        found = msgspec.convert(_raw(sheets), Instrument, strict=False)
    except (msgspec.ValidationError, ValueError) as error:
        raise BadInstrument(f"The form says something that an instrument cannot: {error}") from None
    refuse_flaws(found, "form")
    return found, _translations(sheets)


def _sheets(path: Path) -> Sheets:
    from zipfile import BadZipFile

    try:
        from openpyxl import load_workbook
    except ImportError:
        raise BadInstrument(
            "XLSForm needs what the extra `study` brings: pip install 'parasocial[study]'."
        ) from None

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, KeyError, ValueError, OSError):
        raise BadInstrument("The file is no .xlsx workbook that can be opened.") from None
    found = {sheet.title: _rows(sheet) for sheet in book.worksheets}
    book.close()
    if "survey" not in found:
        raise BadInstrument("The workbook has no sheet called survey, so it is no XLSForm.")
    return found


def _rows(sheet: Any) -> list[Row]:
    lines = sheet.iter_rows(values_only=True, max_row=_MOST_ROWS)
    heads = [str(it or "").strip() for it in next(lines, ())]
    found = []
    for line in lines:
        row = {
            head: str(value).strip()
            for head, value in zip(heads, line, strict=False)
            if head and value is not None and str(value).strip()
        }
        found.append(row)
    return found


def _raw(sheets: Sheets) -> dict[str, Any]:
    settings = next(iter(sheets.get("settings", ())), {})
    lists = _lists(sheets.get("choices", ()))
    whole = {
        row["name"]: _whole(lists.get(row["type"].split()[-1], ()))
        for row in sheets["survey"]
        if "name" in row and row.get("type", "").startswith("select_")
    }
    raw: dict[str, Any] = {
        "name": _slug(settings.get("form_id") or "form"),
        "version": settings.get("version") or "1",
        "title": settings.get("form_title") or "Form",
        "pages": list(_pages(sheets["survey"], lists, whole)),
        "ends": [
            {"state": row["state"], "when": condition(row["when"], whole)}
            for row in sheets.get("ends", ())
        ],
        "scales": {
            row.pop("name"): row | {it: row.get(it, "").split() for it in ("items", "reversed")}
            for row in map(dict, sheets.get("scales", ()))
        },
        "constructs": {
            row["name"]: {"means": row["means"], "cites": row.get("cites", "").split()}
            for row in sheets.get("constructs", ())
        },
        "sources": {row.pop("name"): row for row in map(dict, sheets.get("sources", ()))},
    }
    if not raw["constructs"]:
        raw["constructs"] = {_UNSAID: {"means": "The form does not say."}}
    raw["consent"] = settings.get("consent") or _first_choice(raw["pages"])
    return raw


def _first_choice(pages: Sequence[Mapping[str, Any]]) -> str:
    """By which item somebody takes part in a form that does not say."""
    items = [item for page in pages for item in page["items"]]
    return next((it["name"] for it in items if it["kind"] == "one"), "consent")


def _lists(rows: Sequence[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        if "name" in row:
            found.setdefault(row.get("list_name", row.get("list name", "")), []).append(row)
    return found


def _whole(choices: Sequence[Row]) -> bool:
    """Whether a list's codes may be whole numbers at all: one of them is."""
    return any(re.fullmatch(r"-?\d+", it["name"]) for it in choices)


def _pages(
    rows: Sequence[Row], lists: Mapping[str, list[Row]], whole: Mapping[str, bool]
) -> Iterator[dict[str, Any]]:
    page: dict[str, Any] = {"name": "start", "items": []}
    for place, row in enumerate(rows, 2):
        kind = row.get("type", "").replace("begin group", "begin_group")
        if kind == "begin_group":
            if page["items"]:
                yield page
            page = {"name": _slug(row.get("name", f"page_{place}")), "items": []}
            page |= {"title": _english(row, "label")} if _english(row, "label") else {}
            page |= _when(row, whole)
        elif kind in ("end_group", "end group"):
            if page["items"]:
                yield page
            page = {"name": f"page_{place}", "items": []}
        elif kind == "note":
            page["lead"] = _english(row, "label")
        elif kind and kind not in _SKIPPED:
            page["items"].append(_item(row, lists, whole, place))
    if page["items"]:
        yield page


def _when(row: Row, whole: Mapping[str, bool]) -> dict[str, Any]:
    return {"when": condition(row["relevant"], whole)} if row.get("relevant") else {}


def _item(
    row: Row, lists: Mapping[str, list[Row]], whole: Mapping[str, bool], place: int
) -> dict[str, Any]:
    kind, _, named = row["type"].partition(" ")
    item: dict[str, Any] = {
        "name": row.get("name", ""),
        "construct": row.get("construct", _UNSAID),
        "required": row.get("required", "").lower() in ("yes", "true", "true()"),
        **{it: row[it] for it in ("wording", "benchmark", "benchmark_base") if it in row},
        **_when(row, whole),
    }
    texts = {"text": _english(row, "label"), "help": _english(row, "hint")}
    item |= {name: text for name, text in texts.items() if text}
    if kind in ("select_one", "select_multiple"):
        choices = lists.get(named.split()[0] if named else "", [])
        item |= {"kind": "one" if kind == "select_one" else "many"}
        item["choices"] = [_choice(it, whole=whole.get(item["name"], False)) for it in choices]
        if row.get("counts"):
            item["counts"] = [_code(it, whole=True) for it in row["counts"].split()]
        return item
    return item | _plain(kind, row, place)


def _plain(kind: str, row: Row, place: int) -> dict[str, Any]:
    said = row.get("constraint", "")
    if kind in ("integer", "decimal", "range"):
        bands = [float(it) for it in row.get("bands", "").split()]
        more: dict[str, Any] = {"bands": bands} if bands else {}
        if row.get("steps"):
            more["steps"] = [it.strip() for it in row["steps"].split("|")]
        return {"kind": "number", "whole": kind != "decimal", **_bounds(said, place), **more}
    if kind == "text":
        longest = re.search(r"string-length\(\.\)\s*<=\s*(\d+)", said)
        return {"kind": "text", "longest": int(longest[1]) if longest else 1_000}
    if kind == "hidden":
        shape = re.search(r"regex\(\.,\s*'(.*)'\)", said)
        return {"kind": "given", "pattern": shape[1] if shape else ".{0,100}"}
    raise BadInstrument(
        f"Row {place} of the survey sheet is of type {kind}, which an instrument does not have. "
        "It has select_one, select_multiple, integer, decimal, text, note, hidden and groups."
    )


def _bounds(constraint: str, place: int) -> dict[str, float]:
    found = {}
    for name, sign in (("low", ">="), ("high", "<=")):
        number = re.search(rf"\.\s*{sign}\s*(-?\d+(?:\.\d+)?)", constraint)
        if number is None:
            raise BadInstrument(
                f"Row {place} of the survey sheet is a number without both bounds. "
                "Give it a constraint, such as . >= 0 and . <= 100."
            )
        found[name] = float(number[1])
    return found


def _choice(row: Row, *, whole: bool) -> dict[str, Any]:
    found: dict[str, Any] = {"code": _code(row["name"], whole=whole)}
    found["text"] = _english(row, "label")
    if row.get("alone"):
        found["alone"] = True
    return found | {it: row[it] for it in ("benchmark",) if it in row}


def _code(said: str, *, whole: bool) -> int | str:
    return int(said) if whole and re.fullmatch(r"-?\d+", said) else said


def _english(row: Row, head: str) -> str:
    """A text in English: the column of that language, or the one that names none."""
    for column, text in row.items():
        found = _LANGUAGE.match(column)
        if found and found[1] == head and found[3] in (None, SOURCE):
            return text
    return ""


def _slug(name: str) -> str:
    slug = re.sub(r"\W+", "_", name.lower()).strip("_")
    return slug if slug[:1].isalpha() else f"f_{slug}"


def _translations(sheets: Sheets) -> dict[str, Translation]:
    texts: dict[str, dict[str, str]] = {}
    names: dict[str, str] = {}
    for row in (*sheets["survey"], *sheets.get("choices", ()), *sheets.get("texts", ())):
        for column, text in row.items():
            found = _LANGUAGE.match(column)
            if found and found[3] not in (None, SOURCE):
                english = _english(row, found[1])
                names[found[3]] = found[2]
                if english:
                    texts.setdefault(found[3], {})[english] = text
    return {code: Translation(code, names[code], said) for code, said in texts.items()}
