"""The audit of one's own texts, for a terminal."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from parasocial.errors import ParasocialError
from parasocial.export import Limits, open_what_can_be
from parasocial.jobs.terminal import plain
from parasocial.lenses.overshared import Disclosure, Harm, Oversharing
from parasocial.oversharing.photos import Looked, look_at

_TO = {"tie": "to one account", "group": "to a group", "everyone": "to everyone"}


def look_at_pictures(paths: Sequence[Path], limits: Limits | None = None) -> Looked | None:
    """What the pictures in the exports at *paths* say of themselves; None without any export."""
    if not paths:
        return None
    try:
        exports, _ = open_what_can_be(paths, limits or Limits())
    except ParasocialError:
        return None  # reading the same paths says why
    try:
        return look_at(exports)
    finally:
        for export in exports:
            export.close()


def told(found: Oversharing | None) -> str:
    """What was found, as lines of text."""
    if found is None:
        return "There are no texts of yours in these files."
    lines = [_first(found), ""]
    lines += [_line(it) for it in found.findings]
    lines += ["", *_paths(found.paths), "", *_changes(found)]
    lines += ["", *found.blind]
    return "\n".join(lines)


def _first(found: Oversharing) -> str:
    share = found.to_personas
    text = f"{found.texts:,} texts of yours, {len(found.findings):,} things given away in them."
    if share.share:
        text += f" {share.findings:,} of {share.of:,} went to people who cannot see you back."
    return text


def _line(it: Disclosure) -> str:
    to = plain(it.told.name or "") or _TO.get(it.told.to, "to whom: cannot be told")
    where = " ".join(filter(None, (it.platform, it.channel))) or "a picture"
    keep = "  kept on purpose" if it.keep else ""
    value = plain(it.value) if it.value is not None else it.masked
    return f"{it.id:<16} {it.day or '':<10}  {_word(it.kind):<17} {value}  {where}, {to}{keep}"


def _paths(paths: Iterable[Harm]) -> list[str]:
    lines = []
    for it in paths:
        there = [need.name for need in it.needs if need.posts]
        if not there:
            continue
        missing = [need.name for need in it.needs if not need.posts]
        state = f"missing: {', '.join(missing)}" if missing else "everything is there"
        lines.append(f"{it.harm}: {it.title}. There: {', '.join(there)}; {state}.")
    return lines


def _changes(found: Oversharing) -> list[str]:
    titles = {it.name: it.title for it in found.paths}
    by_post = {it.post: it for it in reversed(found.findings)}
    lines = []
    for number, it in enumerate(found.changes.posts, 1):
        first = by_post[it.post]
        broken = "; ".join(titles[name] for name in it.breaks)
        lines.append(
            f"{number}. {first.id}: could say “{first.instead}”. {first.change}"
            + (f" Then this is broken: {broken}." if broken else "")
        )
    return lines


def _word(kind: str) -> str:
    return kind.replace("_", " ")
