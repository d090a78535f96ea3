"""What ties give, in the person's own words for it: asked in the terminal, told on the page."""

from parasocial.i18n import _, _n, marked
from parasocial.lenses.findings import Findings
from parasocial.notes import Answers
from parasocial.report.words.numbers import capital, listed, name, uncapital

STATEMENTS = {
    "learn": marked("You learn something"),
    "escape": marked("It takes you out of your day for a while"),
    "belonging": marked("You feel part of something"),
    "could_be_friends": marked("The two of you could be friends"),
    "with_no_one_else": marked("Nobody else gives you quite this"),
    "would_miss": marked("You would miss it"),
    "depend": marked("You count on it"),
}
"""One per answer, what does one good first."""

TOPICS = {
    "health": marked("health"),
    "hobbies": marked("hobbies"),
    "style": marked("style"),
    "news": marked("news"),
    "other": marked("something else"),
}

CLOSENESS = marked("How close it feels")
EXPECTED = marked("Of five messages to them, how many would be answered")

COMMON = marked(
    "It is common to get much from somebody who does not know you: something to learn, "
    "a quiet hour, company. Which of it would you like more of?"
)

HOW = marked("You can add what your ties give you, ten of them, with one key for each answer:")

MOST_DOTS = 20
"""Ties drawn as dots; with more, the words are enough."""


def intro(findings: Findings) -> str:
    """About how many ties was answered, and that this is self-report."""
    return _n(
        "What you said yourself about %(count)s tie. It comes from your notes, and from no export.",
        "What you said yourself about %(count)s ties. "
        "It comes from your notes, and from no export.",
        findings.gives.answered,
    )


def count(findings: Findings, question: str) -> str:
    """How many ties an answer was yes for: "5 of 8, unsure about 1"."""
    said = findings.gives.said[question]
    of = said.yes + said.no + said.unsure
    told = _("%(number)s of %(whole)s", number=said.yes or _("none"), whole=of)
    if not said.unsure:
        return told
    return _("%(told)s, unsure about %(number)s", told=told, number=said.unsure)


def asked(findings: Findings) -> list[str]:
    """The questions that have an answer, in their order."""
    return [
        question
        for question in STATEMENTS
        for said in [findings.gives.said.get(question)]
        if said and said.yes + said.no + said.unsure
    ]


def dots(findings: Findings, question: str) -> list[str]:
    """One dot per answered tie: ``on`` for yes, ``half`` for unsure, ``off`` for no."""
    said = findings.gives.said[question]
    found = ["on"] * said.yes + ["half"] * said.unsure + ["off"] * said.no
    return found if len(found) <= MOST_DOTS else []


def topics(findings: Findings) -> str:
    """What is learned, most named first; empty where nothing was said of it."""
    found = sorted(findings.gives.learn_what.items(), key=lambda it: -it[1])
    parts = [f"{_(TOPICS[topic])} ({name(number)})" for topic, number in found]
    return _("What you learn: %(topics)s.", topics=listed(parts)) if parts else ""


def one(gives: Answers) -> str:
    """One tie's answers as sentences: what is yes, what is unsure, what is expected."""
    yes = [question for question in STATEMENTS if getattr(gives, question) == "yes"]
    said = [_statement(question, gives) for question in yes]
    text = f"{'. '.join(said)}." if said else ""
    unsure = [
        uncapital(_(STATEMENTS[question]))
        for question in STATEMENTS
        if getattr(gives, question) == "unsure"
    ]
    if unsure:
        text += " " + _("Unsure: %(what)s.", what="; ".join(unsure))
    if gives.expected_replies is not None:
        number = name(gives.expected_replies) if gives.expected_replies else _("none")
        expected = _("Of five messages, you would expect %(number)s to be answered.", number=number)
        text += f" {expected}"
    return text.strip() or _("Answered with no throughout.")


def _statement(question: str, gives: Answers) -> str:
    if question == "learn" and gives.learn_what:
        return f"{_(STATEMENTS[question])} ({listed([_(TOPICS[it]) for it in gives.learn_what])})"
    return capital(_(STATEMENTS[question]))
