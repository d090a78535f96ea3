"""What an instrument's file could say and must not: everything that names something else."""

from collections import Counter
from collections.abc import Iterator

from parasocial.study import benchmarks
from parasocial.study.instrument.model import (
    BadInstrument,
    Given,
    Instrument,
    Item,
    Many,
    Number,
    One,
    Range,
    Scale,
    When,
    codes,
)
from parasocial.study.instrument.routing import named

_SHOWN = 5


def flaws(instrument: Instrument) -> list[str]:
    """What does not hold together, each with where; empty where all does."""
    return [
        *_doubles(instrument),
        *_routing(instrument),
        *(flaw for item in instrument.items for flaw in _item(item, instrument)),
        *(flaw for name, it in instrument.scales.items() for flaw in _scale(name, it, instrument)),
        *_consent(instrument),
        *(
            f"construct {name} cites {it}, which is no source"
            for name, construct in instrument.constructs.items()
            for it in construct.cites
            if it not in instrument.sources
        ),
    ]


def refuse_flaws(instrument: Instrument, what: str) -> None:
    """Say what is wrong with a file that was read.

    Raises:
        BadInstrument: It does not hold together.
    """
    wrong = flaws(instrument)
    if wrong:
        error = BadInstrument(f"The {what} does not hold together. Mend, then read it again:")
        for flaw in wrong[:_SHOWN]:
            error.add_note(flaw)
        raise error


def _doubles(instrument: Instrument) -> Iterator[str]:
    names = [item.name for item in instrument.items]
    pages = [page.name for page in instrument.pages]
    for kind, found in (("item", names), ("page", pages)):
        yield from (f"two {kind}s are called {it}" for it, n in Counter(found).items() if n > 1)


def _routing(instrument: Instrument) -> Iterator[str]:
    earlier: dict[str, Item] = {}
    for page in instrument.pages:
        yield from _condition(page.when, earlier, f"page {page.name}")
        for item in page.items:
            yield from _condition(item.when, earlier, f"item {item.name}")
            earlier[item.name] = item
    for end in instrument.ends:
        yield from _condition(end.when, earlier, f"the end {end.state}")


def _condition(when: When, earlier: dict[str, Item], where: str) -> Iterator[str]:
    for name in named(when):
        if name not in earlier:
            yield f"{where} asks about {name}, which no earlier item is called"
    for every in when:
        for name, test in every.items():
            item = earlier.get(name)
            if item is None:
                continue
            if isinstance(test, Range):
                if not isinstance(item, Number) and not _counts(item):
                    yield f"{where} asks for a number of {name}, which has none"
            elif unknown := [it for it in test if it not in codes(item)]:
                yield f"{where} asks for {name} = {unknown[0]}, which it does not offer"


def _counts(item: Item) -> bool:
    return isinstance(item, One) and all(isinstance(it, int) for it in codes(item))


def _item(item: Item, instrument: Instrument) -> Iterator[str]:
    if item.construct not in instrument.constructs:
        yield f"item {item.name} is about {item.construct}, which is no construct"
    if not item.text and not isinstance(item, Given):
        yield f"item {item.name} asks nothing"
    offered = codes(item)
    if len(set(offered)) != len(offered):
        yield f"item {item.name} offers a code twice"
    if isinstance(item, One) and not set(item.counts) <= set(offered):
        yield f"item {item.name} counts a code that it does not offer"
    if isinstance(item, Number) and not item.low < item.high:
        yield f"item {item.name} has no room between its bounds"
    marks = [item.benchmark]
    if isinstance(item, One | Many):
        marks += [it.benchmark for it in item.choices]
    for mark in marks:
        if mark is not None and mark not in benchmarks.ITEMS:
            yield f"item {item.name} repeats {mark}, which was not published"
    if item.benchmark_base not in (None, *(it.name for it in instrument.items)):
        yield f"item {item.name} has the base of {item.benchmark_base}, which is no item"


def _scale(name: str, scale: Scale, instrument: Instrument) -> Iterator[str]:
    of_name = {item.name: item for item in instrument.items}
    for it in scale.items:
        item = of_name.get(it)
        bounds = (scale.low, scale.high)
        if isinstance(item, Number):
            if (item.low, item.high) != bounds:
                yield f"scale {name}: {it} runs between other bounds"
        elif item is None or not _counts(item):
            yield f"scale {name}: {it} is no item that counts"
        elif (min(codes(item)), max(codes(item))) != bounds:
            yield f"scale {name}: {it} runs between other bounds"
    if not set(scale.reversed) <= set(scale.items):
        yield f"scale {name} reverses an item that it does not hold"
    if scale.at_least > len(scale.items):
        yield f"scale {name} asks for more answers than it has items"
    if scale.construct not in instrument.constructs:
        yield f"scale {name} is about {scale.construct}, which is no construct"


def _consent(instrument: Instrument) -> Iterator[str]:
    found = next((it for it in instrument.items if it.name == instrument.consent), None)
    if not isinstance(found, One) or 1 not in codes(found):
        yield f"consent is given by {instrument.consent}, which is no item with code 1"
        return
    asked = [it for page in instrument.pages for it in page.items if not isinstance(it, Given)]
    if asked[0] is not found:
        yield "consent is not the first that is asked"
