"""The paper that every page is written on: the templates, and what they may ask for."""

from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from parasocial.i18n import _, _n, spoken
from parasocial.report import amounts, split, words
from parasocial.report.charts import strips
from parasocial.report.charts.around import around
from parasocial.report.charts.lines import lags


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates, and the words and drawings that they may ask for."""
    made = Environment(
        loader=PackageLoader("parasocial.report"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.globals.update(say=words, amounts=amounts, split=split, strips=strips)
    made.globals.update(around=around, lags=lags, _=_, _n=_n, spoken=spoken, live=False)
    made.globals.update(figures=amounts.figures)
    return made
