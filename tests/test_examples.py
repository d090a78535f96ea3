"""The invented world: the same on every run, readable, and what truth.json says it is."""

import csv
import io
import json
import re
import subprocess
import sys
import zipfile
from collections import Counter, defaultdict
from datetime import datetime
from pathlib import Path

import pytest
from scipy.special import betaincinv

EXAMPLES = Path(__file__).parents[1] / "examples"
YOU = EXAMPLES / "you"
TRUTH = json.loads((EXAMPLES / "truth.json").read_text(encoding="utf-8"))
EGO = TRUTH["ego"]["name"]
HOUR = 3_600_000
ANDROID = re.compile(r"(\d\d/\d\d/\d\d, \d\d:\d\d) - ([^:\n]+): (.*)")
IPHONE = re.compile(r"\u200e?\[(\d\d/\d\d/\d\d, \d+:\d\d:\d\d)\u202f([AP]M)\] ([^:\n]+): (.*)")


def ties(platform, key):
    """The truth's value of one platform's ties, by native id."""
    return {t["id"]: t[key] for t in TRUTH["ties"] if t["platform"] == platform and key in t}


def members(path):
    """Everything in a zip but the compressed bytes, which differ between builds of zlib."""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return [
            (i.filename, i.date_time, i.external_attr, archive.read(i)) for i in archive.filelist
        ]


def inside(pattern):
    """The files in the one zip of that name."""
    (path,) = YOU.glob(pattern)
    return {name: body for name, _, _, body in members(path)}


def instagram(name):
    files = inside("instagram-*.zip")
    return json.loads(next(body for path, body in files.items() if path.endswith(name)))


def youtube(name):
    return inside("takeout-*.zip")["Takeout/YouTube and YouTube Music/" + name].decode()


def tiktok():
    return json.loads(inside("TikTok_*.zip")["user_data_tiktok.json"])


def repaired(text):
    return text.encode("latin-1").decode()


def summary(said):
    """Messages and turns of (milliseconds, sender) pairs."""
    sides = [sorted(at for at, who in said if (who == EGO) is mine) for mine in (True, False)]
    turns = [sum(b - a >= HOUR for a, b in zip([-HOUR, *s], s, strict=False)) for s in sides]
    return {
        "messages": dict(zip(("given", "received"), map(len, sides), strict=True)),
        "turns": dict(zip(("given", "received"), turns, strict=True)),
    }


def chats():
    """WhatsApp chats by title: (milliseconds, sender) of what is not system or taken back."""
    out = {}
    for path in sorted(YOU.glob("WhatsApp*")):
        bare = path.suffix == ".txt"
        text = path.read_bytes() if bare else members(path)[0][3]
        read = iphone if " - " in path.stem else android
        title = re.sub(r"^WhatsApp Chat (with|-) ", "", path.stem)
        out[title] = [said for line in text.decode().split("\n") if (said := read(line))]
    return out


def spoken(at, who, words):
    hidden = words.strip("\u200e").startswith(("You deleted", "This message was", "Messages and"))
    return None if hidden else (round(at.timestamp() * 1000), who)


def android(line):
    if found := ANDROID.match(line):
        at = datetime.strptime(f"{found[1]} +0700", "%d/%m/%y, %H:%M %z")
        return spoken(at, found[2], found[3])
    return None


def iphone(line):
    if found := IPHONE.match(line):
        at = datetime.strptime(f"{found[1]} {found[2]} +0700", "%d/%m/%y, %I:%M:%S %p %z")
        return spoken(at, found[3], found[4])
    return None


def threads():
    """Instagram threads of two by the handle in the folder's name, groups by title."""
    out = {}
    for path, body in inside("instagram-*.zip").items():
        if "/messages/" in path:
            thread = json.loads(body)
            handle = path.split("/")[-2].rsplit("_", 1)[0]
            said = [
                (m["timestamp_ms"], repaired(m["sender_name"]))
                for m in thread["messages"]
                if m.get("content") != "Liked a message"
            ]
            out[handle if len(thread["participants"]) == 2 else repaired(thread["title"])] = said
    return out


