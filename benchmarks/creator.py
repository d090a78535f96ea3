"""A creator's log of a million messages to a page, beside `chat-analytics` on the same file."""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from crowd import OWNER, write
from outcome import Target, keep
from processes import MB, Subject, interleaved

DATA = Path(__file__).parent / "data" / "creator"
MESSAGES = 1_000_000
_OURS, _PEER = "parasocial creator", "chat-analytics"


def main() -> None:
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("--times", type=int, default=3, help="runs of each")
    said.add_argument("--messages", type=int, default=MESSAGES)
    said.add_argument("--chat-analytics", help="the peer's command: npm install chat-analytics")
    asked = said.parse_args()
    log = DATA / f"{asked.messages}" / "result.json"
    if not log.exists():
        log.parent.mkdir(parents=True, exist_ok=True)
        write(log, asked.messages)
    with TemporaryDirectory() as folder:
        page, theirs = Path(folder) / "page.html", Path(folder) / "theirs.html"
        subjects = {_OURS: Subject(_command(log, page), log)}
        if asked.chat_analytics:
            peer = [asked.chat_analytics, "-p", "telegram", "-i", str(log), "-o", str(theirs)]
            subjects[_PEER] = Subject(peer, log)
        else:
            print(f"{_PEER} is not here: its row is left out. See README.md.")
        runs = interleaved(subjects, asked.times)
        ours = runs[_OURS]
        targets = [
            Target(f"{asked.messages:,} messages, peak MB", ours.peak_mb, 1000),
            Target("the page, MB", page.stat().st_size / MB, 3),
        ]
        if _PEER in runs:
            faster = runs[_PEER].wall / ours.wall
            targets.append(Target(f"times as fast as {_PEER}", faster, 10, least=True))
    keep("creator" if asked.messages <= MESSAGES else "a larger creator", runs, targets)


def _command(log: Path, page: Path) -> list[str]:
    return [
        *(sys.executable, "-m", "parasocial", "creator", str(log), "--creator", OWNER),
        *("-q", "--force", "-o", str(page)),
    ]


if __name__ == "__main__":
    main()
