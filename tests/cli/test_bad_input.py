"""Bad input: a clear message of what happened and what to do, nothing quoted, nothing lost."""

import json
import os
import signal
import subprocess
import sys
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

import export_bombs as bombs
from cli import exports
from parasocial.cli import main

CANARY = "quetzalcoatlus"
HISTORY = "Takeout/YouTube and YouTube Music/history/watch-history.json"


def text(name, data):
    def make(folder: Path) -> Path:
        return bombs.write(folder / name, data)

    return make


def in_zip(name, data):
    def make(folder: Path) -> Path:
        return bombs.pack(folder / f"{CANARY}.zip", {name: data})

    return make


def in_folder(name, data):
    def make(folder: Path) -> Path:
        bombs.write(folder / CANARY / name, data)
        return folder / CANARY

    return make


def truncated(folder: Path) -> Path:
    path = exports.takeout(folder, name=CANARY)
    path.write_bytes(path.read_bytes()[:-40])
    return path


def crowded(folder: Path) -> Path:
    return bombs.claiming(folder / f"{CANARY}.zip", 200_000, wide=True)


def encrypted(folder: Path) -> Path:
    return bombs.encrypted(folder / f"{CANARY}.zip", f"{CANARY}.json")


def hostile(name):
    def make(folder: Path) -> Path:
        return bombs.renamed(folder / f"{CANARY}.zip", name, utf8=True)

    return make


def empty_folder(folder: Path) -> Path:
    (folder / "export" / CANARY).mkdir(parents=True)
    return folder / "export"


REFUSED = {
    "truncated zip": (truncated, 1, "cut off or damaged. Download it again"),
    "crowded zip": (crowded, 1, "more files than 100,000"),
    "encrypted zip": (encrypted, 1, "Unpack it with the password"),
    "absolute name": (hostile(f"/{CANARY}".encode()), 1, "Download the export again"),
    "name that climbs": (hostile(f"../{CANARY}".encode()), 1, "Download the export again"),
    "empty zip": (lambda folder: bombs.pack(folder / "e.zip", {}), 1, "Download it again"),
    "zip of nothing we know": (in_zip(f"{CANARY}.json", b"{}"), 3, "`parasocial formats`"),
    "zip that is a page": (text("e.zip", b"<html>"), 1, "Download it again"),
    "empty file": (text(f"{CANARY}.json", b""), 1, "Download it again"),
    "empty folder": (empty_folder, 1, "Download the export again"),
    "PDF": (text("e.pdf", b"%PDF-1.7"), 1, "This is a PDF. Give a zip"),
    "PDF called JSON": (text("e.json", b"%PDF-1.7"), 1, "This is a PDF. Give a zip"),
    "JSON of nothing we know": (text("e.json", b'{"a": 1}'), 3, "`parasocial formats`"),
    "deep JSON": (text("e.json", b"[" * 100_000), 3, "`parasocial formats`"),
    "long JSON": (
        text("e.json", b'{"a": "' + b"x" * 10_000_000 + b'"}'),
        3,
        "`parasocial formats`",
    ),
    "NUL bytes": (text("e.csv", bytes(5_000)), 3, "`parasocial formats`"),
    "UTF-16": (text("e.json", '{"a": 1}'.encode("utf-16")), 3, "`parasocial formats`"),
}


@pytest.mark.thorough
@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_read_is_refused_with_a_way_out(cli, tmp_path, what):
    make, code, said = REFUSED[what]
    ran = cli("report", make(tmp_path))
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert ran.err.startswith("parasocial: ")
    told, *_ = ran.err.split("Path: ")
    assert CANARY not in told
    assert not (tmp_path / "parasocial.html").exists()


def test_an_archive_in_an_archive_is_named(cli, tmp_path):
    inner = bombs.pack(tmp_path / "inner.zip", {"a.json": b"{}"}).read_bytes()
    ran = cli("report", bombs.pack(tmp_path / "outer.zip", {f"{CANARY}.zip": inner}))
    assert ran.code == 3
    assert "it holds another archive: unpack it once" in ran.err


def test_a_language_that_nobody_knows_is_said(cli, tmp_path):
    page = "".join(
        f'<div class="outer-cell"><div class="content-cell"><p>YouTube</p></div>'
        f'<div class="content-cell">Zag <a href="https://www.youtube.com/watch?v={n:011}">{CANARY}'
        f"</a><br>{n + 1} flumpember 2026 12:00:00<br></div></div>"
        for n in range(9)
    )
    name = "Takeout/YouTube/history/watch-history.html"
    ran = cli("import", in_folder(name, f"<html>{page}</html>".encode())(tmp_path))
    assert ran.code == 4
    assert "nothing in it could be understood: its language or layout may be new." in ran.err
    assert CANARY not in ran.err


