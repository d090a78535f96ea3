"""How people came into a study: weights, strata, clusters, and what they were calibrated to.

Every standard error here follows from one formula, the linearised variance of a total, with
replacement at the first stage (Binder 1983; Särndal, Swensson & Wretman 1992):

    V = Σ_h (1 - f_h) n_h / (n_h - 1) Σ_i (z_hi - z̄_h)(z_hi - z̄_h)ᵀ

n_h are the clusters of stratum h, or its respondents, z their weighted scores, f_h the share of
the stratum's clusters that was drawn. After calibration the scores are residuals on what was
calibrated to. R's survey package gives the same numbers; tests hold the two to each other.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from parasocial.errors import ParasocialError
from parasocial.study.field import Field, Floats, Ints
from parasocial.study.sums import columns_summed

Lonely = Literal["refuse", "certain", "adjust"]


class BadDesign(ParasocialError):
    """Weights, strata or clusters do not allow what was asked."""


@dataclass(frozen=True, slots=True, eq=False)
class Calibration:
    """What weights were calibrated to, as the variance needs it.

    Attributes:
        cell: For each respondent which row of *x* is theirs.
        x: One row per combination of margins that occurs: what is calibrated, as indicators.
        inverse: (Σ q x xᵀ)⁻ over respondents, P by P.
        q: What each respondent weighs in that sum and in the fit.
    """

    cell: Ints
    x: Floats
    inverse: Floats
    q: Floats

    def fitted(self, scores: Floats) -> Floats:
        """What the margins explain of *scores*, one row per cell."""
        return self.explained(columns_summed(self.cell, self.q[:, None] * scores, len(self.x)))

    def explained(self, by_cell: Floats) -> Floats:
        """The same, from the sums of q times the scores by cell."""
        fit: Floats = self.x @ (self.inverse @ (self.x.T @ by_cell))
        return fit


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """How people came into the study.

    Attributes:
        weight: How many each stands for, 0 or more. Who weighs 0 is in no base, and stays
            in the count of their stratum.
        stratum: From 0.
        psu: The cluster of each, from 0, unique over strata; None where people were drawn.
        drawn: Clusters (or people) in the sample, per stratum.
        kept: 1 - f per stratum: 1 where the population is large against the sample.
        lonely: What a stratum with one cluster means: ``refuse`` to guess (an error),
            ``certain`` (it was sure to be drawn, and adds nothing), ``adjust`` (its distance
            from the whole sample's mean stands for its variance).
        calibration: What the weights were calibrated to, if anything.
    """

    weight: Floats
    stratum: Ints
    psu: Ints | None
    drawn: Ints
    kept: Floats
    lonely: Lonely = "refuse"
    calibration: Calibration | None = None

    @property
    def strata(self) -> int:
        """How many."""
        return len(self.drawn)

    @property
    def degrees(self) -> int:
        """Degrees of freedom: clusters less strata."""
        return int(self.drawn.sum()) - int((self.drawn > 0).sum())

    @property
    def factors(self) -> Floats:
        """What the sum of squares of each stratum is multiplied with."""
        inner = np.maximum(self.drawn - 1, 1)
        return np.where(self.drawn > 1, self.kept * self.drawn / inner, self.kept)

    @property
    def centred(self) -> Floats:
        """1 / n_h; 0 where a lone cluster stays at its distance from the whole."""
        found = 1 / np.maximum(self.drawn, 1)
        return np.where(self.drawn == 1, 0.0, found) if self.lonely == "adjust" else found


def design_of(
    weight: Floats,
    stratum: Ints | None = None,
    psu: Ints | None = None,
    population: Floats | None = None,
    lonely: Lonely = "refuse",
) -> Design:
    """A design, checked.

    Args:
        weight: One per respondent.
        stratum: Numbers from 0; None for one stratum.
        psu: Numbers from 0, unique over strata; None where people were drawn one by one.
        population: Clusters (or people) there are per stratum, where that was not many more
            than were drawn.
        lonely: See `Design`.

    Raises:
        BadDesign: A weight is negative or no number, all are 0, or a stratum has one cluster.
    """
    if not len(weight):
        raise BadDesign("The study has no respondents.")
    if not np.isfinite(weight).all() or (weight < 0).any():
        raise BadDesign("A weight is negative or no number. Weights are 0 or more.")
    if not weight.any():
        raise BadDesign("All weights are 0, so nobody counts. Look at the column of weights.")
    strata = np.zeros(len(weight), np.intp) if stratum is None else stratum
    drawn = _drawn(strata, psu)
    if lonely == "refuse" and (drawn == 1).any():
        raise BadDesign(
            f"{int((drawn == 1).sum()):,} strata have one cluster, so their variance cannot be "
            "told. Join strata, or say what one means: lonely certain, or lonely adjust."
        )
    kept = np.ones(len(drawn)) if population is None else 1 - drawn / population
    if (kept < -1e-12).any():  # noqa: PLR2004
        raise BadDesign("More clusters were drawn from a stratum than there are in it.")
    return Design(weight.astype(float), strata, psu, drawn, np.maximum(kept, 0), lonely)


def _drawn(stratum: Ints, psu: Ints | None) -> Ints:
    if psu is None:
        return np.bincount(stratum)
    of_psu = _stratum_of(stratum, psu)
    if (of_psu[psu] != stratum).any():
        raise BadDesign("A cluster lies in two strata. Number clusters anew in each stratum.")
    return np.bincount(of_psu[np.bincount(psu) > 0], minlength=int(stratum.max()) + 1)


def _stratum_of(stratum: Ints, psu: Ints) -> Ints:
    found = np.zeros(int(psu.max()) + 1, np.intp)
    found[psu] = stratum
    return found


def design_of_field(field: Field, lonely: Lonely = "refuse") -> Design:
    """The design of a fielded study, before it is weighted to any margins."""
    weight = np.ones(len(field)) if field.weight is None else field.weight
    return design_of(weight, field.stratum, field.psu, None, lonely)


def covariance(design: Design, scores: Floats) -> Floats:
    """The covariance matrix of Σ weight · *scores*, K by K.

    Args:
        design: How the respondents came in.
        scores: One row per respondent, one column per estimate; 0 outside its domain.
    """
    if design.calibration:
        scores = scores - design.calibration.fitted(scores)[design.calibration.cell]
    weighted = design.weight[:, None] * scores
    return of_totals(design, *by_cluster(design, weighted))


def by_cluster(design: Design, weighted: Floats) -> tuple[Floats, Ints]:
    """Sums per cluster, and the stratum of each."""
    if design.psu is None:
        return weighted, cluster_stratum(design)
    clusters = int(design.psu.max()) + 1
    return columns_summed(design.psu, weighted, clusters), cluster_stratum(design)


def cluster_stratum(design: Design) -> Ints:
    """The stratum of each cluster, or of each person where people were drawn."""
    return design.stratum if design.psu is None else _stratum_of(design.stratum, design.psu)


def of_totals(design: Design, totals: Floats, stratum: Ints) -> Floats:
    """The covariance matrix that the clusters' *totals* amount to."""
    centred = centre(design, totals, stratum)
    found: Floats = centred.T @ centred
    return found


def centre(design: Design, totals: Floats, stratum: Ints) -> Floats:
    """*totals* less their stratum's mean, scaled so that their squares sum to the variance."""
    means = columns_summed(stratum, totals, design.strata) * design.centred[:, None]
    scale = np.sqrt(design.factors)
    centred: Floats = (totals - means[stratum]) * scale[stratum][:, None]
    return centred
