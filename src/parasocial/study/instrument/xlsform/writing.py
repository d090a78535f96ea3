"""An instrument and its translations as an XLSForm workbook."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from parasocial.study.instrument.languages import ENGLISH, Translation
from parasocial.study.instrument.model import (
    BadInstrument,
    Given,
    Instrument,
    Item,
    Many,
    Number,
    One,
    Text,
)
from parasocial.study.instrument.xlsform.conditions import bounds, written

KINDS = {Given: "hidden", One: "select_one", Many: "select_multiple", Text: "text"}
OURS = ("construct", "wording", "benchmark", "benchmark_base", "counts", "bands", "steps")
"""Columns of the survey sheet that XLSForm does not have."""


def write_xlsform(
    path: Path, instrument: Instrument, translations: Mapping[str, Translation]
) -> None:
    """Write the workbook. Every cell is text: none is ever a formula.

    Raises:
        BadInstrument: The extra `study` is not installed.
    """
    try:
        from openpyxl import Workbook
    except ImportError:
        raise BadInstrument(
            "XLSForm needs what the extra `study` brings: pip install 'parasocial[study]'."
        ) from None

    languages = [ENGLISH, *translations.values()]
    book = Workbook()
    book.remove(book.active)
    for name, rows in (
        ("survey", _survey(instrument, languages)),
        ("choices", _choices(instrument, languages)),
        ("settings", _settings(instrument)),
        ("ends", _ends(instrument)),
        ("scales", _scales(instrument)),
        ("constructs", _constructs(instrument)),
        ("sources", _sources(instrument)),
        ("texts", _texts(languages)),
    ):
        _fill(book.create_sheet(name), list(rows))
    book.save(path)


def _fill(sheet: Any, rows: Sequence[Mapping[str, Any]]) -> None:
    heads = list(dict.fromkeys(head for row in rows for head in row))
    lines: list[list[Any]] = [heads, *([row.get(head) for head in heads] for row in rows)]
    for line in lines:
        sheet.append([None] * len(line))
        for place, value in enumerate(line, 1):
            if value not in (None, ""):
                cell = sheet.cell(sheet.max_row, place)
                cell.value = str(value)
                cell.data_type = "s"


def _in_all(head: str, text: str | None, languages: Iterable[Translation]) -> dict[str, str]:
    """*text* in a column per language."""
    if not text:
        return {}
    return {
        f"{head}::{it.name} ({it.language})": text if it is ENGLISH else it.texts.get(text, "")
        for it in languages
    }


def _survey(instrument: Instrument, languages: Sequence[Translation]) -> Iterator[dict[str, Any]]:
    items = {item.name: item for item in instrument.items}
    for page in instrument.pages:
        yield {
            "type": "begin_group",
            "name": page.name,
            **_in_all("label", page.title, languages),
            "relevant": written(page.when, items),
        }
        if page.lead:
            name = f"{page.name}_lead"
            yield {"type": "note", "name": name, **_in_all("label", page.lead, languages)}
        for item in page.items:
            yield _row(item, items, languages)
        yield {"type": "end_group"}


def _row(item: Item, items: Mapping[str, Item], languages: Sequence[Translation]) -> dict[str, Any]:
    row: dict[str, Any] = {
        "type": _kind(item),
        "name": item.name,
        **_in_all("label", item.text, languages),
        **_in_all("hint", item.help, languages),
        "relevant": written(item.when, items),
        "required": "yes" if item.required else "",
        "constraint": _constraint(item),
        "construct": item.construct,
        "wording": item.wording,
        "benchmark": item.benchmark,
        "benchmark_base": item.benchmark_base,
    }
    if isinstance(item, One):
        row["counts"] = _listed(item.counts)
    if isinstance(item, Number):
        row["bands"] = _listed(item.bands)
        row["steps"] = " | ".join(item.steps or ())
    return row


def _kind(item: Item) -> str:
    if isinstance(item, One | Many):
        return f"{KINDS[type(item)]} {item.name}"
    if isinstance(item, Number):
        return "integer" if item.whole else "decimal"
    return KINDS[type(item)]


def _constraint(item: Item) -> str:
    if isinstance(item, Number):
        return bounds(".", item.low, item.high)
    if isinstance(item, Text):
        return f"string-length(.) <= {item.longest}"
    return f"regex(., '{item.pattern}')" if isinstance(item, Given) else ""


def _choices(instrument: Instrument, languages: Sequence[Translation]) -> Iterator[dict[str, Any]]:
    for item in instrument.items:
        if not isinstance(item, One | Many):
            continue
        for it in item.choices:
            yield {
                "list_name": item.name,
                "name": it.code,
                **_in_all("label", it.text, languages),
                "alone": "yes" if it.alone else "",
                "benchmark": it.benchmark,
            }


def _settings(instrument: Instrument) -> Iterator[dict[str, Any]]:
    yield {
        "form_title": instrument.title,
        "form_id": instrument.name,
        "version": instrument.version,
        "default_language": "English (en)",
        "consent": instrument.consent,
    }


def _ends(instrument: Instrument) -> Iterator[dict[str, Any]]:
    items = {item.name: item for item in instrument.items}
    yield from ({"state": it.state, "when": written(it.when, items)} for it in instrument.ends)


def _scales(instrument: Instrument) -> Iterator[dict[str, Any]]:
    for name, it in instrument.scales.items():
        yield {
            "name": name,
            "items": _listed(it.items),
            "reversed": _listed(it.reversed),
            "low": it.low,
            "high": it.high,
            "at_least": it.at_least,
            "construct": it.construct,
        }


def _constructs(instrument: Instrument) -> Iterator[dict[str, Any]]:
    for name, it in instrument.constructs.items():
        yield {"name": name, "means": it.means, "cites": _listed(it.cites)}


def _sources(instrument: Instrument) -> Iterator[dict[str, Any]]:
    for name, it in instrument.sources.items():
        row = {"name": name, "who": it.who, "year": it.year, "title": it.title}
        yield {**row, "doi": it.doi, "published": it.published}


def _texts(languages: Sequence[Translation]) -> Iterator[dict[str, Any]]:
    """Each translation whole, because no other sheet has what surrounds the questions."""
    for text in dict.fromkeys(text for it in languages for text in it.texts):
        yield _in_all("label", text, languages)


def _listed(values: Iterable[Any]) -> str:
    return " ".join(f"{it:g}" if isinstance(it, float) else str(it) for it in values)
