"""Every reader turns each of its fixtures into exactly its golden file."""

import pytest

from parasocial.readers import READERS
from parasocial.reading import reader_for
from readers.fixtures import FIXTURES, Fixture, lines, run


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.id)
def test_golden(fixture: Fixture, update_golden: bool) -> None:
    with fixture.export() as export:
        found = lines(*run(fixture.reader, export, fixture.asked))
    golden = fixture.folder / "expected.jsonl"
    if update_golden:
        golden.write_text("\n".join(found) + "\n")
    assert golden.read_text().splitlines() == found


@pytest.mark.thorough
@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.id)
def test_no_other_reader_claims_a_fixture(fixture: Fixture) -> None:
    with fixture.export() as export:
        assert reader_for(READERS, export) is fixture.reader


def test_every_reader_has_a_fixture() -> None:
    assert {fixture.platform for fixture in FIXTURES} == {reader.name for reader in READERS}
