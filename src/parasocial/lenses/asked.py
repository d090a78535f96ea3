"""What a person may ask of the audience lens besides their ties."""

from msgspec import Struct

from parasocial.lenses.findings import Share, Window


class Span(Struct, frozen=True):
    """A period with a name: ISO dates, both included."""

    name: str
    start: str
    end: str


class EarlierAlter(Struct, frozen=True):
    """The other side of a tie in an earlier report."""

    id: str


class EarlierTie(Struct, frozen=True, rename={"class_": "class"}):
    """A tie in an earlier report."""

    alter: EarlierAlter
    class_: str


class Earlier(Struct, frozen=True):
    """What a comparison needs of an earlier report's JSON."""

    schema: str
    window: Window
    one_way_share: Share
    ties: list[EarlierTie]


class Asked(Struct, frozen=True):
    """Questions that cost time or need an answer first.

    Attributes:
        periods: Weeks before, during and after each of these.
        earlier: An earlier report of the same person.
        sensitivity: Count in all reasonable ways.
    """

    periods: tuple[Span, ...] = ()
    earlier: Earlier | None = None
    sensitivity: bool = False
