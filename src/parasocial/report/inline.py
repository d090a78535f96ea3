"""What the page carries inside itself, and the policy that lets nothing else in."""

from base64 import b64encode
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent

_LATIN = "U+0000-00FF,U+0131,U+0152-0153,U+2000-206F,U+20AC,U+2190-2193,U+2212"
_VIETNAMESE = (
    "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,"
    "U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+1EA0-1EF9,U+20AB"
)

_FONTS = (
    ("Inter", "inter-latin-wght-normal", "100 900", _LATIN),
    ("Inter", "inter-vietnamese-wght-normal", "100 900", _VIETNAMESE),
    ("Source Serif", "source-serif-4-latin-wght-normal", "200 900", _LATIN),
    ("Source Serif", "source-serif-4-vietnamese-wght-normal", "200 900", _VIETNAMESE),
    # A family of its own: a narrower range of weights under Inter's name makes Chromium drop Inter.
    ("Thai", "noto-sans-thai-thai-400-normal", "400", "U+0E01-0E5B,U+200C-200D,U+25CC"),
)


@dataclass(frozen=True, slots=True)
class Inline:
    """Style, script and the policy that names their hashes."""

    style: str
    script: str
    policy: str


@lru_cache
def inline(script: str = "page", *styles: str, doors: tuple[str, ...] = ()) -> Inline:
    """Style with its fonts, and the script of one page, read once.

    Args:
        script: The script's name, and that of the style sheet which belongs to it.
        styles: Further style sheets by name.
        doors: Keys of the doors of a page that has several.
    """
    sheets = dict.fromkeys(("page", script, *styles))
    style = "".join(map(_face, _FONTS)) + "".join(_text(f"{name}.css") for name in sheets)
    style += "".join(_door(key) for key in doors)
    code = _text(f"{script}.js")
    policy = (
        f"default-src 'none'; script-src {digest(code)}; style-src {digest(style)}; "
        "font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
    )
    return Inline(style=style, script=code, policy=policy)


def _door(key: str) -> str:
    return f"body:not(:has(#door-{key}:checked)) #{key}{{display:none}}\n"


def _text(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def digest(text: str) -> str:
    """The hash of an inline style or script as a policy names it."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _face(font: tuple[str, str, str, str]) -> str:
    family, file, weight, characters = font
    data = b64encode((HERE / "fonts" / f"{file}.woff2").read_bytes()).decode()
    return (
        f"@font-face{{font-family:'{family}';font-weight:{weight};font-display:swap;"
        f"unicode-range:{characters};src:url(data:font/woff2;base64,{data}) format('woff2')}}\n"
    )
