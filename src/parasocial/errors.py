"""Everything parasocial raises on purpose.

A message says what happened, then what to do. It is written for the person at the
keyboard and never quotes anything read from an export: no content, no names, no
file names from inside it.
"""


class ParasocialError(Exception):
    """An error that a caller is expected to handle.

    Attributes:
        exit_code: What the command line answers with.
    """

    exit_code = 1


class UnreadableExport(ParasocialError):
    """The path is not something we can open as an export."""


class UnsafeExport(UnreadableExport):
    """The export breaks a bound: too large, too deep, too many, or a hostile name."""


class DamagedMember(ParasocialError):
    """A file inside an export could not be read to its end."""

    exit_code = 4


class UnknownExport(ParasocialError):
    """No reader recognises the export."""

    exit_code = 3


class AmbiguousExport(UnknownExport):
    """More than one reader recognises the export; ``--platform`` decides."""


class WhoIsEgo(ParasocialError):
    """The export does not say whose it is; ``--me`` does."""


class OtherPerson(ParasocialError):
    """The export belongs to somebody else than the ledger."""


class LedgerBusy(ParasocialError):
    """Another process is writing to the ledger."""


class LedgerTooNew(ParasocialError):
    """The ledger was written by a later version of parasocial."""


class NotALedger(ParasocialError):
    """The file is not a ledger of ours."""


class UnknownSource(ParasocialError):
    """The ledger holds no source of that id."""


class FileExists(ParasocialError):
    """The output exists already; ``--force`` overwrites it."""


class NotAReport(ParasocialError):
    """The file is no report of ours."""


class BadNotes(ParasocialError):
    """The notes file does not say what notes can say."""


class AddressTaken(ParasocialError):
    """A port is in use, or may not be used."""


class UnreadableLog(ParasocialError):
    """A log of interactions is damaged, or not what it has to be."""


class NoEngine(ParasocialError):
    """An engine that was asked for is not installed, or does not start."""


class EngineFailed(ParasocialError):
    """An engine came to its limits."""