def telegram():
    """Telegram's chats of two by the other's id, groups by title."""
    out = {}
    for chat in json.loads(inside("DataExport_*.zip")["result.json"])["chats"]["list"]:
        if chat["type"] != "public_channel":
            key = f"user{chat['id']}" if chat["type"] == "personal_chat" else chat["name"]
            out[key] = [(1000 * int(m["date_unixtime"]), m["from"]) for m in chat["messages"]]
    return out


def snapchat():
    """Snapchat's conversations by the other's name."""
    (body,) = (b for n, b in inside("mydata*.zip").items() if n.endswith("chat_history.json"))
    return {
        key: [
            (
                1000 * int(datetime.fromisoformat(m["Created"].replace(" UTC", "Z")).timestamp()),
                EGO if m["IsSender"] else m["From"],
            )
            for m in said
        ]
        for key, said in json.loads(body).items()
    }


def tiktok_chats():
    history = tiktok()["Direct Message"]["Direct Messages"]["ChatHistory"]
    return {
        key.removeprefix("Chat History with ").removesuffix(":"): [
            (
                round(datetime.fromisoformat(m["Date"] + "+00:00").timestamp() * 1000),
                EGO if m["From"] == TRUTH["ego"]["tiktok"] else m["From"],
            )
            for m in chat
        ]
        for key, chat in history.items()
    }


@pytest.mark.thorough
def test_the_same_world_comes_out_again(tmp_path):
    subprocess.run([sys.executable, EXAMPLES / "world.py", tmp_path], check=True, timeout=60)
    for name in ("truth.json", "notes.toml"):
        assert (tmp_path / name).read_bytes() == (EXAMPLES / name).read_bytes()
    names = sorted(path.name for path in YOU.iterdir())
    assert sorted(path.name for path in (tmp_path / "you").iterdir()) == names
    for name in names:
        old, new = YOU / name, tmp_path / "you" / name
        if old.suffix == ".zip":
            assert members(new) == members(old)
        else:
            assert new.read_bytes() == old.read_bytes()


def test_it_is_small():
    sizes = [path.stat().st_size for path in (*YOU.iterdir(), EXAMPLES / "truth.json")]
    assert max(sizes) < 400_000
    assert sum(sizes) < 1_000_000


TALKS = {
    "instagram": threads,
    "snapchat": snapchat,
    "telegram": telegram,
    "tiktok": tiktok_chats,
    "whatsapp": chats,
}


@pytest.mark.parametrize("platform", TALKS)
def test_messages_and_turns(platform):
    said = TALKS[platform]()
    counted = {name: summary(messages) for name, messages in said.items()}
    for group in TRUTH["groups"]:
        if group["platform"] == platform:
            assert counted.pop(group["title"])["messages"] == group["messages"]
    assert {n: c["messages"] for n, c in counted.items()} == ties(platform, "messages")
    turns = ties(platform, "turns")
    assert {n: c["turns"] for n, c in counted.items() if n in turns} == turns


def test_instagram_reactions_and_links():
    likes = Counter(item["title"] for item in instagram("liked_posts.json")["likes_media_likes"])
    comments = Counter(
        item["string_map_data"]["Media Owner"]["value"]
        for item in instagram("post_comments_1.json")
    )
    stories = instagram("story_likes.json")["story_activities_story_likes"]
    follows = instagram("followers_and_following/following.json")["relationships_following"]
    followers = instagram("followers_1.json")
    out = {item["title"] for item in follows}
    back = {item["string_list_data"][0]["value"] for item in followers}
    assert likes == +Counter(ties("instagram", "likes"))
    assert comments == +Counter(ties("instagram", "comments"))
    assert Counter(i["title"] for i in stories) == +Counter(ties("instagram", "story_likes"))
    assert {k for k, v in ties("instagram", "follows").items() if v} == out
    assert {k for k, v in ties("instagram", "followed_back").items() if v} == {
        handle for handle in back if handle in ties("instagram", "follows")
    }
    own = TRUTH["own"]["instagram"]
    assert len(instagram("posts_1.json")) == own["posts"]
    assert len(instagram("content/stories.json")["ig_stories"]) == own["stories"]


