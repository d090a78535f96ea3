"""Each reader on a large export in its newest layout, beside the bare parse of the same bytes."""

import argparse
import shutil
import sys
from multiprocessing import get_context
from pathlib import Path
from runpy import run_path

from exports import LARGE, Dice, bluesky, large_file
from make import DATA, MB, made, once
from outcome import Speed, Target, keep
from processes import Run, Subject, interleaved, subject

from parasocial.readers import READERS

CARS = Path(__file__).parents[1] / "tests" / "reading" / "cars.py"
FOLDER = DATA / "platforms"
MOST_MB = 500
TELLS = {
    "discord-exporter": "discord",
    "facebook": "messenger",
    "telegram": "telegram",
    "whatsapp": "whatsapp",
}
"""Our names of what chat-analytics reads, and its own."""


def main() -> None:
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("--size", type=float, default=200, help="each large file, in MB")
    said.add_argument("--times", type=int, default=3, help="runs of each subject")
    said.add_argument("--only", nargs="+", default=[it.name for it in READERS], metavar="NAME")
    said.add_argument("--twitter-to-sqlite", help="the command, in an environment of its own")
    said.add_argument("--chat-analytics", help="the command, from an npm folder of its own")
    asked = said.parse_args()
    peers = {
        "twitter-to-sqlite": _found(asked.twitter_to_sqlite, "twitter-to-sqlite"),
        "chat-analytics": _found(asked.chat_analytics, "chat-analytics"),
    }
    runs: dict[str, Run] = {}
    speeds = []
    for name in asked.only:
        # In a process of its own: the peak of a process counts what its parent held.
        with get_context("spawn").Pool(1) as maker:
            path = maker.apply(made_for, (name, asked.size))
        found = interleaved(_subjects(name, path, peers), asked.times)
        runs |= found
        speeds.append(_speed(name, path, found))
    targets = [Target(f"{it.what}, peak MB", it.peak_mb, MOST_MB) for it in speeds]
    keep("platforms", runs, targets, speeds)


def _found(command: str | None, name: str) -> str | None:
    found = shutil.which(command or name)
    if found is None:
        print(f"{name} is not here: its rows are left out. See README.md.")
    return found


def made_for(name: str, size: float) -> Path:
    """The large file of a platform of about *size* MB, with what stands beside it."""
    folder = FOLDER / f"{size:g}" / name
    path = large_file(folder, name)
    if name == "bluesky":
        once(path, lambda begun: _repository(begun, Dice(1), int(size * MB)))
        return path
    large = LARGE[name]
    dice = Dice(2, oldest_first=large.oldest_first)
    made(path, size, large.parts, lambda: large.record(dice))
    for beside, text in large.beside.items():
        (folder / beside).parent.mkdir(parents=True, exist_ok=True)
        (folder / beside).write_text(text)
    return path


def _repository(path: Path, dice: Dice, size: int) -> None:
    car = run_path(str(CARS))["car"]
    path.write_bytes(car(dict(bluesky(dice, size))))


def _subjects(name: str, path: Path, peers: dict[str, str | None]) -> dict[str, Subject]:
    folder = FOLDER / path.relative_to(FOLDER).parts[0] / name
    me = LARGE[name].me if name in LARGE else None
    bare = f"bare_{path.suffix[1:].replace('js', 'json').replace('jsonon', 'json')}"
    found = {
        name: subject("read", folder, sys.executable, *([me] if me else ())),
        f"{name}: bare parse": subject(bare, path),
    }
    if name == "x" and (command := peers["twitter-to-sqlite"]):
        found["x: twitter-to-sqlite"] = _tweets(command, path)
    if name in TELLS and (command := peers["chat-analytics"]):
        out = FOLDER / "peer.html"
        more = ["-p", TELLS[name], "-i", str(path), "-o", str(out)]
        found[f"{name}: chat-analytics"] = Subject([command, *more], path)
    return found


def _tweets(command: str, path: Path) -> Subject:
    """The peer knows the file by the name that it had until 2022, and adds to what is there."""
    older, out = FOLDER / "peer" / "tweet.js", FOLDER / "peer" / "tweets.db"
    older.parent.mkdir(exist_ok=True)
    shutil.copyfile(path, older)
    line = 'rm -f "$1"; exec "$0" import "$1" "$2"'
    return Subject(["sh", "-c", line, command, str(out), str(older)], older)


def _speed(name: str, path: Path, runs: dict[str, Run]) -> Speed:
    ours, bare, *peers = runs.values()
    mb = path.stat().st_size / MB
    peer = peers[0].seconds / ours.seconds if peers else None
    title = next(it.title for it in READERS if it.name == name)
    return Speed(title, mb, mb / ours.seconds, ours.seconds / bare.seconds, ours.peak_mb, peer)


if __name__ == "__main__":
    main()
