"""Every code block of the documentation runs, parses, or is plain text and says so."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from docs.blocks import PAGES, ROOT, Block, blocks

BIN = Path(sys.executable).parent
HANDED_OVER = {"instagram": "instagram/nested_2024", "takeout": "youtube/json_2026"}
HANDED_OVER["channel"] = "youtube-channel/data_api_2026"
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
SHELL = [page for page in PAGES if any(it.language == "sh" for it in blocks(page))]


def named(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the exports that the documentation speaks of."""
    for name, fixture in HANDED_OVER.items():
        folder = ROOT / "tests" / "readers" / fixture / "export"
        shutil.make_archive(str(tmp_path / name), "zip", folder)
    return tmp_path


@pytest.mark.thorough
@pytest.mark.parametrize("page", SHELL, ids=named)
def test_shell_blocks_run(page: Path, desk: Path) -> None:
    for block in blocks(page):
        if block.language == "sh":
            for line in block.code.splitlines():
                run(line, desk)


def run(line: str, desk: Path) -> None:
    """Run one line as written, but for `make`: that its target exists is enough here.

    `uv run` would build an environment; what it runs is run in this one.
    """
    if line.startswith("make "):
        assert line.split()[1] in TARGETS, line
        return
    env = {
        **os.environ,
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "PARASOCIAL_LEDGER": str(desk / "kept" / "me.ledger"),
        "DISPLAY": "",
        "WAYLAND_DISPLAY": "",
    }
    if "SOURCE_ID" in line:
        sources = json.loads(shell("parasocial sources --json -", desk, env))
        line = line.replace("SOURCE_ID", sources[0]["id"])
    shell(line.removeprefix("uv run "), desk, env)


def shell(line: str, desk: Path, env: dict[str, str]) -> str:
    done = subprocess.run(
        ["sh", "-c", line], cwd=desk, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{line}\n{done.stderr[-1000:]}"
    return done.stdout


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_other_block_is_what_it_says(page: Path) -> None:
    for block in blocks(page):
        check(block)


def check(block: Block) -> None:
    match block.language:
        case "json":
            lines = block.code.splitlines() if block.path.endswith("jsonl") else [block.code]
            assert all(json.loads(line) for line in lines)
        case "python":
            # Blocks that are files are run, as those files, in test_add_a_reader.
            assert block.path, "a Python block has to be a file that a test builds"
        case _:
            assert block.language in ("sh", "text"), f"what is {block.language!r}?"


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#\s]+)(?:#[\w-]*)?\)", text)
    missing = {
        link for link in links if "://" not in link and not (page.parent / link).resolve().exists()
    }
    assert not missing


def test_the_two_commands_are_on_the_first_screen() -> None:
    first = (ROOT / "README.md").read_text(encoding="utf-8").split("## ")[0]
    assert "make demo\nmake test" in first


def test_pictures_are_there_and_small() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    pictures = {
        ROOT / "docs" / "pictures" / f"{it}-{theme}.png"
        for it in ("report", "ties")
        for theme in ("light", "dark")
    }
    assert all(f"docs/pictures/{it.name}" in text for it in pictures)
    assert all(it.stat().st_size < 300_000 for it in pictures)
