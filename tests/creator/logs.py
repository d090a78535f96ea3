"""Small logs of invented channels, written as the tools write them."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from parasocial.fans import build
from parasocial.jobs.channel import read_channel
from parasocial.jobs.read import Wanted
from parasocial.ledger import Ledger
from parasocial.lenses.creator import Wish, look
from parasocial.lenses.findings.creator import Findings

START = 1_778_000_000
ME, ADA, CAI = (f"UC{name:x<22}" for name in ("mila", "ada", "cai"))
Line = tuple[Any, ...]


def group(*lines: Line, number: int = 77, **more: Any) -> bytes:
    """A Telegram group: lines are (id, who, minute, text) and what one answers, if any."""
    said = []
    for number_, who, minute, text, *answers in lines:
        at = START + minute * 60
        it = {"id": number_, "type": "message", "date_unixtime": str(at), "date": "", "text": text}
        it |= {"from": f"{who}".title(), "from_id": f"user{who}"} if who else {"from": None}
        it |= {"reply_to_message_id": answers[0]} if answers else {}
        said.append(it)
    head = {"name": "Tea", "type": "public_supergroup", "id": number, "messages": said}
    return json.dumps(head | more).encode()


def comment(item: str, who: str | None, minute: int, text: str = "so nice") -> dict[str, Any]:
    """A comment as YouTube's Data API has it."""
    at = f"2026-05-01T{10 + minute // 60:02}:{minute % 60:02}:00Z"
    author = {"authorChannelId": {"value": who}} if who else {}
    names = {ME: "@mila", ADA: "@ada", CAI: "@cai", None: ""}
    name = {"authorDisplayName": names.get(who, f"@{who}")}
    return {
        "id": item,
        "snippet": {"channelId": ME, "videoId": "v", "textOriginal": text, "publishedAt": at}
        | author
        | name,
    }


def thread(top: dict[str, Any], *answers: dict[str, Any], total: int | None = None) -> Any:
    """A thread, and how many answers YouTube counts in it."""
    count = len(answers) if total is None else total
    said = {"channelId": ME, "videoId": "v", "topLevelComment": top, "totalReplyCount": count}
    return {"snippet": said, "replies": {"comments": list(answers)}}


def page(*threads: Any) -> bytes:
    """A page of threads."""
    kind = "youtube#commentThreadListResponse"
    return json.dumps({"kind": kind, "items": threads}).encode()


def stream(*lines: tuple[str, str | None, int, str], vod: str = "1") -> bytes:
    """A recording's chat: lines are (id, who, second, text)."""
    said = [
        {
            "_id": item,
            "created_at": f"2026-05-01T18:{second // 60:02}:{second % 60:02}Z",
            "channel_id": "7",
            "content_id": vod,
            "content_offset_seconds": second,
            "commenter": {"_id": str(sum(who.encode())), "name": who, "display_name": who}
            if who
            else None,
            "message": {
                "body": text,
                "user_badges": [{"_id": "broadcaster"}] if who == "mila" else [],
            },
        }
        for item, who, second, text in lines
    ]
    return json.dumps(
        {"streamer": {"name": "Mila", "id": 7}, "video": {}, "comments": said}
    ).encode()


def put(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write the files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return [folder]


def found(folder: Path, files: Mapping[str, bytes], *me: str, wish: Wish | None = None) -> Findings:
    """Everything that the files say, names and all."""
    with Ledger() as ledger:
        read_channel(ledger, put(folder, files), Wanted(me=me))
        return look(ledger, wish or Wish(private=True))


def states(
    folder: Path, files: Mapping[str, bytes], *me: str, team: Sequence[str] = ()
) -> dict[str, str]:
    """The state of each message of a fan, or the reason why it cannot be told."""
    with Ledger() as ledger:
        read_channel(ledger, put(folder, files), Wanted(me=me))
        build(ledger, team)
        rows = ledger.query(
            "SELECT item_id, coalesce(reason, state) AS state FROM state JOIN item USING (place)"
        )
        return dict(zip(rows["item_id"], rows["state"], strict=True))
