"""Every catalogue: whole, with its placeholders, its plurals and its status."""

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from gettext import GNUTranslations
from pathlib import Path

import catalogues as script
import pytest
from babel.core import Locale
from hatch_build import read

from banned import LANGUAGES as JUDGED
from banned import banned
from parasocial.i18n import LANGUAGES, catalogue
from parasocial.i18n.catalogue import status
from parasocial.i18n.messages import messages

OTHERS = [it for it in LANGUAGES if it != "en"]
DOMAINS = ("guidance", "report")
PLACE = re.compile(r"%\(\w+\)[sd]|%[sd%]")
COMMAND = re.compile(r"parasocial [a-z]+|--[a-z-]+")
every_language = pytest.mark.parametrize("language", OTHERS)
every_domain = pytest.mark.parametrize("domain", DOMAINS)


@lru_cache
def english(domain: str) -> dict[str, str | None]:
    """Every message by its first form, with its plural."""
    if domain == "guidance":
        return {it.text: it.plural for it in messages()}
    ids = [it.id for it in script.template(domain) if it.id]
    return {
        it if isinstance(it, str) else it[0]: None if isinstance(it, str) else it[1] for it in ids
    }


@lru_cache
def entries(language: str, domain: str = "guidance") -> list[tuple[str, tuple[str, ...]]]:
    found = []
    for message in read(script.path_of(language, domain)):
        if message.id:
            text = message.id if isinstance(message.id, str) else message.id[0]
            said = message.string if isinstance(message.string, tuple) else (message.string,)
            found.append((text, said))
    return found


@pytest.mark.thorough
@every_domain
@every_language
def test_nothing_is_missing_and_nothing_is_left_over(language: str, domain: str) -> None:
    found = dict(entries(language, domain))
    assert found.keys() == english(domain).keys(), "run make catalogues"
    missing = {text for text, said in found.items() if not all(it.strip() for it in said)}
    assert missing <= of_the_app(language, domain)


def of_the_app(language: str, domain: str) -> set[str]:
    """What the app alone says: shown in English until somebody translates it."""
    return {
        message.id if isinstance(message.id, str) else message.id[0]
        for message in read(script.path_of(language, domain))
        if message.id and message.auto_comments[0].startswith("web/")
    }


@every_domain
@every_language
def test_nothing_is_fuzzy(language: str, domain: str) -> None:
    assert [it.id for it in read(script.path_of(language, domain)) if it.fuzzy] == []


@every_domain
@every_language
def test_placeholders_commands_and_questions_are_the_same(language: str, domain: str) -> None:
    for text, said in entries(language, domain):
        for it in said:
            assert sorted(PLACE.findall(it)) == sorted(PLACE.findall(text)), it
            assert COMMAND.findall(it) == COMMAND.findall(text), it
            assert (it[-1] in "?:") == (text[-1] in "?:"), it


def numbers(text: str) -> set[str]:
    """Numbers from 11 on, without what groups their digits: smaller ones may be words."""
    digits = {re.sub(r"[.,]", "", it) for it in re.findall(r"\d[\d.,]*\d", text)}
    return {it for it in digits if int(it) > 10}


@every_domain
@every_language
def test_numbers_are_the_same(language: str, domain: str) -> None:
    for text, said in entries(language, domain):
        assert all(numbers(it) == numbers(text) for it in said), said


@every_domain
@every_language
def test_plurals_are_those_of_the_language(language: str, domain: str) -> None:
    plural = catalogue(language, domain).messages.plural  # type: ignore[attr-defined]
    locale = Locale.parse(language)
    order = [it for it in ("one", "other") if it in locale.plural_form.tags | {"other"}]
    assert [plural(n) for n in range(1001)] == [
        order.index(locale.plural_form(n)) for n in range(1001)
    ]


def test_a_count_takes_its_form() -> None:
    def steps(language: str, count: int) -> str:
        return catalogue(language).count("If you like, %(count)d step:", "If you like, %(count)d steps:", count)  # fmt: skip

    assert [steps("en", n) for n in (1, 2)] == ["If you like, 1 step:", "If you like, 2 steps:"]
    assert [steps("fil", n) for n in (1, 3, 4)] == [
        "Kung gusto mo, 1 hakbang:",
        "Kung gusto mo, 3 hakbang:",
        "Kung gusto mo, 4 na hakbang:",
    ]
    assert steps("id", 1) == "Kalau kamu mau, 1 langkah:"


