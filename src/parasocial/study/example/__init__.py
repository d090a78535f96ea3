"""The study that comes along: nobody was asked, everybody in it is invented.

15,682 people of the invented world in 25 countries answered the ready instrument. Weighted, their
shares are the figures that were published of 2021, wherever those have the same base. Of eleven
countries there are such figures, of Hungary none; thirteen countries are invented, too.
`examples/fielded` makes it.
"""

from functools import lru_cache
from importlib.resources import files

from parasocial.study import benchmarks
from parasocial.study.bundle import unpacked
from parasocial.study.coded import Coded
from parasocial.study.field import Field
from parasocial.study.instrument import ready

COUNTRIES = benchmarks.COUNTRIES | {
    "XA": "Kelvania", "XB": "Morrowland", "XC": "Sundrey", "XD": "Isla Verna", "XE": "Nubria",
    "XF": "Quillon", "XG": "Ardova", "XH": "Zemblia", "XI": "Ostmeer", "XJ": "Lower Tamar",
    "XK": "Pellucia", "XL": "Virland", "XM": "Harrow Bay",
}  # fmt: skip
"""Code → name; codes from XA on are left to their users by ISO 3166, and invented here."""
REGIONS = {"South-East Asia": ("VN", "XI", "XJ", "XM")}
ASKED, REGION_ASKED = 15_682, 1_007
AGES = (0.0, 0.15, 0.25, 0.25, 0.18, 0.11, 0.06)
GENDERS = {"woman": 0.495, "man": 0.485, "another": 0.01, "unsaid": 0.01}


def shares() -> dict[str, float]:
    """How much each country counts: as many as were asked there; an invention, as all margins."""
    inside = REGIONS["South-East Asia"]
    each = {True: REGION_ASKED / len(inside), False: (ASKED - REGION_ASKED) / 21}
    return {code: each[code in inside] / ASKED for code in COUNTRIES}


@lru_cache(maxsize=1)
def coded() -> Coded:
    """The ready instrument, and how its answers become columns."""
    instrument, _ = ready()
    bands = Coded(instrument, {"country": COUNTRIES}).book
    [age] = [it for it in bands.questions if it.name == "age"]
    return Coded(
        instrument,
        {"country": COUNTRIES},
        mode="web",
        simulated=True,
        margins={
            "country": shares(),
            "age": dict(zip(age.labels, AGES, strict=True)),
            "gender": GENDERS,
        },
        regions=REGIONS,
    )


def field() -> Field:
    """All answers."""
    with (files(__package__) / "answers.npz").open("rb") as data:
        return unpacked(data, coded().book)
