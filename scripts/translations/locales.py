"""Write how each language writes numbers and dates, as Babel's copy of CLDR has it."""

import re
from pathlib import Path

from babel import Locale
from babel.dates import get_month_names

from parasocial.i18n import LANGUAGES

TARGET = Path(__file__).parents[2] / "src" / "parasocial" / "i18n" / "locales.toml"
_FIELDS = {"d": "%(day)s", "MMM": "%(month)s", "y": "%(year)s"}


def pattern(skeleton: str, locale: Locale) -> str:
    """CLDR's pattern for a skeleton, with the places that we fill."""
    found = str(locale.datetime_skeletons[skeleton])
    return re.sub(r"MMM|d|y", lambda it: _FIELDS[it[0]], found.replace("'", ""))


def table(code: str) -> str:
    """One language's table."""
    locale = Locale.parse("en_GB" if code == "en" else code)
    symbols = locale.number_symbols.get("latn", locale.number_symbols)
    names = get_month_names("abbreviated", locale=code)
    months = ", ".join(f'"{names[number]}"' for number in range(1, 13))
    return "\n".join(
        [
            f"[{code}]",
            f'group = "{symbols["group"]}"',
            f'point = "{symbols["decimal"]}"',
            f"months = [{months}]",
            f'day = "{pattern("yMMMd", locale)}"',
            f'month = "{pattern("yMMM", locale)}"',
        ]
    )


def main() -> None:
    """Write them all."""
    tables = [table(code) for code in LANGUAGES]
    said = "# From CLDR, by scripts/translations/locales.py. Unicode licence: THIRD_PARTY_NOTICES."
    TARGET.write_text("\n\n".join([said, *tables]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
