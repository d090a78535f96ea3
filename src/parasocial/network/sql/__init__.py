"""The relations of a whole log: one SELECT per file, in the subset that both engines share."""

from importlib.resources import files


def select(name: str) -> str:
    """The definition of one relation."""
    return files("parasocial.network.sql").joinpath(f"{name}.sql").read_text(encoding="utf-8")
