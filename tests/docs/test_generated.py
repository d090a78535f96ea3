"""What is generated is current, and the JSON is what its schema says."""

import json
import subprocess
import sys
from collections.abc import Iterator

import jsonschema
import msgspec
import pytest

from docs.blocks import ROOT
from parasocial.lenses.findings import Findings

SCHEMA = ROOT / "docs" / "audience-1.schema.json"


@pytest.mark.thorough
def test_no_page_is_stale() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "docs.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"make docs writes these anew:\n{done.stdout}{done.stderr}"


def test_a_claim_without_its_test_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    from pages.claims import exists

    assert exists("tests/docs/test_generated.py::test_no_page_is_stale")
    assert not exists("tests/docs/test_generated.py::test_of_something_else")
    assert not exists("tests/docs/test_nothing.py")


@pytest.mark.thorough
def test_real_findings_fit_the_published_schema(example_findings: Findings) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    said = json.loads(msgspec.json.encode(example_findings))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(said)
    assert said["ties"]


@pytest.mark.thorough
def test_the_schema_refuses_what_is_not_ours(example_findings: Findings) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    said = json.loads(msgspec.json.encode(example_findings))
    said["ties"][0]["class"] = "fan"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(said, schema)


@pytest.mark.thorough
def test_a_point_lies_between_its_ends(example_findings: Findings) -> None:
    def ranges(it: object) -> Iterator[dict[str, float]]:
        if isinstance(it, dict):
            if {"low", "high"} <= it.keys() and it["low"] is not None:
                yield it
            it = list(it.values())
        for one in it if isinstance(it, list) else ():
            yield from ranges(one)

    found = list(ranges(json.loads(msgspec.json.encode(example_findings.ties))))
    assert found
    for it in found:
        assert it["low"] <= (it["point"] if it["point"] is not None else it["low"]) <= it["high"]


def test_every_field_is_in_the_documentation() -> None:
    page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    for name, it in json.loads(SCHEMA.read_text(encoding="utf-8"))["$defs"].items():
        assert f"### {name}\n" in page
        assert all(f"| `{field}` |" in page for field in it["properties"])
