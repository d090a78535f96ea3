"""Who is on ego's other platforms, and under which name."""

from dataclasses import dataclass
from functools import cache

from invented.almanac import dice
from invented.cast import CAST, EGO, PEOPLE, on
from writers.model import Being

PLATFORMS: tuple[str, ...] = tuple(CAST["elsewhere"]["ego"])
ME, FAMILY = "nara", "family"
_ZONE = "Asia/Jakarta"


@dataclass(frozen=True)
class Account:
    """Somebody who is watched or listened to, a community, a companion, a relative.

    Attributes:
        on: The platform.
        being: Whose account it is: the same word wherever the same one is meant.
        per_week: How often ego does there what one does there.
    """

    on: str
    being: str
    kind: str = "persona"
    name: str = ""
    handle: str = ""
    per_week: float = 0


ACCOUNTS = tuple(Account(**entry) for entry in CAST["elsewhere"]["accounts"])


def accounts(platform: str) -> list[Account]:
    """Those on one platform."""
    return [account for account in ACCOUNTS if account.on == platform]


@cache
def beings(platform: str) -> dict[str, Being]:
    """Everybody on one platform, by key, ego among them."""
    mine = CAST["elsewhere"]["ego"][platform]
    found = [Being(ME, EGO.name, mine, number=mine if platform == "sms" else "", zone=_ZONE)]
    for person in on(platform):
        own = person.ids[platform]
        named = {"facebook": (own, ""), "sms": ("Ibu", "")}.get(platform, (person.name, own))
        found.append(Being(person.key, *named, number=own if platform == "sms" else ""))
    for it in accounts(platform):
        number = it.name if it.kind == "brand" else ""
        found.append(Being(it.being, it.name or it.handle, it.handle, it.kind, number))
    if platform == "telegram":
        found += _family()
    return {being.key: being for being in found}


def _family() -> list[Being]:
    """The family's group, and those in it who do not write to ego there otherwise."""
    names = {person.key: person.name for person in PEOPLE}
    keys = CAST["elsewhere"]["family"]["members"]
    group = Being(FAMILY, CAST["elsewhere"]["family"]["title"], "", "group", members=(ME, *keys))
    return [*(Being(key, names[key], f"{key}_sewindu") for key in keys), group]


def since(platform: str, key: str) -> int:
    """When ego and an account found each other: microseconds of some day in the years before."""
    rng = dice("elsewhere since", platform, key)
    return 1_000_000 * rng.randrange(1_600_000_000, 1_735_000_000)