ROWS = [exports.watched(day) for day in range(9)]
JSON = json.dumps(ROWS).encode()
THREAD = {
    "participants": [{"name": "Ada"}, {"name": "Nour"}],
    "messages": [
        {"sender_name": "Ada", "timestamp_ms": 1_780_000_000_000 + n, "content": f"{CANARY} {n}"}
        for n in range(9)
    ],
    "title": "Ada",
}
DIRECT = "messages/inbox/ada_17/message_1.json"
# One thread alone could be any of Meta's.
MEANT = dict.fromkeys((DIRECT, f"{DIRECT[:-4]}html"), ("--platform", "instagram"))
FOLLOWS = b"Channel Id,Channel Url,Channel Title\n" + b"".join(
    b"UC%022d,http://www.youtube.com/channel/UC%022d,Moth %d\n" % (n, n, n) for n in range(9)
)
SHEET = "YouTube/subscriptions/subscriptions.csv"

CUT = {
    "cut in the middle": (HISTORY, JSON[: len(JSON) * 2 // 3], 6),
    "cut under a key": (DIRECT, json.dumps(THREAD).encode().partition(b"lus 6")[0], 1 + 6),
    "a page": (HISTORY, b"<html>" + CANARY.encode(), 0),
    "UTF-16": (HISTORY, JSON.decode().encode("utf-16"), 0),
    "deep": (HISTORY, b"[" * 100_000, 0),
    "deep in one record": (HISTORY, JSON.replace(b'"YouTube"', b"[" * 100_000, 1), 0),
    "a page of the deepest kind": (f"{DIRECT[:-4]}html", bombs.nested_page(100_000), 0),
    "an endless cell": (SHEET, FOLLOWS + b'"' + bytes(17_000_000), 9),
}


@pytest.mark.thorough
@pytest.mark.parametrize("what", CUT)
def test_what_comes_before_a_cut_counts(cli, tmp_path, what):
    name, content, count = CUT[what]
    ran = cli("import", in_folder(name, content)(tmp_path), *MEANT.get(name, ()))
    assert ran.code == 4
    assert "1 file(s) could not be read to the end; what came before counts." in ran.err
    assert "Download the export again." in ran.err
    assert f": {count} records" in ran.err
    assert CANARY not in ran.out + ran.err


WHOLE = {
    "byte order mark": (HISTORY, b"\xef\xbb\xbf" + JSON, 9, 0),
    "one long line": (HISTORY, b"[" + b" " * 10_000_000 + JSON[1:], 9, 0),
    "Latin-1": (HISTORY, JSON.replace(b"Episode 4", b"Episode \xe9"), 9, 0),
    "Latin-1 under a key": (DIRECT, json.dumps(THREAD).encode().replace(b" 4", b"\xe9"), 10, 0),
    "half an emoji": (HISTORY, JSON.replace(b"Episode 4", rb"Episode \ud83d"), 9, 0),
    "a NUL": (SHEET, FOLLOWS.replace(b"Moth 4", b"Moth \0"), 9, 0),
    "Latin-1 in a table": (SHEET, FOLLOWS.replace(b"Moth 4", b"Moth \xe9"), 9, 0),
    "a short row": (SHEET, FOLLOWS + b"UC1\n\n", 9, 1),
    "the year 51,000": (HISTORY, JSON.replace(b'"2026', b'"51000', 1), 8, 1),
    "1970": (HISTORY, JSON.replace(b'"2026', b'"1970', 1), 8, 1),
    "no object": (HISTORY, JSON.replace(b"[", b"[7, null, ", 1), 9, 2),
}


@pytest.mark.thorough
@pytest.mark.parametrize("what", WHOLE)
def test_one_bad_record_costs_one_record(cli, tmp_path, what):
    name, content, read, failed = WHOLE[what]
    ran = cli("import", in_folder(name, content)(tmp_path), *MEANT.get(name, ()))
    assert ran.code == 0
    told = f", {failed} could not be read" if failed else ""
    assert f": {read} records{told}." in ran.err
    assert CANARY not in ran.err


def test_a_bomb_does_not_go_off(cli, tmp_path):
    path = bombs.pack(tmp_path / "e.zip", {HISTORY: JSON + bytes(11 * 2**20), SHEET: FOLLOWS})
    ran = cli("import", path)
    assert ran.code == 4
    assert "YouTube: 9 records." in ran.err


@pytest.mark.thorough
@pytest.mark.parametrize("command", ["import", "report"])
def test_one_bad_path_does_not_stop_the_others(cli, tmp_path, command):
    bad, good = truncated(tmp_path), exports.chat(tmp_path)
    ran = cli(command, bad, good)
    assert ran.code == 1
    assert "Not read: The zip looks cut off or damaged." in ran.err
    assert f"Path: {bad}" in ran.err
    assert "WhatsApp: 81 records." in ran.err
    assert Path(ran.last).exists()


def test_every_bad_path_is_told_of(cli, tmp_path):
    ran = cli("import", truncated(tmp_path), text("e.pdf", b"%PDF-1.7")(tmp_path))
    assert (ran.code, ran.out) == (1, "")
    assert "This is a PDF" in ran.err
    assert "cut off or damaged" in ran.err


@pytest.mark.thorough
def test_a_folder_of_several_platforms_is_several_sources(cli, tmp_path):
    folder = tmp_path / "downloads"
    folder.mkdir()
    exports.chat(folder)
    exports.chat(folder, "Benno")
    exports.tiktok(folder)
    exports.takeout(folder)
    (folder / "notes").mkdir()
    (folder / "notes" / f"{CANARY}.json").write_text("{}")
    with zipfile.ZipFile(folder / "photos.zip", "w") as archive:
        archive.writestr(f"{CANARY}.jpg", b"")
    ran = cli("import", folder)
    assert ran.code == 1
    assert "Not read: Nothing in this is recognised." in ran.err
    assert CANARY not in ran.err
    found = json.loads(cli("sources", "--json", "-").out)
    assert sorted(it["platform"] for it in found) == ["tiktok", "whatsapp", "youtube"]
    [chats] = [it for it in found if it["platform"] == "whatsapp"]
    assert chats["files"]["read"] == 2
    assert sum(it["files"]["unknown"] for it in found) == 1


def test_an_unknown_language_is_read_by_its_look(cli, tmp_path):
    path = bombs.pack(tmp_path / "e.zip", {"Takeout/YouTube/dějiny/historie sledování.json": JSON})
    assert "YouTube: 9 records" in cli("import", path).err


def test_a_date_range_is_warned_of(cli, tmp_path):
    follow = {"string_list_data": [{"value": "moth.radio", "timestamp": 1_780_000_000}]}
    joined = {"string_map_data": {"Time": {"timestamp": 1_400_000_000}, "Username": {"value": "n"}}}
    path = bombs.pack(
        tmp_path / "e.zip",
        {
            "followers_and_following/followers_1.json": json.dumps([follow]).encode(),
            "login_and_profile_creation/signup_details.json": json.dumps(
                {"account_history_registration_info": [joined]}
            ).encode(),
        },
    )
    ran = cli("import", path, "--quiet")
    assert ran.code == 0
    assert "range" in ran.err
    assert "all time" in ran.err


def test_who_is_meant_has_to_be_said_where_no_file_says(cli, tmp_path):
    path = exports.chat(tmp_path)
    path = path.rename(tmp_path / "chat.txt")
    ran = cli("import", path)
    assert ran.code == 1
    assert "--me NAME" in ran.err
    assert "Ada" not in ran.err
    assert cli("import", path, "--me", "Nour").code == 0


@pytest.mark.parametrize(
    "command", [("report",), ("ties",), ("export", "-o", "e.csv"), ("sources",)]
)
def test_without_a_ledger_there_is_a_way_to_make_one(cli, command):
    ran = cli(*command)
    assert ran.code == 1
    assert "`parasocial import` makes one" in ran.err


@pytest.mark.thorough
def test_an_empty_ledger_says_so(cli, ledger):
    for line in cli("sources").out.splitlines():
        cli("forget", line.split()[0], "--yes")
    assert cli("sources").out == "The ledger is empty.\n"
    assert cli("ties").out == "No ties in this ledger.\n"
    assert cli("report").code == 0


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path.mkdir(), "is a folder"),
        (lambda path: path.write_text("a,b\n1,2\n"), "no ledger"),
        (lambda path: path.write_bytes(b""), "no ledger"),
        (lambda path: path.write_bytes(b"SQLite format 3\0" + bytes(99)), "no ledger"),
        (lambda path: path.write_bytes(bytes(8) + b"DUCK" + bytes(9_000)), "no ledger"),
    ],
    ids=["folder", "table", "empty", "SQLite", "damaged"],
)
@pytest.mark.parametrize("name", ["me.ledger", "me.csv"])
def test_what_is_no_ledger_is_left_as_it_is(cli, tmp_path, monkeypatch, make, said, name):
    path = tmp_path / name
    monkeypatch.setenv("PARASOCIAL_LEDGER", str(path))
    make(path)
    before = path.is_file() and path.read_bytes()
    for command in (["import", exports.chat(tmp_path)], ["ties"]):
        ran = cli(*command)
        assert ran.code == 1
        assert said in ran.err
    assert (path.is_file() and path.read_bytes()) == before


