"""Numbers as people say them."""

from parasocial.lenses.findings import Range

_NAMES = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen",
)  # fmt: skip
_HALF_FROM, _WHOLE_FROM, _TENS_FROM = 0.95, 4.75, 100


def name(number: int) -> str:
    """A small number in letters."""
    return _NAMES[number] if 0 <= number < len(_NAMES) else f"{number:,}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 tie", "2,041 ties"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(parts: list[str]) -> str:
    """Parts as a list in a sentence: "a, b and c"."""
    if len(parts) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def rounded(number: float) -> int:
    """To the nearest whole number, halves up."""
    return int(number + 0.5)


def duration(hours: float) -> str:
    """Hours, as rough as they are known: "a few minutes", "40 minutes", "2½ hours", "130 hours"."""
    if hours <= 0:
        return "no time"
    if hours < 0.1:  # noqa: PLR2004 - six minutes
        return "a few minutes"
    if hours < _HALF_FROM:
        return f"{max(rounded(hours * 12) * 5, 10)} minutes"
    return f"{amount(hours)} {'hour' if amount(hours) in {'1', '½'} else 'hours'}"


def amount(hours: float) -> str:
    """Hours without the word: halves to five, then whole, then tens."""
    if hours < _WHOLE_FROM:
        halves = rounded(hours * 2)
        whole = "" if halves == 1 else str(halves // 2)
        return f"{whole}½" if halves % 2 else whole
    if hours < _TENS_FROM:
        return str(rounded(hours))
    return f"{rounded(hours / 10) * 10:,}"


def about(hours: float) -> str:
    """A duration that is an estimate."""
    text = duration(hours)
    return text if text.startswith(("a ", "no ")) else f"about {text}"


def span(value: Range) -> str:
    """The two ends of a range of hours: "8 to 15 hours"; empty where they read the same."""
    if value.low is None or value.high is None:
        return ""
    low, high = duration(value.low), duration(value.high)
    if low == high:
        return ""
    if low.endswith(" hours") and high.endswith(" hours"):
        low = low.removesuffix(" hours")
    if low == "no time":
        return f"up to {high}"
    return f"{low} to {high}"


def capital(text: str) -> str:
    """*text* as a sentence begins."""
    return text[:1].upper() + text[1:]
