"""The oversharing audit in tables: what was measured, the ways, the shares, the languages."""

import json
from typing import Any

from pages.markdown import ROOT, table
from parasocial.oversharing.bands import population
from parasocial.oversharing.cues import spelled
from parasocial.oversharing.paths import known_paths
from parasocial.oversharing.patterns import KINDS, LANGUAGES, lexicon
from parasocial.readers import READERS

KEPT = ROOT / "benchmarks" / "oversharing.json"
JOINED = ROOT / "tests" / "oversharing" / "joined.json"
TIMED = ROOT / "benchmarks" / "results.json"
ALONE, EVERY_CORE, HOSTILE = "one process", "every core", "a hostile post of 10 MB"
_LANGUAGES = {
    "any": "any",
    "en": "English",
    "id": "Indonesian",
    "ms": "Malay",
    "vi": "Vietnamese",
    "th": "Thai",
    "fil": "Filipino",
}


def _kept() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(KEPT.read_text(encoding="utf-8"))
    return found


def speed() -> str:
    """Texts a second, beside the peers that were there."""
    known = json.loads(TIMED.read_text(encoding="utf-8"))
    machine, runs = known["machine"], dict(known["oversharing"]["runs"])
    post = runs.pop(HOSTILE)
    rates = {name: it["rows"] / it["seconds"] for name, it in runs.items()}
    ways = [name for name in (ALONE, EVERY_CORE) if name in rates]
    rows = [(f"parasocial, {name}", _thousands(rates[name]), *("" for _ in ways)) for name in ways]
    rows += [
        (name, _thousands(rate), *(f"{rates[way] / rate:.1f}" for way in ways))
        for name, rate in rates.items()
        if name not in ways
    ]
    head = ("Who", "Texts a second", *(f"{way}, times as fast" for way in ways))
    loads = [it["load"] for it in runs.values()]
    return (
        f"{runs[ALONE]['rows']:,} texts{_mix()} The peers had the first of the same, and one core. "
        f"The middle one of several runs in turn, {machine['cores']} cores, Python "
        f"{machine['python']}, load {min(loads):.1f} to {max(loads):.1f}.\n\n{table(head, rows)}"
        f"\n\nA hostile post of 10 MB: {post['seconds']:.1f} s."
    )


def _mix() -> str:
    mix = _kept()["mix"]
    give, looked, clean = (f"{100 * mix[it]:.1f} %" for it in ("give", "looked_at", "clean"))
    return (
        f" of {mix['bytes']:.0f} bytes on average: {give} give something away, {looked} are looked "
        f"at closely, of those that give nothing away {clean}."
    )


def _thousands(rate: float) -> str:
    return f"{round(rate, -3):,.0f}"


def synthetic() -> str:
    """The synthetic set, by type and finder."""
    it = _kept()["presidio_research"]
    finders = it["finders"]
    rows = []
    for kind, figures in finders["parasocial"].items():
        cells = [_pair(them[kind]) for them in finders.values()]
        rows.append((kind, str(figures["n"]), *cells))
    head = ("Type", "n", *finders)
    places = finders["parasocial"]["address"]
    missed = places["n"] - round(places["n"] * places["recall"])
    return (
        f"{it['texts']:,} texts with odd template ids.\n\n{table(head, rows)}\n\n"
        f"Of the {missed} addresses that count as missed, {places['within']} lie wholly in a "
        "longer finding: many labels end before the town and the country."
    )


def labelled() -> str:
    """The labelled posts: each file beside the others."""
    known = _kept()
    halves = [half for half in ("open", "sealed", "sealed2") if half in known]
    alarms = [(half, *_alarms(known[half])) for half in halves]
    rows = [
        (kind, *(cell for half in halves for cell in _cells(known[half]["kinds"].get(kind))))
        for kind in sorted({it for half in halves for it in known[half]["kinds"]})
    ]
    head = ("Kind", *(cell for half in halves for cell in (f"n, {half}", "precision", "recall")))
    return (
        table(("File", "Posts", "That give nothing away", "False alarms per 1,000"), alarms)
        + "\n\n"
        + table(head, rows)
    )


def _alarms(it: dict[str, Any]) -> tuple[str, str, str]:
    low, high = (1000 * end for end in it["alarms_95"])
    rate = 1000 * it["false_alarms"] / it["clean"]
    return str(it["posts"]), str(it["clean"]), f"{rate:.0f} ({low:.0f}–{high:.0f})"


def _cells(it: dict[str, Any] | None) -> tuple[str, str, str]:
    if it is None:
        return "0", "", ""
    return (
        str(it["n"]),
        _with(it["precision"], it["precision_95"]),
        _with(it["recall"], it["recall_95"]),
    )


def _pair(it: dict[str, Any]) -> str:
    return f"{_share(it['precision'])} / {_with(it['recall'], it['recall_95'])}"


def _with(share: float | None, ends: list[float] | None) -> str:
    if share is None or ends is None:
        return "–"
    return f"{_share(share)} ({_share(ends[0])}–{_share(ends[1])})"


def _share(it: float | None) -> str:
    return "–" if it is None else f"{it:.2f}".replace("0.", ".", 1).replace("1.00", "1")


def joined() -> str:
    """Planted disclosures, by platform: whether they were joined to whom they were said to."""
    known = json.loads(JOINED.read_text(encoding="utf-8"))
    titles = {it.name: it.title for it in READERS}
    rows = [
        (titles.get(name, name), *(str(it[key]) for key in ("planted", "visible", "joined")))
        for name, it in known.items()
    ]
    whole = [sum(it[key] for it in known.values()) for key in ("planted", "visible", "joined")]
    head = ("Platform", "Planted", "Whom is in the export", "Joined to the right tie")
    return table(head, [*rows, ("all", *map(str, whole))])


def lexicons() -> str:
    """How much the lexicon knows, by language."""
    rows = []
    for language in LANGUAGES:
        them = lexicon(language).pattern
        phrases = sum(len(spelled(cue)) for it in them for cue in it.cue)
        kinds = len({it.kind for it in them})
        rows.append((_LANGUAGES[language], str(len(them)), f"{phrases:,}", str(kinds)))
    return table(("Language", "Patterns", "Phrases", f"Kinds, of {len(KINDS)}"), rows)


def ways() -> str:
    """Every way to a harm, with what it needs."""
    rows = [
        (it.harm, it.title, "; ".join(f"{n.name} ({' or '.join(n.any_of)})" for n in it.needs))
        for it in known_paths()
    ]
    return table(("Harm", "Way", "Needs all of"), [(h, t, n.replace("_", " ")) for h, t, n in rows])


def shares() -> str:
    """The table of population shares."""
    it = population()
    rows = [(one.kind.replace("_", " "), f"{one.share:g}", one.why) for one in it.shared]
    return f"Of {it.people:,} people ({it.why}):\n\n" + table(("Kind", "Share, up to", "Why"), rows)
