"""``doctor`` and ``skeleton`` as a person meets them."""

import json
import zipfile
from pathlib import Path

import pytest

from cli import exports
from cli.running import Cli
from parasocial.jobs.nearest import nearest
from parasocial.readers import READERS
from readers.fixtures import FIXTURES, Fixture
from readers.test_renamed import METAS, renamed

CANARY = "quetzal"


def test_doctor_says_what_is_recognised(cli: Cli, tmp_path: Path) -> None:
    path = exports.takeout(tmp_path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("Takeout/YouTube and YouTube Music/comments/comments.csv", "a,b,c\n1\n")
        archive.writestr(f"Takeout/{CANARY}.xyz", "")
    ran = cli("doctor", path)
    assert ran.code == 0
    assert "YouTube (JSON): 3 files, 0 left on purpose" in ran.out
    assert "watch-history.json: 1 file, 50 records" in ran.out
    assert "comments.csv: 1 file, 0 records, failed: 1" in ran.out
    assert "view: 2026-03-01 to 2026-04-09" in ran.out
    assert "Unknown: 1 .xyz" in ran.out
    assert CANARY not in ran.out
    [it] = json.loads(cli("doctor", path, "--json", "-").out)["exports"]
    assert (it["platform"], it["unknown"]) == ("youtube", {".xyz": 1})


def test_doctor_names_the_layout_that_is_nearest(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / f"{CANARY}.json"
    rows = [{"title": CANARY, "string_list_data": [{"href": "", "timestamp": 1}]}]
    path.write_text(json.dumps({"likes_media_likes_v9": rows}))
    ran = cli("doctor", path)
    assert ran.code == 3
    assert "Nearest is Instagram" in ran.out
    assert "1 nearest to liked_posts.json" in ran.out
    assert CANARY not in ran.out


def test_doctor_names_none_where_none_is_near(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"id": 1, CANARY: 2}))
    ran = cli("doctor", path)
    assert ran.code == 3
    assert "Which known layout is nearest cannot be told." in ran.out


def test_doctor_says_what_an_unknown_file_is_nearest_to(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "instagram"
    folder.mkdir()
    rows = [{"string_list_data": [{"value": "moth", "timestamp": 1_780_000_000}], "title": ""}]
    (folder / "followers_1.json").write_text(json.dumps(rows))
    (folder / "liked_things.json").write_text(json.dumps({"likes_media_likes_v9": rows}))
    ran = cli("doctor", folder)
    assert "1 nearest to liked_posts.json" in ran.out


def test_doctor_says_where_a_file_breaks_off(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "watch-history.json"
    path.write_text(json.dumps([exports.watched(day) for day in range(9)])[:-200])
    ran = cli("doctor", path)
    assert ran.code == 4
    assert "broken off: 1 CutOff" in ran.out


def test_doctor_says_that_part_of_what_was_given_is_not_recognised(cli: Cli, tmp_path) -> None:
    other = tmp_path / "other.json"
    other.write_text("{}")
    assert cli("doctor", exports.takeout(tmp_path), other).code == 1


def test_doctor_needs_no_name_where_a_file_does_not_say_who_is_meant(cli: Cli, tmp_path) -> None:
    path = exports.chat(tmp_path).rename(tmp_path / "chat.txt")
    ran = cli("doctor", path)
    assert ran.code == 0
    assert "Not read: " in ran.out
    assert "--me NAME" in ran.out
    assert "81 records" in cli("doctor", path, "--me", "Nour").out


def test_a_skeleton_is_written_where_it_is_asked_for(cli: Cli, tmp_path: Path) -> None:
    path = exports.takeout(tmp_path)
    ran = cli("skeleton", path, "-o", "skeleton.json")
    assert (ran.code, ran.last) == (0, str(tmp_path / "skeleton.json"))
    told = (tmp_path / "skeleton.json").read_text()
    assert json.loads(told)["exports"][0]["platform"] == "youtube"
    assert "Moth" not in told
    assert cli("skeleton", path, "-o", "skeleton.json").code == 1
    assert cli("skeleton", path).code == 2


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.id)
def test_no_fixture_is_nearest_to_another_platform(fixture: Fixture) -> None:
    found = nearest(READERS, renamed(fixture).members)
    alike = METAS if fixture.platform in METAS else {fixture.platform}
    assert found is None or found.platform in alike
