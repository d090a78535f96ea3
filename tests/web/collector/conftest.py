"""A fielded study, asked without a socket or over one."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from parasocial.study.instrument import Form, form_of, ready
from parasocial.study.instrument.form import About
from parasocial.study.instrument.languages import Translation
from parasocial.study.plan import Quota, Study
from parasocial.study.store import open_store
from parasocial.study.store.reading import kept
from parasocial.web.collector import Collector, collector
from stores import address, empty, postgres
from study.instrument.people import whole
from web.collector.asking import Asking, asking

__all__ = ["address", "empty", "postgres"]

ABOUT = About(
    who="An invented group",
    purpose="To learn what people find in those they follow online, and what comes back.",
    keeps="Answers are kept without your name or address, and erased two years after the study ends.",
    contact="ask@study.example",
)
INSTRUMENT, TRANSLATIONS = ready()
HOST = "study.example"


def translated(code: str) -> Translation:
    it = TRANSLATIONS[code]
    return Translation(it.language, it.name, it.texts | {ABOUT.who: ABOUT.who})


FORM: Form = form_of(INSTRUMENT, ABOUT, ["en", "th"], {"th": translated("th")}, unreviewed=True)
STUDY = Study(
    name="invented",
    languages=("en", "th"),
    about=ABOUT,
    quotas=(Quota("women", ({"gender": ("woman",)},), 2),),
    onward={"complete": "https://panel.example/done?c={country}"},
)


@pytest.fixture
def made(tmp_path: Path, empty: Path) -> Iterator[Collector]:
    path = shutil.copy(empty, tmp_path / "answers.store")
    collecting = Collector(STUDY, FORM, open_store(str(path)))
    yield collecting
    collecting.close()


@pytest.fixture(scope="session")
def asked(tmp_path_factory: pytest.TempPathFactory, empty: Path) -> Iterator[Asking]:
    """One collector for everything that it refuses; nothing is ever kept in it."""
    path = shutil.copy(empty, tmp_path_factory.mktemp("asked") / "answers.store")
    collecting = Collector(STUDY, FORM, open_store(str(path)))
    with asking(collector(collecting, [HOST]), HOST) as client:
        yield client
    assert list(kept(collecting.store)) == []
    collecting.close()


@pytest.fixture
def ask(made: Collector) -> Iterator[Asking]:
    with asking(collector(made, [HOST]), HOST) as client:
        yield client


def body(answers: dict, **more) -> bytes:
    said = {"form": FORM.fingerprint, "language": "en", "answers": answers, "page": 1, "tab": "t"}
    return json.dumps(said | more).encode()


def person(seed: int, **fixed) -> dict:
    """What one invented person of age answers in the end."""
    return whole(INSTRUMENT, seed, **{"consent": 1, "age": 30, "gender": "man", **fixed})
