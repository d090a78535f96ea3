"""What one's own comments to performers are like, in rows of words."""

from parasocial.i18n import _, _n, marked
from parasocial.lenses.findings import OwnComments
from parasocial.report.amounts import figures

LEAST = 10
"""Comments below which nothing is said of them."""

NOTE = marked(
    "As to somebody you know means warm, or with something private. Word lists told it; they are "
    "drafts and find a part, so more may be so. To write to a performer like that is common."
)


def intro(it: OwnComments) -> str:
    """How many there are, and for whom."""
    return _(
        "You wrote %(comments)s with words under what %(performers)s made.",
        comments=_n("%(count)s comment", "%(count)s comments", it.comments),
        performers=_n("%(count)s performer", "%(count)s performers", it.accounts),
    )


def peer(it: OwnComments) -> str:
    """The one figure of it."""
    return _("%(part)s as to somebody you know", part=_of(it.as_to_a_peer, it))


def rows(it: OwnComments) -> list[tuple[str, str, int]]:
    """Label, what is said, and how many."""
    counts = (
        (_("Speak to them"), it.to_them),
        (_("Speak to other fans"), it.to_fans),
        (_("Ask something"), it.questions),
        (_("As to somebody you know"), it.as_to_a_peer),
    )
    return [(label, _of(number, it), number) for label, number in counts]


def _of(number: int, it: OwnComments) -> str:
    if not number:
        return _("none seen")
    return _("%(number)s of %(whole)s", number=figures(number), whole=figures(it.comments))
