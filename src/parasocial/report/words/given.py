"""What is said about what was given away: fact, then what could be done, no verdict."""

from markupsafe import Markup

from parasocial.i18n import _, _n, marked
from parasocial.lenses.overshared import Change, Disclosure, Harm, Need, Oversharing, Told
from parasocial.oversharing.advice import UNTOLD
from parasocial.report.amounts import figures
from parasocial.report.calendar import month
from parasocial.report.words.numbers import capital, listed, name, rounded
from parasocial.report.words.reasons import reason
from parasocial.report.words.ties import channel, platform

INTRO = marked(
    "These are things that somebody could use, found by rules in your own words. Many were worth "
    "telling. Looking once at who can read them takes a few minutes."
)
RULES = marked(
    "Each way needs all of its boxes; in a box any one dot is enough. The lists are a judgement "
    "from published advice, and nobody has measured how often they come true."
)
CROWD = marked(
    "Counted as if these things had nothing to do with each other, which makes people look more "
    "unique than they are."
)
SEEN = marked(
    "Who can see each of them is said where the export leaves no doubt; else it can’t be told."
)
MENUS = marked(
    "Menus move: this is where they stood when last checked. The data behind this page says by "
    "whom."
)
MASKED = marked(
    "Values are masked, and this file does not hold them. To see them, make the page again with"
)
REVEALED = marked(
    "This page was made to hold the values in the clear. Whoever gets this file can read them."
)

_KINDS = {
    "phone": marked("phone number"),
    "email": marked("e-mail address"),
    "address": marked("street address"),
    "home": marked("where you live"),
    "work": marked("where and when you work"),
    "school": marked("school"),
    "employer": marked("employer"),
    "live_location": marked("where you were right then"),
    "birthday": marked("birthday"),
    "age": marked("age"),
    "name_self": marked("your full name"),
    "name_partner": marked("your partner’s name"),
    "name_child": marked("a child’s name"),
    "name_friend": marked("a friend’s name"),
    "travel": marked("when you are away"),
    "document": marked("number of a document"),
    "account_number": marked("bank account or card"),
    "plate": marked("number plate"),
    "wallet": marked("wallet"),
    "password": marked("password"),
    "security_answer": marked("answer to a security question"),
    "health": marked("health"),
    "relationship": marked("relationship"),
    "money": marked("money"),
    "others_secret": marked("somebody else’s secret"),
    "photo_place": marked("place in a picture"),
    "photo_device": marked("device in a picture"),
}
_HARMS = {
    "hacking": marked("Somebody in your accounts"),
    "phishing": marked("A false message"),
    "doxing": marked("Found at home"),
    "bullying": marked("Picked on"),
    "shaming": marked("Shown around"),
}
_CROWDS = {
    "1": marked("one person"),
    "<10": marked("fewer than ten people"),
    "<1,000": marked("fewer than a thousand people"),
}
_TO = {
    "group": marked("a group"),
    "everyone": marked("everyone"),
    "unknown": marked("somebody’s content; whose, can’t be told"),
}
_ALL = 9.5
_STUDY = (
    marked("hacking"),
    marked("phishing"),
    marked("doxing"),
    marked("bullying"),
    marked("shaming"),
)
"""The study's words for the harms, as ``Harm.harm`` has them."""


def kind(disclosure: Disclosure) -> str:
    """A kind in everyday words."""
    return capital(_(_KINDS[disclosure.kind]))


def harm(way: Harm) -> str:
    """A harm in everyday words, with the study's word for it."""
    return f"{_(_HARMS[way.harm])} ({_(way.harm)})"


def title(way: Harm) -> str:
    """What a way is."""
    return reason(way.title)


def found(it: Oversharing) -> str:
    """How much was looked at, and how much was found."""
    if not it.findings:
        return _n(
            "%(count)s text of yours were read, and the rules found nothing in them.",
            "%(count)s texts of yours were read, and the rules found nothing in them.",
            it.texts,
        )
    things = _n("%(count)s thing", "%(count)s things", len(it.findings))
    return _n(
        "%(count)s text of yours were read; %(things)s stood in them.",
        "%(count)s texts of yours were read; %(things)s stood in them.",
        it.texts,
        things=things,
    )


def to_personas(it: Oversharing) -> str:
    """What part went to people who cannot see the person; empty where nobody can say."""
    to = it.to_personas
    if to.share is None or not to.of:
        return ""
    if not to.findings:
        return _("None of it was said to people who can’t see you back.")
    ten = to.share * 10
    if ten >= _ALL:
        return _(
            "Nearly all of it went to people who can’t see you back (%(found)s of %(whole)s).",
            found=figures(to.findings),
            whole=figures(to.of),
        )
    return _(
        "About %(part)s of ten things went to people who can’t see you back "
        "(%(found)s of %(whole)s).",
        part=name(max(rounded(ten), 1)),
        found=figures(to.findings),
        whole=figures(to.of),
    )


