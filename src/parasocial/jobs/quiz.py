"""The answers of the quiz, as scripts give them."""

import msgspec

from parasocial.notes import QuizAnswers


def parsed(text: str) -> QuizAnswers:
    """Six answers between commas: hours, posts, accounts, and three steps from 0 to 4.

    >>> parsed("1.5,3,in_use,1,3,2").no_trace
    3

    Raises:
        ValueError: They are not six, or one is nothing that can be answered.
    """
    names = QuizAnswers.__struct_fields__
    said = [part.strip() for part in text.split(",")]
    if len(said) != len(names):
        raise ValueError(f"{len(names)} answers are needed, between commas")
    try:
        return msgspec.convert(dict(zip(names, said, strict=True)), QuizAnswers, strict=False)
    except msgspec.ValidationError:
        raise ValueError(
            "use hours, posts, in_use / unopened / deleted / never, and three steps from 0 to 4"
        ) from None