@pytest.mark.thorough
def test_where_nothing_can_be_written_it_is_said(cli, ledger, tmp_path):
    for command in (
        ["report", "-o", "me.ledger/page.html"],
        ["report", "--json", "me.ledger/a.json"],
        ["export", "-o", "me.ledger/a.csv"],
        ["note", "whatsapp:Ada", "--keep", "--notes", "me.ledger/n.toml"],
        ["import", exports.chat(tmp_path), "--ledger", "me.ledger/b.ledger"],
    ):
        ran = cli(*command)
        assert (ran.code, ran.out) == (1, "")
        assert "could not be read or written" in ran.err
        assert "Look at the path" in ran.err


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind here")
def test_permissions_are_told_of(cli, ledger, tmp_path):
    ledger.chmod(0o400)
    ran = cli("import", exports.chat(tmp_path))
    assert ran.code == 1
    assert "may not be opened. Change its permissions" in ran.err
    assert cli("ties").code == 0
    export = exports.takeout(tmp_path)
    export.chmod(0)
    ran = cli("report", export, exports.chat(tmp_path), "-o", "p.html")
    assert ran.code == 1
    assert "Not read: The file may not be read. Change its permissions." in ran.err
    assert "WhatsApp: 81 records." in ran.err
    tmp_path.chmod(0o500)
    assert "Look at the path" in cli("report", "-o", "page.html").err
    tmp_path.chmod(0o700)


