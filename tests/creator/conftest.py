"""The bundled channel, looked at once."""

from collections.abc import Iterator

import pytest

from invented import channel
from parasocial.jobs.channel import read_channel
from parasocial.jobs.creator import FanSide, fan_side
from parasocial.jobs.demo import CALLED, ZONE, example
from parasocial.jobs.read import Wanted
from parasocial.ledger import Ledger
from parasocial.lenses.creator import Wish, look
from parasocial.lenses.findings.creator import Findings


@pytest.fixture(scope="session")
def panci() -> Iterator[tuple[Ledger, Findings]]:
    """The channel's ledger, and all that it says."""
    with Ledger() as ledger:
        wanted = Wanted(me=channel.CREATOR)
        read_channel(ledger, [example() / "channel"], wanted, called=CALLED)
        yield ledger, look(ledger, Wish(ZONE, channel.TEAM, 0.5, private=True, invented=True))


@pytest.fixture(scope="session")
def nara() -> FanSide:
    """What the invented fan's own download from YouTube says."""
    side, _ = fan_side(list((example() / "you").glob("takeout-*.zip")), ZONE)
    return side