def owner(item):
    """Whose a record of labels is."""
    return item["label_values"][1]["dict"][0]["dict"][2]["value"]


def test_instagram_views_and_sessions():
    times, viewed = defaultdict(list), Counter()
    for item in instagram("posts_viewed.json")["impressions_history_posts_seen"]:
        cells = item["string_map_data"]
        times[cells["Author"]["value"]].append(cells["Time"]["timestamp"] * 1000)
    for item in instagram("videos_watched.json"):
        times[owner(item)].append(item["timestamp"] * 1000)
    viewed.update({handle: len(seen) for handle, seen in times.items()})
    assert viewed == +Counter(ties("instagram", "viewed"))
    saved = instagram("saved_posts.json")
    assert len(saved) == TRUTH["own"]["instagram"]["saved"]
    for item in saved:
        times[owner(item)].append(item["timestamp"] * 1000)
    for name, key in (
        ("liked_posts.json", "likes_media_likes"),
        ("story_likes.json", "story_activities_story_likes"),
    ):
        for item in instagram(name)[key]:
            times[item["title"]].append(item["string_list_data"][0]["timestamp"] * 1000)
    sessions = {h: summary([(at, EGO) for at in times[h]])["turns"]["given"] for h in times}
    told = +Counter(ties("instagram", "sessions"))
    assert {handle: sessions[handle] for handle in told} == told


def test_what_youtube_does_not_say():
    items = json.loads(youtube("history/watch-history.json"))
    bare = [item for item in items if "subtitles" not in item]
    told = TRUTH["unattributed"]["youtube"]
    assert sum("details" in item for item in bare) == told["ad"]
    assert sum(item["title"] == "Viewed a post" for item in bare) == told["post"]
    assert sum(item["title"].startswith("Watched https") for item in bare) == told["removed"]
    rows = csv.DictReader(io.StringIO(youtube("subscriptions/subscriptions.csv")))
    told = ties("youtube", "subscribed")
    assert {row["Channel Id"] for row in rows} == {name for name, kept in told.items() if kept}


def test_hearts_on_messages():
    hearts = defaultdict(Counter)
    for path, body in inside("instagram-*.zip").items():
        if "/inbox/" in path:
            handle = path.split("/")[-2].rsplit("_", 1)[0]
            for message in json.loads(body)["messages"]:
                for reaction in message.get("reactions", ()):
                    assert repaired(reaction["reaction"]) == "❤"
                    given = repaired(reaction["actor"]) == EGO
                    hearts[handle]["given" if given else "received"] += 1
    told = ties("instagram", "reactions")
    assert {name: +Counter(sides) for name, sides in told.items()} == {
        name: hearts[name] for name in told
    }
    assert not set(hearts) - set(told)


def test_youtube_watches_sessions_and_comments():
    times, video = defaultdict(list), {}
    for item in json.loads(youtube("history/watch-history.json")):
        if item["title"].startswith("Watched") and "subtitles" in item:
            channel = item["subtitles"][0]["url"].rsplit("/", 1)[1]
            at = datetime.fromisoformat(item["time"])
            times[channel].append(round(at.timestamp() * 1000))
            video[re.split(r"v=|shorts/", item["titleUrl"])[1]] = channel
    assert {c: len(t) for c, t in times.items()} == ties("youtube", "watched")
    sessions = {c: summary([(at, EGO) for at in t])["turns"]["given"] for c, t in times.items()}
    assert sessions == ties("youtube", "sessions")
    paid = Counter()
    for name, key in (("comments", "comments"), ("live chats", "live_chats")):
        rows = csv.DictReader(io.StringIO(youtube(f"{name}/{name}.csv")))
        rows = [row for row in rows if row["Video ID"]]
        assert {row["Channel ID"] for row in rows} == {TRUTH["ego"]["youtube"]}
        said = Counter(video[row["Video ID"]] for row in rows)
        assert said == +Counter(ties("youtube", key))
        paid.update(video[row["Video ID"]] for row in rows if int(row["Price"]))
    assert paid == +Counter(ties("youtube", "paid"))
    assert paid


def test_five_channels_take_half_of_the_watching():
    watched = sorted(ties("youtube", "watched").values(), reverse=True)
    assert 0.45 < sum(watched[:5]) / sum(watched) < 0.55


