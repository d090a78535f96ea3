"""The quiz as a page of its own, for those who have no export yet."""

import json

from parasocial import __version__, five_types
from parasocial.report.inline import inline
from parasocial.report.paper import environment
from parasocial.report.words import pattern

MODEL = {
    "hours": five_types.HOURS,
    "posts": five_types.POSTS,
    "mixed": five_types.MIXED,
    "decided": five_types.DECIDED,
    "weight": five_types.QUIZ_WEIGHT,
}
"""The conventions that the page's own arithmetic takes from here."""


def write_quiz_page() -> str:
    """One HTML document that asks, computes and answers by itself, and can load nothing."""
    return (
        environment()
        .get_template("quiz.html")
        .render(
            carried=inline("quiz"),
            version=__version__,
            model=json.dumps(MODEL),
            plain=pattern.PLAIN,
            axes=five_types.axes(),
        )
    )
