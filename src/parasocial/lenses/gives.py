"""What a person says that their ties give them, summed over ties."""

from collections import Counter
from collections.abc import Sequence

from parasocial.lenses.findings import Tie
from parasocial.lenses.self_report import Gives, Said

QUESTIONS = (
    *("learn", "escape", "belonging", "could_be_friends"),
    *("with_no_one_else", "would_miss", "depend"),
)
"""What is answered with yes, no or unsure; what does one good comes first."""


def gives(ties: Sequence[Tie]) -> Gives:
    """The answers of all ties that are not hidden."""
    answered = [tie.gives for tie in ties if tie.gives and not tie.hidden]
    said = {name: Counter(getattr(it, name) for it in answered) for name in QUESTIONS}
    return Gives(
        answered=len(answered),
        said={name: Said(it["yes"], it["no"], it["unsure"]) for name, it in said.items()},
        learn_what=dict(Counter(what for it in answered for what in it.learn_what)),
    )
