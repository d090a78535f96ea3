"""One invented world from one seed: people with known truth, and everything between them.

`invent(Knobs(...))` makes it. It knows nothing of the package that is to judge it.
"""

from .knobs import Knobs, Lockdown
from .rows import CHANNELS, KINDS, PLATFORMS, Log
from .world import World, invent

__all__ = ["CHANNELS", "KINDS", "PLATFORMS", "Knobs", "Lockdown", "Log", "World", "invent"]
