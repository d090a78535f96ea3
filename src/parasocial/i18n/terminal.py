"""Topics as text for a terminal."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from parasocial.guidance import Setting, Source, Text
from parasocial.i18n import messages as say
from parasocial.i18n.catalogue import Catalogue
from parasocial.i18n.told import Said, Told

WIDTH = 88


def listed(titles: Sequence[Mapping[str, str]], here: Catalogue) -> str:
    """Every topic with its title, in groups."""
    wide = max(len(it["topic"]) for it in titles)
    lines = [*_draft(here)]
    for group, heading in say.GROUPS.items():
        lines.append(here.say(heading))
        of_group = [it for it in titles if it["group"] == group]
        lines += [f"  {it['topic']:<{wide}}  {it['title']}" for it in of_group]
        lines.append("")
    return "\n".join([*lines, here.say(say.ONE, command="parasocial guide TOPIC")])


def printed(told: Told, here: Catalogue) -> str:
    """One topic: its texts, where to look, help lines if any, and sources."""
    lines = [*_draft(here), told.title]
    for said in told.texts:
        lines += ["", *_text(said, here)]
    if told.settings:
        lines += ["", here.say(say.LOOK)]
        lines += [line for it in told.settings for line in _setting(it, here)]
    if told.help_lines:
        lines += ["", here.say(say.HELP)]
        lines += [f"  {it.name}: {it.reach}" for it in told.help_lines]
    sources = {it.cited: it for said in told.texts for it in said.sources}
    lines += ["", here.say(say.SOURCES)]
    lines += [line for it in sources.values() for line in _source(it, here)]
    return "\n".join(lines)


def _draft(here: Catalogue) -> list[str]:
    return [*_wrapped(here.say(say.DRAFT)), ""] if here.status == "draft" else []


def _text(said: Said, here: Catalogue) -> Iterator[str]:
    if said.when in say.WHEN:
        yield here.say(say.WHEN[said.when])
    yield from _sentences(said, here.count(*say.STEPS, len(said.steps)))
    if said.english is not None:
        yield ""
        yield f"  {here.say(say.ENGLISH)}"
        one, many = say.STEPS
        steps = len(said.english.steps)
        yield from _sentences(said.english, (one if steps == 1 else many) % {"count": steps})


def _sentences(text: Said | Text, heading: str) -> Iterator[str]:
    for sentence in (text.fact, text.common, text.question):
        yield from _wrapped(sentence, "  ")
    if text.steps:
        yield f"  {heading}"
        for step in text.steps:
            yield from _wrapped(step, "  · ")


def _setting(setting: Setting, here: Catalogue) -> Iterator[str]:
    if setting.look_for is not None:
        yield from _wrapped(setting.look_for, "  · ")
    else:
        words = say.SEEN if setting.source else say.MENUS
        seen = here.say(words, platform=setting.platform, month=setting.checked)
        source = f" ({setting.source})" if setting.source else ""
        yield from _wrapped(f"{seen} {setting.path}{source}", "  · ")


def _source(source: Source, here: Catalogue) -> list[str]:
    read = here.say(say.READ[source.read], day=source.checked.isoformat())
    return _wrapped(f"{source.cited} ({read})", "  · ")


def _wrapped(text: str, first: str = "") -> list[str]:
    """*text* in lines; what has no spaces (Thai, a DOI) is left to the terminal."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )
