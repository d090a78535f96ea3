"""What Meta's exports share: repaired text, and records nested in lists, maps and labels."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from msgspec import Struct, field

from parasocial.reading.local_times import LocalTime, local_time
from parasocial.reading.meta_html import Block, blocks, page
from parasocial.reading.model import Broken, File, Here, Row, Table
from parasocial.reading.shapes import either
from parasocial.reading.times import epoch

# The words under which an account's handle stands. Other languages are read by position.
_HANDLE = frozenset(
    (
        *("username", "user name", "author", "media owner"),
        *("gebruikersnaam", "auteur", "media-eigenaar"),
        *("nombre de usuario", "nom de profil", "benutzername"),
    )
)
_PROFILE = re.compile(r"instagram\.com/(?:_u/|stories/)?([\w.]+)(?:/\d*)?/?(?:\?.*)?$", re.ASCII)
_NO_PROFILE = frozenset(("p", "reel", "reels", "stories", "tv", "explore"))
_CODE = re.compile(r"/(?:p|reels?|tv|t|post)/([\w-]+)", re.ASCII)
_LIKE_A_HANDLE = re.compile(r"[A-Za-z0-9._]{1,30}", re.ASCII)
_GROUP = 2  # an account is told by at least a link and a name, a hashtag by a name alone


class Entry(Struct, gc=False):
    """One entry of ``string_list_data`` or ``string_map_data``."""

    href: str | None = None
    value: Any = None
    timestamp: float | None = None


class Label(Struct, gc=False):
    """One entry of ``label_values``: a label and its value, or a titled list of such.

    Attributes:
        key: What the label is called inside the platform, in every language; often missing.
        title: What the list is of.
    """

    label: str | None = None
    value: Any = None
    href: str | None = None
    timestamp_value: float | None = None
    inner: "list[Label] | Label | None" = field(default=None, name="dict")
    key: str | None = field(default=None, name="ent_field_name")
    title: str | None = None


class Item(Struct, gc=False):
    """One record of a list file, in whichever shape its era has.

    Attributes:
        date: The local date as a page shows it; only in HTML.
    """

    title: str | None = None
    timestamp: float | None = None
    creation_timestamp: float | None = None
    string_list_data: list[Entry] | Entry | None = None
    string_map_data: dict[str, Entry] | list[Any] | None = None
    label_values: list[Label] | Label | None = None
    media: Any = None
    uri: str | None = None
    date: str | None = None


def repaired(text: str) -> str:
    """*text* with UTF-8 that was written as Latin-1 put right; any other text as it is.

    Half an emoji, which no database would take, becomes a question mark.
    """
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode()
    except UnicodeError:
        return text.encode(errors="replace").decode()


def of_block(block: Block) -> Item:
    """The same record as JSON would have it."""
    return Item(
        title=block.title,
        string_list_data=Entry(href=block.href, value=block.link),
        label_values=labels(block),
        date=block.date,
    )


def labels(block: Block) -> list[Label]:
    """The labelled values of a record on a page; those of a table in a table stand together."""
    groups = [
        [Label(label=cell.label, value=cell.value, href=cell.href) for cell in group]
        for group in block.groups
    ]
    flat, *nested = groups or [[]]
    return [*flat, *(Label(inner=group) for group in nested)]


@dataclass(frozen=True, slots=True)
class Items:
    """The records of a list file: JSON at the root or under one of *keys*, or an HTML page.

    Attributes:
        of: The record that a block of a page is.
    """

    keys: tuple[str, ...]
    of: Callable[[Block], Row] = of_block

    def __call__(self, file: File, row: Any) -> Table:
        """Find the records of *file*."""
        if file.member.path.suffix.lower() == ".html":
            return Table(self._pages(file))
        return either(*self.keys)(file, row)

    def _pages(self, file: File) -> Iterator[Sequence[Row | Broken]]:
        if (root := page(file.content)) is not None:
            yield [self.of(block) for block in blocks(root)]


def items(*keys: str) -> Items:
    """A list at the root of a JSON file or under one of *keys*, or the blocks of a page."""
    return Items(keys)


def _many(of: Any) -> list[Any]:
    """A list, also where a list of one has collapsed to its one."""
    if of is None:
        return []
    return of if isinstance(of, list) else [of]


def entries(item: Item) -> list[Entry]:
    """The entries of ``string_list_data``."""
    return _many(item.string_list_data)


def _mapped(item: Item) -> dict[str, Entry]:
    found = item.string_map_data
    return found if isinstance(found, dict) else {}


def pairs(item: Item) -> list[tuple[str, str]]:
    """Labels, folded, and their texts, in the file's order; empty texts left out."""
    found: list[tuple[str, Any]] = [(key, it.value) for key, it in _mapped(item).items()]
    if item.label_values is not None:
        found += [(it.label or "", it.value) for it in _many(item.label_values)]
    return [
        (repaired(label).casefold(), repaired(value).strip())
        for label, value in found
        if isinstance(value, str) and value.strip()
    ]


