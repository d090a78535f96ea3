"""Small invented studies."""

import csv
from pathlib import Path

import msgspec
import numpy as np

from parasocial.study.benchmarks import FOLLOWERS
from parasocial.study.field import Asked, Codebook, Field, Question, field_of

FOLLOW = Question(
    "follow", "Do you follow anybody who makes things for many?", ("no", "yes"),
    base="social media users", item="follow", counts=(1,),
)  # fmt: skip
ESCAPE = Question(
    "escape", "Does it take you out of your day?", ("no", "yes"),
    base=FOLLOWERS, asked=Asked("follow", ("yes",)), item="escape", counts=(1,),
)  # fmt: skip
COUNTRY = Question("country", "Where do you live?", ("Spain", "Italy"))
SEX = Question("sex", "Are you…", ("women", "men"))
BOOK = Codebook("An invented study", (COUNTRY, SEX, FOLLOW, ESCAPE), mode="web", simulated=True)


def drawn(people: int = 800, seed: int = 1, escape: float = 0.47, **more) -> list[dict[str, str]]:
    """Rows as a CSV file holds them."""
    dice = np.random.default_rng(seed)
    follows = dice.random(people) < 0.44
    said = dice.random(people) < escape
    return [
        {
            "respondent": f"r{i}",
            "weight": f"{0.5 + dice.random():.4f}",
            "country": COUNTRY.labels[i % 2],
            "sex": SEX.labels[int(dice.random() < 0.4)],
            "follow": "yes" if follows[i] else "no",
            "escape": ("yes" if said[i] else "no") if follows[i] else "",
        }
        | more
        for i in range(people)
    ]


def invented(**knobs) -> Field:
    return field_of(BOOK, drawn(**knobs))


def written(folder: Path, book: Codebook = BOOK, rows: list[dict[str, str]] | None = None) -> Path:
    """The same as a folder."""
    folder.mkdir()
    (folder / "codebook.json").write_bytes(msgspec.json.encode(book))
    told = drawn() if rows is None else rows
    with (folder / "answers.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(told[0]))
        writer.writeheader()
        writer.writerows(told)
    return folder
