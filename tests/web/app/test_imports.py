"""Files in: as raw bytes, to a private place, read whole or not at all, and gone afterwards."""

import json
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cli import exports
from parasocial.ledger import Ledger
from web.app.running import Answer, Running

pytestmark = pytest.mark.thorough

BATCH = "0123456789abcdef"


def put(app: Running, file: Path, name: str | None = None, batch: str = BATCH) -> Answer:
    where = f"/b/me/incoming/{batch}?name={name or file.name}".replace(" ", "%20")
    return app.ask(where, "PUT", file.read_bytes())


def begin(app: Running, **said: object) -> str:
    answer = app.ask("/b/me/read", "POST", json.dumps({"batch": BATCH, **said}).encode())
    assert answer.status == 202, answer.text
    return json.loads(answer.body)["at"].removeprefix(f"/{app.key}")


def told(app: Running, at: str) -> list[dict]:
    """Every event of an import, to its end."""
    text = app.ask(f"{at}/events").text
    return [json.loads(line[6:]) for line in text.splitlines() if line.startswith("data: ")]


def left(app: Running) -> list[str]:
    return [it.name for it in app.run.folder.rglob("*") if it.is_file() and it.name != "held"]


def test_a_file_is_read_watched_and_removed(fresh, tmp_path) -> None:
    assert put(fresh, exports.takeout(tmp_path)).status == 204
    [arrived] = list(fresh.run.folder.rglob("takeout.zip"))
    assert stat.S_IMODE(arrived.stat().st_mode) == 0o600
    began = time.monotonic()
    at = begin(fresh, zone="Asia/Manila")
    events = told(fresh, at)
    assert events[-1]["state"] == "done"
    assert events[-1]["going"] == [
        {"title": "YouTube", "files": 1, "files_total": 1, "records": 50, "share": 1.0}
    ]
    assert time.monotonic() - began < 20
    page = fresh.ask(at).text
    assert "What was read" in page
    assert "50 records are in" in page
    assert left(fresh) == []
    assert fresh.run.desk("me").kept.zone == "Asia/Manila"


def test_a_chat_asks_who_is_me_and_is_read_after_all(fresh, tmp_path) -> None:
    group = exports.chat(tmp_path)
    group.rename(tmp_path / "chat.txt")
    put(fresh, tmp_path / "chat.txt")
    at = begin(fresh)
    assert told(fresh, at)[-1]["state"] == "failed"
    assert 'name="me"' in fresh.ask(at).text
    assert left(fresh) == ["chat.txt"]
    assert not fresh.run.main.exists()
    again = begin(fresh, me=["Nour"])
    assert told(fresh, again)[-1]["state"] == "done"
    assert left(fresh) == []


def test_what_is_unreadable_does_not_stop_the_rest(fresh, tmp_path) -> None:
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and nothing more")
    put(fresh, exports.takeout(tmp_path))
    put(fresh, tmp_path / "broken.zip")
    at = begin(fresh)
    assert told(fresh, at)[-1]["state"] == "done"
    page = fresh.ask(at).text
    assert "Not read" in page
    assert "50 records are in" in page
    assert "broken.zip" in page
    assert str(fresh.run.folder) not in page


def test_stopping_leaves_the_ledger_as_it_was(fresh, tmp_path, monkeypatch) -> None:
    put(fresh, exports.takeout(tmp_path))
    told(fresh, begin(fresh))
    with Ledger(fresh.run.main, writable=False) as ledger:
        before = [it.id for it in ledger.sources()]
    put(fresh, exports.chat(tmp_path))
    put(fresh, exports.tiktok(tmp_path))

    from parasocial.jobs.importing import Importing

    heard = Importing._heard

    def late(job: Importing, reader: object, at: object) -> None:
        if reader.name == "whatsapp":
            job.stop()
        heard(job, reader, at)

    monkeypatch.setattr(Importing, "_heard", late)
    at = begin(fresh)
    assert told(fresh, at)[-1]["state"] == "stopped"
    assert "Nothing of these files was kept" in fresh.ask(at).text
    with Ledger(fresh.run.main, writable=False) as ledger:
        assert [it.id for it in ledger.sources()] == before
    assert left(fresh) == []


def test_stopping_the_first_import_leaves_no_ledger(fresh, tmp_path) -> None:
    put(fresh, exports.takeout(tmp_path))
    with fresh.run._hold:
        at = begin(fresh)
        assert fresh.ask(f"{at}/stop", "POST").status == 303
    assert told(fresh, at)[-1]["state"] == "stopped"
    assert not fresh.run.main.exists()


@pytest.mark.parametrize(
    "name", ["../up.zip", "a/../../up.zip", "..%5Cup.zip", "", "a%00b", "%2Fetc%2Fup", "x" * 300]
)
def test_a_name_leads_nowhere_else(served, tmp_path, name) -> None:
    export = exports.takeout(tmp_path)
    where = f"/b/me/incoming/{BATCH}?name={name}"
    assert served.ask(where, "PUT", export.read_bytes()).status == 400
    assert left(served) == []
    assert not list(tmp_path.rglob("up*"))


def test_a_folder_stays_a_folder(fresh, tmp_path) -> None:
    export = exports.takeout(tmp_path)
    assert put(fresh, export, "all/of/it.zip").status == 204
    assert put(fresh, export, "all/of/it.zip").status == 400
    assert [it.name for it in fresh.run.batch(BATCH).iterdir()] == ["all"]


def test_a_file_that_is_too_large_is_cut_off(fresh, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("parasocial.web.app.imports.MOST", 100)
    answer = put(fresh, exports.takeout(tmp_path))
    assert answer.status == 400
    assert "larger" in json.loads(answer.body)["said"]
    assert left(fresh) == []


@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b'{"batch": "../.."}', b"\xff"])
def test_a_bad_question_is_refused(served, body) -> None:
    assert served.ask("/b/me/read", "POST", body).status in (400, 404)


KILLED = """
import os, sys, time
from pathlib import Path
from parasocial.jobs.incoming import run_folder
with run_folder(Path(sys.argv[1])) as folder:
    (folder / "export.zip").write_bytes(b"somebody's life")
    print(folder, flush=True)
    os.kill(os.getpid(), 9)
"""


def test_what_a_killed_run_left_goes_when_the_next_one_starts(tmp_path) -> None:
    from parasocial.jobs.incoming import run_folder

    with run_folder(tmp_path) as alive:
        (alive / "mine").touch()
        done = subprocess.run(
            [sys.executable, "-c", KILLED, str(tmp_path)],
            capture_output=True,
            text=True,
            check=False,
        )
        folder = Path(done.stdout.strip())
        assert (folder / "export.zip").exists()
        with run_folder(tmp_path) as fresh:
            assert not folder.exists()
            assert (alive / "mine").exists()
        assert not fresh.exists()
    assert not alive.exists()
