"""Makes the study that comes along: ``PYTHONPATH=examples python -m fielded``.

The invented world has to be lived first, which takes some minutes.
"""

from pathlib import Path

import numpy as np

from fielded.answers import said
from fielded.people import Asked, asked, names
from parasocial.study.bundle import packed
from parasocial.study.coded import Coded
from parasocial.study.design import design_of
from parasocial.study.example import AGES, COUNTRIES, GENDERS, coded, shares
from parasocial.study.field import Field
from parasocial.study.instrument import problems_of
from parasocial.study.weighting import Margin, calibrated

FILE = Path(__file__).parents[2] / "src" / "parasocial" / "study" / "example" / "answers.npz"


def made(people: Asked, columns: Coded) -> Field:
    """The field of *people*, every answer checked as the collector checks it."""
    answers = said(people, weights(people))
    wrong = sum(bool(problems_of(columns.instrument, it, final=True)) for it in answers)
    if wrong:
        raise ValueError(f"{wrong} people gave answers that the instrument does not allow")
    ids = [f"p{place:05}" for place in range(1, len(answers) + 1)]
    stratum = people.country.astype(np.intp)
    return columns.field(ids, answers, stratum=stratum)


def weights(people: Asked) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """The weights that the margins will give, so that levels can be met under them."""
    bands = np.digitize(people.age, (18, 25, 35, 45, 55, 65)).astype(np.int8)
    margins = [
        Margin("country", people.country.astype(np.int8), np.array(list(shares().values()))),
        Margin("age", bands, np.array(AGES)),
        Margin("gender", people.gender.astype(np.int8), np.array(list(GENDERS.values()))),
    ]
    return calibrated(design_of(np.ones(len(people.age)), people.country), margins).weight


def main() -> None:
    """Write the file."""
    if names() != COUNTRIES:
        raise ValueError("the world has other countries than the example names")
    FILE.write_bytes(packed(made(asked(), coded())))
    print(FILE)


if __name__ == "__main__":
    main()
