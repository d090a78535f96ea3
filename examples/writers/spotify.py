"""Spotify: the account's data of a year, and the extended streaming history.

Time is when a play ended, to the minute in the account's data, to the second in the extended
one. Who is heard is told by name. A being's handle is ``show``, ``artist`` or ``author``
there; a friend's is a user name. Nothing is received but followers and messages.
"""

from collections.abc import Sequence
from typing import Any

from .model import Being, Beings, Deed, Files, mine, spell, talks, theirs
from .shapes import as_json, iso, when

_YEAR_US = 365 * 86_400_000_000
_HEARD = ("show", "artist", "author")
Rows = list[dict[str, Any]]


def native(being: Being) -> str:
    """Sort and name of who is heard, the user name of a friend, the address of a group's chat."""
    if being.kind == "group":
        return _uri("chat", being.key)
    return f"{being.handle}:{being.name}" if being.handle in _HEARD else being.handle


def account(me: Being, beings: Beings, deeds: Sequence[Deed], *, exported: int) -> Files:
    """The account's data."""
    heard = [d for d in mine(me, deeds, "listen", "view") if d.ms and d.at > exported - _YEAR_US]
    followed = [beings[d.target] for d in mine(me, deeds, "follow") if d.target]
    bodies: dict[str, Any] = {
        "Userdata": {"username": me.handle, "email": f"{me.handle}@example.invalid"},
        "Identity": {"displayName": me.name, "firstName": None, "lastName": None},
        "StreamingHistory_music_0": [
            {
                "endTime": _end(deed),
                "artistName": beings[deed.target].name,
                "trackName": deed.text or "a song",
                "msPlayed": deed.ms or 0,
            }
            for deed in heard
            if deed.target and beings[deed.target].handle == "artist"
        ],
        "StreamingHistory_podcast_0": [
            {
                "endTime": _end(deed),
                "podcastName": beings[deed.target].name,
                "episodeName": deed.text or "an episode",
                "msPlayed": deed.ms or 0,
            }
            for deed in heard
            if deed.target and beings[deed.target].handle == "show"
        ],
        "Follow": {
            "userIsFollowing": [b.handle for b in followed if b.handle not in _HEARD],
            "userIsFollowedBy": [native(beings[d.actor]) for d in theirs(me, deeds, "follow")],
            "userIsBlocking": [],
        },
        "SearchQueries": [
            {
                "platform": "ANDROID",
                "searchTime": f"{iso(deed.at)}[UTC]",
                "searchQuery": deed.text or "",
                "searchInteractionURIs": [],
            }
            for deed in mine(me, deeds, "search")
        ],
        "YourLibrary": _library(me, beings, deeds, followed),
        "MessageData": _messages(me, beings, deeds),
    }
    return {
        f"Spotify Account Data/{name}.json": as_json(body) for name, body in bodies.items() if body
    }


def _end(deed: Deed) -> str:
    return f"{when(deed.at + 1000 * (deed.ms or 0)):%Y-%m-%d %H:%M}"


def _uri(kind: str, name: str) -> str:
    return f"spotify:{kind}:{spell(22, 'spotify', kind, name)}"


def _library(
    me: Being, beings: Beings, deeds: Sequence[Deed], followed: Sequence[Being]
) -> dict[str, Rows]:
    """What was saved, an artist's songs and a show's episodes; artists and shows followed."""
    kept: dict[str, Rows] = {
        name: []
        for name in ("tracks", "albums", "shows", "episodes", "bannedTracks", "artists", "other")
    }
    for being in followed:
        if being.handle in ("show", "artist"):
            entry = {"name": being.name, "uri": _uri(being.handle, being.key)}
            kept[f"{being.handle}s"].append(entry)
    for deed in mine(me, deeds, "save"):
        whose = beings[deed.target] if deed.target else me
        if whose.handle == "artist":
            track = {"artist": whose.name, "album": "an album", "track": deed.text or "a song"}
            kept["tracks"].append(track | {"uri": _uri("track", deed.item or "")})
        elif whose.handle == "show":
            episode = {"name": deed.text or "an episode", "show": whose.name}
            kept["episodes"].append(episode | {"uri": _uri("episode", deed.item or "")})
    return kept


def _messages(me: Being, beings: Beings, deeds: Sequence[Deed]) -> dict[str, Any]:
    """Chats between friends, and of groups."""
    out = {}
    for key, said in talks(me, deeds).items():
        them = beings[key]
        if them.handle in _HEARD:
            continue
        group = them.kind == "group"
        members = [beings[member] for member in them.members] if group else [me, them]
        out[_uri("chat", key)] = {
            "members": [native(member) for member in members],
            "group_name": them.name if group else None,
            "messages": [
                {"time": iso(d.at), "from": native(beings[d.actor]), "message": d.text or ""}
                for d in said
                if d.channel != "call"
            ],
        }
    return out


def extended(me: Being, beings: Beings, deeds: Sequence[Deed], *, exported: int) -> Files:
    """The extended streaming history: every play since the account began."""
    del exported
    out: Files = {}
    for name, channel in (("Audio", "listen"), ("Video", "view")):
        plays = [_play(beings[d.target], d) for d in mine(me, deeds, channel) if d.target and d.ms]
        if plays:
            first, last = plays[0]["ts"][:4], plays[-1]["ts"][:4]
            years = first if first == last else f"{first}-{last}"
            number = "_0" if name == "Audio" else ""
            path = (
                f"Spotify Extended Streaming History/Streaming_History_{name}_{years}{number}.json"
            )
            out[path] = as_json(plays)
    return out


def _play(whose: Being, deed: Deed) -> dict[str, Any]:
    music, title = whose.handle == "artist", deed.text
    uri = _uri("track" if music else "episode", deed.item or "")
    return {
        "ts": iso(deed.at + 1000 * (deed.ms or 0), "seconds"),
        "platform": "android",
        "ms_played": deed.ms or 0,
        "conn_country": "ZZ",
        "ip_addr": "192.0.2.7",
        "master_metadata_track_name": title or "a song" if music else None,
        "master_metadata_album_artist_name": whose.name if music else None,
        "master_metadata_album_album_name": "an album" if music else None,
        "spotify_track_uri": uri if music else None,
        "episode_name": None if music else title or "an episode",
        "episode_show_name": None if music else whose.name,
        "spotify_episode_uri": None if music else uri,
        "audiobook_title": None,
        "audiobook_uri": None,
        "audiobook_chapter_uri": None,
        "audiobook_chapter_title": None,
        "reason_start": "clickrow",
        "reason_end": "trackdone",
        "shuffle": False,
        "skipped": False,
        "offline": False,
        "offline_timestamp": None,
        "incognito_mode": False,
    }
