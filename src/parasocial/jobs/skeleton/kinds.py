"""What kind a value is, without the value: a date by its form, a number, an address, a text."""

import re
from functools import lru_cache

from parasocial.reading.local_words import MONTHS

_LONGEST_DATE = 48
_DATE = re.compile(
    r"(?=.*9:99)(?:\W*(?:9{1,6}|Mon|Day|T|Z|UTC|GMT|AM|PM)){3,12}\W{0,2}"
    r"|\W{0,2}9{4}([-/.])99?\1(?:99?|9{4})\W{0,2}|\W{0,2}99?([-/.])99?\2(?:99|9{4})\W{0,2}"
    r"|(?=.*Mon)(?=.*9{4})(?:\W*(?:9{1,4}|Mon|Day)){3}\W{0,2}"
)
_MARK = re.compile(r"[^\w .,:/+()\[\]-]")
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"(?:\d\D*){3}")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_ADDRESS = re.compile(r"(?:https?|at)://|www\.")
_KEPT = {"t": "T", "z": "Z", "utc": "UTC", "gmt": "GMT", "am": "AM", "pm": "PM"}
_DAYS = frozenset(
    name
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    for name in (day, day[:3])
)
_AGES = ((9, 10, "seconds"), (12, 13, "milliseconds"), (15, 16, "microseconds"))


def text_kind(text: str) -> str:
    """``empty``, ``date …`` with its form, ``digits``, ``address`` or ``text``."""
    if len(text) > _LONGEST_DATE:
        return "address" if _ADDRESS.match(text) else "text" if text.strip() else "empty"
    return _short_kind(text)


@lru_cache(maxsize=8_192)
def _short_kind(text: str) -> str:
    if not text.strip():
        return "empty"
    if _DIGITS.search(text) and (form := date_form(text)):
        return f"date {form}"
    if _NUMBER.fullmatch(text):
        return "digits"
    return "address" if _ADDRESS.match(text) else "text"


def date_form(text: str) -> str | None:
    """How a date is written, with 9 for every digit; None where *text* is none.

    Only marks, 9, ``T``, ``Z``, ``UTC``, ``GMT``, ``AM``, ``PM``, ``Mon`` for a month's name in
    any language and ``Day`` for a weekday's can be in it, so it tells nothing but the form.

    >>> date_form("12 Mar 2024, 18:05"), date_form("room 12")
    ('99 Mon 9999, 99:99', None)
    """
    form = _WORD.sub(_word, re.sub(r"\d", "9", text))
    form = _MARK.sub(" ", form)
    return form if _DATE.fullmatch(form) else None


def _word(found: re.Match[str]) -> str:
    word = found[0].casefold()
    if word in _DAYS:
        return "Day"
    return _KEPT.get(word) or ("Mon" if word in MONTHS else "_")


def number_kind(digits: str) -> str:
    """``seconds``, ``milliseconds`` or ``microseconds`` where it could be a time; ``number``."""
    for least, most, unit in _AGES:
        if digits.isdigit() and least <= len(digits) <= most:
            return unit
    return "number"
