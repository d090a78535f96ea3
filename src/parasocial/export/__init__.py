"""An export as the platform handed it over: read-only, bounded, never unpacked to disk."""

from parasocial.export.limits import Limits
from parasocial.export.members import Member
from parasocial.export.opening import open_exports, open_what_can_be
from parasocial.export.view import Export

__all__ = ["Export", "Limits", "Member", "open_exports", "open_what_can_be"]
