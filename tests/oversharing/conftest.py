"""The patterns, compiled once."""

import json
from pathlib import Path

import pytest

from parasocial.oversharing.scan import Scanner

LABELLED = Path(__file__).parent / "labelled"


@pytest.fixture(scope="session")
def scan() -> Scanner:
    return Scanner()


@pytest.fixture(scope="session")
def posts() -> list[str]:
    """The open half of the labelled posts, without their labels."""
    lines = (LABELLED / "open.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]
