"""Pages as a browser prints them."""

import re
import zlib
from collections.abc import Iterator


def paper(pdf: bytes) -> list[float]:
    """The first colour that is laid down: red, green, blue, 0 to 1."""
    first = next(text for text in _streams(pdf) if b" rg" in text)
    [found] = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) rg", first)[:1]
    return [float(part) for part in found]


def _streams(pdf: bytes) -> Iterator[bytes]:
    for match in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            yield zlib.decompress(match.group(1))
        except zlib.error:
            continue
