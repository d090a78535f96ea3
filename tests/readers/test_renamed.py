"""An export that was unzipped, zipped again, wrapped or renamed is recognised all the same."""

import zipfile
from pathlib import Path, PurePosixPath

import pytest

from parasocial.errors import UnknownExport
from parasocial.export import Export, open_exports
from parasocial.readers import READERS
from parasocial.reading import claims, reader_for
from readers.fixtures import FIXTURES, Fixture
from reading.held import export

_META = "Meta writes lists and threads of all its platforms alike; their names tell them apart"
_LABELS = "a text of labels in the account's language could be anybody's"
BY_NAME_ALONE = {
    "bluesky-unpacked": "a file is one record, and its folder's name says which",
    "facebook-labels_2026": _META,
    "facebook-messages_only": _META,
    "mastodon-lists_2019": "a list of addresses alone, which any table could have",
    **{it.id: _META for it in FIXTURES if it.platform == "instagram"},
    **{it.id: _LABELS for it in FIXTURES if it.id.startswith("tiktok-txt")},
}
METAS = {"facebook", "instagram"}


def files_of(fixture: Fixture) -> dict[str, bytes]:
    with fixture.export() as whole:
        return {it.name: it.head(it.size) for it in whole.members}


def renamed(fixture: Fixture) -> Export:
    """The same files, called by numbers, in one folder."""
    files = files_of(fixture)
    names = {name: f"{n}{PurePosixPath(name).suffix}" for n, name in enumerate(sorted(files))}
    return export({f"new folder/{names[name]}": files[name] for name in files})


@pytest.mark.thorough
@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.id)
def test_zipped_again_and_wrapped(fixture: Fixture, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "download (1).zip", "w") as archive:
        for name, content in files_of(fixture).items():
            archive.writestr(f"my things/zipped again/{name}", content)
    [zipped] = open_exports([tmp_path / "download (1).zip"])
    with zipped, fixture.export() as whole:
        assert reader_for(READERS, zipped) is fixture.reader
        before, after = claims(fixture.reader, whole), claims(fixture.reader, zipped)
        assert list(before.values()) == list(after.values())


@pytest.mark.thorough
@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.id)
def test_renamed(fixture: Fixture) -> None:
    if fixture.id not in BY_NAME_ALONE:
        assert reader_for(READERS, renamed(fixture)) is fixture.reader
        return
    try:
        found = reader_for(READERS, renamed(fixture))
    except UnknownExport:
        return
    # Nothing of one platform is taken for another's, but between Meta's own.
    assert {found.name, fixture.platform} <= METAS
