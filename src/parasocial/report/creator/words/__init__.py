"""Every sentence of the creator's page that is built from numbers: no names, no markup."""

from parasocial.report.creator.words import (
    answered,
    first,
    limits,
    load,
    people,
    plan,
    queue,
    talk,
    two_ends,
)

__all__ = ["answered", "first", "limits", "load", "people", "plan", "queue", "talk", "two_ends"]
