"""Conditions as XLSForm writes them: the part of its language that an instrument can mean."""

import re
from collections.abc import Mapping
from typing import Any

from parasocial.study.instrument.model import BadInstrument, Code, Item, Many, Range, Test, When

_TOKEN = re.compile(
    r"\s*(?:(\()|(\))|(and|or)\b|selected\(\s*\$\{(\w+)\}\s*,\s*'([^']*)'\s*\)"
    r"|(?:\$\{(\w+)\}|(\.))\s*(>=|<=|=)\s*(?:'([^']*)'|(-?\d+(?:\.\d+)?)))"
)


def written(when: When, items: Mapping[str, Item]) -> str:
    """A condition in XLSForm's language."""
    return " or ".join(
        "(" + " and ".join(_tested(name, test, items[name]) for name, test in every.items()) + ")"
        for every in when
    )


def _tested(name: str, test: Test, item: Item) -> str:
    field = f"${{{name}}}"
    if isinstance(test, Range):
        return bounds(field, test.least, test.most)
    form = "selected({}, '{}')" if isinstance(item, Many) else "{} = '{}'"
    return "(" + " or ".join(form.format(field, it) for it in test) + ")"


def bounds(field: str, least: float | None, most: float | None) -> str:
    """Between which numbers a field lies."""
    ends = ((">=", least), ("<=", most))
    return " and ".join(f"{field} {sign} {value:.15g}" for sign, value in ends if value is not None)


def condition(text: str, whole_codes: Mapping[str, bool]) -> When:
    """What a cell means.

    Args:
        text: The cell.
        whole_codes: The items by name, and whether their codes are whole numbers.

    Raises:
        BadInstrument: It says something that an instrument's conditions cannot.
    """
    tokens = _Tokens(text)
    found = _either(tokens, whole_codes)
    if tokens.now is not None:
        raise _unknown(text)
    return tuple(found)


class _Tokens:
    def __init__(self, text: str) -> None:
        self.text, self.at = text.strip(), 0
        self.now: re.Match[str] | None = None
        self.step()

    def step(self) -> None:
        """Go on to the next token; None at the end."""
        rest = self.text[self.at :].strip()
        self.now = _TOKEN.match(self.text, self.at) if rest else None
        if rest and self.now is None:
            raise _unknown(self.text)
        self.at = self.now.end() if self.now else self.at


def _either(tokens: _Tokens, whole: Mapping[str, bool]) -> list[dict[str, Test]]:
    found = _all(tokens, whole)
    while tokens.now and tokens.now[3] == "or":
        tokens.step()
        found = _joined(found, _all(tokens, whole))
    return found


def _joined(one: list[dict[str, Test]], other: list[dict[str, Test]]) -> list[dict[str, Test]]:
    """Either; codes of the same item in one list."""
    if len(one) == len(other) == 1 and one[0].keys() == other[0].keys() and len(one[0]) == 1:
        [(name, first)], [second] = one[0].items(), other[0].values()
        if isinstance(first, tuple) and isinstance(second, tuple):
            return [{name: (*first, *second)}]
    return [*one, *other]


def _all(tokens: _Tokens, whole: Mapping[str, bool]) -> list[dict[str, Test]]:
    found = _one(tokens, whole)
    while tokens.now and tokens.now[3] == "and":
        tokens.step()
        other = _one(tokens, whole)
        found = [_both(a, b, tokens.text) for a in found for b in other]
    return found


def _both(one: dict[str, Test], other: dict[str, Test], text: str) -> dict[str, Test]:
    found: dict[str, Any] = dict(one)
    for name, test in other.items():
        before = found.get(name)
        if before is None:
            found[name] = test
        elif isinstance(before, Range) and isinstance(test, Range):
            least = test.least if before.least is None else before.least
            found[name] = Range(least=least, most=test.most if before.most is None else before.most)
        else:
            raise _unknown(text)
    return found


def _one(tokens: _Tokens, whole: Mapping[str, bool]) -> list[dict[str, Test]]:
    token = tokens.now
    if token is None:
        raise _unknown(tokens.text)
    tokens.step()
    if token[1]:
        found = _either(tokens, whole)
        if not (tokens.now and tokens.now[2]):
            raise _unknown(tokens.text)
        tokens.step()
        return found
    if token[4]:
        return [{token[4]: (_code(token[5], whole=whole.get(token[4], False)),)}]
    name, sign = token[6] or token[7], token[8]
    if not name:
        raise _unknown(tokens.text)
    said = token[9] if token[9] is not None else token[10]
    if sign == "=":
        return [{name: (_code(said, whole=whole.get(name, False)),)}]
    number = float(said)
    return [{name: Range(least=number) if sign == ">=" else Range(most=number)}]


def _code(said: str, *, whole: bool) -> Code:
    return int(said) if whole and re.fullmatch(r"-?\d+", said) else said


def _unknown(text: str) -> BadInstrument:
    return BadInstrument(
        f"The condition {text!r} says more than an instrument can. It may compare ${{items}} with "
        "=, >= and <=, ask selected(${item}, 'code'), and join with and, or and brackets."
    )
