"""Instruments and translations from YAML files, and the one that comes with the package."""

from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from parasocial.study.instrument.languages import Translation
from parasocial.study.instrument.model import BadInstrument, Instrument
from parasocial.study.instrument.soundness import refuse_flaws

T = TypeVar("T")
_MOST_BYTES = 2_000_000


def read_instrument(text: str) -> Instrument:
    """An instrument from YAML.

    Named sets under ``choices`` may stand for the choices of an item, and one condition for a
    list of one.

    Raises:
        BadInstrument: It is no instrument, or does not hold together; says where.
    """
    found = parsed(text, Instrument, "instrument", _resolved)
    refuse_flaws(found, "instrument")
    return found


def parsed(text: str, kind: type[T], what: str, resolved: Any = lambda raw: raw) -> T:
    """A YAML file's content as a typed value.

    Raises:
        BadInstrument: It is no YAML, or not of that kind; says where.
    """
    import yaml

    try:
        raw = _loaded(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        place = getattr(error, "problem_mark", None)
        where = f" near line {place.line + 1}" if place else ""
        raise BadInstrument(f"The {what} is no YAML that can be read{where}.") from None
    try:
        return msgspec.convert(resolved(raw), kind)
    except (msgspec.ValidationError, TypeError, AttributeError) as error:
        raise BadInstrument(f"The {what} says something that it cannot: {error}") from None


@lru_cache(maxsize=1)
def _plain() -> Any:
    """A safe loader that leaves days as they are written."""
    import yaml

    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Plain(base):  # type: ignore[misc]
        pass

    Plain.yaml_implicit_resolvers = {
        first: [(tag, it) for tag, it in found if not tag.endswith(":timestamp")]
        for first, found in base.yaml_implicit_resolvers.items()
    }
    return Plain


def _loaded(text: str) -> Any:
    """A YAML file's content. Aliases, which make a small file a huge one, are refused."""
    import yaml

    for event in yaml.parse(text, Loader=_plain()):
        if isinstance(event, yaml.AliasEvent):
            raise yaml.MarkedYAMLError(problem_mark=event.start_mark)
    return yaml.load(text, Loader=_plain())  # noqa: S506 - a safe loader with less in it


def _resolved(raw: Any) -> Any:
    """The file's shorthand written out."""
    raw = dict(raw)
    sets = raw.pop("choices", {})
    raw["pages"] = [_page(page, sets) for page in raw.get("pages", ())]
    raw["ends"] = [_listed(end) for end in raw.get("ends", ())]
    return raw


def _page(page: Any, sets: Any) -> Any:
    page = _listed(page)
    page["items"] = [_item(item, sets) for item in page.get("items", ())]
    return page


def _item(item: Any, sets: Any) -> Any:
    item = _listed(item)
    choices = item.get("choices")
    if isinstance(choices, str):
        if choices not in sets:
            raise BadInstrument(f"There is no set of choices called {choices}.")
        item["choices"] = sets[choices]
    return item


def _listed(part: Any) -> Any:
    part = dict(part)
    if isinstance(part.get("when"), dict):
        part["when"] = [part["when"]]
    return part


def read_file(path: Path | Traversable) -> str:
    """A file's text.

    Raises:
        BadInstrument: It is missing, no UTF-8, or far too large.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise BadInstrument(f"{path.name} could not be read: {error.strerror}.") from None
    if len(data) > _MOST_BYTES:
        raise BadInstrument(f"{path.name} is larger than an instrument can be.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInstrument(f"{path.name} is not UTF-8. Save it as UTF-8.") from None


def read_translation(text: str) -> Translation:
    """One language's file.

    Raises:
        BadInstrument: It is no translation.
    """
    return parsed(text, Translation, "translation")


def read_translations(folder: Path | Traversable) -> dict[str, Translation]:
    """The translations of a folder: files called by their language, such as ``th.yaml``.

    Raises:
        BadInstrument: One is no translation, or of another language than its name says.
    """
    found: dict[str, Translation] = {}
    for path in sorted(folder.iterdir(), key=lambda it: it.name):
        name, dot, ending = path.name.partition(".")
        if (dot, ending) != (".", "yaml") or name in ("instrument", "study"):
            continue
        it = read_translation(read_file(path))
        if it.language != name:
            raise BadInstrument(f"{path.name} says that it is {it.language}.")
        found[name] = it
    return found


def ready_folder() -> Traversable:
    """Where the instrument that comes with the package lies."""
    return files("parasocial.study.instrument") / "ready"


def ready() -> tuple[Instrument, dict[str, Translation]]:
    """The instrument that comes with the package, and its translations."""
    folder = ready_folder()
    return read_instrument(read_file(folder / "instrument.yaml")), read_translations(folder)
