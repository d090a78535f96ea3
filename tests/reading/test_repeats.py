"""Records that several files hold count once; twins within one file count twice."""

from parasocial.reading.repeats import Repeats


def test_what_an_earlier_file_held_is_said_again() -> None:
    repeats = Repeats()
    said = [("a", 1), ("a", 1), ("a", 2), ("b", 1), ("b", 3), ("b", 3), ("c", 3), ("c", 4)]
    again = [repeats.again(file, record) for file, record in said]
    assert again == [False, False, False, True, False, False, True, False]
