"""Writes the invented world: `python examples/world.py [folder]` (default: beside this file)."""

import sys
from pathlib import Path

from invented import channel, instagram, notes, tiktok, truth, whatsapp, youtube
from invented.elsewhere import exports


def main(folder: Path) -> None:
    """Writes `you/`, the exports; `channel/`, a creator's logs; what is true, what ego says."""
    you = folder / "you"
    you.mkdir(parents=True, exist_ok=True)
    for platform in (instagram, tiktok, whatsapp, youtube):
        platform.write(you)
    exports.write(you)
    channel.write(folder / "channel")
    truth.write(folder / "truth.json")
    notes.write(folder / "truth.json", folder / "notes.toml")
    print(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
