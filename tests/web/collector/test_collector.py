"""The collector, asked well and badly: what is kept, what is refused, and what it says."""

import json
import re
from hashlib import sha256

import pytest
from msgspec import structs

from parasocial.study.instrument import form_of
from parasocial.study.store.reading import answered, counts
from parasocial.web.collector import bodies
from parasocial.web.collector.fields import Reading
from stores import apart
from web.collector.conftest import FORM, HOST, STUDY, body, person

ONE, TWO = "0" * 31 + "1", "0" * 31 + "2"


def test_a_whole_response(ask, made) -> None:
    answers = person(1, country="PH")
    sofar: dict = {}
    for seq, (name, answer) in enumerate(answers.items()):
        sofar[name] = answer
        assert ask.put(f"/r/{ONE}/{seq}", content=body(sofar)).json() == {
            "state": "started",
            "seq": seq,
        }
    resumed = ask.get(f"/r/{ONE}").json()
    assert (resumed["answers"], resumed["page"], resumed["seq"]) == (answers, 1, len(answers) - 1)
    last = body(answers)
    done = ask.put(f"/r/{ONE}/final", content=last)
    assert done.status_code == 201
    assert done.json() == {
        "state": "complete", "seq": 1_000_000, "receipt": sha256(last).hexdigest(),
        "onward": "https://panel.example/done?c=PH",
    }  # fmt: skip
    [found] = answered(made.store, "complete")
    assert (found.answers, found.id.hex()) == (answers, ONE)
    assert ask.get(f"/r/{ONE}").json()["answers"] is None


def test_replayed_and_reordered(ask, made) -> None:
    first, second = body({"consent": 1}), body({"consent": 1, "age": 30})
    codes = [
        ask.put(f"/r/{ONE}/{seq}", content=content).status_code
        for seq, content in ((1, second), (0, first), (1, second), (1, first), (0, first))
    ]
    assert codes == [201, 201, 200, 409, 200]
    assert [it.answers for it in answered(made.store, "started")] == [{"consent": 1, "age": 30}]


@pytest.mark.parametrize(
    ("answers", "problems"),
    [
        ({"consent": 1, "age": 400}, [{"item": "age", "why": "out of range"}]),
        ({"consent": 1, "age": 30, "gender": "<b>"}, [{"item": "gender", "why": "not offered"}]),
        ({"consent": 1, "age": 30, "<script>": 1}, [{"item": "", "why": "no such item"}]),
        ({"consent": 1, "age": 30, "escape": 5}, [{"item": "escape", "why": "not asked"}]),
        ({"age": 30}, [{"item": "consent", "why": "no consent"}]),
    ],
)
def test_what_the_browser_let_through_is_refused(ask, made, answers, problems) -> None:
    assert ask.put(f"/r/{ONE}/0", content=body({"consent": 1})).status_code == 201
    refused = ask.put(f"/r/{ONE}/1", content=body(answers))
    assert (refused.status_code, refused.json()["problems"]) == (422, problems)
    assert "<" not in refused.text
    assert [it.answers for it in answered(made.store, "started")] == [{"consent": 1}]


def test_a_final_that_is_not_whole_is_refused(asked) -> None:
    refused = asked.put(f"/r/{ONE}/final", content=body({"consent": 1, "age": 30}))
    assert refused.status_code == 422
    assert {"item": "gender", "why": "missing"} in refused.json()["problems"]


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b"[" * 60_000, 400),
        (b'{"form":1}', 400),
        (body({"consent": 1}, more=1), 400),
        (body({"consent": 1}).replace(b'"t"', b'"\\ud800"'), 400),
        (body([]), 400),
        (body({"consent": 1}, form="0" * 64), 422),
        (body({"consent": 1}, language="de"), 422),
        (b" " * 65_537, 413),
    ],
)
def test_what_is_no_save(asked, content, status) -> None:
    refused = asked.put(f"/r/{ONE}/0", content=content)
    assert refused.status_code == status
    assert refused.json()["said"]


@pytest.mark.parametrize(
    "path",
    [
        "/r/x/0",
        f"/r/{ONE}/x",
        f"/r/{ONE}/-1",
        f"/r/{ONE}/1000000",
        f"/r/{ONE}00/0",
        f"/r/{ONE}/٣",
        "/r",
    ],
)
def test_what_is_no_address(asked, path) -> None:
    assert asked.put(path, content=body({"consent": 1})).status_code == 404


def test_a_large_body_is_refused_unread(asked) -> None:
    def never():
        pytest.fail("the body was read")
        yield b""

    refused = asked.put(f"/r/{ONE}/0", content=never(), headers={"content-length": "1000000000"})
    assert (refused.status_code, refused.headers["connection"]) == (413, "close")


def test_a_body_of_unsaid_length_is_cut(asked) -> None:
    def endless():
        while True:
            yield b" " * 10_000

    assert asked.put(f"/r/{ONE}/0", content=endless()).status_code == 413


def test_an_earlier_form_is_still_answered(ask, made) -> None:
    about = structs.replace(FORM.about, purpose="Something else.")
    earlier = form_of(FORM.instrument, about, ["en"], {})
    assert ask.put(f"/r/{ONE}/0", body({"consent": 1}, form=earlier.fingerprint)).status_code == 422
    made.store.keep_form(earlier)
    made.reading = Reading(made.store.forms(), STUDY.quotas)
    assert ask.put(f"/r/{ONE}/0", body({"consent": 1}, form=earlier.fingerprint)).status_code == 201
    # A response is finished in the form that it began with.
    assert ask.put(f"/r/{ONE}/1", body({"consent": 1, "age": 30})).status_code == 409
    assert ask.get(f"/r/{ONE}").json()["form"] == earlier.fingerprint


