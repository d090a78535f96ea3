"""One creator's channel: who writes there, what comes back, and what tools save of it."""

from .files import CREATOR, TEAM, truth, write
from .said import Said, everything

__all__ = ["CREATOR", "TEAM", "Said", "everything", "truth", "write"]
