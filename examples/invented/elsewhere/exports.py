"""Ego's other exports, packed and named as the platforms hand them out."""

from pathlib import Path

from invented.almanac import EXPORTED
from invented.archive import write_zip
from writers import WRITERS, Files

from .accounts import ME, PLATFORMS, beings
from .doings import deeds

_DAY, _SECOND = f"{EXPORTED:%Y-%m-%d}", f"{EXPORTED:%Y%m%d%H%M%S}"
_ZIPS = {
    "chatgpt": f"5f1c02e7-{_DAY}-03-14-15-9b3a77d0c2e148f6.zip",
    "discord": "package.zip",
    "facebook": f"facebook-nara.sewindu-{_DAY}-Rt5yUu8o.zip",
    "mastodon": f"archive-{_SECOND}-4c1d9e.zip",
    "reddit": f"export_nara_sewindu_{EXPORTED:%Y%m%d}.zip",
    "snapchat": f"mydata~{EXPORTED.timestamp():.0f}000.zip",
    "spotify": "my_spotify_data.zip",
    "telegram": f"DataExport_{_DAY}.zip",
    "twitch": "request.zip",
    "x": f"twitter-{_DAY}-7d0f3c.zip",
}
"""Other platforms hand out bare files."""
_BESIDE = ("following_accounts.csv",)
"""Downloads of their own, beside the platform's zip."""


def write(folder: Path) -> None:
    """Writes all of them."""
    for platform in PLATFORMS:
        written = files(platform)
        packed = platform in _ZIPS
        bare = [name for name in written if name in _BESIDE or not packed]
        for name in bare:
            (folder / name).write_bytes(written.pop(name))
        if packed:
            write_zip(folder / _ZIPS[platform], written)


def files(platform: str) -> Files:
    """One platform's export."""
    known = beings(platform)
    exported = int(EXPORTED.timestamp()) * 1_000_000
    return WRITERS[platform](known[ME], known, deeds(platform), exported=exported)
