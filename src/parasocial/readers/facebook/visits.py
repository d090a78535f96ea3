"""What ego looked at: profiles, pages and groups visited, posts and videos shown."""

from collections.abc import Callable

from parasocial.readers.facebook.addresses import Address, opened
from parasocial.readers.facebook.languages import ADS, VISITS
from parasocial.readers.facebook.links import known_at
from parasocial.readers.facebook.looks import Data, Visit, Visits
from parasocial.readers.facebook.people import group_id
from parasocial.readers.facebook.rows import Row, listed, many, name_of, when
from parasocial.reading import Here, Meaning, Records
from parasocial.reading.meta import repaired
from parasocial.reading.times import MINUTE
from parasocial.schema import EGO, Account, Addressed, Channel, Form, Interaction, Kind


def visited(visit: Visit, here: Here) -> Meaning:
    """Ego visited a profile, a page or a group; events and goods are nobody's."""
    if visit.data is None or not (visit.timestamp or visit.date):
        return None  # how often ego was somewhere, by the day
    name = repaired(visit.data.name or "").strip()
    if not name:
        raise ValueError("nobody is named")
    address = opened(visit.data.uri or "")
    if address.group:
        return [_view(visit, here, group_id(name)), _group(name)]
    if address.nothing and not VISITS.search(visit.heading):
        return None
    who = here.who(name)
    if who is EGO:
        return None
    if name in here.facts.learned["people"].twins:
        return _view(visit, here, address.account)
    return [_view(visit, here, who), *known_at(name, visit.data.uri or "", here)]


def viewed(visit: Visit, here: Here) -> Meaning:
    """Ego saw a post or a video.

    Advertisements, goods, and how far a video had run that is listed anyway, say nothing.
    """
    data = visit.data
    if data is None or not (visit.timestamp or visit.date):
        return None
    if data.watch_position_seconds is not None or visit.heading.casefold() in ADS:
        return None
    address = opened(data.uri or "")
    if address.nothing:
        return None
    if data.watch_time is not None:
        return _watched(visit, data, address, here)
    return _view(visit, here, address.account, address)


def _watched(visit: Visit, data: Data, address: Address, here: Here) -> Meaning:
    """The time that ego spent on the videos of one page, of which the name stands alone."""
    name = repaired(data.name or "").strip()
    who = name or address.account
    if not who:
        raise ValueError("nobody is named")
    ms = round(float(data.watch_time or 0) * 1000)
    found = _view(visit, here, who, Address(form=Form.VIDEO), ms=ms)
    return [found, *known_at(name, data.uri or "", here)] if name else found


def _view(
    visit: Visit, here: Here, who: str | None, address: Address | None = None, ms: int | None = None
) -> Interaction:
    at = when(Row(timestamp=visit.timestamp, date=visit.date), here)
    return Interaction(
        Channel.VIEW,
        EGO,
        who,
        at.us,
        address.item if address else None,
        Addressed.EVERYONE,
        (address.form if address else None) or Form.POST,
        ms=ms,
        us_low=at.us_low,
        us_high=at.us_high,
    )


def _group(name: str) -> Account:
    return Account(group_id(name), name=name, kind=Kind.GROUP, evidence="a group")


def profile(row: Row, here: Here) -> Meaning:
    """Ego visited a profile, as the newest layout lists it."""
    who = here.who(name_of(row))
    return None if who is EGO else _view(_of(row), here, who)


def place(row: Row, here: Here) -> Meaning:
    """Ego visited a group; what says more than a name is an event."""
    labels = many(row.label_values)
    texts = [it for it in labels if isinstance(it.value, str) and not it.value.startswith("http")]
    if len(texts) != 1 or any(it.timestamp_value for it in labels):
        return None
    name = name_of(row)
    return [_view(_of(row), here, group_id(name)), _group(name)]


def watched(row: Row, here: Here) -> Meaning:
    """Ego watched a video, as the newest layout lists it."""
    addresses = (it.href or it.value for it in many(row.label_values))
    uri = next((it for it in addresses if str(it).startswith("http")), None)
    return viewed(Visit(row.timestamp, Data(uri=uri), date=row.date), here)


def _of(row: Row) -> Visit:
    return Visit(row.timestamp, date=row.date)


def _looks(name: str, meaning: Callable[[Visit, Here], Meaning], key: str = "") -> Records:
    return Records(f"{name}.json|{name}.html", Visits(key), meaning, Visit, floor=MINUTE)


VISITED = _looks("recently_visited", visited, "visited_things_v2")
RECORDS = (
    VISITED,
    _looks("recently_viewed", viewed, "recently_viewed"),
    _looks("content_that_has_been_shown_to_you_in_your_feed", viewed),
    _looks("people_and_friends", visited, "people_interactions_v2"),
    listed("shows_you_have_watched", watched),
    listed("profile_visits", profile),
    listed("groups_and_events_you?ve_visited|groups_you?ve_visited", place),
)
