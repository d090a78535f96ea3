"""How fast exports are read into a ledger file, beside named peers."""

import argparse
import importlib.util
import subprocess
import sys
from pathlib import Path

from make import DATA, HISTORY, INBOX, MB
from outcome import Target, keep
from processes import Run, interleaved, subject

LINES = DATA / "json" / f"{HISTORY}.json"
PAGE = DATA / "html" / f"{HISTORY}.html"
CUT = DATA / "cut" / f"{HISTORY}.html"
THREAD = DATA / "instagram" / INBOX / "message_1.json"
PEER = "google_takeout_parser"


def main() -> None:
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("--times", type=int, default=3, help="runs of each subject")
    said.add_argument("--peer-python", help=f"an interpreter that has {PEER}")
    asked = said.parse_args()
    peer = _peer(asked.peer_python)
    commands = {
        "watch-history.json": subject("read", DATA / "json"),
        "orjson.loads of it": subject("decode", LINES),
        "orjson.loads, collector off": subject("decode_uncollected", LINES),
        "watch-history.json in a zip": subject("read", DATA / "json.zip"),
        "watch-history.html": subject("read", DATA / "html"),
        "message_1.json": subject("read", DATA / "instagram"),
        "orjson.loads of message_1.json": subject("decode", THREAD),
    }
    if peer:
        commands[f"{PEER} on the JSON"] = subject("peer_json", LINES, peer)
        commands[f"{PEER} on a cut of the HTML"] = subject("peer_html", CUT, peer)
    runs = interleaved(commands, asked.times)
    keep("reading", runs, _targets(runs))


def _peer(python: str | None) -> str | None:
    if python is None and importlib.util.find_spec(PEER):
        return sys.executable
    found = python and not subprocess.run([python, "-c", f"import {PEER}"], check=False).returncode
    if not found:
        print(f"{PEER} is not here: its rows are left out. See README.md.")
    return python if found else None


def _targets(runs: dict[str, Run]) -> list[Target]:
    lines, page, thread = (
        runs[it] for it in ("watch-history.json", "watch-history.html", "message_1.json")
    )
    loads, thread_loads = runs["orjson.loads of it"], runs["orjson.loads of message_1.json"]
    found = [
        Target("JSON, × orjson.loads", lines.seconds / loads.seconds, 0.7),
        Target("JSON, peak MB", lines.peak_mb, 300),
        Target("HTML, peak MB", page.peak_mb, 300),
        Target("messages, × orjson.loads", thread.seconds / thread_loads.seconds, 4),
    ]
    if peer := runs.get(f"{PEER} on the JSON"):
        faster = peer.seconds / lines.seconds
        found.append(Target(f"JSON, times as fast as {PEER}", faster, 5, least=True))
    if peer := runs.get(f"{PEER} on a cut of the HTML"):
        faster = _speed(PAGE, page) / _speed(CUT, peer)
        found.append(Target(f"HTML, times the MB/s of {PEER}", faster, 30, least=True))
    return found


def _speed(path: Path, run: Run) -> float:
    return path.stat().st_size / MB / run.seconds


if __name__ == "__main__":
    main()
