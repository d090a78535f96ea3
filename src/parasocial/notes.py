"""What the person says about their own ties: corrections and answers, in a TOML file.

The file lies beside the ledger and is theirs to edit. Every statement is self-report, and is
shown as such.
"""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import msgspec
import tomlkit
from msgspec import Meta, Struct, field

from parasocial.errors import BadNotes
from parasocial.schema import Kind


class Note(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What the person says about one account.

    Attributes:
        kind: What it is; outranks all evidence.
        same_as: The id of the account that is the same person.
        keep: A tie to keep on purpose.
        hide: A tie to leave off every page.
        they_replied: They answered in a way that no export shows.
        we_met: They met in person.
        other_contact: Contact by mail, call, fan art or at an event.
        closeness: How close the tie feels, from 0 to 1.
    """

    kind: Kind | None = None
    same_as: str | None = None
    keep: bool = False
    hide: bool = False
    they_replied: bool = False
    we_met: bool = False
    other_contact: bool = False
    closeness: Annotated[float, Meta(ge=0, le=1)] | None = None

    @property
    def reopens(self) -> bool:
        """Whether this opens again what the data alone would decide."""
        return self.they_replied or self.we_met


class Notes(Struct, frozen=True, forbid_unknown_fields=True):
    """All notes, by account id (``platform:native``)."""

    accounts: dict[str, Note] = field(default_factory=dict)

    def about(self, account: str) -> Note:
        """The note about *account*; an empty one where there is none."""
        return self.accounts.get(account, Note())


def read_notes(path: Path | None) -> Notes:
    """The notes in *path*; none where there is no file.

    Raises:
        BadNotes: The file is no TOML, or says something that notes cannot say.
    """
    if path is None or not path.exists():
        return Notes()
    try:
        return msgspec.convert(tomlkit.parse(path.read_text(encoding="utf-8")).unwrap(), Notes)
    except (ValueError, OSError, msgspec.MsgspecError):
        # The library's own message would quote the file, and with it somebody's name.
        raise BadNotes(
            "The notes file cannot be understood. `parasocial note --help` shows what it may say."
        ) from None


def write_note(path: Path, account: str, changes: Mapping[str, Any]) -> Note:
    """Change what *path* says about *account*; a value of None takes it back.

    The rest of the file stays as it is, comments included. The change is whole or not at all.

    Raises:
        BadNotes: The file or the change cannot be understood, or somebody else is writing.
    """
    with _alone(path):
        before = read_notes(path).about(account)
        try:
            said = {**msgspec.to_builtins(before), **changes}
            note = msgspec.convert({k: v for k, v in said.items() if v is not None}, Note)
        except msgspec.ValidationError:
            raise BadNotes(
                "That is nothing a note can say. See `parasocial note --help`."
            ) from None
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        document = tomlkit.parse(text)
        accounts = document.setdefault("accounts", tomlkit.table(is_super_table=True))
        table = accounts.setdefault(account, tomlkit.table())
        now = {k: v for k, v in msgspec.to_builtins(note).items() if v is not None}
        for name in set(table) - set(now):
            del table[name]
        for name, value in now.items():
            if table.get(name) != value:
                table[name] = value
        _replace(path, tomlkit.dumps(document))
    return note


def _replace(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = path.with_name(f"{path.name}.lock")
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        raise BadNotes(
            f"Somebody else is changing the notes. If nobody is, delete {lock.name} and try again."
        ) from None
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)
