"""From the store to columns and files: everybody who completed, and nobody's key."""

import csv
import json
from hashlib import sha256

import pytest

from parasocial.jobs.exporting import export
from parasocial.jobs.study import opened as opened_study
from parasocial.jobs.study_donors import compare_donations
from parasocial.study.collected import collected, donated, public_id
from parasocial.study.donation import Donation, canonical
from parasocial.study.instrument import BadInstrument, form_of, ready
from parasocial.study.store import Donate, Save, Writer
from parasocial.study.store.acts import FINAL
from parasocial.study.store.opening import opened
from stores import apart
from study.donated import ABOUT, REQUEST
from study.instrument.people import whole

pytestmark = pytest.mark.thorough

INSTRUMENT, _ = ready()
FORM = form_of(INSTRUMENT, ABOUT, ["en"], {})
FORMULA = "=HYPERLINK(1) <b>"


def saved(number: int, answers: dict, form: str = FORM.fingerprint) -> Save:
    body = json.dumps({"form": form, "language": "en", "answers": answers}).encode()
    name = number.to_bytes(16)
    return Save(
        name,
        FINAL,
        form,
        "en",
        sha256(body).digest(),
        body,
        1_790_000_000_000_000 + number,
        "complete",
    )


@pytest.fixture
def people() -> list[dict]:
    fixed = {"consent": 1, "age": 30, "accounts": "in_use"}
    found = [whole(INSTRUMENT, seed, **fixed) for seed in range(12)]
    found[0]["remark"] = FORMULA
    return found


@pytest.fixture
def store(address, people):
    with opened(address) as found:
        found.keep_form(FORM)
        acts = [saved(number, answers) for number, answers in enumerate(people)]
        acts.append(saved(99, {"consent": 1, "age": 30}))
        given = canonical(Donation("invented", REQUEST.fingerprint, "2026-11", {"ties": "none"}))
        joined = canonical(
            Donation(
                "invented",
                REQUEST.fingerprint,
                "2026-11",
                {"hours_a_week": 3.5, "ties": "none"},
                1,
                f"{3:032x}",
            )
        )
        acts.append(Donate(bytes([50]) * 16, bytes(32), bytes(32), joined, 50))
        acts += [Donate(bytes([n]) * 16, bytes(32), bytes(32), given, n) for n in range(11)]

        async def write() -> None:
            writer = Writer(found.line(), {})
            for act in acts:
                await writer.do(act)
            writer.close()

        apart(write())
        yield found


def test_everybody_who_completed_is_a_row(store, people) -> None:
    found = collected(store)
    assert (len(found.field), found.apart) == (12, 1)
    assert found.field.book.fielded == "2026-09"
    follow = found.field.question("follow")
    told = [follow.codes[code] for code in found.field.codes["follow"]]
    assert told == [str(one["follow"]) for one in people]
    assert found.field.codes["country"].tolist() == [0] * 12


def test_no_row_has_the_key_of_its_person(store) -> None:
    ids = collected(store).field.ids
    assert len(set(ids)) == 12
    assert public_id((3).to_bytes(16)) in ids
    assert (3).to_bytes(16).hex() not in ids


def test_numbers_that_were_given_find_their_row(store) -> None:
    assert donated(store) == {
        public_id((3).to_bytes(16)): {"hours_a_week": 3.5, "hours_a_day": 0.5}
    }


def test_what_is_exported_can_be_read_again(store, tmp_path) -> None:
    folder = tmp_path / "out"
    written, apart_ = export(store, folder, k=10, force=False)
    assert [it.name for it in written] == [
        "codebook.json",
        "answers.csv",
        "remarks.csv",
        "donations.csv",
        "donated.jsonl",
    ]
    assert apart_ == 1
    again, first = opened_study(folder), collected(store).field
    assert again.ids == first.ids
    assert all((again.codes[name] == codes).all() for name, codes in first.codes.items())
    with (folder / "remarks.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert [row[2] for row in rows if "HYPERLINK" in row[2]] == [f"'{FORMULA}"]
    assert (folder / "donations.csv").read_text().splitlines() == [
        "measure,value,people",
        "ties,none,12",
    ]


def test_what_was_joined_is_a_file_of_rows(store, tmp_path) -> None:
    export(store, tmp_path, k=10, force=False)
    [line] = (tmp_path / "donated.jsonl").read_text().splitlines()
    found = json.loads(line)
    assert found["respondent"] in collected(store).field.ids
    assert found["measures"] == {"hours_a_week": 3.5, "hours_a_day": 0.5}
    beside = compare_donations(tmp_path, tmp_path / "donated.jsonl")
    assert (beside.unknown, beside.donors + beside.without_consent) == (0, 1)


def test_a_store_in_which_nothing_was_fielded(tmp_path, empty) -> None:
    with opened(str(empty)) as found, pytest.raises(BadInstrument, match="study serve"):
        collected(found)
