"""Making a study's folder, and saying whether it can be fielded."""

import json
from collections.abc import Sequence
from importlib.resources import as_file
from pathlib import Path

from msgspec import Struct

from parasocial.errors import FileExists
from parasocial.study.instrument import BadInstrument
from parasocial.study.instrument.form import missing, texts
from parasocial.study.instrument.languages import SOURCE, Status
from parasocial.study.instrument.loading import ready_folder
from parasocial.study.plan import FILE, INSTRUMENT, Plan

SCHEMA = "parasocial/study-check/1"
LANGUAGES = ("en", "id", "ms", "vi", "th", "fil")

_STUDY = """\
# What people are told before they are asked, and how the study is run.
name: {name}
languages: [{languages}]
about:
  who: "{who}"
  purpose: To learn what people find in those they follow online, and what comes back.
  keeps: Answers are kept without your name or address, and erased two years after the study ends.
  contact: "{contact}"
# How many of a kind may complete, for example:
# quotas:
#   - {{name: women, when: {{gender: [woman]}}, at_most: 500}}
"""


class Language(Struct, frozen=True):
    """A language of a study.

    Attributes:
        missing: The English texts that it does not say.
    """

    code: str
    name: str
    status: Status
    missing: list[str]


class Checked(Struct, frozen=True):
    """What a study's folder holds.

    Attributes:
        fingerprint: SHA-256 of everything that people see; null while a translation is missing.
        pages: How many.
        items: How many.
        benchmarks: The published items that it repeats.
        translations: Of the languages that it names.
    """

    schema: str
    name: str
    fingerprint: str | None
    pages: int
    items: int
    scales: list[str]
    benchmarks: list[str]
    translations: list[Language]


def new_study(
    folder: Path, languages: Sequence[str], who: str, contact: str, form: Path | None = None
) -> list[str]:
    """Fill a folder with a study: the ready instrument and its translations, or a form of theirs.

    Returns:
        What was written.

    Raises:
        FileExists: The folder holds a study already.
        BadInstrument: The form cannot be read.
    """
    if (folder / FILE).exists():
        raise FileExists("There is a study in that folder already. Name another.")
    folder.mkdir(parents=True, exist_ok=True)
    written = _from_form(folder, form) if form else _ready(folder, languages)
    who = who.replace('"', "”")
    for path in (folder / f"{code}.yaml" for code in languages if code != SOURCE):
        if path.exists():  # a name is the same in every language
            told = json.dumps(who, ensure_ascii=False)
            with path.open("a", encoding="utf-8") as file:
                file.write(f"  {told}: {told}\n")
    name = "".join(it if it.isalnum() and it.isascii() else "_" for it in folder.name.lower())
    (folder / FILE).write_text(
        _STUDY.format(
            name=name if name[:1].isalpha() else f"s_{name}",
            languages=", ".join(languages),
            who=who,
            contact=contact.replace('"', "”"),
        ),
        encoding="utf-8",
    )
    return [FILE, *written]


def _ready(folder: Path, languages: Sequence[str]) -> list[str]:
    names = [INSTRUMENT, *(f"{it}.yaml" for it in languages if it != SOURCE)]
    with as_file(ready_folder()) as there:
        for name in names:
            if not (there / name).is_file():
                raise BadInstrument(
                    f"The ready instrument has {', '.join(LANGUAGES)}. For another language, add "
                    "its file to the study's folder, then its code to study.yaml."
                )
            (folder / name).write_bytes((there / name).read_bytes())
    return names


def _from_form(folder: Path, form: Path) -> list[str]:
    """The instrument and translations of an XLSForm, as the YAML files of a study."""
    import msgspec
    import yaml

    from parasocial.study.instrument.xlsform import read_xlsform

    instrument, translations = read_xlsform(form)
    told = {INSTRUMENT: instrument} | {f"{code}.yaml": it for code, it in translations.items()}
    for name, it in told.items():
        plain = json.loads(msgspec.json.encode(it))
        text = yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=100)
        (folder / name).write_text(text, encoding="utf-8")
    return list(told)


def check(plan: Plan) -> Checked:
    """What the folder holds, and what it lacks."""
    instrument, study = plan.instrument, plan.study
    wanted = texts(instrument, study.about)
    found = [_language(plan, code, wanted) for code in study.languages]
    whole = not any(it.missing for it in found)
    items = list(instrument.items)
    marks = [it.benchmark for it in items]
    marks += [it.benchmark for item in items for it in getattr(item, "choices", ())]
    return Checked(
        schema=SCHEMA,
        name=study.name,
        fingerprint=plan.form(unreviewed=True).fingerprint if whole else None,
        pages=len(instrument.pages),
        items=len(items),
        scales=list(instrument.scales),
        benchmarks=list(dict.fromkeys(it for it in marks if it)),
        translations=found,
    )


def _language(plan: Plan, code: str, wanted: list[str]) -> Language:
    if code == SOURCE:
        return Language(SOURCE, "English", "source", [])
    it = plan.translations.get(code)
    if it is None:
        return Language(code, code, "draft", wanted)
    return Language(code, it.name, it.status, missing(it, wanted))
