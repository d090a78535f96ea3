"""Talk: what a message by somebody else is like, told by open word lists, without keeping a word.

A reader calls ``notice`` while the message passes through memory; what stays is a number whose
bits are named in ``marks``.
"""

from parasocial.talk.notice import notice
from parasocial.talk.whom import Whom, whom

__all__ = ["Whom", "notice", "whom"]
