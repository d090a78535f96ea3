"""One line of a chat as what it says about a tie."""

from collections.abc import Sequence
from typing import Any

from parasocial.readers.whatsapp.chats import Chat
from parasocial.readers.whatsapp.said import missed_call, said
from parasocial.reading import File, Here, Meaning, Table
from parasocial.reading.chat_lines import messages, style_of
from parasocial.schema import EGO, Account, Channel, Form, Interaction, Kind

_CHAT = Form.CHAT


class NoChat(ValueError):
    """The file is called like a chat and has no line with a stamp."""


def lines_of(file: File, row: Any) -> Table:
    """The lines of a chat that begin with a stamp, each with what goes on below it."""
    del row
    style = style_of(file.member)
    if style is None:
        raise NoChat
    return Table(messages(file.member, style), {"chat": file.member.name})


def chat_of(file: File, row: Any) -> Table:
    """The chat itself, once."""
    del row
    return Table(iter([[file.member.name]]))


def room(name: str, here: Here) -> Meaning:
    """A group, by its title where the file has one."""
    it: Chat = here.facts.learned[name]
    if it.group is None:
        return None
    return Account(
        it.group, name=it.title, kind=Kind.GROUP, evidence="more than two people write in it"
    )


def message(line: Sequence[Any], here: Here) -> Meaning:
    """A message or a call; the app's own lines say nothing.

    Raises:
        ValueError: No such time, or a name that is neither ego's nor the other's.
    """
    mark, stamp, second, after, who, text = line
    chat: Chat = here.facts.learned[here.head["chat"]]
    if who is None:
        return _missed(line, chat)
    if chat.longer and who in chat.longer:
        who, text = chat.longer[who], text[len(chat.longer[who]) - len(who) :]
    what = said(text, mark)
    if what is None:
        return None
    channel, words, ms, text = what
    us, low, high = chat.clock.moment(stamp, second, after)
    ends = chat.ends.get(who) or chat.meet(who, here.facts.ego)
    if ends is None:
        return None
    actor, target = ends
    if actor is not EGO:
        text = None
    # By position: this runs for every line, and names would double what it costs.
    return Interaction(
        channel, actor, target, us, None, chat.addressed, _CHAT, ms, words, chat.group,
        None, low, high, text,
    )  # fmt: skip


def _missed(line: Sequence[Any], chat: Chat) -> Meaning:
    """A call that ego missed, which Android writes without a name."""
    _, stamp, second, after, _, text = line
    if chat.other is None or not missed_call(text):
        return None
    us, low, high = chat.clock.moment(stamp, second, after)
    return Interaction(Channel.CALL, chat.other, EGO, us, form=_CHAT, us_low=low, us_high=high)
