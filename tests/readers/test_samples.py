"""Public samples of real and realistic exports: what becomes of every file, in counts alone."""

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest

from parasocial.errors import UnknownExport, UnreadableExport
from parasocial.export import Export, open_exports
from parasocial.readers import READERS
from parasocial.reading import Asked, reader_for
from parasocial.reading.claims import votes
from readers.fixtures import run
from reading.held import export as held

TREE = "a tree of empty files"
MASK = "a mask: the keys of many exports in one table, no export"
TABLE = "a test's table of what it expects, no export"
API = "what a program asked Reddit for, packed by it: not the download that Reddit gives"
TOY = "a tool's own toy format, not Instagram's"


@dataclass(frozen=True)
class Sample:
    """What is to become of one sample.

    Attributes:
        platform: The one reader that knows it. None where none does.
        read: Records read, of which some are set aside.
        failed: Records that failed.
        ignored: Files known and left.
        why: What explains records that failed or are set aside, and files that no one knows.
    """

    path: str
    platform: str | None = None
    read: int = 0
    failed: int = 0
    ignored: int = 0
    why: str = ""
    set_aside: int = 0


IG, YT, TT, WA = "instagram", "youtube", "tiktok", "whatsapp"
TG, X = "telegram", "x"
FB, DC, RD = "facebook", "discord-exporter", "reddit"
SAMPLES = [
    # One record of each is the channel as such. In the group two lines are Discord's own.
    Sample(
        "discord/mlomb_chat-analytics/DM_2A_2M.json", DC, 3 + 1, set_aside=4, why="with a program"
    ),
    Sample(
        "discord/mlomb_chat-analytics/GC_3A_5M.json", DC, 6 + 1, set_aside=2, why="service lines"
    ),
    Sample("discord/mlomb_chat-analytics/SV_5A_5M.json", DC, 5 + 1),
    Sample("facebook/mlomb_chat-analytics-messenger/2A_7M.json", FB, 7 + 1),
    *(
        Sample(f"facebook/what-if-horizon_what-if-data-donation/FB_{name}.json", why=TABLE)
        for name in (
            "likesandreactions",
            "othercategoriesusedtoreachyou",
            "pagesandprofilesyoufollow",
            "timespendonfacebook",
        )
    ),
    Sample(
        "facebook/what-if-horizon_what-if-data-donation/FB_merged_structure_annotated.csv",
        why=MASK,
    ),
    *(
        Sample(f"reddit/karlicoss_hpi-testdata-rexport/reddit-{made}.json.xz", why=API)
        for made in ("20190111154021", "20190129101020", "20190401221023", "20190401231025")
    ),
    Sample("instagram/aris997_igunf/followers_1.json", IG, 1),
    Sample("instagram/d3i-infra_ddp-inspector/instagram_2022_09_26.zip", IG, ignored=43, why=TREE),
    Sample(
        "instagram/d3i-infra_ddp-inspector/instagram_html_2022_09_26.zip", IG, ignored=49, why=TREE
    ),
    *(
        Sample(f"instagram/dirtydiesel46_Instagram-Follower-Analyzer/{path}", IG, read)
        for path, read in (
            ("e2e/followers.json", 3),
            ("e2e/following.json", 3),
            ("unit/followers.json", 2),
            ("unit/following.json", 2),
        )
    ),
    *(
        Sample(f"instagram/dirtydiesel46_Instagram-Follower-Analyzer/e2e/{name}.json", why=TOY)
        for name in ("invalid", "messages", "posts")
    ),
    Sample(
        "instagram/what-if-horizon_what-if-data-donation/IG_merged_structure_annotated.csv",
        why=MASK,
    ),
    # Its values were shortened when it was made public. Times of 6 to 8 digits are years before
    # 1990: following 2, received requests 1, close friends 3, comments 1, story likes 3, polls 2,
    # searches 4; of 9 digits, posts viewed 2. Two messages have 14 digits, the year 5138 and on.
    Sample(
        "instagram/what-if-horizon_what-if-data-donation/IG_public_test_file.zip",
        IG,
        read=37,
        failed=20,
        ignored=32,
        set_aside=3,
        why="times with digits missing or to spare; views of ego's own posts",
    ),
    # Its numbers are bare, and its clock is UTC, which Telegram does not write. One record is the
    # group as such.
    Sample("telegram/mlomb_chat-analytics/BIG_20A_5475M.json", TG, 5_475 + 1),
    Sample(
        "tiktok/what-if-horizon_what-if-data-donation/TT_merged_structure_annotated.csv", why=MASK
    ),
    Sample("tiktok/what-if-horizon_what-if-data-donation/user_data_tiktok.scrubbed.json", TT, 55),
    # One record is the chat as such: between two it says nothing, of a group it tells the name.
    # In the group three lines are the app's own.
    Sample("whatsapp/mlomb_chat-analytics/2A_5M.txt", WA, 5 + 1, why="no group", set_aside=1),
    Sample(
        "whatsapp/mlomb_chat-analytics/4A_11M.txt", WA, 14 + 1, why="service lines", set_aside=3
    ),
    Sample(
        "whatsapp/mlomb_chat-analytics/4A_11M.zip", WA, 14 + 1, why="service lines", set_aside=3
    ),
    Sample("x/d3i-infra_ddp-inspector/twitter_2022_09_08.filelist.txt", why="a list of names"),
    *(
        Sample(f"x/dogsheep_twitter-to-sqlite/{name}.js", X, read)
        for name, read in (("follower", 2), ("following", 2))
    ),
    *(
        Sample(f"x/dogsheep_twitter-to-sqlite/{name}.js", why="a file about the account alone")
        for name in ("account", "account-suspension", "app", "saved-search")
    ),
    *(
        Sample(f"x/what-if-horizon_what-if-data-donation/X_{name}.json", why=TABLE)
        for name in ("ad_engagements", "tweets")
    ),
    Sample("x/what-if-horizon_what-if-data-donation/X_merged_structure_annotated.csv", why=MASK),
    Sample(
        "youtube/d3i-infra_ddp-inspector/takeout-20220921T133717Z-001_2022_09_22.zip",
        YT,
        ignored=1,
        why=TREE,
    ),
    Sample(
        "youtube/purarue_google_takeout_parser/HtmlTakeout/My Activity/Chrome/MyActivity.html",
        YT,
        read=3,
        set_aside=3,
        why="activity in Chrome, not on YouTube",
    ),
    Sample("youtube/purarue_google_takeout_parser/comment_buffer_new.csv", YT, 2),
    Sample("youtube/purarue_google_takeout_parser/comment_buffer_old.csv", YT, 2),
    Sample("youtube/purarue_google_takeout_parser/likes_json.sample.json", YT, 1),
    Sample(
        "youtube/purarue_google_takeout_parser/live_chat_buffer.csv",
        YT,
        why="an excerpt without its heading, for which its only row is taken",
    ),
    Sample(
        "youtube/purarue_google_takeout_parser/activity_json.sample.json",
        why="activity in Discover, not on YouTube",
    ),
    Sample("youtube/purarue_google_takeout_parser/LICENSE", why="no export"),
    Sample("youtube/purarue_google_takeout_parser/testdata_paths_en_de.txt", why="a list of names"),
    *(
        Sample(
            f"youtube/what-if-horizon_what-if-data-donation/YT_merged_{name}_annotated.csv",
            why=MASK,
        )
        for name in ("column_names", "structure")
    ),
]