def test_a_quota(ask, made) -> None:
    for number in range(2):
        final = body(person(number, gender="woman"))
        assert ask.put(f"/r/{number:032x}/final", content=final).json()["state"] == "complete"
    late = ask.put(f"/r/{9:032x}/0", content=body({"consent": 1, "age": 30, "gender": "woman"}))
    assert late.json()["state"] == "quota_full"
    assert ask.put(f"/r/{8:032x}/final", content=body(person(8))).json()["state"] == "complete"
    assert counts(made.store) == {"complete": 3, "quota_full": 1}


@pytest.mark.parametrize(
    ("answers", "state", "left"),
    [({"consent": 0}, "refused", 0), ({"consent": 1, "age": 17}, "screened_out", 1)],
)
def test_early_ends_are_states(ask, made, answers, state, left) -> None:
    ended = ask.put(f"/r/{ONE}/final", content=body(answers))
    assert (ended.status_code, ended.json()["state"]) == (201, state)
    assert counts(made.store) == {state: 1}
    assert len(list(answered(made.store, "refused", "screened_out"))) == left


def test_taking_back(ask, made) -> None:
    ask.put(f"/r/{ONE}/final", content=body(person(1)))
    assert ask.delete(f"/r/{ONE}").json()["state"] == "withdrawn"
    assert ask.delete(f"/r/{ONE}").status_code == 200
    assert ask.put(f"/r/{ONE}/7", content=body({"consent": 1})).status_code == 410
    assert ask.get(f"/r/{ONE}").json()["state"] == "withdrawn"
    assert list(answered(made.store, "complete", "withdrawn")) == []
    assert ask.delete(f"/r/{TWO}").status_code == 404


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "", f"{HOST}:80"])
def test_another_name_is_nobody(asked, host) -> None:
    assert asked.get("/", headers={"host": host}).status_code == 421


def test_another_page_may_not_save(asked) -> None:
    refused = asked.put(
        f"/r/{ONE}/0", content=body({"consent": 1}), headers={"sec-fetch-site": "cross-site"}
    )
    assert refused.status_code == 403
    assert "access-control-allow-origin" not in refused.headers


def test_the_page_loads_nothing_from_elsewhere(asked) -> None:
    page = asked.get("/", headers={"accept-language": "th-TH,th;q=0.9"})
    assert '<html lang="th">' in page.text
    assert "script-src 'self'" in page.headers["content-security-policy"]
    assert "unsafe" not in page.headers["content-security-policy"]
    links = re.findall(r'(?:src|href)="([^"#?]+)"', page.text)
    assert all(it.startswith(("static/", "data:,")) for it in links)
    for link in links:
        if link.startswith("static/"):
            found = asked.get(f"/{link}")
            assert found.status_code == 200
            assert found.headers["content-encoding"] == "gzip"
            assert "immutable" in found.headers["cache-control"]
    assert asked.get("/static/x/app.py").status_code == 404


def test_markup_in_texts_stays_text() -> None:
    from parasocial.study.instrument.form import About
    from parasocial.web.collector.page import written

    about = About("<script>alert(1)</script>", "p", "k", "c")
    page = written(type(FORM)(FORM.instrument, about, FORM.languages[:1]), "en")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_a_form_is_drawn_by_its_fingerprint(asked) -> None:
    found = asked.get(f"/form/{FORM.fingerprint}").json()
    assert (found["given"], found["consent"]) == ({"country": "[A-Z]{2}"}, "consent")
    assert [page["name"] for page in found["draw"]["pages"]][:2] == ["start", "age"]
    assert asked.get("/form/0").status_code == 404


def test_a_store_that_cannot_write_says_so_and_asks_again(ask, made, monkeypatch) -> None:
    async def failing(_known) -> None:
        raise OSError("full")

    monkeypatch.setattr(made.writer._line, "commit", failing)
    refused = ask.put(f"/r/{ONE}/0", content=body({"consent": 1}))
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "2")
    monkeypatch.undo()
    assert ask.put(f"/r/{ONE}/0", content=body({"consent": 1})).status_code == 201


def test_no_answer_quotes_what_was_said(asked) -> None:
    canary = "CANARY"
    for content in (
        body({"consent": 1, "age": canary}),
        body({canary: 1}),
        canary.encode(),
        body({"gender": canary}),
    ):
        assert canary not in asked.put(f"/r/{ONE}/0", content=content).text


def test_onward_leads_only_where_the_study_says(ask) -> None:
    said = ask.put(f"/r/{ONE}/final", content=body(person(1, country="TH"))).json()
    assert said["onward"] == "https://panel.example/done?c=TH"
    assert json.loads(json.dumps(said))["state"] == "complete"


def test_slow_bodies_are_let_go(monkeypatch) -> None:
    import asyncio

    from starlette.exceptions import HTTPException
    from starlette.requests import Request

    monkeypatch.setattr(bodies, "SECONDS", 0.02)

    async def never():
        await asyncio.sleep(60)

    scope = {"type": "http", "headers": [], "method": "PUT", "path": "/"}
    with pytest.raises(HTTPException) as late:
        apart(bodies.body_of(Request(scope, never)))
    assert late.value.status_code == 408
