"""Writes the inputs of the benchmarks into `data/` beside this file: all invented, seeded.

Sizes are in MB of 1,000,000 bytes. What is there already is left as it is.
"""

import argparse
import itertools
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import records
from records import Maker

DATA = Path(__file__).parent / "data"
MB = 1_000_000
TAKEOUT = "Takeout/YouTube and YouTube Music"
HISTORY = f"{TAKEOUT}/history/watch-history"
INSTAGRAM = "instagram-nara.invented-2026-11-01-a1b2c3d4"
INBOX = f"{INSTAGRAM}/your_instagram_activity/messages/inbox/kiru_1"
MIX = 0.75  # the share of a zip that is watch history; the rest is comments
MIX_EXPANDED = 0.9  # the same, of its expanded size: comments compress less


def main() -> None:
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("--json", type=float, default=524, help="watch-history.json, in MB")
    said.add_argument("--html", type=float, default=300, help="watch-history.html, in MB")
    said.add_argument("--cut", type=float, default=30, help="the page that the peer gets, in MB")
    said.add_argument("--messages", type=float, default=200, help="message_1.json, in MB")
    said.add_argument(
        "--zip", type=float, default=200, help="a zip of several files, in MB on disk"
    )
    said.add_argument("--small", type=float, default=200, help="the same, in MB when expanded")
    said.add_argument("--rows", type=int, default=1_000_000, help="interactions in the ledger")
    sizes = said.parse_args()
    DATA.mkdir(exist_ok=True)
    (DATA / "sizes.json").write_text(json.dumps(vars(sizes)))
    made(DATA / "json" / f"{HISTORY}.json", sizes.json, records.JSON, Maker(1).line)
    made(DATA / "html" / f"{HISTORY}.html", sizes.html, records.PAGE, Maker(2).cell)
    made(DATA / "cut" / f"{HISTORY}.html", sizes.cut, records.PAGE, Maker(2).cell)
    once(DATA / "json.zip", alone)
    once(DATA / "mixed.zip", lambda path: mixed(path, sizes.zip))
    once(DATA / "small.zip", lambda path: mixed(path, sizes.small, expanded=True))
    about(DATA / "instagram" / INSTAGRAM)
    thread = DATA / "instagram" / INBOX / "message_1.json"
    made(thread, sizes.messages, records.THREAD, Maker(4).message)
    once(DATA / "million.parasocial", lambda path: interactions(path, sizes.rows))


def once(path: Path, write: Callable[[Path], None]) -> None:
    """Have *write* make *path*, whole or not at all, if it is missing."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        begun = path.with_name("begun")
        begun.unlink(missing_ok=True)
        write(begun)
        begun.rename(path)
    print(f"{path.stat().st_size / MB:6,.0f} MB  {path.relative_to(DATA)}")


def made(path: Path, size: float, parts: tuple[str, str, str], one: Callable[[], str]) -> None:
    """A file of about *size* MB: its head, as many records as fit, its tail."""

    def write(begun: Path) -> None:
        with begun.open("wb") as stream:
            stream.write(parts[0].encode())
            for piece in pieces(parts[1], one):
                stream.write(piece)
                if stream.tell() >= size * MB:
                    break
            stream.write(parts[2].encode())

    once(path, write)


def pieces(between: str, one: Callable[[], str]) -> Iterator[bytes]:
    """Records without end, each but the first after *between*."""
    yield one().encode()
    for _ in itertools.count():
        yield (between + one()).encode()


def alone(path: Path) -> None:
    """The large history in a zip."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(DATA / "json" / f"{HISTORY}.json", f"{HISTORY}.json")


def mixed(path: Path, size: float, *, expanded: bool = False) -> None:
    """A Takeout zip of *size* MB: watch history, comments, subscriptions."""
    maker, written = Maker(3), 0
    history = MIX_EXPANDED if expanded else MIX
    parts = (
        (f"{HISTORY}.json", history, records.JSON, maker.line),
        (f"{TAKEOUT}/comments/comments.csv", 1.0, records.COMMENTS, Maker(6).comment),
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, share, (head, between, tail), one in parts:
            with archive.open(name, "w", force_zip64=True) as member:
                member.write(head.encode())
                for piece in pieces(between, one):
                    written += member.write(piece)
                    if (written if expanded else path.stat().st_size) >= size * share * MB:
                        break
                member.write(tail.encode())
        archive.writestr(
            f"{TAKEOUT}/subscriptions/subscriptions.csv", "".join(maker.subscriptions())
        )


def interactions(path: Path, rows: int) -> None:
    """A ledger of *rows* interactions; the log beside it is folded in when it is closed."""
    import million

    million.write(path, rows)


def about(folder: Path) -> None:
    """What makes a folder an Instagram export: whose it is, and whom they follow."""
    person = {"Username": {"value": "nara.invented"}, "Name": {"value": records.EGO}}
    link = {"value": "kiru.invented", "timestamp": 1_600_000_000}
    links = [{"title": "", "media_list_data": [], "string_list_data": [link]}]
    for name, body in (
        (
            "personal_information/personal_information/personal_information.json",
            {"profile_user": [{"title": "", "media_map_data": {}, "string_map_data": person}]},
        ),
        ("connections/followers_and_following/followers_1.json", links),
        (
            "connections/followers_and_following/following.json",
            {"relationships_following": links},
        ),
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(body, indent=2))


if __name__ == "__main__":
    main()
