"""What is asked: items, routing, scales and languages, each with where its wording comes from."""

from parasocial.study.instrument.answers import Problem, problems_of, state_of
from parasocial.study.instrument.form import Form, form_of
from parasocial.study.instrument.languages import Translation
from parasocial.study.instrument.loading import read_instrument, read_translations, ready
from parasocial.study.instrument.model import BadInstrument, Instrument

__all__ = [
    "BadInstrument",
    "Form",
    "Instrument",
    "Problem",
    "Translation",
    "form_of",
    "problems_of",
    "read_instrument",
    "read_translations",
    "ready",
    "state_of",
]
