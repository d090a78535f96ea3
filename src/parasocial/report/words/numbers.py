"""Numbers as people say them."""

from parasocial.i18n import _, _n, here, marked
from parasocial.lenses.findings import Range
from parasocial.report.amounts import figures

_NAMES = (
    marked("no"), marked("one"), marked("two"), marked("three"), marked("four"), marked("five"),
    marked("six"), marked("seven"), marked("eight"), marked("nine"), marked("ten"),
    marked("eleven"), marked("twelve"), marked("thirteen"), marked("fourteen"),
)  # fmt: skip
_HALF_FROM, _WHOLE_FROM, _TENS_FROM = 0.95, 4.75, 100
_FEW_UNTIL = 0.1  # six minutes


def name(number: int) -> str:
    """A small number in letters."""
    return _(_NAMES[number]) if 0 <= number < len(_NAMES) else figures(number)


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 tie", "2,041 ties"."""
    return f"{figures(number)} {one if number == 1 else many or one + 's'}"


def listed(parts: list[str]) -> str:
    """Parts as a list in a sentence: "a, b and c"."""
    if len(parts) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(parts)
    return _("%(several)s and %(last)s", several=", ".join(parts[:-1]), last=parts[-1])


def rounded(number: float) -> int:
    """To the nearest whole number, halves up."""
    return int(number + 0.5)


def duration(hours: float) -> str:
    """Hours, as rough as they are known: "a few minutes", "40 minutes", "2½ hours", "130 hours"."""
    if hours <= 0:
        return _("no time")
    if hours < _FEW_UNTIL:
        return _("a few minutes")
    if hours < _HALF_FROM:
        return _n("%(count)s minute", "%(count)s minutes", max(rounded(hours * 12) * 5, 10))
    return _in_hours(amount(hours))


def _in_hours(said: str) -> str:
    number = 1 if said in {"1", "½"} else 2
    return _n("%(amount)s hour", "%(amount)s hours", number, amount=said)


def amount(hours: float) -> str:
    """Hours without the word: halves to five, then whole, then tens."""
    if hours < _WHOLE_FROM:
        halves = rounded(hours * 2)
        whole = "" if halves == 1 else str(halves // 2)
        return f"{whole}½" if halves % 2 else whole
    if hours < _TENS_FROM:
        return str(rounded(hours))
    return figures(rounded(hours / 10) * 10)


def about(hours: float) -> str:
    """A duration that is an estimate."""
    text = duration(hours)
    return text if hours < _FEW_UNTIL else _("about %(duration)s", duration=text)


def span(value: Range) -> str:
    """The two ends of a range of hours: "8 to 15 hours"; empty where they read the same."""
    if value.low is None or value.high is None:
        return ""
    low, high = duration(value.low), duration(value.high)
    if low == high:
        return ""
    if value.low <= 0:
        return _("up to %(high)s", high=high)
    if value.low >= _HALF_FROM and amount(value.low) not in {"1", "½"}:
        low = amount(value.low)
    return _("%(low)s to %(high)s", low=low, high=high)


def capital(text: str) -> str:
    """*text* as a sentence begins."""
    return text[:1].upper() + text[1:]


def uncapital(text: str) -> str:
    """*text* as it stands within a sentence."""
    return text[:1].lower() + text[1:]


def decimal(number: float, places: int) -> str:
    """A number with so many decimals: "0.25"."""
    return here().number(number, places)
