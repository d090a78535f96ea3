"""An archive as its server packs it says what the same archive says unpacked; and whose it is."""

import tarfile
import zipfile
from pathlib import Path

import pytest

from parasocial.export import open_exports
from parasocial.readers.mastodon import MASTODON
from parasocial.readers.mastodon.about import facts
from parasocial.reading import Asked
from readers.fixtures import lines, run
from reading.held import export

[FOLDER] = (Path(__file__).parent / "archive_2025" / "export").glob("archive-*")


def told(path: Path) -> list[str]:
    [it] = open_exports([path])
    with it:
        return lines(*run(MASTODON, it, Asked()))


def tarred(path: Path) -> None:
    with tarfile.open(path, "w:gz", format=tarfile.USTAR_FORMAT) as archive:
        for file in sorted(FOLDER.rglob("*"), reverse=True):
            archive.add(file, file.relative_to(FOLDER), recursive=False)


def zipped(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in FOLDER.rglob("*.*"):
            archive.write(file, file.relative_to(FOLDER))


@pytest.mark.parametrize(("ending", "pack"), [("tar.gz", tarred), ("zip", zipped)])
def test_packed_or_not_it_says_the_same(tmp_path, ending, pack):
    path = tmp_path / f"{FOLDER.name}.{ending}"
    pack(path)
    assert told(path) == told(FOLDER)


OWNER = b'{"id": "https://reef.example/users/pim", "preferredUsername": "pim"}'
WRITTEN = (
    b'{"id": "outbox.json", "type": "OrderedCollection", "orderedItems": '
    b'[{"type": "Create", "actor": "https://reef.example/users/pim"}]}'
)


@pytest.mark.parametrize(
    "files",
    [
        {"actor.json": OWNER},
        {"outbox.json": WRITTEN},
        {"actor.json": b"{", "outbox.json": WRITTEN},
    ],
)
def test_actor_and_outbox_both_say_whose_it_is(files):
    assert facts(export(files), Asked()).account == "pim@reef.example"


@pytest.mark.parametrize("me", ["pim", "@pim", "Pim@reef.example", "other@kelp.example"])
def test_a_name_of_egos_does_not_make_a_second_account(me):
    found = facts(export({"actor.json": OWNER}), Asked(me=(me,)))
    assert found.account == "pim@reef.example"


def test_a_list_alone_says_nothing_of_ego():
    listed = export({"following_accounts.csv": b"Account address\nlumi@tea.example\n"})
    assert facts(listed, Asked()).account is None
    assert facts(listed, Asked(me=("@Pim@reef.example",))).account == "pim@reef.example"
