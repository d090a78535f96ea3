"""The page in other languages: no word of ours passes the catalogue, whoever wrote it first."""

import ast
import json
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from parasocial import five_types
from parasocial.guidance import sources, topics
from parasocial.i18n import LANGUAGES, catalogue, here, speaking
from parasocial.i18n.messages import DRAFT
from parasocial.i18n.pseudo import pseudo
from parasocial.lenses.findings import Findings
from parasocial.lenses.oversharing import BLIND
from parasocial.lenses.published import rows
from parasocial.readers import READERS
from parasocial.report import Door, fitting, page, write_doors, write_page, you
from parasocial.report.charts.lettering import lines, width
from parasocial.report.words import attention, method, ties
from parasocial.report.words.pattern import STUDY
from parasocial.report.words.reasons import known, reason
from parasocial.schema import Channel, Form
from parasocial.study.benchmarks import MARKS
from parasocial.ties.thresholds import Thresholds
from report import cases, given_cases

SRC = Path(page.__file__).parents[1]
OTHERS = [it for it in LANGUAGES if it != "en"]
WORD = re.compile(r"[^\W\d_]{2,}")
ACCENTS = re.compile("[åéîøüýçñšžÅÉÎØÜÝÇÑŠŽ]")
SPOKEN = ("aria-label", "data-l", "data-other", "data-as")
CASES = {**cases.CASES, "given": given_cases.told}


