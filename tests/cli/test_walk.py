"""A walk through every command: what it prints where, what it writes, how it exits."""

import csv
import json
import os
import re
import subprocess
import sys

import click
import duckdb
import pytest

from cli import exports
from parasocial import __version__
from parasocial.cli import parasocial
from parasocial.lenses.findings import SCHEMA
from parasocial.readers import READERS

RADIO = f"youtube:{exports.RADIO}"
_STEERS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def ties(cli, *more):
    found = json.loads(cli("ties", "--json", "-", *more).out)
    return {tie["alter"]["id"]: tie for tie in found}


@pytest.mark.parametrize("command", [None, *parasocial.commands])
def test_every_command_explains_itself(cli, command):
    ran = cli(*filter(None, [command]), "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"Usage: parasocial {command or '[OPTIONS]'}")
    told = parasocial.commands[command] if command else parasocial
    for option in told.params:
        if isinstance(option, click.Option):
            assert option.opts[0] in ran.out


def test_version(cli):
    assert cli("--version").out == f"parasocial {__version__}\n"


@pytest.mark.thorough
def test_the_package_runs_as_a_module(tmp_path):
    ran = subprocess.run(
        [sys.executable, "-m", "parasocial", "people"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PARASOCIAL_LEDGER": str(tmp_path / "none.ledger")},
    )
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "There is no ledger yet" in ran.stderr


@pytest.mark.thorough
def test_a_page_on_exports(cli, tmp_path):
    paths = [make(tmp_path) for make in (exports.chat, exports.takeout, exports.tiktok)]
    ran = cli("report", *paths, "--zone", "Asia/Jakarta", "--json", "a.json", "-o", "a.html")
    assert ran.code == 0
    assert ran.out.splitlines() == [str(tmp_path / "a.json"), str(tmp_path / "a.html")]
    for told in ("TikTok: 10 records.", "WhatsApp: 81 records.", "YouTube: 50 records."):
        assert told in ran.err
    found = json.loads((tmp_path / "a.json").read_text())
    assert (found["schema"], found["zone"]) == (SCHEMA, "Asia/Jakarta")
    assert len(found["sources"]) == 3
    page = (tmp_path / "a.html").read_text()
    assert page.startswith("<!doctype html>")
    assert "Shop of Robots" in page
    assert not (tmp_path / "me.ledger").exists()
    for written in ("a.json", "a.html"):
        assert (tmp_path / written).stat().st_mode & 0o777 == 0o600


@pytest.mark.thorough
def test_a_page_speaks_the_language_asked_for_else_the_systems(cli, tmp_path, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "vi")
    path = exports.chat(tmp_path)
    for name, asked in (("a.html", ()), ("b.html", ("--language", "th"))):
        assert cli("report", path, "-o", name, *asked).code == 0
    found = [(tmp_path / name).read_text() for name in ("a.html", "b.html")]
    assert [re.search(r'<html lang="(\w+)">', it)[1] for it in found] == ["vi", "th"]
    assert "there is en, id, ms, vi, th, fil" in cli("report", path, "--language", "xx").err


@pytest.mark.thorough
def test_periods_and_an_earlier_report(cli, tmp_path):
    path = exports.takeout(tmp_path)
    assert cli("report", path, "--json", "then.json").code == 0
    asked = ("--period", "spring", "2026-03-01", "2026-05-31", "--lockdown")
    ran = cli("report", path, *asked, "--compare", "then.json", "--json", "-")
    assert ran.code == 0
    found = json.loads(ran.out)
    assert [it["name"] for it in found["periods"]] == ["spring", "lockdown"]
    assert found["comparison"]["since"] == found["window"]["to"]
    assert found["comparison"]["readings"] == []
    assert len(found["sensitivity"]["ways"]) == 54


@pytest.mark.parametrize("dates", [("2026-05-31", "2026-03-01"), ("spring", "2026-03-01")])
def test_a_period_is_two_dates_in_order(cli, tmp_path, dates):
    ran = cli("report", exports.takeout(tmp_path), "--period", "spring", *dates)
    assert ran.code == 2
    assert "give two dates in order" in ran.err


@pytest.mark.parametrize("text", ["", "[]", '{"schema": "other/1"}', "null"])
def test_only_a_report_can_be_compared_with(cli, tmp_path, text):
    (tmp_path / "then.json").write_text(text)
    ran = cli("report", exports.takeout(tmp_path), "--compare", "then.json")
    assert ran.code == 1
    assert "The earlier report cannot be understood" in ran.err


@pytest.mark.thorough
def test_the_demo_reads_the_bundled_example(cli, tmp_path, monkeypatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    ran = cli("demo", "--json", "-", "-o", "d.html")
    assert ran.code == 0
    assert json.loads(ran.out)["invented"] is True
    *told, last = ran.err.splitlines()
    assert last == str(tmp_path / "d.html")
    logs = {"discord-exporter", "youtube-channel", "twitch-chat", "reddit-archive"}
    logs |= {"bluesky-thread", "mastodon-thread"}
    shown = {reader.title for reader in READERS if reader.name not in logs}
    assert {re.sub(r"[\d,]+", "N", line) for line in told} == {f"{it}: N records." for it in shown}
    again = cli("demo", "--quiet", "-o", "d.html")
    assert again.code == 1
    assert "--force overwrites it" in again.err


@pytest.mark.thorough
def test_a_page_about_the_ledger(cli, ledger, tmp_path):
    ran = cli("report")
    assert (ran.code, ran.out) == (0, f"{tmp_path / 'parasocial.html'}\n")
    assert "Ada" in (tmp_path / "parasocial.html").read_text()


@pytest.mark.thorough
def test_json_alone_writes_no_page(cli, ledger, tmp_path):
    ran = cli("report", "--json", "-")
    assert json.loads(ran.out)["totals"]["ties"] == 3
    assert ran.err == ""
    assert not list(tmp_path.glob("*.html"))


@pytest.mark.thorough
@pytest.mark.parametrize(
    "command",
    [
        ("report", "-o"),
        ("report", "--json"),
        ("demo", "--no-open", "--json"),
        ("sources", "--json"),
        ("ties", "--json"),
        ("people", "--json"),
        ("formats", "--json"),
        ("export", "-o"),
    ],
    ids=" ".join,
)
def test_nothing_is_overwritten_unasked(cli, ledger, tmp_path, command):
    there = tmp_path / "there.json"
    there.write_text("mine")
    ran = cli(*command, there)
    assert (ran.code, ran.out) == (1, "")
    assert "There is a file of that name already" in ran.err
    assert there.read_text() == "mine"
    assert not (tmp_path / "parasocial-demo.html").exists()
    if command[0] in ("report", "sources", "formats", "export"):
        assert cli(*command, there, "--force").last == str(there)
        assert there.read_bytes() != b"mine"


@pytest.mark.thorough
def test_a_missing_folder_is_made(cli, ledger, tmp_path):
    assert cli("report", "-o", "a/b/page.html").code == 0
    assert cli("export", "-o", "c/d/all.parquet").code == 0
    assert (tmp_path / "a/b/page.html").exists()
    assert (tmp_path / "c/d/all.parquet").exists()


def test_import_says_what_it_read_and_where_it_is(cli, tmp_path):
    ran = cli("import", exports.chat(tmp_path))
    assert (ran.code, ran.out) == (0, f"{tmp_path / 'me.ledger'}\n")
    assert "WhatsApp: 81 records." in ran.err
    assert "not encrypted" in ran.err
    assert (tmp_path / "me.ledger").stat().st_mode & 0o777 == 0o600


def test_quiet_says_only_where_it_is(cli, tmp_path):
    ran = cli("import", exports.chat(tmp_path), "--quiet", "--ledger", "other.ledger")
    assert (ran.code, ran.out, ran.err) == (0, f"{tmp_path / 'other.ledger'}\n", "")


@pytest.mark.thorough
def test_reading_twice_changes_nothing(cli, ledger, tmp_path):
    before = ties(cli), cli("sources").out
    assert cli("import", exports.chat(tmp_path), exports.takeout(tmp_path)).code == 0
    assert (ties(cli), cli("sources").out.splitlines()) == (before[0], before[1].splitlines())


@pytest.mark.thorough
def test_exports_that_overlap_are_one(cli, tmp_path):
    cli("import", exports.takeout(tmp_path, range(30), name="early"))
    cli("import", exports.takeout(tmp_path, range(20, 40), name="late"))
    assert len(cli("sources").out.splitlines()) == 2
    found = ties(cli)
    assert found[RADIO]["attention"]["sessions"] == 40
    assert found[f"youtube:{exports.SHOP}"]["attention"]["sessions"] == 10


@pytest.mark.thorough
def test_a_second_account_needs_a_word(cli, tmp_path):
    assert cli("import", exports.tiktok(tmp_path, "nour.k")).code == 0
    other = exports.tiktok(tmp_path, "nour.public")
    refused = cli("import", other)
    assert refused.code == 1
    assert "--also-me" in refused.err
    assert "nour" not in refused.err
    assert len(cli("sources").out.splitlines()) == 1
    assert cli("import", other, "--also-me", "nour.public").code == 0
    assert len(cli("sources").out.splitlines()) == 2
    assert cli("import", other).code == 0


@pytest.mark.thorough
def test_forget_takes_one_source_back(cli, ledger):
    [chat, history] = sorted(cli("sources").out.splitlines(), key=lambda line: "YouTube" in line)
    assert "Nour" in chat
    ran = cli("forget", history.split()[0], "--yes")
    assert (ran.code, ran.out) == (0, "50 rows forgotten.\n")
    assert cli("sources").out.splitlines() == [chat]
    assert set(ties(cli)) == {"whatsapp:Ada"}
    for unknown in (cli("forget", history.split()[0], "--yes"), cli("forget", "nothing")):
        assert unknown.code == 1
        assert (
            unknown.err == "parasocial: There is no such source. `parasocial sources` lists them.\n"
        )


def test_forget_asks_first(cli, ledger, monkeypatch):
    source = cli("sources").out.split()[0]
    for answer, code in (("n\n", 130), ("", 130), ("y\n", 0)):
        read, write = os.pipe()
        os.write(write, answer.encode())
        os.close(write)
        with os.fdopen(read) as stdin:
            monkeypatch.setattr(sys, "stdin", stdin)
            ran = cli("forget", source)
        assert ran.code == code
        assert "Delete this source" in ran.err


@pytest.mark.thorough
def test_export_in_every_form(cli, ledger, tmp_path):
    for form in ("parquet", "csv", "json"):
        ran = cli("export", "-o", f"all.{form}")
        assert ran.last == str(tmp_path / f"all.{form}")
        assert cli("export", "--as", form, "-o", f"{form}.data").code == 0
        assert (tmp_path / f"{form}.data").read_bytes() == (tmp_path / f"all.{form}").read_bytes()
        assert (tmp_path / f"all.{form}").stat().st_mode & 0o777 == 0o600
    with (tmp_path / "all.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    listed = json.loads((tmp_path / "all.json").read_text())
    assert len(rows) == len(listed) == 80 + 50
    assert {row["channel"] for row in rows} == {"message", "view"}
    assert sorted(row["us"] for row in rows) == sorted(str(row["us"]) for row in listed)
    parquet = duckdb.read_parquet(str(tmp_path / "all.parquet"))
    assert parquet.columns == list(rows[0])
    assert parquet.shape[0] == len(rows)
    assert "hello" not in (tmp_path / "all.csv").read_text()
    assert not list(tmp_path.glob(".parasocial*"))


@pytest.mark.thorough
def test_people_are_found_by_name_or_id(cli, ledger):
    found = json.loads(cli("people", "--json", "-").out)
    assert {it["id"]: it["kind"] for it in found} == {
        RADIO: "persona",
        f"youtube:{exports.SHOP}": "persona",
        "whatsapp:Ada": "person",
    }
    assert cli("people", "--find", "ROBOT").out.split()[0] == f"youtube:{exports.SHOP}"
    assert cli("people", "--find", exports.RADIO[:9]).out.startswith(RADIO)
    assert cli("people", "--find", "nobody").out == "No account of that name.\n"


@pytest.mark.thorough
def test_names_cannot_steer_the_terminal(cli, ledger, tmp_path):
    cli("note", "whatsapp:Ada", "--same-as", RADIO)
    notes = tmp_path / "me.notes.toml"
    notes.write_text(notes.read_text().replace("mmmm", "\\u202E\\u001B"))
    for command, name in (("people", "Moth"), ("ties", "Moth"), ("sources", "Nour")):
        ran = cli(command)
        assert ran.code == 0
        assert name in ran.out
        assert not _STEERS.search(ran.out + ran.err)


@pytest.mark.thorough
def test_what_is_said_in_notes_changes_the_ties(cli, ledger, tmp_path):
    ran = cli("note", RADIO, "--they-replied", "--keep", "--closeness", "0.4")
    assert (ran.code, ran.out) == (0, f"{tmp_path / 'me.notes.toml'}\n")
    assert "  they_replied=True" in cli("people", "--find", "moth").out
    told = ties(cli)[RADIO]
    assert (told["class"], told["keep"], told["close"]) == ("unobservable", True, 0.4)
    cli("note", RADIO, "--no-they-replied", "--no-keep")
    told = ties(cli)[RADIO]
    assert (told["class"], told["keep"], told["close"]) == ("parasocial", False, 0.4)


@pytest.mark.thorough
def test_a_kind_that_is_noted_outranks_the_files(cli, ledger):
    cli("note", RADIO, "--kind", "brand")
    told = ties(cli)[RADIO]
    assert told["alter"]["kind"] == "brand"
    assert told["class"] != "parasocial"


@pytest.mark.thorough
def test_two_accounts_of_one_person_become_one_tie(cli, ledger):
    cli("note", RADIO, "--same-as", "whatsapp:Ada")
    found = ties(cli)
    [ada] = [tie for tie in found.values() if "whatsapp" in tie["alter"]["platforms"]]
    assert ada["alter"]["platforms"] == ["whatsapp", "youtube"]
    assert ada["class"] == "reciprocal"
    assert RADIO not in found


@pytest.mark.thorough
def test_what_is_hidden_leaves_the_pages(cli, ledger, tmp_path):
    cli("note", "whatsapp:Ada", "--hide")
    assert cli("report", "-o", "page.html", "--json", "all.json").code == 0
    assert "Ada" not in (tmp_path / "page.html").read_text()
    [ada] = [it for it in json.loads((tmp_path / "all.json").read_text())["ties"] if it["hidden"]]
    assert ada["alter"]["id"] == "whatsapp:Ada"
    assert "Ada" not in cli("ties").out
    cli("note", "whatsapp:Ada", "--no-hide")
    assert "gives back" in (shown := cli("ties", "--top", "2").out)
    assert "Ada" in shown
    assert len(shown.splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["whatsapp:Nobody", "--keep"], 1, "no such account"),
        (["whatsapp:Ada", "--same-as", "whatsapp:Nobody"], 1, "no such account"),
        (["whatsapp:Ada"], 2, "at least one thing"),
        (["whatsapp:Ada", "--closeness", "1.5"], 2, "closeness"),
        (["whatsapp:Ada", "--kind", "friend"], 2, "kind"),
    ],
)
def test_notes_that_make_no_sense(cli, ledger, tmp_path, arguments, code, said):
    ran = cli("note", *arguments)
    assert ran.code == code
    assert said in ran.err
    assert not (tmp_path / "me.notes.toml").exists()


@pytest.mark.thorough
def test_notes_can_lie_elsewhere(cli, ledger, tmp_path):
    cli("note", RADIO, "--hide", "--notes", "mine.toml")
    assert "hide = true" in (tmp_path / "mine.toml").read_text()
    assert "Moth" not in cli("ties", "--notes", "mine.toml").out
    assert not (tmp_path / "me.notes.toml").exists()


def test_formats_tells_of_every_platform(cli):
    told = cli("formats").out
    for it in json.loads(cli("formats", "--json", "-").out):
        assert it["title"] in told
        assert it["how_to_get"] in told
        assert it["files"]
        assert it["cannot_show"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(cli, shell):
    if shell == "bash" and sys.platform == "win32":
        pytest.skip("click asks bash for its version")
    assert "_PARASOCIAL_COMPLETE" in cli("completion", shell).out


@pytest.mark.parametrize(
    "arguments",
    [
        ["dance"],
        ["report", "nowhere.zip"],
        ["import"],
        ["report", "--zone", "Moon/Crater"],
        ["ties", "--zone", "../../etc/passwd"],
        ["completion", "tcsh"],
        ["export"],
        ["export", "--as", "xlsx", "-o", "a.xlsx"],
        ["report", "--ledger", "."],
        ["report", "-o", "."],
        ["report", ".", "--platform", "myspace"],
        ["note"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_exit_2(cli, arguments):
    ran = cli(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "Error: " in ran.err


@pytest.mark.thorough
def test_a_terminal_that_cannot_write_a_name_gets_an_escape(ledger):
    ran = subprocess.run(
        [sys.executable, "-m", "parasocial", "ties"],
        capture_output=True,
        check=False,
        env={**os.environ, "PARASOCIAL_LEDGER": str(ledger), "PYTHONIOENCODING": "latin-1"},
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"\\u2013" in ran.stdout
