"""Who is who in a thread, from its folder and its names."""

import pytest

from parasocial.readers.instagram.people import People, parts
from parasocial.reading.meta_threads import Thread
from parasocial.schema import EGO

ME = frozenset({"Me", "me.handle"})


def place(people: People, folder: str, *names: str, **more: object) -> tuple[str | None, bool]:
    title = next((name for name in names if name not in people.ego), "")
    found = people.place(("inbox", folder, "message_1.json"), Thread(names, title, **more))
    return found.other, found.channel


@pytest.mark.parametrize(
    ("folder", "name", "other"),
    [
        ("bo.lee_178", "Bo Lee", "bo.lee"),  # no letters of a title are a dot
        ("bolee_178", "Bo Lee", "Bo Lee"),  # may be made of the title
        ("known_178", "K. Nown", "known"),  # but this one is in a follow list
        ("jos_178", "José", "José"),
        ("xx_yy__178", "小明", "xx_yy_"),
        ("instagramuser_178", "Instagram User", "178"),
        ("_178", "小明", "小明"),
    ],
)
def test_the_other_is_a_handle_only_where_that_is_certain(
    folder: str, name: str, other: str
) -> None:
    assert place(People(ME, frozenset({"known"})), folder, name, "Me") == (other, False)


def test_two_people_of_one_name_are_two() -> None:
    people = People(ME, names={"Ana": frozenset({"ana_1", "ana_2"})})
    assert [place(people, folder, "Ana", "Me")[0] for folder in ("ana_1", "ana_2")] == ["1", "2"]


@pytest.mark.parametrize(
    ("audience", "only", "channel"), [(12, "Koa", True), (12, None, False), (4, "Koa", False)]
)
def test_a_channel_has_one_voice_and_many_ears(
    audience: int, only: str | None, channel: bool
) -> None:
    names = ("Koa", *(f"Fan {i}" for i in range(audience)), "Me")
    assert place(People(ME), "room_1", *names, group=True, only=only) == (None, channel)


def test_without_ego_the_title_tells_who_the_other_is() -> None:
    people = People()
    here = people.place(("bo_1", "m"), Thread(("Bo", "Cai"), "Bo"))
    assert (people.who("Bo", here), people.who("Cai", here)) == ("Bo", EGO)


def test_somebody_with_egos_name_is_not_guessed() -> None:
    people = People(ME)
    here = people.place(("x_1", "m"), Thread(("Me", "Me"), "Me"))
    with pytest.raises(ValueError, match="one name"):
        people.who("Me", here)


@pytest.mark.parametrize(
    ("folder", "found"),
    [("a_b_12", ("a_b", "12")), ("odo_a1B2", ("odo", "a1B2")), ("plain", ("plain", "plain"))],
)
def test_the_parts_of_a_folder(folder: str, found: tuple[str, str]) -> None:
    assert parts(folder) == found