def times(item: Item, here: Here) -> list[LocalTime]:
    """When a record happened, once per entry; empty if it does not say."""
    if item.date:
        return [local_time(item.date, zone=here.facts.zone)]
    if found := item.timestamp or item.creation_timestamp:
        return [_at(found)]
    told = [_at(it.timestamp) for it in entries(item) if it.timestamp]
    told += [_at(it.timestamp) for it in _mapped(item).values() if it.timestamp]
    if item.label_values is not None:
        told += [_at(it.timestamp_value) for it in _many(item.label_values) if it.timestamp_value]
    return told


def time(item: Item, here: Here) -> LocalTime:
    """When a record happened.

    Raises:
        ValueError: It does not say.
    """
    return next(iter(times(item, here)), None) or _at(0)


def _at(timestamp: float) -> LocalTime:
    return LocalTime(epoch(timestamp), None, None)


def link(item: Item) -> str:
    """The first address a record holds; empty if it holds none."""
    return next(_links(item), "")


def _links(item: Item) -> Iterator[str]:
    for part in (entries(item), _mapped(item).values(), _many(item.label_values)):
        for it in part:
            if it.href:
                yield it.href
            elif isinstance(it.value, str) and it.value.startswith("http"):
                yield it.value


def code(address: str) -> str | None:
    """The short code of the post that an address names."""
    found = _CODE.search(address)
    return found[1] if found else None


def handle_in(address: str) -> str | None:
    """The handle of the account whose profile or story an address names."""
    found = _PROFILE.search(address)
    return found[1] if found and found[1] not in _NO_PROFILE else None


def handle(item: Item) -> str | None:
    """The handle of the account that a record is about, None if it names none."""
    if item.label_values is not None:
        labels = _many(item.label_values)
        groups = list(_groups(labels))
        if found := _labelled([labels, *groups]) or _guessed(groups):
            return found
    for label, entry in _mapped(item).items():
        if entry.value and label.casefold() in _HANDLE:
            return repaired(str(entry.value)).strip()
    return _titled(item) or next(filter(None, map(handle_in, _links(item))), None) or _only(item)


def _titled(item: Item) -> str | None:
    # Titles that are no handles are captions: somebody else's words.
    title = (item.title or "").strip()
    return title if like_a_handle(title) else None


def _labelled(groups: Iterable[list[Label]]) -> str | None:
    for group in groups:
        for it in group:
            if it.value and it.label and it.label.casefold() in _HANDLE:
                return repaired(str(it.value)).strip()
    return None


def _groups(labels: Iterable[Label]) -> Iterator[list[Label]]:
    """Every list of plain labels inside titled ones."""
    for label in labels:
        inner = _many(label.inner)
        if plain := [it for it in inner if it.inner is None]:
            yield plain
        yield from _groups(inner)


def _guessed(groups: Iterable[list[Label]]) -> str | None:
    """In a language we do not know: an account is told by its link, its name and its handle."""
    for group in groups:
        named = [it.value for it in group if isinstance(it.value, str)]
        if len(group) >= _GROUP and (found := [it for it in named if like_a_handle(it)]):
            return found[-1]
    return None


def _only(item: Item) -> str | None:
    """In a language we do not know: the one text beside the time."""
    found = pairs(item) if item.date or item.string_map_data else []
    [(_, value)] = found if len(found) == 1 else [("", "")]
    return value if like_a_handle(value) else None


def like_a_handle(text: str) -> bool:
    """Whether *text* could be a handle: display names mostly could not."""
    return _LIKE_A_HANDLE.fullmatch(text) is not None
