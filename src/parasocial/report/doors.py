"""Several lenses on one page: each behind a door of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from parasocial import __version__
from parasocial.report.inline import inline
from parasocial.report.paper import environment


@dataclass(frozen=True, slots=True)
class Door:
    """One lens's page, without its head and foot.

    Attributes:
        key: Its address on the page (``#creators``), and the prefix of every id within it but
            those of *you*, so that no id stands twice.
        label: What is written on the door, one or two words.
        main: What stands behind it.
        styles: Style sheets beside ``page.css`` that it needs, by name.
        language: The one that *main* speaks.
    """

    key: str
    label: str
    main: Markup
    styles: tuple[str, ...] = ()
    language: str = "en"


def write_doors(doors: Sequence[Door], *, invented: bool) -> str:
    """One HTML document with a door for each lens; it can load nothing, as every page.

    Doors open by radio buttons and style alone, so that they work without a script.

    Args:
        doors: In the order in which they stand; the first is open.
        invented: Whether to say at the top that everyone is made up.
    """
    styles = tuple(dict.fromkeys(style for door in doors for style in door.styles))
    keys = tuple(door.key for door in doors) if len(doors) > 1 else ()
    return (
        environment()
        .get_template("doors.html")
        .render(
            doors=doors,
            invented=invented,
            version=__version__,
            carried=inline("page", *styles, doors=keys),
        )
    )
