"""The quiz: six questions of ours, what their answers read like, and what it cannot say."""

from parasocial.i18n import _, marked
from parasocial.lenses.self_report import Quiz
from parasocial.report.words.numbers import uncapital
from parasocial.report.words.pattern import PLAIN, axis, named
from parasocial.report.words.reasons import reason

HOURS = marked("How many hours do you spend on social media on a usual day?")
POSTS = marked("How many posts, stories and public comments do you make in a usual week?")
ACCOUNTS = marked("Which is closest to your accounts?")
KEPT = {
    "in_use": marked("I use at least one"),
    "unopened": marked("I have not opened any for a month"),
    "deleted": marked("I deleted them"),
    "never": marked("I never had one"),
}
SCALES = {
    "one_sitting": marked("When you post, does it come all in one sitting?"),
    "no_trace": marked("Do you look at things and leave no like, no word, no trace?"),
    "keeps_limit": marked("Do you set yourself a limit, and keep it?"),
}
STEPS = (
    marked("never"),
    marked("seldom"),
    marked("now and then"),
    marked("often"),
    marked("always"),
)

INTRO = marked(
    "Six questions about how you use social media, and the one of five patterns that your answers "
    "read most like. The patterns come from a 2021 survey. Questions and arithmetic are ours."
)
WAITING = marked("The answer appears here once the questions above are answered.")
NOTE = marked("They describe habits, not people, and most of us move between them.")
MEANS = {
    "savvy_social": marked("You look in, you post a little, you go."),
    "breezy_poster": marked("You come for short visits and post while you are there."),
    "oversharer": marked("You spend a good part of the day there and post often."),
    "lurker": marked("Plenty of time, little posting. Many people like it that way."),
    "offliner": marked("You hardly come by, or left, or never joined."),
    "mixed": marked("No single pattern fits clearly."),
}
OVERSHARER = marked(
    "The study’s word “Oversharer” is about how much somebody posts. What a post gives away is "
    "another matter, which no quiz can see."
)
CLOSING = marked(
    "Six answers are a rough guide. Does this sound like you? If you like, the download that a "
    "platform gives you can show the same from what you did."
)


def told(quiz: Quiz) -> str:
    """The result in the terminal."""
    parts = [
        _(MEANS[quiz.name]),
        axis(quiz.decided_axis if quiz.name == "mixed" else None),
        named(quiz.name),
    ]
    if quiz.name == "oversharer":
        parts.append(_(OVERSHARER))
    return f"{_(PLAIN[quiz.name])}\n{' '.join(filter(None, parts))}"


def beside(quiz: Quiz, seen: str) -> str:
    """Whether the answers and the files agree, for the page."""
    answers, files = uncapital(_(PLAIN[quiz.name])), uncapital(_(PLAIN[seen]))
    if quiz.agreement == "same":
        return _(
            "Your own answers read most like “%(answers)s”, and so do these files.",
            answers=answers,
        )
    if quiz.agreement is None:
        return _(
            "Your own answers read most like “%(answers)s”. "
            "Whether these files agree can’t be told: %(why)s.",
            answers=answers,
            why=reason(quiz.why or ""),
        )
    if quiz.agreement == "possible":
        return _(
            "Your own answers read most like “%(answers)s”, these files like “%(files)s”. "
            "Both can be true: hours in other apps are missing here.",
            answers=answers,
            files=files,
        )
    return _(
        "Your own answers read most like “%(answers)s”, these files like “%(files)s”. "
        "Both can be true: files hold a part of it. Which sounds more like you?",
        answers=answers,
        files=files,
    )
