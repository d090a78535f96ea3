"""ChatGPT: conversations as trees of messages, both sides, in several files (2026 on)."""

from collections.abc import Iterator, Sequence
from typing import Any

from .model import Being, Beings, Deed, Files, other, spell
from .shapes import as_json

_HEX = "0123456789abcdef"
_PAUSE_US = 3 * 3_600_000_000
"""After so long a silence somebody begins a new conversation."""
_PER_FILE = 100


def native(being: Being) -> str:
    """What stands for the companion, whatever it is called elsewhere."""
    return "chatgpt" if being.kind == "companion" else f"user-{spell(24, 'chatgpt', being.key)}"


def files(me: Being, beings: Beings, deeds: Sequence[Deed], *, exported: int) -> Files:
    """The export."""
    del exported
    spoken = [
        deed
        for deed in deeds
        if deed.channel == "message" and beings[other(me, deed) or me.key].kind == "companion"
    ]
    found = [_conversation(me, beings, said) for said in _apart(me, spoken)]
    found.reverse()
    parts = [found[at : at + _PER_FILE] for at in range(0, len(found), _PER_FILE)] or [[]]
    out = {f"conversations-{number:03}.json": as_json(part) for number, part in enumerate(parts)}
    user = {"id": native(me), "email": f"{me.handle}@example.invalid", "chatgpt_plus_user": False}
    return {**out, "user.json": as_json(user), "message_feedback.json": as_json([])}


def _apart(me: Being, deeds: Sequence[Deed]) -> Iterator[list[Deed]]:
    """The messages of each conversation."""
    said: list[Deed] = []
    for deed in deeds:
        new = said and (deed.at - said[-1].at > _PAUSE_US or other(me, deed) != other(me, said[-1]))
        if new:
            yield said
            said = []
        said.append(deed)
    if said:
        yield said


def _id(*parts: str) -> str:
    return "-".join(spell(n, *parts, str(n), letters=_HEX) for n in (8, 4, 12))


def _conversation(me: Being, beings: Beings, said: Sequence[Deed]) -> dict[str, Any]:
    ids = [_id("chatgpt", deed.item or "") for deed in said]
    root = _id("chatgpt root", ids[0])
    mapping: dict[str, Any] = {
        root: {"id": root, "message": None, "parent": None, "children": ids[:1]}
    }
    for place, (own, deed) in enumerate(zip(ids, said, strict=True)):
        mapping[own] = {
            "id": own,
            "message": _message(me, beings, own, deed),
            "parent": ids[place - 1] if place else root,
            "children": ids[place + 1 : place + 2],
        }
    number = _id("chatgpt conversation", ids[0])
    return {
        "title": "A conversation",
        "create_time": said[0].at / 1e6,
        "update_time": said[-1].at / 1e6,
        "mapping": mapping,
        "moderation_results": [],
        "current_node": ids[-1],
        "gizmo_id": None,
        "is_archived": False,
        "conversation_id": number,
        "id": number,
    }


def _message(me: Being, beings: Beings, own: str, deed: Deed) -> dict[str, Any]:
    asked = deed.actor == me.key
    return {
        "id": own,
        "author": {"role": "user" if asked else "assistant", "name": None, "metadata": {}},
        "create_time": deed.at / 1e6,
        "update_time": None,
        "content": {"content_type": "text", "parts": [deed.text or ""]},
        "status": "finished_successfully",
        "end_turn": None if asked else True,
        "weight": 1.0,
        "metadata": {} if asked else {"model_slug": beings[deed.actor].handle or "gpt"},
        "recipient": "all",
    }
