"""What was chosen, what was served, and in which form."""

from parasocial.i18n import _, _n, marked
from parasocial.lenses.findings import Chosen, FormHours
from parasocial.report.words.numbers import about, capital, rounded
from parasocial.report.words.reasons import reason

_FORMS = {
    "live": marked("Live streams"),
    "video": marked("Videos"),
    "short": marked("Short videos"),
    "audio": marked("Listening"),
    "post": marked("Posts"),
    "story": marked("Stories"),
    "chat": marked("Messages"),
}


def chosen(share: Chosen) -> str:
    """How much attention went to accounts that a person picked."""
    if share.value is None:
        if not share.why:
            return _("How much of this you chose can’t be told.")
        return _("How much of this you chose can’t be told: %(why)s.", why=reason(share.why))
    return _(
        "Of every ten hours of attention, %(number)s went to accounts that you "
        "follow, subscribe to or searched for. The rest was served to you.",
        number=_tenths(share.value),
    )


def _tenths(share: float) -> str:
    n = rounded(share * 10)
    if n in {0, 10}:
        return _("almost all") if n else _("almost none")
    return _("about %(number)s", number=n)


def likely(share: Chosen) -> str:
    """The range of the share in tenths; empty where it is narrow or unknown."""
    if share.low is None or share.high is None:
        return ""
    low, high = rounded(share.low * 10), rounded(share.high * 10)
    if low == high:
        return ""
    return _("Likely between %(low)s and %(high)s of ten.", low=low, high=high)


def chosen_pips(share: Chosen) -> list[str]:
    """Ten pips: chosen, could be either, served."""
    if share.value is None:
        return []
    low = rounded((share.value if share.low is None else share.low) * 10)
    high = rounded((share.value if share.high is None else share.high) * 10)
    return ["chosen"] * low + ["either"] * (high - low) + ["served"] * (10 - high)


def form(name: str) -> str:
    """A form of content in everyday words."""
    return _(_FORMS[name]) if name in _FORMS else capital(name.replace("_", " "))


def form_amount(one: FormHours) -> str:
    """Hours of one form, and how many times."""
    times = _n("%(count)s time", "%(count)s times", one.events)
    return f"{about(one.hours.point)}, {times}" if one.hours.point else times


def most(forms: list[FormHours]) -> float:
    """Hours at the end of the longest bar."""
    return max((one.hours.high or one.hours.point or 0 for one in forms), default=0)
