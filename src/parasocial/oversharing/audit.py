"""The whole audit: what texts and pictures give away, what it adds up to, what to change."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import md5

from parasocial.oversharing.fixes import Fixes, fixes
from parasocial.oversharing.found import Found
from parasocial.oversharing.paths import Walked, walk
from parasocial.oversharing.photos import Looked, Photo
from parasocial.oversharing.texts import Text

_ROUGH = 3  # decimals of a degree: about a hundred metres


@dataclass(frozen=True, slots=True)
class Given:
    """One thing that was given away.

    Attributes:
        id: The text's id and a number within it.
        post: The text's id; of pictures, ours for the place or device.
        text: Where it was said; None for a picture.
        photo: What a picture says; None for a text.
        pictures: How many pictures say the same.
        kept: The person keeps it on purpose.
    """

    id: str
    post: str
    found: Found
    text: Text | None
    photo: Photo | None = None
    pictures: int = 0
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Audit:
    """Everything that was found, in the order of time; pictures last."""

    texts: tuple[Text, ...]
    given: tuple[Given, ...]
    walked: tuple[Walked, ...]
    fixes: Fixes
    looked: Looked | None


def audit(
    texts: Sequence[Text],
    found: Sequence[Sequence[Found]],
    *,
    kept: Iterable[str] = (),
    looked: Looked | None = None,
) -> Audit:
    """What *texts* and pictures give away, and what follows.

    Args:
        texts: Ego's texts.
        found: What each text gives away.
        kept: Ids of texts or findings that the person keeps on purpose.
        looked: What the pictures say; None where none were looked at.
    """
    purpose = frozenset(kept)
    given: list[Given] = []
    for text, them in zip(texts, found, strict=True):
        for number, it in enumerate(them, 1):
            named = f"{text.id}-{number}"
            keep = not purpose.isdisjoint((text.id, named))
            given.append(Given(named, text.id, it, text, kept=keep))
    given += _pictures(looked, purpose)
    kinds: dict[str, set[str]] = {}
    for one in given:
        kinds.setdefault(one.post, set()).add(one.found.kind)
    walked = tuple(walk(kinds))
    held = {one.post for one in given if one.kept}
    return Audit(tuple(texts), tuple(given), walked, fixes(walked, held), looked)


def _pictures(looked: Looked | None, purpose: frozenset[str]) -> list[Given]:
    """One finding per place, to about a hundred metres, and one per device."""
    places: dict[str, tuple[str, Photo]] = {}
    many: Counter[str] = Counter()
    for _, photo in looked.photos if looked else ():
        said = []
        if photo.place:
            near = ", ".join(f"{degrees:.{_ROUGH}f}" for degrees in photo.place)
            said.append(("photo_place", near))
        if photo.device:
            said.append(("photo_device", photo.device))
        for kind, value in said:
            many[f"{kind}|{value}"] += 1
            places.setdefault(f"{kind}|{value}", (value, photo))
    return [
        _picture(key.partition("|")[0], *them, many[key], purpose) for key, them in places.items()
    ]


def _picture(kind: str, value: str, photo: Photo, number: int, purpose: frozenset[str]) -> Given:
    # Of the day, not of the place: an id must not let anybody guess what it stands for.
    day = f"{kind}|{photo.taken}|{number}"
    named = md5(day.encode(), usedforsecurity=False).hexdigest()[:10]
    found = Found(kind, 0, 0, value, "any.photo")
    return Given(named, named, found, None, photo, number, named in purpose)
