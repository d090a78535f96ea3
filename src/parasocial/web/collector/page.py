"""The page around the questions, in the language that was asked for."""

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, Template

from parasocial.study.instrument import Form
from parasocial.study.instrument.around import WORDS
from parasocial.web.collector.static import LOCALES, VENDOR, address

_OLD = {"tl": "fil", "in": "id"}
"""Codes that browsers still use for two of the languages."""


def chosen(codes: Sequence[str], said: str | None, accepted: str) -> str:
    """The language of the page: the one in the address, else the browser's first, else the first.

    >>> chosen(["en", "th"], None, "de;q=0.9, th-TH;q=0.8, en;q=0.5")
    'th'
    """
    wanted = [said or "", *(it.split(";")[0].strip() for it in accepted.split(","))]
    for one in wanted:
        short = one.partition("-")[0].lower()
        for it in (one, _OLD.get(short, short)):
            if it in codes:
                return it
    return codes[0]


def written(form: Form, language: str, *, asks: bool = False) -> str:
    """The page. It holds no question: those come with the form.

    Args:
        form: What is asked.
        language: One of its languages.
        asks: Whether the study asks for measures too, so that people are told their number.
    """
    [here] = [it for it in form.languages if it.language == language]
    words = {name: form.say(language, text) for name, text in WORDS.items()}
    about = form.about
    scripts = [*(it for it in VENDOR if it.endswith(".js"))]
    if language in LOCALES:
        scripts.insert(1, f"survey.{language}.min.js")
    return _template().render(
        title=form.say(language, form.instrument.title),
        language=language,
        languages=form.languages,
        draft=here.status == "draft",
        words=words,
        about=[
            (words["who"], form.say(language, about.who)),
            (words["purpose"], form.say(language, about.purpose)),
            (words["keeps"], form.say(language, about.keeps)),
            (words["contact"], about.contact),
        ],
        config=_data(
            {"form": form.fingerprint, "language": language, "words": words, "asks": asks}
        ),
        styles=[address("survey-core.fontless.min.css"), address("collector.css")],
        scripts=[address(it) for it in (*scripts, "outbox.js", "collector.js")],
    )


def _data(value: Any) -> str:
    """JSON for a data block, which nothing in it can end."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")


@lru_cache(maxsize=1)
def _template() -> Template:
    loader = PackageLoader("parasocial.web.collector")
    return Environment(loader=loader, autoescape=True, trim_blocks=True).get_template(
        "collector.html"
    )
