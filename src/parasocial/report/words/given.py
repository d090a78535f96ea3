"""What is said about what was given away: fact, then what could be done, no verdict."""

from parasocial.lenses.overshared import Change, Disclosure, Harm, Need, Oversharing, Told
from parasocial.oversharing.advice import UNTOLD
from parasocial.report.calendar import month
from parasocial.report.words.numbers import capital, counted, listed, name, rounded
from parasocial.report.words.ties import channel, platform

INTRO = (
    "These are things that somebody could use, found by rules in your own words. Many were worth "
    "telling. Looking once at who can read them takes a few minutes."
)
RULES = (
    "Each way needs all of its boxes; in a box any one dot is enough. The lists are a judgement "
    "from published advice, and nobody has measured how often they come true."
)
CROWD = (
    "Counted as if these things had nothing to do with each other, which makes people look more "
    "unique than they are."
)
SEEN = "Who can see each of them is said where the export leaves no doubt; else it can’t be told."
MENUS = (
    "Menus move: this is where they stood when last checked. The data behind this page says by "
    "whom."
)
MASKED = (
    "Values are masked, and this file does not hold them. To see them, make the page again with"
)
REVEALED = (
    "This page was made to hold the values in the clear. Whoever gets this file can read them."
)

_KINDS = {
    "phone": "phone number",
    "email": "e-mail address",
    "address": "street address",
    "home": "where you live",
    "work": "where and when you work",
    "school": "school",
    "employer": "employer",
    "live_location": "where you were right then",
    "birthday": "birthday",
    "age": "age",
    "name_self": "your full name",
    "name_partner": "your partner’s name",
    "name_child": "a child’s name",
    "name_friend": "a friend’s name",
    "travel": "when you are away",
    "document": "number of a document",
    "account_number": "bank account or card",
    "plate": "number plate",
    "wallet": "wallet",
    "password": "password",
    "security_answer": "answer to a security question",
    "health": "health",
    "relationship": "relationship",
    "money": "money",
    "others_secret": "somebody else’s secret",
    "photo_place": "place in a picture",
    "photo_device": "device in a picture",
}
_HARMS = {
    "hacking": "Somebody in your accounts",
    "phishing": "A false message",
    "doxing": "Found at home",
    "bullying": "Picked on",
    "shaming": "Shown around",
}
_CROWDS = {
    "1": "one person",
    "<10": "fewer than ten people",
    "<1,000": "fewer than a thousand people",
}
_TO = {
    "group": "a group",
    "everyone": "everyone",
    "unknown": "somebody’s content; whose, can’t be told",
}
_ALL = 9.5


def kind(disclosure: Disclosure) -> str:
    """A kind in everyday words."""
    return capital(_KINDS[disclosure.kind])


def harm(way: Harm) -> str:
    """A harm in everyday words, with the study's word for it."""
    return f"{_HARMS[way.harm]} ({way.harm})"


def found(it: Oversharing) -> str:
    """How much was looked at, and how much was found."""
    looked = counted(it.texts, "text")
    if not it.findings:
        return f"{looked} of yours were read, and the rules found nothing in them."
    return f"{looked} of yours were read; {counted(len(it.findings), 'thing')} stood in them."


def to_personas(it: Oversharing) -> str:
    """What part went to people who cannot see the person; empty where nobody can say."""
    to = it.to_personas
    if to.share is None or not to.of:
        return ""
    if not to.findings:
        return "None of it was said to people who can’t see you back."
    ten = to.share * 10
    if ten >= _ALL:
        part = "Nearly all of it"
    else:
        part = f"About {name(max(rounded(ten), 1))} of ten things"
    return f"{part} went to people who can’t see you back ({to.findings:,} of {to.of:,})."


def growth(it: Oversharing) -> str:
    """How that moved as those ties grew; empty where there is too little."""
    parts = [quarter for quarter in it.to_personas.quarters if quarter.texts]
    if not it.to_personas.findings or len(parts) < 2:  # noqa: PLR2004 - nothing to compare
        return ""
    rates = [f"{quarter.findings:,} in {counted(quarter.texts, 'comment')}" for quarter in parts]
    return f"From the first quarter of these ties’ time to the last: {listed(rates)}."


def told(it: Told, shown: str | None) -> str:
    """To whom, where it is no name that may stand on the page."""
    if shown:
        return ""
    return "one person" if it.to == "tie" else _TO[it.to]


def seen_by(it: Told) -> str:
    """Who can see it; empty where nobody can say."""
    return "" if it.seen_by == UNTOLD else f"Seen by: {it.seen_by}"


def where(it: Disclosure, titles: dict[str, str]) -> str:
    """Platform, kind of text and month."""
    part = place(it, titles) if it.channel else counted(it.pictures, "picture")
    return ", ".join([part, *([month(it.day)] if it.day else [])])


def place(it: Disclosure, titles: dict[str, str]) -> str:
    """Platform and kind of text."""
    if it.platform is None or it.channel is None:
        return "Pictures"
    return f"{platform(it.platform, titles)} {channel(it.channel)}"


def checked(it: Disclosure) -> str:
    """How old what is known of the menus is."""
    if it.checked is None or it.source is None:
        return "Not checked yet."
    host = it.source.split("/")[2].removeprefix("www.")
    return f"So it stood in {month(f'{it.checked}-01')}, after {host}."


def state(way: Harm) -> str:
    """What is there of a way."""
    if not way.missing:
        return "All of it is there."
    return f"{capital(name(way.missing))} of {name(len(way.needs))} is missing."


def step(need: Need) -> str:
    """One ingredient, and whether it is there."""
    if not need.posts:
        return f"{capital(need.name)}: not found"
    return f"{capital(need.name)}: in {counted(len(need.posts), 'place')}"


def drawn(way: Harm) -> str:
    """A way for those who do not see its drawing."""
    return f"{state(way)} {'; '.join(step(need) for need in way.needs)}."


def crowd(it: Oversharing) -> str:
    """How many people fit what was said; empty where that says little."""
    if it.crowd.up_to == "more":
        return ""
    by = listed([_KINDS[one] for one in it.crowd.by])
    return f"Taken together ({by}), this fits up to {_CROWDS[it.crowd.up_to]} in the world."


def changes(it: Oversharing) -> str:
    """What the list of changes is."""
    number = len(it.changes.posts)
    if not number:
        return ""
    smallest = "fewest" if it.changes.exact else "few"
    return (
        f"Changing {counted(number, 'post')} would break every way that is complete. "
        f"These are the {smallest} that do."
    )


def kept(it: Oversharing) -> str:
    """That some ways stand on what is kept on purpose."""
    if not it.changes.kept:
        return ""
    return f"{counted(len(it.changes.kept), 'way')} stay, on what you keep on purpose."


def folded(number: int) -> str:
    """What unfolds the rest of the findings."""
    return f"{capital(counted(number, 'more thing'))}"


def parts(number: int) -> str:
    """What unfolds the ways that are not complete."""
    return f"{capital(counted(number, 'way'))} of which something is missing"


def breaks(change: Change, ways: dict[str, str]) -> str:
    """What a change breaks, with those before it."""
    if not change.breaks:
        return ""
    return f"Then broken: {'; '.join(ways[it] for it in change.breaks)}."


def cut(number: int, rows: int) -> str:
    """That the table is cut, before the flag that asks for all; empty where it is not."""
    if number <= rows:
        return ""
    return f"The first {rows:,} of {number:,}. The data behind this page has all:"
