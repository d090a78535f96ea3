"""A form as JSON for SurveyJS 2.5, which draws it in the browser. It decides nothing.

Radio groups, checkboxes and fields, and no matrix or list that opens: those are what screen
readers and keyboards get through best. Every text is there in every language of the form.
"""

from typing import Any

from parasocial.study.instrument.form import Form
from parasocial.study.instrument.model import Choice, Given, Item, Many, Number, One, Text
from parasocial.study.instrument.routing import expression, page_expression


def surveyjs(form: Form) -> dict[str, Any]:
    """The form, without what its link gives."""
    instrument = form.instrument
    pages = [_page(form, place) for place in range(len(instrument.pages))]
    return {
        "locale": form.codes[0],
        "title": _said(form, instrument.title),
        "showTitle": False,
        "showProgressBar": True,
        "progressBarType": "pages",
        "showQuestionNumbers": False,
        "showCompletePage": False,
        "clearInvisibleValues": "onHidden",
        "textUpdateMode": "onBlur",
        "checkErrorsMode": "onNextPage",
        "requiredMark": "",
        "widthMode": "responsive",
        "pages": [page for page in pages if page["elements"]],
    }


def _page(form: Form, place: int) -> dict[str, Any]:
    page = form.instrument.pages[place]
    shown: dict[str, Any] = {"name": page.name}
    if page.title:
        shown["title"] = _said(form, page.title)
    if page.lead:
        shown["description"] = _said(form, page.lead)
    if seen := page_expression(form.instrument, place):
        shown["visibleIf"] = seen
    shown["elements"] = [_element(form, it) for it in page.items if not isinstance(it, Given)]
    return shown


def _element(form: Form, item: Item) -> dict[str, Any]:
    shown: dict[str, Any] = {"name": item.name, "title": _said(form, item.text)}
    if item.help:
        shown["description"] = _said(form, item.help)
    if item.required:
        shown["isRequired"] = True
    if item.when:
        shown["visibleIf"] = expression(item.when, form.instrument)
    return shown | _kind(form, item)


def _kind(form: Form, item: Item) -> dict[str, Any]:
    if isinstance(item, One | Many):
        choices = [_choice(form, it) for it in item.choices]
        return {"type": "radiogroup" if isinstance(item, One) else "checkbox", "choices": choices}
    if isinstance(item, Number) and item.steps:
        low, high = item.steps
        rates = {"rateMin": item.low, "rateMax": item.high, "autoGenerate": True}
        ends = {"minRateDescription": _said(form, low), "maxRateDescription": _said(form, high)}
        return {"type": "rating", "displayMode": "buttons", **rates, **ends}
    if isinstance(item, Number):
        step: int | str = 1 if item.whole else "any"
        bounds = {"min": item.low, "max": item.high, "step": step}
        return {"type": "text", "inputType": "number", **bounds}
    return {"type": "comment", "rows": 3} | (
        {"maxLength": item.longest} if isinstance(item, Text) else {}
    )


def _choice(form: Form, choice: Choice) -> dict[str, Any]:
    shown: dict[str, Any] = {"value": choice.code, "text": _said(form, choice.text)}
    return shown | {"isExclusive": True} if choice.alone else shown


def _said(form: Form, text: str) -> str | dict[str, str]:
    """*text* in every language of the form; plain where there is one."""
    first, *others = form.codes
    if not others:
        return form.say(first, text)
    return {"default": form.say(first, text)} | {it: form.say(it, text) for it in form.codes}
