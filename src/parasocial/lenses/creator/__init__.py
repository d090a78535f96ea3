"""The creator lens: a channel's logs to everything that can be said of its fans."""

from parasocial.lenses.creator.ends import two_ends
from parasocial.lenses.creator.look import Wish, look
from parasocial.lenses.creator.people import Place, to_look_at

__all__ = ["Place", "Wish", "look", "to_look_at", "two_ends"]
