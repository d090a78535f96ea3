"""What one line of watch history, search history or My Activity says, in whatever format."""

from msgspec.structs import replace

from parasocial.readers.youtube.addresses import WATCH, channel_of, content_of, phrase_of
from parasocial.reading import Here, Meaning
from parasocial.reading.local_times import LocalTime
from parasocial.schema import EGO, Account, Addressed, Channel, Form, Interaction

# Bound once: looking up an enum's member takes as long as building the row.
_VIEW, _LISTEN, _EVERYONE = Channel.VIEW, Channel.LISTEN, Addressed.EVERYONE
_VIDEO, _AUDIO, _POST = Form.VIDEO, Form.AUDIO, Form.POST
MUSIC = "YouTube Music"
ITEM = len(WATCH)
LENGTH = ITEM + 11
VIEW = Interaction(_VIEW, EGO, None, None, addressed=_EVERYONE, form=_VIDEO)
"""A video watched: what all such lines say alike."""

_DONE = {"Liked": Channel.REACTION, "Saved": Channel.SAVE, "Shared": Channel.SHARE}


def act(
    wording: str, address: str, channel: str | None, us: int, here: Here, *, header: str | None
) -> Interaction | None:
    """What ego did, when, with what *address* shows.

    Args:
        wording: "Watched A video", in any language.
        address: Where its link leads; empty without one.
        channel: Id of the channel that it names.
        us: When.
        here: Knows how this export words watching.
        header: Under which product it is filed.
    """
    form: Form = _VIDEO
    item: str | None = address[ITEM:]
    if len(address) != LENGTH or not address.startswith(WATCH):
        if (content := content_of(address)) is None:
            return _without_content(wording, address, us, here)
        form, item = content
    did: Channel | None = _VIEW
    facts = here.facts
    before, after = facts.learned["watched"]
    if not (wording.startswith(before) and (not after or wording.endswith(after))):
        did = _VIEW if form is _POST else _DONE.get(wording.partition(" ")[0])
    if did is None or channel in facts.ego:
        return None
    if header == MUSIC or form is _AUDIO:
        form, did = _AUDIO, _LISTEN if did is _VIEW else did
    return Interaction(did, EGO, channel, us, item, _EVERYONE, form)


def with_name(
    did: Interaction | None, channel: str | None, name: str | None, here: Here
) -> Meaning:
    """The act, and what the channel is called where *name* says that."""
    if not name or name.startswith("https://") or channel is None or channel in here.facts.ego:
        return did
    account = Account(channel, name=name)
    return (did, account) if did else account


def dated(did: Interaction, at: LocalTime) -> Interaction:
    """The same act at a time that may be coarse."""
    if at.us_low is None:
        return did
    return replace(did, us_low=at.us_low, us_high=at.us_high)


def _without_content(wording: str, address: str, us: int, here: Here) -> Interaction | None:
    """A search, a new subscription, or a video that is gone; everything else says nothing."""
    if phrase := phrase_of(address):
        words = len(phrase.split())
        return Interaction(
            Channel.SEARCH, EGO, None, us, addressed=_EVERYONE, words=words, text=phrase
        )
    if wording.startswith("Subscribed to ") and (channel := channel_of(address)):
        return Interaction(Channel.FOLLOW, EGO, channel, us)
    before, after = here.facts.learned["watched"]
    gone = wording.startswith(before) if before else after and after.strip() in wording
    if address or not gone:
        return None
    return Interaction(_VIEW, EGO, None, us, addressed=_EVERYONE, form=_VIDEO)