def test_tiktok_names_nobody_but_those_who_got_gifts():
    export, told = tiktok(), TRUTH["unattributed"]["tiktok"]
    activity = export["Your Activity"]
    assert len(activity["Watch History"]["VideoList"]) == told["watched"]
    liked = export["Likes and Favorites"]["Like List"]["ItemFavoriteList"]
    assert len(liked) == told["liked"]
    gifts = activity["Purchases"]["SendGifts"]["SendGifts"]
    assert Counter(gift["UserName"] for gift in gifts) == ties("tiktok", "gifts")


def test_what_is_measured_is_measured():
    watched = Counter()
    rows = inside("request.zip")["request/site_history/minute_watched.csv"].decode()
    for row in csv.DictReader(io.StringIO(rows)):
        watched[row["channel_name"]] += int(row["minutes_watched_unadjusted"])
    assert watched == ties("twitch", "minutes")
    heard = Counter()
    for name, body in inside("my_spotify_data.zip").items():
        if "StreamingHistory" in name:
            for play in json.loads(body):
                of = "show:" if "podcastName" in play else "artist:"
                heard[of + play.get("podcastName", play.get("artistName"))] += play["msPlayed"]
    hours = {name: round(ms / HOUR, 1) for name, ms in heard.items()}
    assert hours == ties("spotify", "hours")


def test_the_dip_is_where_it_was_planted():
    months = {m["month"]: m for m in TRUTH["drift"]}
    dip = [m for m in months.values() if m["dip"]]
    usual = [m for m in months.values() if not m["dip"]]
    assert {m["month"] for m in dip} == {"2026-03", "2026-04", "2026-05"}
    assert max(m["messages"] for m in dip) < min(m["messages"] for m in usual)
    assert min(m["watched"] for m in dip) > max(m["watched"] for m in usual)


@pytest.mark.parametrize(
    "tie",
    [
        t
        for t in TRUTH["ties"]
        if "turns" in t and t["kind"] == "person" and t["platform"] != "snapchat"
    ],
    ids=lambda t: f"{t['platform']} {t['id']}",
)
def test_what_was_planted_can_be_decided(tie):
    """The intervals of measures.md, section 2, both sides complete; comments may be answered."""
    x, y, hidden = tie["turns"]["given"], tie["turns"]["received"], tie.get("comments", 0)
    low = betaincinv(0.5 + x, 0.5 + y + hidden, 0.05)
    high = betaincinv(0.5 + x, 0.5 + y, 0.95)
    if low > 0.75:
        said = "one_sided"
    elif high < 0.25:
        said = "inbound"
    else:
        said = "reciprocal" if low >= 0.25 and high <= 0.75 else "undetermined"
    assert said in tie["may_be"]


def test_what_attention_decides():
    """The reply ceiling of measures.md, section 2, on channels that are nobody's friend."""
    watched = [t for t in TRUTH["ties"] if t["platform"] == "youtube"]
    decided = {
        t["title"]
        for t in watched
        if t["weeks"] >= 4
        and betaincinv(0.5 + t["comments"] + t["live_chats"], 0.5 + t["sessions"], 0.95) < 0.25
    }
    friends = {t["title"] for t in watched if t["kind"] == "person"}
    assert friends == {"Dimas Masak Pelan-Pelan"} <= decided
    assert {t["title"] for t in watched if "parasocial" in t["may_be"]} == decided - friends
    assert {t["title"] for t in watched if t["may_be"] == ["sparse"]}
    assert {
        t["title"] for t in watched if t["may_be"] == ["undetermined", "unobservable"]
    } > friends


def test_one_person_has_one_name_in_the_world_and_several_outside():
    names = defaultdict(set)
    for tie in TRUTH["ties"]:
        names[tie["being"]].add((tie["platform"], tie["id"]))
    assert len({platform for platform, _ in names["dimas"]}) == 3
    assert len(names["laras"]) == 3
    assert {"Dapur Bulan Kesiangan", "Sore Bareng Miru"} <= {
        being for being, ids in names.items() if {p for p, _ in ids} == {"instagram", "youtube"}
    }
