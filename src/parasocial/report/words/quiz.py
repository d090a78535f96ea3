"""The quiz: six questions of ours, what their answers read like, and what it cannot say."""

from parasocial.lenses.self_report import Quiz
from parasocial.report.words.pattern import PLAIN, STUDY

HOURS = "How many hours do you spend on social media on a usual day?"
POSTS = "How many posts, stories and public comments do you make in a usual week?"
ACCOUNTS = "Which is closest to your accounts?"
KEPT = {
    "in_use": "I use at least one",
    "unopened": "I have not opened any for a month",
    "deleted": "I deleted them",
    "never": "I never had one",
}
SCALES = {
    "one_sitting": "When you post, does it come all in one sitting?",
    "no_trace": "Do you look at things and leave no like, no word, no trace?",
    "keeps_limit": "Do you set yourself a limit, and keep it?",
}
STEPS = ("never", "seldom", "now and then", "often", "always")

INTRO = (
    "Six questions about how you use social media, and the one of five patterns that your answers "
    "read most like. The patterns come from a 2021 survey. Questions and arithmetic are ours."
)
WAITING = "The answer appears here once the questions above are answered."
NOTE = "They describe habits, not people, and most of us move between them."
MEANS = {
    "savvy_social": "You look in, you post a little, you go.",
    "breezy_poster": "You come for short visits and post while you are there.",
    "oversharer": "You spend a good part of the day there and post often.",
    "lurker": "Plenty of time, little posting. Many people like it that way.",
    "offliner": "You hardly come by, or left, or never joined.",
    "mixed": "No single pattern fits clearly.",
}
OVERSHARER = (
    "The study’s word “Oversharer” is about how much somebody posts. What a post gives away is "
    "another matter, which no quiz can see."
)
CLOSING = (
    "Six answers are a rough guide. Does this sound like you? If you like, the download that a "
    "platform gives you can show the same from what you did."
)


def named(name: str) -> str:
    """The study's name, after the plain one; empty where there is none."""
    return f"The study’s name for it is “{STUDY[name]}”." if name in STUDY else ""


def axis(quiz: Quiz) -> str:
    """What can be said where no pattern fits clearly; empty elsewhere."""
    said = quiz.name == "mixed" and quiz.decided_axis
    return f"What can be said: {quiz.decided_axis}." if said else ""


def told(quiz: Quiz) -> str:
    """The result in the terminal."""
    parts = [MEANS[quiz.name], axis(quiz), named(quiz.name)]
    if quiz.name == "oversharer":
        parts.append(OVERSHARER)
    return f"{PLAIN[quiz.name]}\n{' '.join(filter(None, parts))}"


def beside(quiz: Quiz, seen: str) -> str:
    """Whether the answers and the files agree, for the page."""
    said = f"Your own answers read most like “{PLAIN[quiz.name].lower()}”"
    if quiz.agreement == "same":
        return f"{said}, and so do these files."
    if quiz.agreement is None:
        return f"{said}. Whether these files agree can’t be told: {quiz.why}."
    files = f"these files like “{PLAIN[seen].lower()}”"
    if quiz.agreement == "possible":
        return f"{said}, {files}. Both can be true: hours in other apps are missing here."
    return (
        f"{said}, {files}. Both can be true: files hold a part of it. Which sounds more like you?"
    )