SOMEBODY = {
    WA: r" - ([^:\n]+): ",
    TG: r'"from_id": (\d+)',
    DC: r'"author": \{\s*"id": "(\d+)"',
}
"""Where the name of somebody in a chat stands: these samples do not say whose they are."""


def me(export: Export, platform: str) -> tuple[str, ...]:
    """Somebody in a chat, where a sample does not say whose it is."""
    if platform not in SOMEBODY:
        return ()
    text = export.members[0].head().decode("utf-8", "replace")
    return tuple(re.findall(SOMEBODY[platform], text)[:1])


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.path)
def test_a_sample(samples: Path, sample: Sample) -> None:
    try:
        [export] = open_exports([samples / sample.path])
    except UnreadableExport:
        assert sample.platform is None
        return
    with export:
        known = [reader.name for _, reader in votes(READERS, export)]
        assert known == [sample.platform] * (sample.platform is not None)
        if not known:
            with pytest.raises(UnknownExport):
                reader_for(READERS, export)
            return
        asked = Asked(me=me(export, known[0]))
        _, tally, _ = run(reader_for(READERS, export), export, asked)
    set_aside = sum(them.set_aside for them in tally.records.values())
    found = (tally.read, set_aside, tally.failed, tally.ignored)
    assert found == (sample.read, sample.set_aside, sample.failed, sample.ignored)
    assert (tally.cut, tally.unknown) == ({}, {})
    assert sample.why or not (set_aside or tally.failed)


def test_every_sample_is_here(samples: Path) -> None:
    found = {
        path.relative_to(samples).as_posix()
        for platform in (IG, YT, TT, WA, TG, X, FB, "discord", RD)
        for path in (samples / platform).rglob("*")
        if path.is_file() and not (platform == YT and path.name == "LICENSE")
    }
    assert found == {sample.path for sample in SAMPLES} - {
        "youtube/purarue_google_takeout_parser/LICENSE"
    }


def test_every_name_in_an_archive_of_x_is_known(samples: Path) -> None:
    listed = samples / "x/d3i-infra_ddp-inspector/twitter_2022_09_08.filelist.txt"
    names = [name for line in listed.read_text().splitlines() if (name := line.strip())]
    files = {
        name: f"window.YTD.{PurePosixPath(name).stem.replace('-', '_')}.part0 = [ ]".encode()
        for name in names
        if not name.endswith("/")
    }
    _, tally, _ = run(next(it for it in READERS if it.name == X), held(files), Asked())
    assert (tally.unknown, tally.files_read, tally.ignored) == ({}, 7, len(files) - 7)
