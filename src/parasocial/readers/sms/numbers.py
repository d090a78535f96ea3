"""Phone numbers as one backup writes them: with and without country, spaces, brackets."""

from functools import lru_cache

_NOBODY = frozenset({"", "null", "-1", "-2", "-3", "unknown", "(unknown)", "insert-address-token"})
_SHORT = 6  # digits; no person's number is as short
_NATIONAL = 7
_COUNTRY = range(1, 4)


@lru_cache(maxsize=1 << 16)
def number(written: str | None) -> str | None:
    """Digits, with ``+`` where the country is in it; letters as they stand; None for nobody.

    Nobody is a caller without a number, or the phone itself.
    """
    text = (written or "").strip()
    if text.casefold() in _NOBODY:
        return None
    if any(map(str.isalpha, text)):
        return text.casefold() if "@" in text else text
    digits = "".join(str(int(sign)) for sign in text if sign.isdecimal())
    if not digits:
        return None
    return f"+{digits}" if text.startswith("+") else digits


def is_service(it: str) -> bool:
    """Whether only firms and authorities can write under *it*: a name, or a short code."""
    if "@" in it:
        return False
    return (it.isdigit() and len(it) <= _SHORT) or any(map(str.isalpha, it))


def local_and_full(one: str, other: str) -> tuple[str, str] | None:
    """The two as (without country, with country) where they can be one number."""
    local, full = sorted((one, other), key=lambda it: it.startswith("+"))
    national = local.lstrip("0")
    if local.startswith("+") or not full.startswith("+") or len(national) < _NATIONAL:
        return None
    country = len(full) - 1 - len(national)
    return (local, full) if full.endswith(national) and country in _COUNTRY else None
