"""How long it takes to make the invented world, and to say what is true of it."""

import argparse
import json
import sys
import time
from pathlib import Path

from outcome import Target, keep
from processes import Subject, interleaved

EXAMPLES = Path(__file__).parents[1] / "examples"
PEOPLE, YEARS = 2000, 1.0


def make(people: int, years: float) -> None:
    """Makes one world in this process and prints what it took."""
    start = time.perf_counter()
    sys.path.insert(0, str(EXAMPLES))
    from population import Knobs, invent, truth

    world = invent(Knobs(people=people, years=years))
    made = time.perf_counter()
    ties = truth.ties(world)
    told = time.perf_counter()
    rows = sum(len(of) for of in (world.talk, world.remarks, world.chat, world.links, world.watch))
    stages = {"make": made - start, f"truth of {len(ties):,} ties": told - made}
    print(json.dumps({"seconds": told - start, "rows": rows, "stages": stages}))


def main() -> None:
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("--times", type=int, default=3, help="runs")
    said.add_argument("--people", type=int, default=PEOPLE)
    said.add_argument("--years", type=float, default=YEARS)
    said.add_argument("--here", action="store_true", help="once, in this process; keep nothing")
    told = said.parse_args()
    if told.here:
        make(told.people, told.years)
        return
    size = ["--people", str(told.people), "--years", str(told.years)]
    name = f"{told.people:,} people, {told.years:g} years"
    subject = Subject([sys.executable, __file__, "--here", *size])
    runs = interleaved({name: subject}, told.times)
    keep("world", runs, [Target(f"{name}, s", runs[name].seconds, 60)])


if __name__ == "__main__":
    main()
