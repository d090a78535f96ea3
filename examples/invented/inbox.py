"""Instagram's message threads, newest message first."""

from collections.abc import Iterable
from random import Random

from .almanac import FIRST_DAY, LAST_DAY, dice, moment
from .cast import EGO, IG, Person, group_members, group_title, on
from .chat import Message, group, thread
from .creators import CREATORS, code

WRITTEN_TO = ("dapurbulankesiangan", "Dapur Bulan Kesiangan")
"""A creator whom ego wrote to in private, without an answer."""
STRANGER = ("promo.hadiah.gratis99", "PROMO HADIAH 🎁")
_ROOT = "your_instagram_activity/messages/"
Json = dict[str, object]


def threads() -> dict[str, Json]:
    """Path inside the export → thread."""
    out: dict[str, Json] = {}
    for person in on(IG):
        said = [_shown(person, m) for m in thread(person, IG)]
        out |= _thread("inbox", person.ids[IG], person.name, said)
    handle, name = WRITTEN_TO
    out |= _thread("inbox", handle, name, written_to())
    out |= _thread("inbox", "liburan2026", group_title(IG), group(IG), group_members(IG))
    out |= _thread("message_requests", *STRANGER, [_request()])
    return out


def written_to() -> list[Message]:
    """What ego wrote to a creator, who did not answer."""
    rng = dice("written to")
    whole = (LAST_DAY - FIRST_DAY).days
    at = [moment(FIRST_DAY, 24 * whole * share, rng) for share in (0.3, 0.5, 0.8)]
    words = ("halo kak, resepnya enak!", "kak boleh request menu anak kos?", "makasih banyak kak")
    return [Message(ms, EGO.name, text) for ms, text in zip(at, words, strict=True)]


def _request() -> Message:
    """A message request from a stranger."""
    at = moment(LAST_DAY, -300, dice("request"))
    return Message(at, STRANGER[1], "SELAMAT!! klik untuk ambil hadiahmu 🎉")


def _shown(person: Person, message: Message) -> Message:
    """The message under the name that Instagram shows instead of the handle."""
    sender = EGO.name if message.sender == EGO.name else person.name
    return Message(message.at, sender, message.text, message.how, message.reaction)


def _thread(
    box: str, handle: str, title: str, said: Iterable[Message], members: Iterable[str] = ()
) -> dict[str, Json]:
    """One thread's file."""
    rng = dice("thread id", handle)
    path = f"{box}/{handle}_{17_840_000_000_000_000 + rng.randrange(10**14)}"
    others = list(members) or [title]
    body: Json = {
        "participants": [{"name": name} for name in (*others, EGO.name)],
        "messages": [_message(m, title, rng) for m in reversed(list(said))],
        "title": title,
        "is_still_participant": True,
        "thread_path": path,
        "magic_words": [],
    }
    if members or box == "message_requests":
        body["joinable_mode"] = {"mode": 1, "link": ""}
    if box == "message_requests":
        body["is_pending"] = True
    return {f"{_ROOT}{path}/message_1.json": body}


def _message(message: Message, other: str, rng: Random) -> Json:
    """One message as Instagram writes it."""
    out: Json = {"sender_name": message.sender, "timestamp_ms": message.at}
    out |= _content(message, rng)
    if message.reaction:
        actor = other if message.sender == EGO.name else EGO.name
        at = message.at // 1000 + 40
        out["reactions"] = [{"reaction": message.reaction, "actor": actor, "timestamp": at}]
    out["is_geoblocked_for_viewer"] = False
    out["is_unsent_image_by_messenger_kid_parent"] = False
    return out


def _content(message: Message, rng: Random) -> Json:
    """What the message holds: words, a picture, a call, a shared post or a like."""
    match message.how:
        case "media":
            photo = {"uri": f"media/photos/{rng.randrange(10**15)}.jpg"}
            return {"photos": [{**photo, "creation_timestamp": message.at // 1000}]}
        case "call":
            return {"content": "Audio call ended", "call_duration": 30 + rng.randrange(1800)}
        case "liked":
            return {"content": "Liked a message"}
        case "share":
            owner = rng.choice(CREATORS).handle
            share = {
                "link": f"https://www.instagram.com/reel/{code(rng)}/",
                "share_text": "episode baru 🎬",
                "original_content_owner": owner,
            }
            return {"content": f"{message.sender} sent an attachment.", "share": share}
    return {"content": message.text}
