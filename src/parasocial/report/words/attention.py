"""What was chosen, what was served, and in which form."""

from parasocial.lenses.findings import Chosen, FormHours
from parasocial.report.words.numbers import about, capital, counted, rounded

_FORMS = {
    "live": "Live streams",
    "video": "Videos",
    "short": "Short videos",
    "audio": "Listening",
    "post": "Posts",
    "story": "Stories",
    "chat": "Messages",
}


def chosen(share: Chosen) -> str:
    """How much attention went to accounts that a person picked."""
    if share.value is None:
        why = f": {share.why}" if share.why else ""
        return f"How much of this you chose can’t be told{why}."
    return (
        f"Of every ten hours of attention, {_tenths(share.value)} went to accounts that you "
        "follow, subscribe to or searched for. The rest was served to you."
    )


def _tenths(share: float) -> str:
    n = rounded(share * 10)
    return "almost none" if n == 0 else "almost all" if n == 10 else f"about {n}"  # noqa: PLR2004


def likely(share: Chosen) -> str:
    """The range of the share in tenths; empty where it is narrow or unknown."""
    if share.low is None or share.high is None:
        return ""
    low, high = rounded(share.low * 10), rounded(share.high * 10)
    return f"Likely between {low} and {high} of ten." if low != high else ""


def chosen_pips(share: Chosen) -> list[str]:
    """Ten pips: chosen, could be either, served."""
    if share.value is None:
        return []
    low = rounded((share.value if share.low is None else share.low) * 10)
    high = rounded((share.value if share.high is None else share.high) * 10)
    return ["chosen"] * low + ["either"] * (high - low) + ["served"] * (10 - high)


def form(name: str) -> str:
    """A form of content in everyday words."""
    return _FORMS.get(name, capital(name.replace("_", " ")))


def form_amount(one: FormHours) -> str:
    """Hours of one form, and how many times."""
    times = counted(one.events, "time")
    return f"{about(one.hours.point)}, {times}" if one.hours.point else times


def most(forms: list[FormHours]) -> float:
    """Hours at the end of the longest bar."""
    return max((one.hours.high or one.hours.point or 0 for one in forms), default=0)
