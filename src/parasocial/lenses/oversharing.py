"""From the audit to plain data: masked unless asked, each finding with whom it was told."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parasocial.ledger import Ledger
from parasocial.lenses import overshared as say
from parasocial.lenses.dates import day
from parasocial.lenses.findings import Tie
from parasocial.notes import Notes
from parasocial.oversharing.advice import UNTOLD, instead, where
from parasocial.oversharing.audit import Audit, Given, audit
from parasocial.oversharing.bands import band
from parasocial.oversharing.cores import scan_all
from parasocial.oversharing.growth import lives, quarters
from parasocial.oversharing.masks import mask
from parasocial.oversharing.photos import Looked
from parasocial.oversharing.texts import Text, texts

BLIND = (
    (
        "Nothing found does not mean safe: what is meant but not said, what a picture or a voice "
        "shows, and what others wrote about you is not seen here."
    ),
    (
        "The rules know six languages and their usual phrases. Slang, other languages and new "
        "ways of writing things pass them by; and some of what they find is a quotation or a joke."
    ),
    (
        "Profiles and biographies are not among what is read from exports, so they were not "
        "looked at."
    ),
)
_AROUND = 40
"""Characters beside a value in an excerpt."""


@dataclass(frozen=True, slots=True)
class Scope:
    """How far into a person's own texts to look, and how openly to say what is found.

    Attributes:
        with_messages: Private messages, too.
        reveal: Say values in the clear.
        looked: What pictures say, where exports were at hand.
        cores: How many processes may look through very many texts.
    """

    with_messages: bool = False
    reveal: bool = False
    looked: Looked | None = None
    cores: int = 1


def oversharing(
    ledger: Ledger, notes: Notes, ties: Sequence[Tie], zone: str, scope: Scope
) -> say.Oversharing | None:
    """What the ledger's texts give away; None where it holds none and no pictures were seen.

    Args:
        ledger: Whose texts; its ties have been built.
        notes: Names to look for, and what is kept on purpose.
        ties: The ties of the lens.
        zone: IANA name of the zone of days.
        scope: How far to look.
    """
    said = texts(ledger, with_messages=scope.with_messages)
    looked = scope.looked
    if not said and not (looked and looked.seen):
        return None
    listed = {name: them for name, them in notes.names.by_whose().items() if them}
    found = audit(
        said,
        scan_all([text.words for text in said], listed, scope.cores),
        kept=notes.oversharing.keep,
        looked=looked,
    )
    whom = {tie.alter.id: tie for tie in ties}
    own = {it.found.kind for it in found.given if not it.found.other}
    return say.Oversharing(
        texts=len(said),
        with_messages=scope.with_messages,
        revealed=scope.reveal,
        findings=[_disclosure(it, whom, zone, reveal=scope.reveal) for it in found.given],
        by_kind=dict(Counter(it.found.kind for it in found.given).most_common()),
        to_personas=_to_personas(found, whom, lives(ledger)),
        paths=_paths(found),
        changes=_changes(found),
        crowd=say.Crowd(*band(own)),
        pictures=say.Pictures(looked.seen, looked.unread, looked.left) if looked else None,
        blind=list(BLIND),
    )


def _disclosure(it: Given, whom: Mapping[str, Tie], zone: str, *, reveal: bool) -> say.Disclosure:
    found, text = it.found, it.text
    language = found.pattern.partition(".")[0]
    place = where(text.platform, text.channel) if text else where("pictures", "any")
    return say.Disclosure(
        id=it.id,
        post=it.post,
        kind=found.kind,
        language=language,
        masked=mask(found.kind, found.value),
        told=_told(text, whom, place.seen),
        platform=text.platform if text else None,
        channel=text.channel if text else None,
        day=_day(it, zone),
        instead=instead(found.kind, language),
        change=place.change,
        checked=place.checked or None,
        source=place.source or None,
        value=found.value if reveal else None,
        excerpt=_excerpt(it) if reveal else None,
        about_other=found.other,
        pictures=it.pictures,
        keep=it.kept,
    )


def _day(it: Given, zone: str) -> str | None:
    if it.text:
        return day(it.text.us, zone)
    return it.photo.taken[:10] if it.photo and it.photo.taken else None


def _excerpt(it: Given) -> str | None:
    if it.text is None:
        return None
    words, found = it.text.words, it.found
    low, high = max(found.start - _AROUND, 0), found.end + _AROUND
    before, after = "…" * (low > 0), "…" * (high < len(words))
    return f"{before}{' '.join(words[low:high].split())}{after}"


def _told(text: Text | None, whom: Mapping[str, Tie], seen: str) -> say.Told:
    if text is None:
        return say.Told("unknown", None, None, None, UNTOLD)
    tie = whom.get(text.alter) if text.alter else None
    if text.channel == "message":
        seen = "those in the conversation"
    name, kind = (tie.alter.name, tie.alter.kind) if tie else (None, None)
    return say.Told(text.to, text.alter, name, kind, seen or UNTOLD)


def _unknowing(tie: Tie | None) -> bool:
    """Whether the other side is one that cannot know the person."""
    return tie is not None and (tie.alter.kind == "persona" or tie.class_ == "parasocial")


def _to_personas(
    found: Audit, whom: Mapping[str, Tie], spans: Mapping[str, tuple[int, int]]
) -> say.ToPersonas:
    known = [it for it in found.given if it.text and it.text.to != "unknown"]
    to = [it for it in known if it.text and _unknowing(whom.get(it.text.alter or ""))]
    theirs = [text for text in found.texts if _unknowing(whom.get(text.alter or ""))]
    counts = Counter(it.post for it in to)
    return say.ToPersonas(
        findings=len(to),
        of=len(known),
        share=len(to) / len(known) if known else None,
        quarters=[say.Quarter(it.texts, it.findings) for it in quarters(theirs, counts, spans)],
    )


def _paths(found: Audit) -> list[say.Harm]:
    return [
        say.Harm(
            name=it.path.name,
            harm=it.path.harm,
            title=it.path.title,
            needs=[
                say.Need(step.ingredient.name, step.ingredient.any_of, list(step.posts))
                for step in it.steps
            ],
            missing=it.missing,
        )
        for it in found.walked
    ]


def _changes(found: Audit) -> say.Changes:
    them = found.fixes
    return say.Changes(
        [say.Change(it.post, list(it.breaks)) for it in them.fixes], them.exact, list(them.left)
    )
