"""How much of an export we are willing to hold: every bound in one place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds on one export.

    Breaking ``members``, ``total_bytes``, ``depth`` or ``name_bytes`` refuses the export
    (UnsafeExport). Breaking ``member_bytes`` or ``ratio`` refuses that one file when it is
    opened (DamagedMember), so a long video does not stand in the way of the messages; in a
    tar.gz, which must be expanded to be listed, ``ratio`` is that of the whole and refuses it.
    Archives inside an archive are never opened: they are ordinary files, nesting is 0.
    """

    members: int = 100_000
    """Files and folders, over all parts of the export."""
    member_bytes: int = 4 * 2**30
    """Expanded size of one file."""
    total_bytes: int = 64 * 2**30
    """Expanded size of all files together, as declared; streams are held to what is declared."""
    ratio: int = 1_000
    """Expanded to compressed size of one file; deflate itself cannot pass 1,032."""
    ratio_floor: int = 10 * 2**20
    """Expanded bytes below which ``ratio`` is not looked at."""
    depth: int = 32
    """Folders in each other."""
    name_bytes: int = 1_024
    """Length of a name with its folders, in UTF-8."""

    def broken(self, field: str, what: str) -> str:
        """What to tell a person when the bound *field* is passed."""
        return (
            f"{what} than {getattr(self, field):,}, the bound named {field}. "
            f"If you trust where it comes from, raise it: --limit {field}=NUMBER."
        )


DEFAULT = Limits()
