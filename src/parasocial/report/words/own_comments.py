"""What one's own comments to performers are like, in rows of words."""

from parasocial.lenses.findings import OwnComments
from parasocial.report.words.numbers import counted

LEAST = 10
"""Comments below which nothing is said of them."""

NOTE = (
    "As to somebody you know means warm, or with something private. Word lists told it; they are "
    "drafts and find a part, so more may be so. To write to a performer like that is common."
)


def intro(it: OwnComments) -> str:
    """How many there are, and for whom."""
    return (
        f"You wrote {counted(it.comments, 'comment')} with words under what "
        f"{counted(it.accounts, 'performer')} made."
    )


def peer(it: OwnComments) -> str:
    """The one figure of it."""
    return f"{_of(it.as_to_a_peer, it)} as to somebody you know"


def rows(it: OwnComments) -> list[tuple[str, str, int]]:
    """Label, what is said, and how many."""
    counts = (
        ("Speak to them", it.to_them),
        ("Speak to other fans", it.to_fans),
        ("Ask something", it.questions),
        ("As to somebody you know", it.as_to_a_peer),
    )
    return [(label, _of(number, it), number) for label, number in counts]


def _of(number: int, it: OwnComments) -> str:
    return f"{number:,} of {it.comments:,}" if number else "none seen"
