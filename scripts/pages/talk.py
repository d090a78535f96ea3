"""The word lists on talk in tables: how large they are, and how often they are right."""

from pages.markdown import table
from parasocial.talk.lists import LANGUAGES, spelled, words
from parasocial.talk.measured import Figures, Half, measured

_LANGUAGES = {
    "en": "English",
    "id": "Indonesian",
    "ms": "Malay",
    "vi": "Vietnamese",
    "th": "Thai",
    "fil": "Filipino",
}


def lists() -> str:
    """How many phrases each language has, and who has read them."""
    rows = []
    for language in LANGUAGES:
        them = words(language)
        phrases = sum(len(spelled(line)) for lines in them.lists.values() for line in lines)
        rows.append((_LANGUAGES[language], f"{phrases:,}", them.status))
    return table(("Language", "Phrases", "Status"), rows)


def figures() -> str:
    """Both halves of the labelled messages beside each other."""
    known = measured()
    lines = [_alarms("sealed", known.sealed), _alarms("open", known.open)]
    rows = [
        (name.replace("_", " "), *_cells(half.marks[name]), *_cells(known.open.marks[name]))
        for half in (known.sealed,)
        for name in half.marks
    ]
    rows += [
        (f"speaks to: {name.replace('_', ' ')}", *_cells(it), *_cells(known.open.whom[name]))
        for name, it in known.sealed.whom.items()
    ]
    head = ("Mark", *(f"{cell}, {half}" for half in ("sealed", "open") for cell in _HEAD))
    return "\n".join(lines) + "\n\n" + table(head, rows)


def speed() -> str:
    """Messages a second."""
    it = measured().speed
    return (
        f"{it.a_second:,} messages a second of processor time, over {it.messages:,} of which half "
        f"are short ones that repeat; one process, Python {it.python}, load {it.load:g}."
    )


_HEAD = ("n", "precision", "recall")


def _alarms(name: str, half: Half) -> str:
    return (
        f"- {name}: {half.messages} messages; of {half.near} that look like something for the "
        f"queue and are not, {half.near_queued} were taken."
    )


def _cells(it: Figures) -> tuple[str, str, str]:
    return str(it.n), _with(it.precision, it.precision_95), _with(it.recall, it.recall_95)


def _with(share: float | None, ends: tuple[float, float] | None) -> str:
    if share is None or ends is None:
        return "–"
    return f"{_share(share)} ({_share(ends[0])}–{_share(ends[1])})"


def _share(it: float) -> str:
    return f"{it:.2f}".replace("0.", ".", 1).replace("1.00", "1")
