"""How ego writes to performers, worked by hand."""

from datetime import UTC, datetime, timedelta

import pytest

from parasocial.jobs.measure import measure
from parasocial.ledger import Import, Ledger
from parasocial.lenses.findings import OwnComments
from parasocial.lenses.oversharing import Scope
from parasocial.readers import READERS
from parasocial.reading import Batch, Facts, Tally
from parasocial.report.words import own_comments as words
from parasocial.schema import EGO, Account, Channel, Interaction, Kind

BEGIN = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
INSTAGRAM = next(reader for reader in READERS if reader.name == "instagram")
SAID = (
    (Channel.COMMENT, "star", "Halcyon when is the next one?"),
    (Channel.COMMENT, "star", "my dad passed and i miss you every night"),
    (Channel.COMMENT, "star", "has anyone here tried this?"),
    (Channel.COMMENT, "star", "🔥🔥🔥"),
    (Channel.COMMENT, "orbit", "please do a cover of this"),
    (Channel.COMMENT, "pal", "love you, see you tomorrow"),
    (Channel.POST, None, "love you all"),
)


def held(said=SAID) -> Ledger:
    ledger = Ledger()
    batch = Batch(0, INSTAGRAM.records[0])
    for place, (channel, target, text) in enumerate(said):
        us = int((BEGIN + timedelta(hours=place)).timestamp() * 1_000_000)
        item = f"i{place}"
        batch.interactions.append(
            Interaction(channel, EGO, target, us, text=text, words=4, item=item)
        )
    batch.accounts += [
        Account("star", "Halcyon Pots", kind=Kind.PERSONA, evidence="a test"),
        Account("orbit", "Orbit", kind=Kind.PERSONA, evidence="a test"),
        Account("pal", "Pal", kind=Kind.PERSON, evidence="a test"),
    ]
    with Import(ledger, INSTAGRAM, Facts(account="me")) as into:
        into.append(batch)
        into.finish("one", Tally())
    return ledger


@pytest.mark.thorough
def test_by_hand() -> None:
    with held() as ledger:
        found = measure(ledger, None, scope=Scope())
    # The fire has no words; a friend's and one's own posts are not for a performer.
    assert found.own_comments == OwnComments(
        comments=4, accounts=2, to_them=3, to_fans=1, questions=2, as_to_a_peer=1
    )


@pytest.mark.thorough
def test_texts_are_looked_at_when_that_was_asked_for() -> None:
    with held() as ledger:
        assert measure(ledger, None).own_comments is None
    with held(SAID[-2:]) as ledger:
        assert measure(ledger, None, scope=Scope()).own_comments is None


def test_words() -> None:
    it = OwnComments(212, 9, 131, 0, 40, 11)
    assert words.intro(it) == "You wrote 212 comments with words under what 9 performers made."
    assert words.peer(it) == "11 of 212 as to somebody you know"
    assert [says for _, says, _ in words.rows(it)] == [
        "131 of 212", "none seen", "40 of 212", "11 of 212",
    ]  # fmt: skip
