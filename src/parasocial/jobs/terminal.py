"""Names from somebody's files, made safe for a terminal."""

_LONGEST = 60


def plain(name: str, longest: int = _LONGEST) -> str:
    """A name without characters that steer a terminal or turn text around."""
    return "".join(letter for letter in name if letter.isprintable())[:longest]
