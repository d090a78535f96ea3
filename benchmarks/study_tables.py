"""Shares with standard errors, beside R's survey package: ratios on one machine, in one run.

``python benchmarks/study_tables.py``; R and its package survey (Debian: r-cran-survey) are left out
with a message where they are missing. ``--rows`` and ``--questions`` make it small.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from outcome import Target, keep

from parasocial.study.banner import Plan, plan
from parasocial.study.design import Design, design_of
from parasocial.study.field import Codes, Ints
from parasocial.study.shares import shares
from parasocial.study.weighting import Margin, calibrated

Clock = Callable[[], float]
ROWS, MANY, QUESTIONS, COUNTRIES, ANSWERS = 15_682, 1_000_000, 60, 25, 5
TIMED_IN_R = 5
"""Questions that R is given, and one of raked weights; its time for all follows from theirs."""
_R = """
suppressMessages(library(survey))
a <- commandArgs(TRUE); d <- read.csv(a[1]); n <- as.integer(a[2]); N <- nrow(d)
qs <- paste0("q", 1:n)
for (q in qs) d[[q]] <- factor(d[[q]], levels = 0:4)
for (v in c("country", "age", "sex")) d[[v]] <- factor(d[[v]])
des <- svydesign(ids = ~1, strata = ~country, weights = ~w, data = d)
timed <- function(x, qs) sum(system.time(
  for (q in qs) b <- svyby(as.formula(paste0("~", q)), ~country, x, svymean))[c(1, 2)])
plain <- timed(des, qs)
margin <- function(v, share) setNames(data.frame(levels(d[[v]]), share * N), c(v, "Freq"))
raked <- rake(des, list(~country, ~age, ~sex), list(margin("country", 1/25),
  margin("age", c(.3, .35, .35)), margin("sex", .5)), control = list(maxit = 100, epsilon = 1e-8))
cat(sprintf("%.6f %.6f\\n", plain / n, timed(raked, qs[1])))
"""


def drawn(rows: int, questions: int) -> dict[str, Any]:
    """A study of that size: any answers will do."""
    dice = np.random.default_rng(7)
    chance = [0.1, 0.2, 0.3, 0.25, 0.15]
    return {
        "country": dice.integers(0, COUNTRIES, rows),
        "age": dice.integers(0, 3, rows),
        "sex": dice.integers(0, 2, rows),
        "w": dice.uniform(0.3, 3, rows),
        **{
            f"q{i}": dice.choice(ANSWERS, rows, p=chance).astype(np.int8)
            for i in range(1, questions + 1)
        },
    }


def designs(data: dict[str, Any]) -> tuple[Design, Design]:
    """The same people as they came in, and raked to three margins."""
    plain = design_of(data["w"], data["country"])
    margins = [
        Margin("country", data["country"].astype(np.int8), np.full(COUNTRIES, 1 / COUNTRIES)),
        Margin("age", data["age"].astype(np.int8), np.array([0.3, 0.35, 0.35])),
        Margin("sex", data["sex"].astype(np.int8), np.array([0.5, 0.5])),
    ]
    return plain, calibrated(plain, margins)


def tabulated(design: Design, country: Ints, questions: list[Codes]) -> None:
    """Every question by country, with standard errors."""
    across: Plan = plan(design, country, COUNTRIES)
    for codes in questions:
        shares(across, codes, ANSWERS)


def median(work: Callable[[], None], clock: Clock = time.process_time, times: int = 7) -> float:
    """The median of so many runs, in seconds of *clock*; of the processor, as R is timed."""
    found = []
    for _ in range(times):
        start = clock()
        work()
        found.append(clock() - start)
    return statistics.median(found)


def in_r(data: dict[str, Any], questions: int) -> tuple[float, float] | None:
    """R's seconds for one question, plain and raked; None where R is missing."""
    script = shutil.which("Rscript")
    there = (
        script
        and not subprocess.run(
            [script, "-e", "library(survey)"], capture_output=True, check=False
        ).returncode
    )
    if not script or not there:
        return None
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "study.csv"
        kept = ["country", "age", "sex", "w", *(f"q{i}" for i in range(1, questions + 1))]
        rows = np.column_stack([data[it] for it in kept])
        np.savetxt(table, rows, "%.17g", ",", header=",".join(kept), comments="")
        (Path(folder) / "study.R").write_text(_R, encoding="utf-8")
        done = subprocess.run(
            [script, str(Path(folder) / "study.R"), str(table), str(questions)],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    plain, raked = map(float, done.stdout.split())
    return plain, raked


def measured(rows: int, many: int, questions: int, timed: int) -> dict[str, Any]:
    """All numbers of one run."""
    data = drawn(rows, questions)
    asked = [data[f"q{i}"] for i in range(1, questions + 1)]
    plain, raked = designs(data)
    ours = median(lambda: tabulated(plain, data["country"], asked), times=101)  # under a second
    ours_raked = median(lambda: tabulated(raked, data["country"], asked))
    theirs = in_r(data, min(timed, questions))
    found: dict[str, Any] = {
        "rows": rows, "questions": questions, "load": os.getloadavg()[0],
        "ours": ours, "ours_raked": ours_raked,
    }  # fmt: skip
    if theirs:
        r, r_raked = (it * questions for it in theirs)
        found |= {"r": r, "r_raked": r_raked}
        found |= {"ratio": r / ours, "ratio_raked": r_raked / ours_raked}
    large = drawn(many, questions)
    of_many = [large[f"q{i}"] for i in range(1, questions + 1)]
    design = design_of(large["w"], large["country"])
    found |= {"many": many, "ours_many": median(
        lambda: tabulated(design, large["country"], of_many), time.perf_counter, 3)}  # fmt: skip
    return found


def main() -> None:
    """Print the ratios, and the numbers behind them as JSON; write down those of the full size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--many", type=int, default=MANY)
    parser.add_argument("--questions", type=int, default=QUESTIONS)
    parser.add_argument("--timed", type=int, default=TIMED_IN_R, help="questions given to R")
    told = parser.parse_args()
    found = measured(told.rows, told.many, told.questions, told.timed)
    one = f"{told.questions} questions of {ANSWERS} answers by {COUNTRIES} countries"
    targets = [Target(f"{one}, {told.many:,} rows, s", found["ours_many"], 2)]
    if "r" in found:
        of, raked = f"from {told.timed} of them in R", "raked, from one question in R"
        targets += [
            Target(
                f"{told.rows:,} rows, times as fast as svyby, {of}", found["ratio"], 500, least=True
            ),
            Target(f"the same, {raked}", found["ratio_raked"], 500, least=True),
        ]
    else:
        print("R with its package survey is not here: nothing to compare with.")
    if (told.rows, told.many, told.questions) == (ROWS, MANY, QUESTIONS):
        keep("study tables", {}, targets)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
