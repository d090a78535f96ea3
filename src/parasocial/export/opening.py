"""From the paths a person gives to the exports they are."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from zipfile import ZipFile

from parasocial.errors import UnreadableExport, UnsafeExport
from parasocial.export.folders import archives_in, open_file, open_folder
from parasocial.export.kinds import kind_of
from parasocial.export.limits import DEFAULT, Limits
from parasocial.export.members import Member
from parasocial.export.names import spelled
from parasocial.export.parts import downloads, stem
from parasocial.export.tars import open_tar
from parasocial.export.view import Export
from parasocial.export.zips import open_zip


def open_exports(paths: Sequence[Path], limits: Limits = DEFAULT) -> list[Export]:
    """The exports at *paths*, all of them or none.

    Raises:
        UnreadableExport: A path is not an export. A note on the error names the path.
        UnsafeExport: An export breaks a bound.
    """
    exports, refused = open_what_can_be(paths, limits)
    for error in refused:
        for export in exports:
            export.close()
        raise error
    return exports


def open_what_can_be(
    paths: Sequence[Path], limits: Limits = DEFAULT
) -> tuple[list[Export], list[UnreadableExport]]:
    """The exports at *paths*, and why what else is there could not be opened.

    An archive, folder or file is one export, the parts of one download are one.

    Archives at the top of a folder are exports; what else the folder holds is one more.

    Returns:
        First archives, then folders and files, each in the order given. The caller closes them.
        A note on each error names its path.
    """
    refused: list[UnreadableExport] = []
    archives, others = _sorted_out(paths, refused)
    exports: list[Export] = []
    with ExitStack() as opened:
        for parts in downloads(dict.fromkeys(archives)):
            with _collected(refused):
                exports.append(opened.enter_context(_download(parts, limits)))
        for path in others:
            with _collected(refused):
                exports += _unpacked(path, limits)
        opened.pop_all()
    return exports, refused


def _sorted_out(
    paths: Iterable[Path], refused: list[UnreadableExport]
) -> tuple[list[Path], list[Path]]:
    """The archives, given or found in a given folder, and everything else."""
    archives: list[Path] = []
    others: list[Path] = []
    for path in dict.fromkeys(path.absolute() for path in paths):
        with _collected(refused), _noted(path):
            kind = kind_of(path)
            (archives if kind in ("zip", "tar") else others).append(path)
            if kind == "folder":
                archives += archives_in(path)
    return archives, others


def _download(parts: Sequence[Path], limits: Limits) -> Export:
    """One export out of all its archives."""
    archives: list[ZipFile] = []
    members: list[Member] = []
    with ExitStack() as opened:
        for part in parts:
            with _noted(part):
                if kind_of(part) == "tar":
                    members += open_tar(part, limits)
                else:
                    archive, files = open_zip(part, limits)
                    archives.append(opened.enter_context(archive))
                    members += files
                _refuse_excess(members, limits)
        with _noted(parts[0]):
            export = _filled(Export(members, spelled(stem(parts[0])), archives))
        opened.pop_all()
    return export


def _unpacked(path: Path, limits: Limits) -> Iterator[Export]:
    """The export in a folder or file; none in a folder that holds only archives."""
    with _noted(path):
        folder = path.is_dir()
        members = open_folder(path, limits) if folder else open_file(path, limits)
        _refuse_excess(members, limits)
        if members or not (folder and archives_in(path)):
            yield _filled(Export(members, spelled(path.name if folder else path.stem)))


def _refuse_excess(members: Sequence[Member], limits: Limits) -> None:
    if len(members) > limits.members:
        raise UnsafeExport(limits.broken("members", "The export has more files"))
    if sum(member.size for member in members) > limits.total_bytes:
        raise UnsafeExport(limits.broken("total_bytes", "The export expands to more bytes"))


def _filled(export: Export) -> Export:
    if not export.members:
        raise UnreadableExport("There are no files in it. Download the export again.")
    return export


@contextmanager
def _collected(refused: list[UnreadableExport]) -> Iterator[None]:
    try:
        yield
    except UnreadableExport as error:
        refused.append(error)


@contextmanager
def _noted(path: Path) -> Iterator[None]:
    """Note on an error which of the given paths it is about; its message names none."""
    try:
        yield
    except UnreadableExport as error:
        error.add_note(f"Path: {path}")
        raise
