"""The first screen: who heard from you, and what no effort could change."""

from typing import Literal

from parasocial.lenses.findings.creator import Findings
from parasocial.report.calendar import months
from parasocial.report.creator.words.answered import reasons
from parasocial.report.creator.words.numbers import wait
from parasocial.report.words.numbers import about, capital, counted, listed, name, rounded

Pip = Literal["both", "one", "either"]
_NARROW, _TEN = 1, 10


def eyebrow(f: Findings) -> str:
    """Which logs, and when."""
    titles = list(dict.fromkeys(source.title for source in f.sources))
    when = months(f.window.start, f.window.end)
    return " · ".join(part for part in ("Your channel", listed(titles), when) if part)


def sentence(f: Findings) -> str:
    """The headline."""
    if not f.totals.people:
        return "Nobody has written here yet."
    it = f.replies.coverage
    if it.point is None or it.low is None or it.high is None:
        return "Whether fans heard from you can’t be told here."
    low, point, high = (rounded(end * _TEN) for end in (it.low, it.point, it.high))
    if it.high == 0:
        return "No answer to fans is seen in these logs."
    if high - low > _NARROW:
        return f"At least {_fans(low)} heard from you." if low else _between(high)
    return f"{_about(point)} heard from you."


def _between(high: int) -> str:
    whom = "all" if high == _TEN else f"{name(high)} in ten"
    return f"Up to {whom} of your fans heard from you."


def _about(tenths: int) -> str:
    if tenths == 0:
        return "Fewer than one in ten fans"
    return "Nearly all fans" if tenths == _TEN else f"About {_fans(tenths)}"


def _fans(tenths: int) -> str:
    return f"{name(tenths)} in ten fans"


def lede(f: Findings) -> str:
    """What goes with it: the ceiling, or what can be told instead."""
    if not f.totals.people:
        return "The end of this page lists what was read."
    counts = f"{counted(f.totals.people, 'person', 'people')} wrote "
    counts += f"{counted(f.totals.messages, 'message')}"
    if f.replies.coverage.point is None:
        why = next(iter(reasons(f)), f.replies.coverage.why)
        return f"{capital(counts)}." + (f" The reason: {why}." if why else "")
    return f"{capital(counts)}. Nobody can answer everyone. Whom would you like to reach?"


def pips(f: Findings) -> list[Pip]:
    """Ten fans by what is known of them; none where that cannot be told."""
    it = f.replies.coverage
    if it.point is None or it.low is None or it.high is None:
        return []
    low, high = rounded(it.low * _TEN), rounded(it.high * _TEN)
    either = high - low
    kinds: list[tuple[Pip, int]] = [("both", low), ("either", either), ("one", _TEN - high)]
    return [kind for kind, number in kinds for _ in range(number)]


def pip_key(kind: Pip, ten: list[Pip]) -> str:
    """What one kind of pip stands for, with how many there are."""
    words = {"both": "heard from you", "one": "no answer seen", "either": "can’t be told"}
    return f"{ten.count(kind)} {words[kind]}"


def ten_in_words(ten: list[Pip]) -> str:
    """The ten pips for somebody who cannot see them."""
    kinds: list[Pip] = ["both", "either", "one"]
    return f"Of ten fans: {listed([pip_key(kind, ten) for kind in kinds if kind in ten])}."


def facts(f: Findings) -> list[tuple[str, str, str]]:
    """Label, fact and a smaller line; what cannot be told is left out."""
    if not f.totals.people:
        return []
    found = [
        (
            "People",
            f"{f.totals.people:,}",
            f"{counted(f.totals.messages, 'message')}, {counted(f.totals.words, 'word')}",
        )
    ]
    middle = f.waiting.median_hours
    if middle.value is not None:
        found.append(("Half are answered within", wait(middle.value), "of those that can be told"))
    reading, replying = f.load.reading_hours.value, f.load.reply_hours.value
    if reading:
        small = f"and {about(replying)} to type your own" if replying else "at 238 words a minute"
        found.append(("To read it all, a week", capital(about(reading)), small))
    back = f.retention.returned.point
    if back is not None:
        found.append(("Came back", _back(back), "and wrote in a later week, month or year"))
    return found


def _back(share: float) -> str:
    tenths = rounded(share * _TEN)
    return f"{capital(name(tenths))} in ten" if tenths else "Fewer than one in ten"
