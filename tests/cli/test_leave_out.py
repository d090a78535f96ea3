import json

import pytest


@pytest.mark.thorough
def test_artists_can_be_left_out(cli, tmp_path):
    plays = [
        {"endTime": f"2026-03-{day:02d} 10:00", **what, "msPlayed": 200_000}
        for day in range(1, 20)
        for what in (
            {"artistName": "Moth Choir", "trackName": "One"},
            {"podcastName": "Lamp Talk", "episodeName": "Two"},
        )
    ]
    for name, key in (("music", "artistName"), ("podcast", "podcastName")):
        rows = [play for play in plays if key in play]
        (tmp_path / f"StreamingHistory_{name}_0.json").write_text(json.dumps(rows))
    files = sorted(tmp_path.glob("StreamingHistory*"))
    assert {it["alter"]["name"] for it in ties(cli, files)} == {"Moth Choir", "Lamp Talk"}
    left = ties(cli, files, "--leave-out", "artists")
    assert {it["alter"]["name"] for it in left} == {"Lamp Talk"}


def ties(cli, files, *more):
    return json.loads(cli("report", *files, "--json", "-", *more).out)["ties"]


def test_a_group_that_nobody_knows_is_refused(cli, tmp_path):
    ran = cli("report", tmp_path, "--leave-out", "bands")
    assert ran.code == 2
    assert "there is artists" in ran.err
