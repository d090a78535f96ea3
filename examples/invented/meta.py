"""The shapes in which Meta writes its records."""

from .acts import Act
from .almanac import dice, end_ms

Json = dict[str, object]


def seconds(ms: int) -> int:
    """UTC milliseconds as seconds."""
    return ms // 1000


def value_link(handle: str, ms: int) -> Json:
    """A follow-list entry with the name in `value`."""
    href = f"https://www.instagram.com/{handle}"
    entry = {"href": href, "value": handle, "timestamp": seconds(ms)}
    return {"title": "", "media_list_data": [], "string_list_data": [entry]}


def title_link(handle: str, ms: int) -> Json:
    """A follow-list entry since October 2025: the name in `title`."""
    entry = {"href": f"https://www.instagram.com/_u/{handle}", "timestamp": seconds(ms)}
    return {"title": handle, "string_list_data": [entry]}


def newest_first(entries: dict[str, int]) -> list[tuple[str, int]]:
    """Handles and times, newest first."""
    return sorted(entries.items(), key=lambda pair: -pair[1])


def like(act: Act) -> Json:
    """A liked post."""
    href = f"https://www.instagram.com/p/{act.item}/"
    return {
        "title": act.target,
        "string_list_data": [{"href": href, "value": "👍", "timestamp": seconds(act.at)}],
    }


def story(act: Act, value: str = "") -> Json:
    """A story that was liked or answered with an emoji."""
    entry: Json = {"timestamp": seconds(act.at)}
    shown = {"value": value, **entry} if value else entry
    return {"title": act.target, "string_list_data": [shown]}


def comment(act: Act) -> Json:
    """A comment under a post."""
    return {
        "media_list_data": [{"uri": ""}],
        "string_map_data": {
            "Comment": {"value": act.text},
            "Media Owner": {"value": act.target},
            "Time": {"timestamp": seconds(act.at)},
        },
    }


def cells(cells: Json) -> Json:
    """A record of named cells."""
    return {"title": "", "media_map_data": {}, "string_map_data": cells}


def profile_search(handle: str, n: int) -> Json:
    """A search for a profile."""
    blank = {"href": "", "value": "", "timestamp": seconds(end_ms()) - 86_400 * (n + 1)}
    return cells({"Search": {"href": "", "value": handle, "timestamp": 0}, "Time": blank})


def labelled(act: Act) -> Json:
    """A record in the shape of 2026: a list of labels, the owner nested."""
    href = f"https://www.instagram.com/p/{act.item}/"
    owner = [
        {"label": "URL", "value": f"https://www.instagram.com/{act.target}"},
        {"label": "Name", "value": act.target.replace(".", " ").title()},
        {"label": "Username", "value": act.target},
    ]
    return {
        "timestamp": seconds(act.at),
        "media": [],
        "label_values": [
            {"label": "URL", "value": href, "href": href},
            {"title": "Owner", "dict": [{"dict": owner, "title": ""}]},
        ],
        "fbid": str(dice("fbid", act.item).randrange(10**16)),
    }


def view(act: Act) -> Json:
    """A post that was shown."""
    cells = {"Author": {"value": act.target}, "Time": {"timestamp": seconds(act.at)}}
    return {"string_map_data": cells}


def picture(act: Act, folder: str) -> Json:
    """A post or story of ego's own, its caption in `title`."""
    return {
        "uri": f"media/{folder}/{act.item}.jpg",
        "creation_timestamp": seconds(act.at),
        "media_metadata": {"camera_metadata": {"has_camera_metadata": False}},
        "title": act.text if folder == "posts" else "",
        "cross_post_source": {"source_app": "FB"},
    }
