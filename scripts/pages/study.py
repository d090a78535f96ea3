"""What is computed of a study, from the docstrings."""

import inspect
import re
from importlib import import_module

from pages.markdown import fenced

MODULES = (
    "weighting", "shares", "means", "intervals", "independence", "letters", "scales", "waves",
    "linked",
)  # fmt: skip
_AFTER = re.compile(r"^(?:Args:|Raises:|>>> )", re.MULTILINE)
"""What a reader of the page does not need: how the function is called."""


def statistics() -> str:
    """One section per function that has a definition, from its docstring."""
    sections = []
    for module in MODULES:
        loaded = import_module(f"parasocial.study.{module}")
        for name, it in inspect.getmembers(loaded, inspect.isfunction):
            doc = _AFTER.split(inspect.getdoc(it) or "")[0].rstrip()
            if it.__module__ == loaded.__name__ and "Definition:" in doc:
                link = f"[{module}.py](../src/parasocial/study/{module}.py)"
                sections.append(f"### `{name}` ({link})\n\n{fenced(doc)}")
    return "\n\n".join(sections)
