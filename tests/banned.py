"""The words that our sentences do not use, by language."""

import re
import tomllib
from pathlib import Path

_WORDS = tomllib.loads((Path(__file__).parent / "banned.toml").read_text(encoding="utf-8"))
LANGUAGES = tuple(_WORDS)


def banned(language: str) -> re.Pattern[str]:
    """What a sentence in *language* may not hold."""
    said = _WORDS[language]
    parts = "|".join(said["parts"])
    return re.compile(rf"\b({parts})\b" if said["words"] else f"({parts})", re.IGNORECASE)