@pytest.fixture
def written() -> Iterator[Callable[[Findings], str]]:
    """Writes a page in the language that nobody speaks."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (page, fitting):
            patch.setattr(module, "catalogue", lambda *_: pseudo("reviewed"))
        yield lambda findings: write_page(findings, language="qps", show_private=True)


def untouched(html: str) -> set[str]:
    """The words of a page that passed the catalogue: every word of ours has an accent there.

    People's names, commands, and what says that it is in another language are left out.
    """
    tree = LexborHTMLParser(html)
    for node in tree.css("style, script, .nm, .brand, body code, body [lang]"):
        node.decompose()
    texts = [node.text(separator="\n") for node in tree.css("title, body")]
    for node in tree.css(", ".join(f"[{it}]" for it in SPOKEN)):
        texts += [node.attributes.get(it) or "" for it in SPOKEN]
    return {word for word in WORD.findall("\n".join(texts)) if not ACCENTS.search(word)}


def titles(findings: Findings) -> set[str]:
    """Words that are the same everywhere: of platforms, the study, authors, zones, files, months."""
    same = [*(it.title for it in findings.sources), *STUDY.values(), *here().months]
    same += [it.short for it in sources().values()] + [it.name for it in findings.periods]
    same += [name.capitalize() for it in findings.ties for name in it.alter.platforms]
    same += [findings.zone, *(end for it in findings.sources for end in it.unknown_endings)]
    return {word for it in same for word in WORD.findall(it)} | {"ValidationError"}


@pytest.mark.thorough
@pytest.mark.parametrize("name", CASES)
def test_every_word_passes_the_catalogue(written, name) -> None:
    findings = CASES[name]()
    assert untouched(written(findings)) - titles(findings) == set()


def test_the_quiz_page_passes_it_too() -> None:
    from parasocial.report.quiz import write_quiz_page

    with speaking(pseudo("reviewed")):
        said = untouched(write_quiz_page())
    assert said - {word for it in STUDY.values() for word in WORD.findall(it)} == set()


def test_what_passes_no_catalogue_is_found() -> None:
    assert untouched('<title>⟦Å··⟧</title><p>⟦Øñé··⟧ way</p><i aria-label="out"></i>') == {
        "way",
        "out",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_which_language_it_is_in_and_whether_that_is_a_draft(language) -> None:
    tree = LexborHTMLParser(write_page(cases.mutual(), language=language))
    assert tree.css_first("html").attributes["lang"] == language
    said = [(it.attributes["lang"], it.text()) for it in tree.css(".draft")]
    draft = catalogue(language, "report").status == "draft"
    assert said == ([(language, catalogue(language).say(DRAFT)), ("en", DRAFT)] if draft else [])


def test_a_door_says_where_it_speaks_another_language() -> None:
    english = Door("study", "Study", Markup("<p>Tables</p>"))
    with speaking(catalogue("vi", "report")):
        tree = LexborHTMLParser(write_doors([you(cases.mutual()), english], invented=True))
    doors = {it.attributes["id"]: it.attributes.get("lang") for it in tree.css(".door")}
    assert doors == {"you": None, "study": "en"}


def test_headings_and_text_have_letters_for_thai() -> None:
    style = (SRC / "report" / "page.css").read_text(encoding="utf-8")
    stacks = re.findall(r"--(?:serif|sans):([^;]+);", style)
    assert len(stacks) == 2
    assert all("Thai" in stack.split(",") for stack in stacks)


def test_the_hub_speaks_the_language_of_the_page() -> None:
    said = LexborHTMLParser(write_page(cases.rich(), language="th")).css_first(".likes h3").text()
    assert said in {catalogue("th").say(it.title) for it in topics().values()}


def test_no_text_on_a_page_is_one_that_needs_its_english_beside_it() -> None:
    calm = {"keep", "quiet-message", "fading", "performer", "companion", *STUDY}
    harms = {name for name, it in topics().items() if it.group == "harm"}
    shown = [(it, it.texts[0]) for name, it in topics().items() if name in calm | harms]
    assert [topic.title for topic, text in shown if topic.critical(text)] == []


def whys() -> set[str]:
    """Every reason of the layers below, with a number where one is put in."""
    files = [
        *(SRC / "measures").glob("*.py"),
        *(it for it in (SRC / "lenses").glob("*.py") if it.stem not in OTHER_PAGES),
        SRC / "five_types.py",
    ]
    found: set[str] = set()
    for file in files:
        for node in ast.walk(ast.parse(file.read_text())):
            for value in _reasons(node):
                found |= {text for text in _texts(value) if " " in text}
    return found


OTHER_PAGES = {
    "creator", "reply_plan", "safe_to_share", "study", "study_measures", "tabulated",
}  # fmt: skip
"""Lenses of the creator's page and of the study's, which are in English."""


def _reasons(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.keyword) and node.arg == "why":
        return [node.value]
    if isinstance(node, ast.Assign) and any(
        isinstance(it, ast.Name) and it.id in {"why", "UNKNOWN_ZONE"} for it in node.targets
    ):
        return [node.value]
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"_cannot", "_share"}:
        return list(node.args)
    if isinstance(node, ast.FunctionDef) and node.name == "_why":
        return [it.value for it in ast.walk(node) if isinstance(it, ast.Return) and it.value]
    return []


def _texts(value: ast.expr) -> list[str]:
    if isinstance(value, ast.IfExp):
        return [*_texts(value.body), *_texts(value.orelse)]
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return [value.value]
    if isinstance(value, ast.JoinedStr):
        kinds = "this account is a " in ast.unparse(value)
        parts = (
            str(it.value) if isinstance(it, ast.Constant) else "group" if kinds else "12"
            for it in value.values
        )
        return ["".join(parts)]
    return []


def test_every_reason_has_its_message() -> None:
    found = whys()
    assert len(found) > 20
    assert [it for it in found if not known(it)] == []


def test_every_line_on_what_an_export_leaves_out_has_its_message() -> None:
    lines = {line for reader in READERS for line in (*reader.blind, *BLIND)}
    assert [it for it in lines if not known(it)] == []


def test_every_warning_of_a_reader_has_its_message() -> None:
    found = set()
    for case in (SRC.parents[1] / "tests" / "readers").glob("*/*/expected.jsonl"):
        with case.open(encoding="utf-8") as lines_of:
            found |= {*json.loads(next(lines_of))["facts"]["warnings"]}
    assert len(found) > 5
    assert [it for it in found if not known(it)] == []


def test_every_way_to_a_harm_has_its_message() -> None:
    data = SRC / "oversharing" / "data"
    ways = tomllib.loads((data / "paths.toml").read_text())["path"]
    places = tomllib.loads((data / "platforms.toml").read_text())
    said = [it["title"] for it in ways] + [need["name"] for it in ways for need in it["needs"]]
    said += [it["seen"] for some in places.values() for it in some.values() if "seen" in it]
    assert [it for it in said if not known(it)] == []


def test_everything_published_has_its_message() -> None:
    found = rows(set(), follows=True, met=False)
    figures = [it for row in found for it in (row.figure, *row.disputed)]
    said = {text for row in found for text in (row.about, row.question, row.why)}
    said |= {it.base for it in figures} | {*MARKS.values()}
    said |= {it.region for it in figures} - {"Global", "not said"}
    assert [it for it in said if it and not known(it)] == []


def test_all_that_two_axes_can_say_has_its_messages() -> None:
    parts = {part for said in five_types.axes().values() for part in said.split("; ")}
    assert [it for it in parts if not known(it)] == []


def test_a_reason_keeps_its_numbers() -> None:
    said = "fewer than 26 weeks in a row are covered"
    assert reason(said) == said
    with speaking(pseudo()):
        assert "26" in reason(said)
        assert ACCENTS.search(reason(said))


def test_every_kind_has_its_word() -> None:
    with speaking(pseudo()):
        words = [ties.channel(it) for it in Channel] + [attention.form(it) for it in Form]
        labels = [it for it, _ in method.thresholds(cases.rich().thresholds)]
    assert [it for it in (*words, *labels) if "⟦" not in it] == []
    assert set(cases.rich().thresholds) <= set(Thresholds.__struct_fields__)


def test_a_long_label_is_broken_and_stays_within_its_room() -> None:
    assert lines("Short visits, few posts", 400) == ["Short visits, few posts"]
    assert lines("Short visits, few posts", 130) == ["Short visits,", "few posts"]
    for text in ("a label of many short words", "onelabelwithoutanyspaceswhichisverylongindeed"):
        assert all(width(it) <= 80 for it in lines(text, 80))
