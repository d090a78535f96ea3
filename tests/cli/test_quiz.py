"""``quiz`` and ``benchmarks``: what they print, write and keep."""

import io
import json
import sys

import pytest

from parasocial.notes import QuizAnswers, read_notes
from parasocial.report.words.quiz import OVERSHARER
from parasocial.study.benchmarks import ITEMS, figures


@pytest.mark.parametrize(
    ("answers", "plain", "study"),
    [
        ("0.5,1,in_use,2,2,4", "Short visits, few posts", "Savvy Social"),
        ("0.5,20,in_use,4,0,2", "Short visits, many posts", "Breezy Poster"),
        ("4,40,in_use,2,2,2", "Much time, many posts", "Oversharer"),
        ("3, 1, in_use, 0, 4, 1", "Mostly watching", "Lurker"),
        ("0,0,unopened,2,2,2", "Hardly here", "Offliner"),
        ("0,0,deleted,2,2,2", "Hardly here", "Offliner"),
        ("0,0,never,2,2,2", "Hardly here", "Offliner"),
    ],
)
def test_the_plain_words_come_first(cli, tmp_path, answers, plain, study):
    ran = cli("quiz", "--answers", answers)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{plain}\n")
    assert f"The study’s name for it is “{study}”." in ran.out
    assert (OVERSHARER in ran.out) == (study == "Oversharer")
    assert list(tmp_path.iterdir()) == []


def test_between_the_types_the_axis_is_told(cli):
    assert "What can be said: time in between; few posts." in (
        cli("quiz", "--answers", "1.5,1,in_use,2,2,2").out
    )


def answering(cli, monkeypatch, lines: str, *more: object):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    return cli("quiz", *more)


def test_it_asks_six_questions(cli, monkeypatch):
    ran = answering(cli, monkeypatch, "3\n1\n1\n0\n4\n1\n", "--json", "-")
    assert json.loads(ran.out)["answers"] == {
        "hours_a_day": 3,
        "posts_a_week": 1,
        "accounts": "in_use",
        "one_sitting": 0,
        "no_trace": 4,
        "keeps_limit": 1,
    }
    assert ran.err.count("?") == 6


def test_an_answer_that_cannot_be_is_asked_again(cli, monkeypatch):
    ran = answering(cli, monkeypatch, "thirty\n25\n0\n0\n9\n3\n")
    assert ran.code == 0
    assert ran.out.startswith("Hardly here\n")
    assert ran.err.count("Error: ") == 3


def test_whoever_stops_keeps_nothing(cli, ledger, monkeypatch, tmp_path):
    ran = answering(cli, monkeypatch, "3\n1\n", "--ledger", tmp_path / "me.ledger")
    assert (ran.code, ran.out) == (130, "")
    assert not (tmp_path / "me.notes.toml").exists()


@pytest.mark.thorough
def test_with_a_ledger_reports_show_both(cli, ledger, tmp_path):
    ran = cli("quiz", "--answers", "3,1,in_use,0,4,1", "--ledger", tmp_path / "me.ledger")
    assert ran.code == 0
    assert f"Kept in {tmp_path / 'me.notes.toml'}" in ran.err
    assert read_notes(tmp_path / "me.notes.toml").quiz == QuizAnswers(3, 1, "in_use", 0, 4, 1)
    assert cli("report", "--json", "all.json", "-o", "page.html").code == 0
    found = json.loads((tmp_path / "all.json").read_text())
    assert found["quiz"]["name"] == "lurker"
    assert found["quiz"]["agreement"] in ("same", "possible", "different", None)
    assert "Your own answers read most like “mostly watching”" in (
        (tmp_path / "page.html").read_text()
    )


def test_answers_can_be_kept_in_any_notes_file(cli, tmp_path):
    ran = cli("quiz", "--answers", "0,0,never,2,2,2", "--notes", "mine.toml", "--json", "q.json")
    assert ran.last == str(tmp_path / "q.json")
    assert read_notes(tmp_path / "mine.toml").quiz == QuizAnswers(0, 0, "never")
    assert json.loads((tmp_path / "q.json").read_text())["shares"]["offliner"] == 1


def test_a_page_that_asks(cli, tmp_path):
    ran = cli("quiz", "-o", "quiz.html")
    assert (ran.code, ran.out) == (0, f"{tmp_path / 'quiz.html'}\n")
    assert (tmp_path / "quiz.html").read_text().startswith("<!doctype html>")
    assert cli("quiz", "-o", "quiz.html").code == 1
    assert cli("quiz", "-o", "quiz.html", "--force").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["quiz", "--answers", "1,2,3"],
        ["quiz", "--answers", "1,2,often,2,2,2"],
        ["quiz", "--answers", "25,2,in_use,2,2,2"],
        ["quiz", "--answers", "nan,2,in_use,2,2,2"],
        ["quiz", "--answers", "1,2,in_use,2,2,5"],
        ["quiz", "-o", "q.html", "--answers", "1,2,in_use,2,2,2"],
        ["quiz", "-o", "q.html", "--ledger", "me.ledger"],
        ["benchmarks", "--item", "joy"],
        ["benchmarks", "--region", "the moon"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_exit_2(cli, tmp_path, arguments):
    ran = cli(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "Error: " in ran.err
    assert list(tmp_path.iterdir()) == []


def test_no_ledger_nothing_kept(cli, tmp_path):
    ran = cli("quiz", "--answers", "0,0,never,2,2,2", "--ledger", tmp_path / "none.ledger")
    assert ran.code == 1
    assert "There is no ledger yet" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_benchmarks_print_every_figure_with_its_source(cli):
    ran = cli("benchmarks")
    assert (ran.code, ran.err) == (0, "")
    for it in figures():
        assert it.url in ran.out
        assert it.note in ran.out
    for item, says in ITEMS.items():
        assert f"{says} ({item})" in ran.out
    assert ran.out.count("Not certain: ") == sum(bool(it.marks) for it in figures())


def test_benchmarks_of_one_item_and_region(cli, tmp_path):
    found = json.loads(cli("benchmarks", "--item", "pm", "--region", "asia", "--json", "-").out)
    assert [(it["percent"], it["marks"]) for it in found] == [
        (22, ["conflict"]),
        (15, ["conflict"]),
    ]
    assert "1,007 asked in all" in cli("benchmarks", "--item", "vital", "--region", "ASIA").out
    assert cli("benchmarks", "--json", "all.json").last == str(tmp_path / "all.json")
    assert cli("benchmarks", "--json", "all.json").code == 1