@every_domain
@every_language
def test_what_is_compiled_is_what_is_written(language: str, domain: str) -> None:
    compiled: GNUTranslations = catalogue(language, domain).messages  # type: ignore[assignment]
    single = {
        text: said[0] for text, said in entries(language, domain) if not english(domain)[text]
    }
    assert {text: compiled.gettext(text) for text in single} == single


@every_domain
@every_language
def test_a_catalogue_carries_its_status(language: str, domain: str) -> None:
    header = catalogue(language, domain).messages.info()
    assert header["language"] == language
    assert header["x-status"] in {"draft", "reviewed"}
    assert {"x-reviewed-by", "x-reviewed"} <= header.keys()
    assert catalogue(language, domain).status == status(header)


@pytest.mark.parametrize("missing", ["x-status", "x-reviewed-by", "x-reviewed"])
def test_a_review_needs_its_word_its_name_and_its_day(missing: str) -> None:
    signed = {"x-status": "reviewed", "x-reviewed-by": "A. Person", "x-reviewed": "2027-01-31"}
    assert status(signed) == "reviewed"
    assert status({**signed, missing: " "}) == "draft"
    assert status({}) == "draft"


@every_domain
@every_language
def test_no_translation_judges(language: str, domain: str) -> None:
    assert [
        it for _, said in entries(language, domain) for it in said if banned(language).search(it)
    ] == []


def test_every_language_has_its_list() -> None:
    assert set(JUDGED) == set(LANGUAGES)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "You should do it."), ("en", "Bad habits"), ("id", "Kamu harus berhenti."),
        ("id", "Ini bermasalah."), ("ms", "Anda mesti berhenti."), ("ms", "Membazirkan masa"),
        ("vi", "Bạn cần phải dừng lại."), ("vi", "Đó là một VẤN ĐỀ."), ("th", "คุณต้องหยุด"),
        ("th", "คุณควรหยุดเล่น"), ("fil", "Dapat kang tumigil."), ("fil", "May problema ka."),
    ],
)  # fmt: skip
def test_the_lists_find_what_they_are_for(language: str, said: str) -> None:
    assert banned(language).search(said)


@pytest.mark.parametrize(
    ("language", "said"),
    [("th", "คุณต้องการอะไร"), ("th", "ถูกต้อง"), ("vi", "tệp"), ("en", "badge"), ("ms", "sunyian")],
)
def test_the_lists_leave_other_words_alone(language: str, said: str) -> None:
    assert not banned(language).search(said)


def test_a_new_english_sentence_comes_in_without_a_translation(monkeypatch) -> None:
    first, *others = messages()
    changed = first._replace(text="A sentence that is new")
    monkeypatch.setattr(script, "messages", lambda: [changed, *others])
    made = script.updated(read(script.path_of("vi", "guidance")), "guidance")
    assert made.get("A sentence that is new").string == ""
    assert made.get(first.text) is None
    assert made.get(others[0].text).string == dict(entries("vi"))[others[0].text][0]
    assert made.mime_headers == read(script.path_of("vi", "guidance")).mime_headers


@pytest.mark.thorough
@every_domain
def test_a_catalogue_is_current_and_written_the_same_way(domain, tmp_path) -> None:
    from babel.messages.pofile import write_po

    for language in OTHERS:
        path = script.path_of(language, domain)
        with (tmp_path / "again.po").open("wb") as file:
            write_po(file, script.updated(read(path), domain), width=script.WIDTH)
        assert (tmp_path / "again.po").read_bytes() == path.read_bytes(), "run make catalogues"


def asked(room: Path) -> Iterator[str]:
    """Every message that code asks for by name, also where the extractor does not look."""
    for file in room.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in script.KEYWORDS:
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    yield first.value


@pytest.mark.thorough
def test_every_message_that_code_asks_for_is_extracted() -> None:
    found = {it.id if isinstance(it.id, str) else it.id[0] for it in script.template("report")}
    said = {it for room in script.ROOMS for it in asked(script.ROOT / "src" / "parasocial" / room)}
    assert len(said) > 300
    assert said - found == set()
