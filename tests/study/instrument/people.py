"""Invented people who answer an instrument as its routing asks, and what they must not say."""

import random
from typing import Any

from parasocial.study.instrument.model import Given, Instrument, Many, Number, One, codes
from parasocial.study.instrument.routing import seen


def whole(instrument: Instrument, seed: int, **fixed: Any) -> dict[str, Any]:
    """Everything that one invented person answers, in the order in which it is asked."""
    chance = random.Random(seed)  # noqa: S311
    answers: dict[str, Any] = {}
    while True:
        left = [it for it in seen(instrument, answers) if it.name not in answers]
        if not left:
            return answers
        for item in left:
            answers[item.name] = fixed.get(item.name, _answer(item, chance))
            break


def _answer(item: Any, chance: random.Random) -> Any:
    if isinstance(item, One):
        return chance.choice(codes(item))
    if isinstance(item, Many):
        alone = [it.code for it in item.choices if it.alone]
        others = [it.code for it in item.choices if not it.alone]
        if alone and chance.random() < 0.3:
            return [chance.choice(alone)]
        return sorted(chance.sample(others, chance.randint(1, len(others))))
    if isinstance(item, Number):
        number = chance.uniform(item.low, item.high)
        return round(number) if item.whole else round(number, 2)
    return "PH" if isinstance(item, Given) else "Nothing more."
