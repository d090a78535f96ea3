"""What was given away, as the JSON and the page say it."""

from typing import Literal

from msgspec import Struct, field


class Told(Struct, frozen=True):
    """To whom something was said, and who can see it.

    Attributes:
        to: One account, a group, whoever comes by, or under content of an unknown author.
        alter: The account's id, as among the ties.
        name: Its name.
        kind: What it is: persona, person, group, brand, companion, unknown.
        seen_by: Who can see it, where that needs no guess; else that it cannot be told.
    """

    to: Literal["tie", "group", "everyone", "unknown"]
    alter: str | None
    name: str | None
    kind: str | None
    seen_by: str


class Disclosure(Struct, frozen=True):
    """One thing that was given away.

    Attributes:
        id: To name it in notes; it does not depend on the value.
        post: The text or picture it stands in.
        masked: The value so that its owner alone knows which one it is.
        value: The value; only where revealing was asked for.
        excerpt: The words around it; likewise.
        instead: Words that would keep the meaning.
        change: Where it can be edited or deleted.
        checked: The month for which a source says so; null where nobody has looked.
        source: The address of that source.
        about_other: It is about somebody else.
        pictures: How many pictures say the same; 0 for a text.
        keep: Kept on purpose, by a note.
    """

    id: str
    post: str
    kind: str
    language: str
    masked: str
    told: Told
    platform: str | None
    channel: str | None
    day: str | None
    instead: str
    change: str
    checked: str | None = None
    source: str | None = None
    value: str | None = None
    excerpt: str | None = None
    about_other: bool = False
    pictures: int = 0
    keep: bool = False


class Need(Struct, frozen=True):
    """One ingredient of a path.

    Attributes:
        any_of: Kinds, each of which will do.
        posts: The posts that supply it; empty where it is missing.
    """

    name: str
    any_of: list[str]
    posts: list[str]


class Harm(Struct, frozen=True):
    """One way to a harm: all of its ingredients together.

    Attributes:
        missing: How many ingredients nothing supplies; 0 is a complete path.
    """

    name: str
    harm: Literal["hacking", "phishing", "doxing", "bullying", "shaming"]
    title: str
    needs: list[Need]
    missing: int


class Change(Struct, frozen=True):
    """One post to change, in the order in which it pays.

    Attributes:
        breaks: Paths that are broken once this and all posts before it are changed.
    """

    post: str
    breaks: list[str]


class Changes(Struct, frozen=True):
    """The fewest posts whose change breaks every path that can be broken.

    Attributes:
        exact: No smaller set does; false where one might.
        kept: Complete paths that stand on what is kept on purpose.
    """

    posts: list[Change]
    exact: bool
    kept: list[str]


class Crowd(Struct, frozen=True):
    """Up to how many people fit all that was said of oneself.

    Attributes:
        up_to: ``1``, ``<10``, ``<1,000`` or ``more``.
        by: The kinds that narrow it down.
    """

    up_to: Literal["1", "<10", "<1,000", "more"]
    by: list[str]


class Quarter(Struct, frozen=True):
    """A quarter of the lives of ties with personas: texts, and things given away in them."""

    texts: int
    findings: int


class ToPersonas(Struct, frozen=True):
    """What went to accounts that cannot know the person.

    Attributes:
        findings: Things said to personas or into parasocial ties.
        of: Things whose addressee is known.
        share: The one by the other; null where nothing has a known addressee.
        quarters: How it moved as those ties grew, oldest first.
    """

    findings: int
    of: int
    share: float | None
    quarters: list[Quarter]


class Pictures(Struct, frozen=True):
    """Pictures in the exports: looked at, unreadable, beyond the bound."""

    seen: int
    unread: int
    left: int


class Oversharing(Struct, frozen=True):
    """What was given away in ego's own texts and pictures.

    Attributes:
        texts: Texts that were looked at.
        with_messages: Private messages were among them.
        revealed: Values stand in the clear.
        pictures: Null where no export was at hand to look into.
        blind: What this is known to miss, in whole sentences.
    """

    texts: int
    with_messages: bool
    revealed: bool
    findings: list[Disclosure]
    by_kind: dict[str, int]
    to_personas: ToPersonas
    paths: list[Harm]
    changes: Changes
    crowd: Crowd
    pictures: Pictures | None
    blind: list[str] = field(default_factory=list)
