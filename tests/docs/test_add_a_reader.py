"""docs/add-a-reader.md, followed to the letter, ends with a reader that works."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from docs.blocks import ROOT, Block, blocks

pytestmark = pytest.mark.thorough

PAGE = ROOT / "docs" / "add-a-reader.md"
LISTED = "src/parasocial/readers/listed.py"
GOLDEN = "tests/readers/lantern/first/expected.jsonl"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package and of the readers' tests, with the page's three steps done."""
    house = tmp_path_factory.mktemp("house")
    clean = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "src", house / "src", ignore=clean)
    shutil.copy(ROOT / "pyproject.toml", house)
    shutil.copytree(ROOT / "scripts", house / "scripts", ignore=clean)
    (house / "tests" / "readers").mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "conftest.py", house / "tests")
    for file in (ROOT / "tests" / "readers").glob("*.py"):
        shutil.copy(file, house / "tests" / "readers")
    for block in files():
        path = house / block.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if block.path == LISTED:
            listed = path.read_text(encoding="utf-8")
            assert "READERS = (" in listed
            listed = listed.replace("READERS = (", "READERS = (LANTERN, ")
            path.write_text(listed.replace('"""\n', f'"""\n\n{block.code}', 1), encoding="utf-8")
        elif block.path != GOLDEN:
            path.write_text(block.code, encoding="utf-8")
    return house


def files() -> list[Block]:
    return [block for block in blocks(PAGE) if block.path]


def run(house: Path, *arguments: str) -> str:
    env = {**os.environ, "PYTHONPATH": str(house / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=house,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout


def test_the_golden_file_says_what_the_page_says(house: Path) -> None:
    run(
        house,
        "-m",
        "pytest",
        "-q",
        "tests/readers/test_golden.py",
        "--update-golden",
        "-k",
        "lantern",
        "-p",
        "no:cacheprovider",
    )
    written = [json.loads(it) for it in (house / GOLDEN).read_text().splitlines()]
    [shown] = [block for block in files() if block.path == GOLDEN]
    assert [it for it in written if "interactions" in it] == [
        json.loads(line) for line in shown.code.splitlines()
    ]
    tally = written[-1]["tally"]
    letters = tally["records"]["letters.json"]
    assert (letters["read"], sum(letters["failed"].values())) == (2, 1)
    assert tally["ignored"] == 2
    assert tally["unknown"] == {}


def test_its_export_becomes_a_report(house: Path) -> None:
    export = house / "tests" / "readers" / "lantern" / "first" / "export"
    said = json.loads(run(house, "-m", "parasocial", "report", str(export), "--json", "-"))
    [source] = said["sources"]
    assert (source["title"], source["ego"]) == ("Lantern", "wira.senja")
    assert {tie["alter"]["id"] for tie in said["ties"]} == {
        "lantern:tala.rimba",
        "lantern:harbour.lamp",
    }
    assert "CANARY" not in json.dumps(said)


def test_the_reader_on_the_page_keeps_the_rules_of_the_house(house: Path) -> None:
    run(house, "-m", "ruff", "check", "src/parasocial/readers/lantern.py")
    run(house, "-m", "ruff", "format", "--check", "src/parasocial/readers/lantern.py")
