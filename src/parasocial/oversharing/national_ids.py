"""National numbers that no library checks: the Philippines, Singapore, Vietnam."""

import re

_NRIC = re.compile(r"([STFGM])(\d{7})([A-Z])")
_WEIGHTS = (2, 7, 6, 5, 4, 3, 2)
_LETTERS = {"S": "JZIHGFEDCBA", "F": "XWUTRQPNMLK", "M": "KLJNPQRTUWX"}
_OFFSET = {"S": 0, "T": 4, "F": 0, "G": 4, "M": 3}
_PROVINCES = frozenset(
    (
        *(1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35),
        *(36, 37, 38, 40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70),
        *(72, 74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96),
    )
)
_LATEST = 26  # two digits of a birth year in this century


def is_nric(text: str) -> bool:
    """A Singapore NRIC or FIN: a letter, seven digits, a letter of the weighted sum modulo 11.

    >>> is_nric("S1234567D"), is_nric("S1234567A")
    (True, False)
    """
    found = _NRIC.fullmatch(text.upper())
    if not found:
        return False
    series, digits, letter = found.groups()
    total = _OFFSET[series] + sum(
        weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)
    )
    place = total % 11
    letters = _LETTERS[{"T": "S", "G": "F"}.get(series, series)]
    # The newest series runs its letters the other way.
    return letter == (letters[10 - place] if series == "M" else letters[place])


def is_cccd(text: str) -> bool:
    """A Vietnamese citizen number: province, century with sex, birth year, six digits.

    Without a check digit; province and a birth year up to now are all that can be tested.

    >>> is_cccd("001190000000"), is_cccd("999190000000")
    (True, False)
    """
    if not re.fullmatch(r"\d{12}", text) or int(text[:3]) not in _PROVINCES:
        return False
    century, year = int(text[3]), int(text[4:6])
    return century in (0, 1) or (century in (2, 3) and year <= _LATEST)


def is_philippine(text: str) -> bool:
    """A Philippine number as it is written: PhilSys, CRN (UMID), SSS, or PhilHealth.

    Only the grouping and the number of digits can be tested: 0000-0000-0000-0000 (PhilSys,
    a card's serial), 0000-0000000-0 (CRN), 00-0000000-0 (SSS), 00-000000000-0 (PhilHealth).

    >>> is_philippine("1234-5678-9012-3456"), is_philippine("34-1234567-8"), is_philippine("12")
    (True, True, False)
    """
    return bool(
        re.fullmatch(r"\d{4}-\d{4}-\d{4}-\d{4}|\d{4}-\d{7}-\d|\d{2}-\d{7}-\d|\d{2}-\d{9}-\d", text)
    )
