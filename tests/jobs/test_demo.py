"""The demo's doors: the person's page in the language asked for, the others in English."""

from parasocial.i18n import catalogue, speaking, spoken
from parasocial.jobs import demo


def test_doors_that_are_in_english_are_made_in_it(monkeypatch) -> None:
    heard = {}

    def made(name):
        return lambda *_: heard.setdefault(name, spoken().language)

    monkeypatch.setattr(demo, "channel", made("channel"))
    monkeypatch.setattr(demo, "you", made("you"))
    monkeypatch.setattr(demo, "creators", made("creators"))
    monkeypatch.setattr(demo.study_example, "door", made("study"))
    with speaking(catalogue("th", "report")):
        demo.doors(None)
    assert heard == {"you": "th", "channel": "en", "creators": "en", "study": "en"}
