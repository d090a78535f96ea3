"""Figures that others published, and identities that hold whatever the data."""

import csv
import math
from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest

from parasocial.measures.burstiness import burstiness
from parasocial.measures.concentration import concentration
from ties.networks import college, reciprocity, trust
from validation.report import Report

pytestmark = pytest.mark.validation


def test_reciprocity_of_public_networks(samples: Path, report: Report) -> None:
    log = college(samples)
    it = reciprocity(log)
    near = [
        report.near("networks", f"UC Irvine messages: {name}", it[key], known, 5e-5)
        for key, name, known in (
            ("edge", "share of edges that are returned (KONECT: 63.6 %)", 0.6364),
            ("dyad", "share of dyads with both directions", 0.4667),
            ("rho", "rho (Garlaschelli & Loffredo)", 0.6343),
            ("weighted", "weighted reciprocity (Squartini et al.)", 0.6102),
        )
    ]
    otc = reciprocity(trust(samples))["edge"]
    near += [
        report.near("networks", "Bitcoin OTC: share of edges that are returned", otc, 0.7923, 5e-5),
        report.row(
            "identities",
            "dyad share less r / (2 - r), UC Irvine",
            abs(it["dyad"] - it["edge"] / (2 - it["edge"])),
            high=1e-12,
        ),
        report.row(
            "identities",
            "rho less the correlation of a_ij with a_ji, UC Irvine",
            abs(it["rho"] - correlation(log)),
            high=1e-12,
        ),
    ]
    assert all(near)


def correlation(log: list[tuple[str, str, int]]) -> float:
    """Of every two nodes: is there an edge, and is there one back?"""
    names = {name: n for n, name in enumerate(sorted({who for a, b, _ in log for who in (a, b)}))}
    edges = np.zeros((len(names), len(names)), bool)
    edges[[names[a] for a, _, _ in log], [names[b] for _, b, _ in log]] = True
    apart = ~np.eye(len(names), dtype=bool)
    return float(np.corrcoef(edges[apart], edges.T[apart])[0, 1])


def test_burstiness(report: Report) -> None:
    dice = np.random.default_rng(1)
    even = burstiness(range(48))
    assert even is not None
    found = [report.near("identities", "burstiness of an even series", even, -1, 1e-12)]
    for events in (21, 50, 200):
        mean = np.mean([burstiness(dice.exponential(size=events).cumsum()) for _ in range(4000)])
        name = f"burstiness of {events} random events, mean of 4,000 series"
        found.append(report.near("identities", name, float(mean), 0, 0.02))
    assert all(found)


def test_gini(report: Report) -> None:
    off = max(
        abs(it - (n - 1) / n)
        for n in range(11, 400)
        if (it := concentration([1, *[0] * (n - 1)]).gini) is not None
    )
    assert report.row("identities", "Gini of one among n, less (n - 1) / n", off, high=1e-12)


def test_experience_sampling(samples: Path, report: Report) -> None:
    path = samples / "surveys" / "es_twitter_data.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    people = len({row["random_id"] for row in rows})
    feeling = [number(row["pos_aff"]) - number(row["neg_aff"]) for row in rows]
    belonging = [number(row["sense_community"]) for row in rows]
    found = [
        report.near("experience", "people", people, 252, 0),
        report.near("experience", "answers", len(rows), 6218, 0),
        report.near("experience", "well-being after use", within(rows, feeling), -0.1085, 5e-5),
        report.near("experience", "belonging after use", within(rows, belonging), 0.1154, 5e-5),
    ]
    assert all(found)


def number(cell: str) -> float:
    return float(cell) if cell not in ("NA", "") else math.nan


def within(rows: list[dict[str, str]], told: list[float]) -> float:
    """The slope of *told* on having used Twitter, each person around their own mean."""
    own = defaultdict(list)
    for row, value in zip(rows, told, strict=True):
        if not math.isnan(value):
            own[row["random_id"]].append((number(row["used_tt"]), value))
    used, felt = np.concatenate([np.array(it) - np.mean(it, axis=0) for it in own.values()]).T
    return float(used @ felt / (used @ used))