def test_notes_that_are_no_toml_are_named_and_not_quoted(cli, ledger, tmp_path):
    (tmp_path / "me.notes.toml").write_text(f"[accounts.{CANARY}\n")
    ran = cli("ties")
    assert ran.code == 1
    assert "The notes file cannot be understood" in ran.err
    assert CANARY not in ran.err


STOPPED = """
import sys, threading
import parasocial.jobs.read as job
whole = job.Import.append
def slow(into, batch):
    whole(into, batch)
    print("reading", flush=True)
    while not threading.Event().wait(0.01):  # a signal before one long wait would be missed
        pass
job.Import.append = slow
from parasocial.cli import main
sys.argv = ["parasocial", "import", *sys.argv[1:]]
main()
"""


@pytest.mark.thorough
@pytest.mark.skipif(os.name == "nt", reason="no such signal")
@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_what_is_stopped_leaves_nothing_half_done(cli, ledger, tmp_path, sign, code):
    before = cli("sources").out
    command = [sys.executable, "-c", STOPPED, exports.tiktok(tmp_path)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ
    ) as running:
        assert running.stdout
        assert running.stdout.readline() == "reading\n"
        running.send_signal(sign)
        _, err = running.communicate(timeout=60)
    assert running.returncode == code
    if sign == signal.SIGINT:
        assert err.strip() == "parasocial: stopped; nothing was left half done."
    assert cli("import", exports.chat(tmp_path), "--quiet").code == 0
    assert cli("sources").out == before


ASKING = """
import parasocial.cli as cli
import duckdb
def ask(**_):
    print("asking", flush=True)
    duckdb.sql("SELECT count(*) FROM range(9999999) AS a, range(9999999) AS b "
               "WHERE hash(a.range, b.range) = 7").fetchall()
cli.parasocial.main = ask
cli.main()
"""


@pytest.mark.thorough
@pytest.mark.skipif(os.name == "nt", reason="no such signal")
def test_what_is_stopped_in_a_query_says_so():
    with subprocess.Popen(
        [sys.executable, "-c", ASKING], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout
        assert running.stdout.readline() == "asking\n"
        while running.poll() is None:  # the engine may not have begun to listen
            running.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                running.wait(0.5)
        assert running.stderr
        assert running.stderr.read().strip() == "parasocial: stopped; nothing was left half done."
    assert running.returncode == 130


@pytest.mark.parametrize("error", [RecursionError("deep"), RuntimeError("another")])
def test_no_other_error_is_taken_for_a_stop(monkeypatch, error):
    def fail(**_):
        raise error

    monkeypatch.setattr("parasocial.cli.parasocial.main", fail)
    with pytest.raises(type(error)):
        main()
