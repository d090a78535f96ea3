"""Shows or writes a whole invented world: `python examples/population.py --help`."""

import argparse
import sys
from datetime import date
from pathlib import Path

from population import Knobs, Lockdown, World, invent, names, shown
from population.emit import Emitter
from population.rows import PLATFORMS


def main(arguments: list[str]) -> int:
    """Makes the world of these knobs; prints what it holds, or writes it to a folder."""
    told = _parser().parse_args(arguments)
    lockdown = Lockdown(*told.lockdown, told.strength) if told.lockdown else None
    knobs = Knobs(
        told.people, told.years, told.seed, lockdown, told.pull, told.capacity, told.displacement
    )
    world = invent(knobs)
    if not told.emit:
        print(*shown.lines(world), sep="\n")
        return 0
    try:
        chosen = _chosen(world, told.person, told.all)
    except KeyError as key:
        print(f"There is nobody of the key {key} in this world.", file=sys.stderr)
        return 2
    into, on = Emitter(world, told.emit), told.platform or PLATFORMS
    into.everybody()
    for number in chosen:
        if number < knobs.people:
            into.person(number, on)
        else:
            into.creator(number, on)
    print(told.emit)
    return 0


def _chosen(world: World, keys: list[str], everybody: bool) -> list[int]:
    """The numbers of those whose files are wanted; of all people and creators."""
    if everybody:
        return list(range(world.cast.performers.companions.start))
    return [names.number(world, key) for key in keys]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="An invented world whose truth is known.")
    usual = Knobs()
    parser.add_argument("--people", type=int, default=usual.people)
    parser.add_argument("--years", type=float, default=usual.years, help="of 52 weeks")
    parser.add_argument("--seed", type=int, default=usual.seed)
    parser.add_argument(
        "--lockdown", nargs=2, type=date.fromisoformat, metavar=("FROM", "TO"),
        help="dates, such as 2026-03-01 2026-06-30",
    )  # fmt: skip
    parser.add_argument("--strength", type=float, default=1.0, help="of the lockdown, 0 to 1")
    parser.add_argument("--pull", type=float, default=usual.pull, help="what the feed serves, 0–1")
    parser.add_argument("--capacity", type=int, default=usual.capacity, help="replies a week")
    parser.add_argument("--displacement", type=float, default=usual.displacement)
    parser.add_argument("--emit", type=Path, metavar="FOLDER", help="write files there")
    parser.add_argument("--person", action="append", default=[], metavar="KEY",
                        help="person0007 or creator003; may be repeated")  # fmt: skip
    parser.add_argument("--all", action="store_true", help="everybody's files")
    parser.add_argument("--platform", action="append", choices=PLATFORMS)
    return parser


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
