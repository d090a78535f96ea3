"""How long it takes to a finished page, and until the command line answers at all."""

import argparse
import sys
from pathlib import Path

from make import DATA
from outcome import Target, keep
from processes import Subject, interleaved, subject

SCRIPT = Path(sys.executable).with_name("parasocial")


def main() -> None:
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("--times", type=int, default=3, help="runs of each subject")
    times = said.parse_args().times
    runs = interleaved(
        {
            "zip of 1,077 MB to page": subject("report_zip", DATA / "mixed.zip"),
            "zip of 200 MB to page": subject("report_zip", DATA / "small.zip"),
            "ledger to page": subject("report_ledger", DATA / "million.parasocial"),
        },
        times,
    )
    runs |= interleaved(
        {
            "python -c pass": Subject([sys.executable, "-c", "pass"]),
            "python -c 'import click'": Subject([sys.executable, "-c", "import click"]),
            "parasocial --help": Subject([str(SCRIPT), "--help"]),
        },
        times * 3,
    )
    keep(
        "report",
        runs,
        [
            # What 200 MB means, and why the zip of 200 MB on disk has no target: decision 31.
            Target("zip of 200 MB to the page, s", runs["zip of 200 MB to page"].wall, 10),
            Target("1,000,000 interactions to the page, s", runs["ledger to page"].wall, 10),
            Target(
                "all measures of their person, after the ties, s",
                runs["ledger to page"].stages["measures"],
                2,
            ),
        ],
    )


if __name__ == "__main__":
    main()
