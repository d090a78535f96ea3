"""Talk: what a message by somebody else is like, told by open word lists, without keeping a word.

A reader has messages noticed while they pass through memory; what stays is a number whose
bits are named in ``marks``.
"""

from parasocial.talk.notice import notice, notice_each
from parasocial.talk.texts import Texts
from parasocial.talk.whom import Whom, whom

__all__ = ["Texts", "Whom", "notice", "notice_each", "whom"]
