"""``study new`` and ``study check``, as a person meets them."""

import json
from pathlib import Path

import pytest

from parasocial.study.plan import read_plan


@pytest.fixture
def folder(cli, tmp_path) -> Path:
    ran = cli(
        "study", "new", "mine", "--who", 'An "invented" group', "--lang", "en", "--lang", "th"
    )
    assert ran.code == 0
    assert Path(ran.last) == tmp_path / "mine"
    return tmp_path / "mine"


def test_a_new_study_can_be_checked(cli, folder) -> None:
    names = {path.name for path in folder.iterdir()}
    assert names == {"study.yaml", "instrument.yaml", "th.yaml"}
    ran = cli("study", "check", "mine", "--unreviewed", "--json", "-")
    found = json.loads(ran.out)
    assert found["schema"] == "parasocial/study-check/1"
    assert [(it["code"], it["status"]) for it in found["translations"]] == [
        ("en", "source"),
        ("th", "draft"),
    ]
    assert [it["missing"] for it in found["translations"]] == [[], []]
    assert read_plan(folder).form(unreviewed=True).fingerprint == found["fingerprint"]


def test_a_missing_text_is_shown_and_refused(cli, folder) -> None:
    path = folder / "th.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(it for it in lines if "How old" not in it), encoding="utf-8")
    ran = cli("study", "check", "mine", "--unreviewed")
    assert ran.code == 1
    assert "ไทย (th): draft, 1 texts missing\n    How old are you?" in ran.out
    assert "Add them to th.yaml" in ran.err


def test_a_draft_needs_a_switch(cli, folder) -> None:
    ran = cli("study", "check", "mine")
    assert (ran.code, "--unreviewed" in ran.err) == (1, True)


def test_out_as_surveyjs_and_xlsform_and_back(cli, folder) -> None:
    ran = cli(
        "study", "check", "mine", "--unreviewed", "--surveyjs", "s.json", "--xlsform", "f.xlsx"
    )
    assert ran.code == 0
    assert json.loads(Path("s.json").read_text(encoding="utf-8"))["pages"][0]["elements"]
    assert cli("study", "new", "again", "--from", "f.xlsx", "--lang", "th").code == 0
    assert read_plan(Path("again")).instrument == read_plan(folder).instrument
    again = cli("study", "check", "mine", "--unreviewed", "--surveyjs", "s.json")
    assert (again.code, "--force" in again.err) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("new", "mine"), "There is a study in that folder already"),
        (("new", "other", "--lang", "de"), "The ready instrument has en, id, ms, vi, th, fil"),
        (("check", "nowhere"), "The folder holds no study.yaml"),
        (("serve", "nowhere"), "The folder holds no study.yaml"),
        (("serve", "mine"), "--unreviewed"),
        (("serve", "mine", "--unreviewed", "--store", "mysql://x"), "A store is a file"),
        (("serve", "mine", "--unreviewed", "--host", "192.0.2.1"), "cannot be used"),
    ],
)
def test_what_goes_wrong_is_said(cli, folder, arguments, says) -> None:
    ran = cli("study", *arguments)
    assert (ran.code, says in ran.err) == (1, True)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ("quotas: [{name: q, when: {nobody: [1]}, at_most: 3}]", "asks about nobody"),
        ("quotas: [{name: q, at_most: 3}]", "missing required field `when`"),
        ("onward: {complete: 'javascript:alert(1)'}", "The study says something that it cannot"),
        ("colour: red", "unknown field `colour`"),
    ],
)
def test_a_study_that_says_what_it_cannot(cli, folder, more, says) -> None:
    path = folder / "study.yaml"
    path.write_text(f"{path.read_text()}\n{more}\n")
    ran = cli("study", "check", "mine")
    assert (ran.code, says in ran.err) == (1, True)


def test_without_the_extra_it_is_said_how_to_get_it(cli, folder, monkeypatch) -> None:
    monkeypatch.setattr("parasocial.study.store.opening.find_spec", lambda _: None)
    for arguments in (("serve", "mine", "--unreviewed"), ("export", "mine", "-o", "out")):
        (folder / "answers.store").touch()
        ran = cli("study", *arguments)
        assert (ran.code, "parasocial[study]" in ran.err) == (1, True)
