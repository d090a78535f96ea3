"""What every test may ask for."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent
LEFT_OUT = re.compile(r"^pytestmark = pytest\.mark\.(spark|thorough|validation)$", re.MULTILINE)
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip

if TYPE_CHECKING:
    from playwright.sync_api import Browser

settings.register_profile("steady", deadline=None, derandomize=True, print_blob=False)
settings.load_profile("steady")


def pytest_configure(config: pytest.Config) -> None:
    """Compile catalogues that changed since the last installation, once and not in workers."""
    if not hasattr(config, "workerinput"):
        from hatch_build import compile_catalogues

        compile_catalogues()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out unread what is left out as a whole: much of a quick run is imports."""
    if "not thorough" in config.option.markexpr and collection_path.match("test_*.py"):
        return LEFT_OUT.search(collection_path.read_text(encoding="utf-8")) is not None or None
    return None


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite expected.jsonl files")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def samples() -> Path:
    """Public test inputs that the project does not carry; present where it is developed."""
    folder = Path(os.environ.get("PARASOCIAL_SAMPLES", ROOT.parent / "shared" / "samples"))
    if not folder.is_dir():
        if os.environ.get("CI"):
            pytest.fail("the samples are missing: set PARASOCIAL_SAMPLES")
        pytest.skip("no samples here")
    return folder


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """A real Chromium: missing, it skips here and fails where CI is set."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not path:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing: install it, or name it in CHROMIUM")
        pytest.skip("no Chromium here")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()
