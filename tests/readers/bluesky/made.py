"""The repositories among the fixtures, made from the JSON files of the unpacked one."""

import json
from base64 import b32decode
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reading.cars import Link, car, cbor, cid, tree

HERE = Path(__file__).parent
UNPACKED = HERE / "unpacked" / "export"


def records() -> dict[str, Any]:
    """The records of the unpacked repository by their keys, those that are no JSON left out."""
    found = {}
    for path in sorted(UNPACKED.glob("*/*.*/*.json")):
        try:
            value = json.loads(path.read_text())
        except ValueError:
            continue
        found[f"{path.parent.name}/{path.stem}"] = linked(value)
    return found


def linked(value: Any) -> Any:
    """JSON as a repository holds it: an object that stands for a link is one."""
    match value:
        case {"$link": str() as name}:
            return Link(b32decode(name[1:].upper() + "=" * (-len(name[1:]) % 8)))
        case dict():
            return {key: linked(it) for key, it in value.items()}
        case list():
            return [linked(it) for it in value]
    return value


def repositories() -> Mapping[str, bytes]:
    """What the fixtures hold, by variant."""
    about = json.loads(next(UNPACKED.glob("*/_commit.json")).read_text())
    whole = records()
    now = car(whole, about["did"], about["rev"])
    likes = [key for key in whole if key.startswith("app.bsky.feed.like/")]
    taken_back = cbor(whole[likes[1]])
    once = [cbor({"$type": "app.bsky.feed.like"}), *tree([(likes[1], cid(taken_back))]), taken_back]
    early = {key: whole[key] for key in whole if key.startswith("app.bsky.graph.")}
    early |= {likes[0]: whole[likes[0]], f"{likes[0][:-1]}z": whole[likes[0]]}
    return {
        "car": now,
        "car_cut": now[: len(now) * 2 // 3],
        "car_version_2": car(early, about["did"], rev=None, past=once),
    }


def write() -> None:
    """Write them where the fixtures lie."""
    for variant, content in repositories().items():
        place = HERE / variant / "export" / "repo.car"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
