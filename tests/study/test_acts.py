"""The one rule for what becomes of a save: new, the same again, another, or too late."""

from hashlib import sha256

import pytest

from parasocial.study.store.acts import FINAL, Donate, Known, Save, TakeBack, Withdraw, settle

ONE, TWO = bytes(16), bytes([1]) * 16


def save(name=ONE, seq=0, body=b"a", ends="started", cells=(), form="f") -> Save:
    return Save(name, seq, form, "en", sha256(body).digest(), body, seq + 1, ends, cells)


def statuses(*acts, most=None, known=None) -> list[int]:
    known = known or Known()
    return [settle(it, known, most or {}).status for it in acts]


def test_the_same_bytes_again_are_the_same() -> None:
    known = Known()
    assert statuses(save(), save(), save(body=b"b"), known=known) == [201, 200, 409]
    assert [it.body for it in known.saves] == [b"a"]


def test_saves_may_come_in_any_order() -> None:
    known = Known()
    assert statuses(save(seq=3), save(seq=1), save(seq=2), save(seq=1), known=known) == [
        201,
        201,
        201,
        200,
    ]
    assert known.people[ONE].seq == 3
    assert len(known.saves) == 3


def test_a_late_save_changes_no_final_answer() -> None:
    known = Known()
    acts = (
        save(seq=1),
        save(seq=FINAL, ends="complete"),
        save(seq=2),
        save(seq=FINAL, ends="complete"),
    )
    assert statuses(*acts, known=known) == [201, 201, 201, 200]
    assert (known.people[ONE].seq, known.people[ONE].state) == (FINAL, "complete")
    assert statuses(save(seq=FINAL, body=b"other", ends="complete"), known=known) == [409]


def test_a_response_stays_with_the_form_it_began_with() -> None:
    assert statuses(save(), save(seq=1, form="g")) == [201, 409]


def test_a_quota_is_filled_by_whoever_completes_first() -> None:
    known, most = Known(), {"q": 1}
    first = save(seq=FINAL, ends="complete", cells=("q",))
    other = save(TWO, seq=0, cells=("q",))
    assert settle(other, known, most).state == "started"
    assert settle(first, known, most).state == "complete"
    assert settle(first, known, most).state == "complete"
    late = save(TWO, seq=1, cells=("q",))
    assert settle(late, known, most).state == "quota_full"
    assert (
        settle(save(TWO, seq=FINAL, ends="complete", cells=("q",)), known, most).state
        == "quota_full"
    )
    assert known.taken == {"q": 1}


def test_whoever_takes_back_frees_their_place() -> None:
    known, most = Known(), {"q": 1}
    settle(save(seq=FINAL, ends="complete", cells=("q",)), known, most)
    assert settle(Withdraw(ONE, 9), known, most).state == "withdrawn"
    assert known.taken == {"q": 0}
    assert (
        settle(save(TWO, seq=FINAL, ends="complete", cells=("q",)), known, most).state == "complete"
    )


def test_nothing_comes_back_after_taking_back() -> None:
    known = Known()
    assert statuses(Withdraw(ONE, 9), save(), Withdraw(ONE, 9), known=known) == [404, 201, 200]
    assert statuses(save(), save(seq=1), Withdraw(ONE, 9), known=known) == [410, 410, 200]
    assert known.erased == {ONE}


def test_a_no_erases_what_was_said_before() -> None:
    known = Known()
    end = save(seq=FINAL, body=b"no", ends="refused")
    assert statuses(save(), end, end, save(seq=1), known=known) == [201, 201, 200, 410]
    assert known.erased == {ONE}


def test_a_screen_out_fills_no_quota() -> None:
    known = Known()
    assert (
        settle(save(seq=FINAL, ends="screened_out", cells=("q",)), known, {"q": 0}).state
        == "screened_out"
    )


def donation(body=b"m", token=b"t") -> Donate:
    return Donate(ONE, sha256(body).digest(), sha256(token).digest(), body, 1)


def test_a_donation_is_kept_once_and_taken_back_by_its_giver() -> None:
    known = Known()
    wrong, right = TakeBack(ONE, sha256(b"x").digest()), TakeBack(ONE, sha256(b"t").digest())
    acts = (donation(), donation(), donation(b"other"), wrong, right, right, donation())
    assert statuses(*acts, known=known) == [201, 200, 409, 404, 200, 200, 410]
    assert known.undonated == {ONE}


@pytest.mark.parametrize("act", [Withdraw(TWO, 1), TakeBack(TWO, bytes(32))])
def test_what_is_not_there_is_unknown(act) -> None:
    assert statuses(act) == [404]
