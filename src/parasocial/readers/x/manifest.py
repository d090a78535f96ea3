"""What an archive says about itself and its owner, and the long posts it keeps apart."""

from msgspec import Struct, field


class Owner(Struct, rename="camel"):
    """An account as ``account.js`` and ``user_details.js`` name it, wrapped or not."""

    account: "Owner | None" = None
    account_id: str | int = ""
    username: str = ""
    id: str | int = ""
    screen_name: str = field(name="screen_name", default="")


class User(Struct, rename="camel"):
    """An account as the manifest names it."""

    account_id: str = ""
    user_name: str = ""


class Archive(Struct, rename="camel"):
    """When the archive was made."""

    generation_date: str = ""


class Listed(Struct, rename="camel"):
    """A file that is in the archive."""

    file_name: str = ""


class Kind(Struct):
    """The files of one kind of data."""

    files: list[Listed] = []


class Manifest(Struct, rename="camel"):
    """What the archive says about itself."""

    user_info: User | None = None
    archive_info: Archive | None = None
    data_types: dict[str, Kind] = {}


class Renamed(Struct, rename="camel"):
    """A handle that ego had, wrapped once or twice."""

    screen_name_change: "Renamed | None" = None
    changed_from: str | None = None


class Core(Struct):
    """The words of a long post."""

    text: str = ""


class Note(Struct, rename="camel"):
    """A long post, wrapped or not; its words stand in either of two places."""

    note_tweet: "Note | None" = None
    core: Core | None = None
    note_tweet_results: Core | None = None
