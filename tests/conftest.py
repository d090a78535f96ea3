"""What every test may ask for."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent

settings.register_profile("steady", deadline=None, derandomize=True, print_blob=False)
settings.load_profile("steady")


def pytest_configure(config: pytest.Config) -> None:
    """Compile catalogues that changed since the last installation, once and not in workers."""
    if not hasattr(config, "workerinput"):
        from hatch_build import compile_catalogues

        compile_catalogues()


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
