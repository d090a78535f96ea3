"""What the person says about their own ties: corrections and answers, in a TOML file.

The file lies beside the ledger and is theirs to edit. Every statement is self-report, and is
shown as such.
"""

import os
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct, field

from parasocial.errors import BadNotes
from parasocial.schema import Kind

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

Said = Literal["yes", "no", "unsure"]
Topic = Literal["health", "hobbies", "style", "news", "other"]
Accounts = Literal["in_use", "unopened", "deleted", "never"]
Four = Annotated[int, Meta(ge=0, le=4)]


class Answers(Struct, frozen=True):
    """What a person says that one tie gives them. Self-report; null where they did not say.

    Attributes:
        learn: They learn something.
        learn_what: What of; empty where they did not say.
        escape: It takes them out of their day.
        belonging: It makes them feel part of something.
        could_be_friends: The two could be friends.
        with_no_one_else: Nobody else gives them this.
        would_miss: They would miss it.
        depend: They count on it.
        expected_replies: How many of five messages they would expect to be answered.
    """

    learn: Said | None = None
    learn_what: tuple[Topic, ...] = ()
    escape: Said | None = None
    belonging: Said | None = None
    could_be_friends: Said | None = None
    with_no_one_else: Said | None = None
    would_miss: Said | None = None
    depend: Said | None = None
    expected_replies: Annotated[int, Meta(ge=0, le=5)] | None = None


class Note(Answers, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What the person says about one account, with their answers about it.

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

    @property
    def answers(self) -> Answers | None:
        """The answers alone; None where there are none."""
        said = Answers(**{name: getattr(self, name) for name in Answers.__struct_fields__})
        return None if said == Answers() else said

    def or_else(self, other: "Note") -> "Note":
        """Both notes as one. Where both say something, this one does."""
        unsaid = Note()
        return Note(
            **{
                name: getattr(other if getattr(self, name) == default else self, name)
                for name in Note.__struct_fields__
                for default in [getattr(unsaid, name)]
            }
        )


class QuizAnswers(Struct, frozen=True, forbid_unknown_fields=True):
    """Six answers about how a person uses social media. The last three are even at 2.

    Attributes:
        hours_a_day: Hours on a usual day.
        posts_a_week: Posts, stories and public comments in a usual week.
        accounts: What became of their accounts.
        one_sitting: Whether posts come in one sitting, from 0 (spread out) to 4.
        no_trace: Whether they look without leaving a trace, from 0 (never) to 4.
        keeps_limit: Whether they keep a limit, from 0 (never) to 4.
    """

    hours_a_day: Annotated[float, Meta(ge=0, le=24)]
    posts_a_week: Annotated[float, Meta(ge=0, le=10_000)]
    accounts: Accounts
    one_sitting: Four = 2
    no_trace: Four = 2
    keeps_limit: Four = 2


class Names(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Full names to look for in the person's own texts, by whose they are."""

    me: list[str] = field(default_factory=list)
    partner: list[str] = field(default_factory=list)
    children: list[str] = field(default_factory=list)
    friends: list[str] = field(default_factory=list)

    def by_whose(self) -> dict[str, list[str]]:
        """The names by whose they are."""
        return {
            "me": self.me,
            "partner": self.partner,
            "children": self.children,
            "friends": self.friends,
        }


class Kept(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What was given away and stays so on purpose: ids of findings or posts."""

    keep: list[str] = field(default_factory=list)


class Notes(Struct, frozen=True, forbid_unknown_fields=True):
    """All notes, by account id (``platform:native``), and what was said of other things.

    Attributes:
        quiz: What was said in the quiz.
        names: Names to look for in the person's own texts.
        oversharing: What stays given away on purpose.
    """

    accounts: dict[str, Note] = field(default_factory=dict)
    quiz: QuizAnswers | None = None
    names: Names = field(default_factory=Names)
    oversharing: Kept = field(default_factory=Kept)

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
        content = path.read_bytes()
    except OSError:
        raise _not_understood() from None
    return parse_notes(content)


def parse_notes(content: bytes) -> Notes:
    """The notes that the *content* of a file holds.

    Raises:
        BadNotes: It is no TOML, or says something that notes cannot say.
    """
    try:
        return msgspec.convert(tomllib.loads(content.decode()), Notes)
    except (ValueError, msgspec.MsgspecError):
        # The library's own message would quote the file, and with it somebody's name.
        raise _not_understood() from None


def _not_understood() -> BadNotes:
    return BadNotes(
        "The notes file cannot be understood. `parasocial note --help` shows what it may say."
    )


def read_names(path: Path) -> Names:
    """The names in a file of their own: TOML with ``me``, ``partner``, ``children``, ``friends``.

    Raises:
        BadNotes: The file cannot be read, or says something else.
    """
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Names)
    except (ValueError, OSError, msgspec.MsgspecError):
        raise BadNotes(
            "The file of names cannot be understood. It is TOML, with lists called "
            "me, partner, children, friends."
        ) from None


def write_note(path: Path, account: str, changes: Mapping[str, Any]) -> Note:
    """Change what *path* says about *account*; a value of None takes it back.

    Raises:
        BadNotes: The file or the change cannot be understood, or somebody else is writing.
    """
    return write_notes(path, {account: changes})[account]


def write_notes(path: Path, changes: Mapping[str, Mapping[str, Any]]) -> dict[str, Note]:
    """Change what *path* says about several accounts at once; all of it, or nothing.

    The rest of the file stays as it is, comments included.

    Raises:
        BadNotes: The file or a change cannot be understood, or somebody else is writing.
    """
    import tomlkit

    with _edited(path) as (before, document):
        notes = {name: _changed(before.about(name), these) for name, these in changes.items()}
        accounts = document.setdefault("accounts", tomlkit.table(is_super_table=True))
        for account, note in notes.items():
            _fill(accounts.setdefault(account, tomlkit.table()), note)
    return notes


def write_quiz(path: Path, quiz: QuizAnswers) -> None:
    """Keep the answers of the quiz in *path*, in place of earlier ones.

    Raises:
        BadNotes: The file cannot be understood, or somebody else is writing.
    """
    import tomlkit

    with _edited(path) as (_, document):
        _fill(document.setdefault("quiz", tomlkit.table()), quiz)


def _changed(before: Note, changes: Mapping[str, Any]) -> Note:
    said = {**msgspec.to_builtins(before), **changes}
    try:
        return msgspec.convert({k: v for k, v in said.items() if v is not None}, Note)
    except msgspec.ValidationError:
        raise BadNotes("That is nothing a note can say. See `parasocial note --help`.") from None


def _fill(table: Any, said: Struct) -> None:
    now = msgspec.json.decode(msgspec.json.encode(said))
    for name in set(table) - set(now):
        del table[name]
    for name, value in now.items():
        if table.get(name) != value:
            table[name] = value


@contextmanager
def _edited(path: Path) -> Iterator[tuple[Notes, "TOMLDocument"]]:
    """The notes in *path*, and their document to change; written once nothing was raised."""
    import tomlkit

    with _alone(path):
        before = read_notes(path)
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        document = tomlkit.parse(text)
        yield before, document
        _replace(path, tomlkit.dumps(document))


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
