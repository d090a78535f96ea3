"""To whom an item is put: one reading of it for Python, one for the browser."""

from collections.abc import Mapping, Sequence
from typing import Any

from parasocial.study.instrument.model import Code, Instrument, Item, Many, Page, Range, Test, When


def holds(when: When, answers: Mapping[str, Any]) -> bool:
    """Whether somebody who gave *answers* is meant. What was not answered is never meant.

    >>> holds(({"age": Range(most=17)},), {"age": 16}), holds(({"age": Range(most=17)},), {})
    (True, False)
    """
    for every in when:  # a save asks this dozens of times, and any(all(…)) takes twice as long
        for name, test in every.items():
            if not _meets(answers.get(name), test):
                break
        else:
            return True
    return not when


def _meets(answer: Any, test: Test) -> bool:
    if answer is None:
        return False
    if isinstance(test, Range):
        return (test.least is None or answer >= test.least) and (
            test.most is None or answer <= test.most
        )
    return any(it in test for it in answer) if isinstance(answer, list) else answer in test


class Routes:
    """An instrument's routing, laid out once: most items ask nothing beyond their page."""

    def __init__(self, instrument: Instrument) -> None:
        last = _pages_of_ends(instrument)
        self._pages = [
            (
                page.when,
                frozenset(it.name for it in page.items if not it.when),
                [(it.name, it.when) for it in page.items if it.when],
                [end.when for end, at in zip(instrument.ends, last, strict=True) if at == place],
            )
            for place, page in enumerate(instrument.pages)
        ]

    def put(self, answers: Mapping[str, Any]) -> set[str]:
        """The names of the items that are put to somebody who gave *answers* so far."""
        found: set[str] = set()
        for when, always, sometimes, ends in self._pages:
            if holds(when, answers):
                found |= always
                found.update(name for name, when in sometimes if holds(when, answers))
            if any(holds(end, answers) for end in ends):
                break
        return found


def seen(instrument: Instrument, answers: Mapping[str, Any]) -> list[Item]:
    """The items that are put to somebody who gave *answers* so far, in reading order."""
    put = Routes(instrument).put(answers)
    return [item for item in instrument.items if item.name in put]


def _pages_of_ends(instrument: Instrument) -> list[int]:
    """The place of the page after which each end can be known."""
    of_item = {item.name: i for i, page in enumerate(instrument.pages) for item in page.items}
    return [max(of_item[name] for one in end.when for name in one) for end in instrument.ends]


def page_expression(instrument: Instrument, place: int) -> str:
    """Who sees a page, for the browser; empty where everybody does."""
    page: Page = instrument.pages[place]
    last = _pages_of_ends(instrument)
    parts = [f"({expression(page.when, instrument)})"] if page.when else []
    for i, end in enumerate(instrument.ends):
        if last[i] < place:
            parts.append(f"!({expression(end.when, instrument)})")
    return " and ".join(parts)


def expression(when: When, instrument: Instrument) -> str:
    """A condition in the browser's language; empty where there is none.

    Every part asks first whether the item was answered: there an empty answer is below any number.
    """
    kinds = {item.name: item for item in instrument.items}
    return " or ".join(
        "(" + " and ".join(_tested(name, test, kinds[name]) for name, test in every.items()) + ")"
        for every in when
    )


def _tested(name: str, test: Test, item: Item) -> str:
    field = f"{{{name}}}"
    if isinstance(test, Range):
        bounds = ((">=", test.least), ("<=", test.most))
        parts = [f"{field} {sign} {value:g}" for sign, value in bounds if value is not None]
        return " and ".join([f"{field} notempty", *parts])
    word = "contains" if isinstance(item, Many) else "="
    return "(" + " or ".join(f"{field} {word} {_literal(it)}" for it in test) + ")"


def _literal(code: Code) -> str:
    return str(code) if isinstance(code, int) else f"'{code}'"


def named(when: When) -> Sequence[str]:
    """The items that a condition asks about."""
    return [name for every in when for name in every]
