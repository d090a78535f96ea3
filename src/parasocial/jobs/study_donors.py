"""Donated measures, read from a file and put beside a study."""

from pathlib import Path

import msgspec
from msgspec import Struct

from parasocial.jobs.study import opened, weighted
from parasocial.jobs.terminal import plain
from parasocial.lenses.donors import Donors, donors
from parasocial.study.design import Lonely
from parasocial.study.field import BadField
from parasocial.study.linked import SaidAndMeasured


class Donation(Struct, frozen=True):
    """One line of the file.

    Attributes:
        respondent: As in the study's answers.
        measures: Name → value, in the unit of the question of that name.
    """

    respondent: str
    measures: dict[str, float]


def read_donations(path: Path) -> dict[str, dict[str, float]]:
    """The donations of a file: one JSON object per line; a later one of a person replaces theirs.

    Raises:
        BadField: A line is none; says how many, and quotes nothing.
    """
    decoder = msgspec.json.Decoder(Donation)
    found, wrong = {}, 0
    for line in path.read_bytes().splitlines():
        try:
            told = decoder.decode(line)
        except msgspec.DecodeError:
            wrong += bool(line.strip())
            continue
        found[told.respondent] = told.measures
    if wrong:
        raise BadField(f"{wrong:,} lines are no donation: a respondent and measures are needed.")
    return found


def compare_donations(study: Path, donations: Path, lonely: Lonely = "refuse") -> Donors:
    """The measures of *donations* beside the answers of *study*."""
    field = opened(study)
    return donors(field, weighted(field, lonely), read_donations(donations))


def donors_text(found: Donors) -> str:
    """The same for a terminal."""
    left = f"{found.without_consent:,} without consent to the join, {found.unknown:,} of nobody"
    lines = [
        f"{plain(found.title)}: {found.donors:,} of {found.respondents:,} people gave measures.",
        f"Left out: {left} in the study.",
    ]
    if found.selection:
        lines.append("\nDonors beside everybody, percent, and how far apart in standard deviations")
    for it in found.selection:
        if it.donors is None:
            continue
        apart = "" if it.distance is None else f"  {it.distance:+.2f}"
        name = f"{plain(it.question)}: {plain(it.answer)}"
        lines.append(f"  {name:<48}{it.everybody:5.1f} → {it.donors:5.1f}{apart}")
    for row in found.beside:
        lines.append(f"\n{plain(row.measure)}: said, measured")
        lines.append(f"  donors as they are      {_said(row.as_they_are)}")
        if row.as_everybody:
            lines.append(f"  weighted as everybody   {_said(row.as_everybody)}")
    return "\n".join(lines)


def _said(it: SaidAndMeasured) -> str:
    if it.said is None or it.measured is None:
        return f"cannot be told: {it.why}"
    bounds = f"[{it.low:+.2f}, {it.high:+.2f}]"
    return f"{it.said:.2f}, {it.measured:.2f}; apart {it.difference:+.2f} {bounds}; {it.donors:,}"
