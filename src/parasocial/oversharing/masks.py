"""A value that can be shown to whoever looks over a shoulder."""

_DOT = "•"
_WHOLLY = frozenset({"password", "security_answer", "live_location", "photo_place"})
_NUMBERS = frozenset({"phone", "document", "account_number", "plate"})
_LAST = 2
_LONG_ENOUGH = 7


def mask(kind: str, value: str) -> str:
    """*value* so that its owner knows which one it is and nobody else can use it.

    Numbers keep their last two digits, other values their first letter; what opens an account, and
    where one is, keep nothing. Its length is not kept either.

    >>> mask("phone", "0812-0000-4417"), mask("name_child", "Tirta Ayu"), mask("password", "x1")
    ('•••• 17', 'T••••', '••••')
    """
    dots = _DOT * 4
    if kind in _WHOLLY:
        return dots
    if kind in _NUMBERS:
        digits = [it for it in value if it.isdigit()]
        return f"{dots} {''.join(digits[-_LAST:])}" if len(digits) >= _LONG_ENOUGH else dots
    first = next((it for it in value if it.isalpha()), "")
    return f"{first}{dots}"
