"""The command that shows and writes the world, and the page about it."""

import importlib.util
import re
import shlex
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "examples" / "population.py"
PAGE = (ROOT / "docs" / "world.md").read_text(encoding="utf-8")
TINY = ["--people", "30", "--years", "0.04"]


@pytest.fixture(scope="module")
def command():
    spec = importlib.util.spec_from_file_location("population_command", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def test_what_it_holds_is_shown(command, capsys) -> None:
    assert command.main(TINY) == 0
    shown = capsys.readouterr().out
    assert "30 people" in shown
    assert "2 weeks from 2026-10-19" in shown
    for title in ("share of hours that is one way", "performers were written to"):
        assert title in shown


@pytest.mark.thorough
def test_the_same_files_come_out_again(command, tmp_path) -> None:
    wanted = ["--person", "person0003", "--person", "creator000"]
    for name in ("one", "other"):
        assert command.main([*TINY, "--emit", str(tmp_path / name), *wanted]) == 0
    one = files(tmp_path / "one")
    assert one == files(tmp_path / "other")
    assert {"knobs.json", "answers.csv", "truth/people.csv", "truth/person0003.csv"} <= set(one)
    assert any(name.startswith("exports/person0003/") for name in one)
    assert "creators/creator000/log.csv" in one


def test_a_key_of_nobody(command, tmp_path, capsys) -> None:
    assert command.main([*TINY, "--emit", str(tmp_path / "no"), "--person", "person9999"]) == 2
    assert "person9999" in capsys.readouterr().err
    assert not (tmp_path / "no").exists()


def test_the_page_names_every_option_and_only_those(command) -> None:
    parser = command._parser()
    known = {name for action in parser._actions for name in action.option_strings} - {
        "-h",
        "--help",
    }
    ours = re.sub(r"^parasocial .*$", "", PAGE, flags=re.MULTILINE)
    assert set(re.findall(r"--[a-z]+", ours)) == known
    lines = re.findall(r"^python examples/population\.py(.*)$", PAGE, re.MULTILINE)
    assert len(lines) > 10
    for line in lines:
        parser.parse_args(shlex.split(line))


def test_what_the_page_says_in_python_runs() -> None:
    code = PAGE.split("## From Python\n\n```text\n")[1].split("```")[0]
    found: dict[str, object] = {}
    exec(code.replace("people=200, years=0.5", "people=30, years=0.04"), found)  # noqa: S102
    assert len(found["share"]) == len(found["ties"])
    assert found["deeds"]
