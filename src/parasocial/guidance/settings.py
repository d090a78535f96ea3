"""What to look for among an app's settings.

Menus move. For any app there is a word to look for, which nobody has to have checked; a path
through menus is given for one platform alone, with the month in which it was seen.
"""

import tomllib
from functools import lru_cache
from importlib.resources import files

import msgspec
from msgspec import Struct


class Setting(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One setting.

    Attributes:
        topics: The topics that it belongs to.
        look_for: What to look for, in any app.
        platform: The platform whose menus ``path`` goes through, in English.
        checked: The month in which somebody saw them.
        source: The address of a page that says so; null for a copy of one's data, of which the
            reader says so.
    """

    topics: tuple[str, ...]
    look_for: str | None = None
    platform: str | None = None
    path: str | None = None
    checked: str | None = None
    source: str | None = None

    def __post_init__(self) -> None:
        """Refuse a path without its date."""
        one_platform = (self.platform, self.path, self.checked)
        whole = all(one_platform) if self.look_for is None else not any(one_platform)
        if not whole or (self.look_for and self.source):
            raise ValueError("a word to look for; or a platform, its path and the month checked")


@lru_cache(maxsize=1)
def settings() -> tuple[Setting, ...]:
    """Every setting, in the order of the file."""
    text = (files("parasocial.guidance") / "settings.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text)["setting"], tuple[Setting, ...])