def growth(it: Oversharing) -> str:
    """How that moved as those ties grew; empty where there is too little."""
    parts = [quarter for quarter in it.to_personas.quarters if quarter.texts]
    if not it.to_personas.findings or len(parts) < 2:  # noqa: PLR2004 - nothing to compare
        return ""
    rates = [
        _n(
            "%(found)s in %(count)s comment",
            "%(found)s in %(count)s comments",
            quarter.texts,
            found=figures(quarter.findings),
        )
        for quarter in parts
    ]
    return _(
        "From the first quarter of these ties’ time to the last: %(rates)s.", rates=listed(rates)
    )


def told(it: Told, shown: str | None) -> str:
    """To whom, where it is no name that may stand on the page."""
    if shown:
        return ""
    return _("one person") if it.to == "tie" else _(_TO[it.to])


def seen_by(it: Told) -> str:
    """Who can see it; empty where nobody can say."""
    return "" if it.seen_by == UNTOLD else _("Seen by: %(whom)s", whom=reason(it.seen_by))


def where(it: Disclosure, titles: dict[str, str]) -> str:
    """Platform, kind of text and month."""
    part = (
        place(it, titles)
        if it.channel
        else _n("%(count)s picture", "%(count)s pictures", it.pictures)
    )
    return ", ".join([part, *([month(it.day)] if it.day else [])])


def place(it: Disclosure, titles: dict[str, str]) -> str:
    """Platform and kind of text."""
    if it.platform is None or it.channel is None:
        return _("Pictures")
    return _(
        "%(platform)s %(how)s", platform=platform(it.platform, titles), how=channel(it.channel)
    )


def instead(it: Disclosure) -> Markup:
    """What could stand in a post instead, with the post's id."""
    said = Markup('<span lang="{}">{}</span>').format(it.language, it.instead)
    said_too = _("%(kind)s in %(post)s: “%(words)s” says it too.")
    return Markup(said_too) % {  # noqa: S704 - our own message
        "kind": kind(it),
        "post": Markup("<code>{}</code>").format(it.id),
        "words": said,
    }


def checked(it: Disclosure) -> str:
    """How old what is known of the menus is."""
    if it.checked is None or it.source is None:
        return _("Not checked yet.")
    host = it.source.split("/")[2].removeprefix("www.")
    return _(
        "So it stood in %(month)s, after %(host)s.", month=month(f"{it.checked}-01"), host=host
    )


def state(way: Harm) -> str:
    """What is there of a way."""
    if not way.missing:
        return _("All of it is there.")
    return _(
        "%(number)s of %(whole)s is missing.",
        number=capital(name(way.missing)),
        whole=name(len(way.needs)),
    )


def step(need: Need) -> str:
    """One ingredient, and whether it is there."""
    what = capital(reason(need.name))
    if not need.posts:
        return _("%(what)s: not found", what=what)
    return _n(
        "%(what)s: in %(count)s place", "%(what)s: in %(count)s places", len(need.posts), what=what
    )


def drawn(way: Harm) -> str:
    """A way for those who do not see its drawing."""
    return f"{state(way)} {'; '.join(step(need) for need in way.needs)}."


def crowd(it: Oversharing) -> str:
    """How many people fit what was said; empty where that says little."""
    if it.crowd.up_to == "more":
        return ""
    by = listed([_(_KINDS[one]) for one in it.crowd.by])
    return _(
        "Taken together (%(by)s), this fits up to %(crowd)s in the world.",
        by=by,
        crowd=_(_CROWDS[it.crowd.up_to]),
    )


def changes(it: Oversharing) -> str:
    """What the list of changes is."""
    number = len(it.changes.posts)
    if not number:
        return ""
    changing = _n(
        "Changing %(count)s post would break every way that is complete.",
        "Changing %(count)s posts would break every way that is complete.",
        number,
    )
    which = (
        _("These are the fewest that do.") if it.changes.exact else _("These are the few that do.")
    )
    return f"{changing} {which}"


def kept(it: Oversharing) -> str:
    """That some ways stand on what is kept on purpose."""
    if not it.changes.kept:
        return ""
    return _n(
        "%(count)s way stay, on what you keep on purpose.",
        "%(count)s ways stay, on what you keep on purpose.",
        len(it.changes.kept),
    )


def folded(number: int) -> str:
    """What unfolds the rest of the findings."""
    return _n("%(count)s more thing", "%(count)s more things", number)


def parts(number: int) -> str:
    """What unfolds the ways that are not complete."""
    return _n(
        "%(count)s way of which something is missing",
        "%(count)s ways of which something is missing",
        number,
    )


def breaks(change: Change, ways: dict[str, str]) -> str:
    """What a change breaks, with those before it."""
    if not change.breaks:
        return ""
    return _("Then broken: %(ways)s.", ways="; ".join(reason(ways[it]) for it in change.breaks))


def cut(number: int, rows: int) -> str:
    """That the table is cut, before the flag that asks for all; empty where it is not."""
    if number <= rows:
        return ""
    return _(
        "The first %(rows)s of %(whole)s. The data behind this page has all:",
        rows=figures(rows),
        whole=figures(number),
    )
