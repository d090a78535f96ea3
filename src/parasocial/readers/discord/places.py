"""Where messages stand: with one person, in a group, in a channel of a server."""

from dataclasses import dataclass

from parasocial.schema import EGO, Account, Addressed, Kind

DELETED = "456226577798135808"
"""The one id that everybody gets who has deleted their account."""

_DIRECT = frozenset({"1", "DM", "DIRECTTEXTCHAT"})
_GROUP = frozenset({"3", "GROUP_DM", "DIRECTGROUPTEXTCHAT"})
_NEWS = frozenset({"5", "GUILD_NEWS", "GUILD_ANNOUNCEMENT", "GUILDNEWS"})


@dataclass(frozen=True, slots=True)
class Place:
    """A conversation.

    Attributes:
        id: The channel's id.
        addressed: To whom its messages speak.
        other: The id of the other of two, if that is known.
        name: What it is called; between two, the other's handle.
        evidence: What it is, in our words.
        bot: The other of two is a program.
        whole: Whether the file holds all of the channel; None where nothing tells.
    """

    id: str
    addressed: Addressed
    other: str | None = None
    name: str | None = None
    evidence: str = "a channel of a server"
    bot: bool = False
    whole: bool | None = None

    @property
    def alter(self) -> str:
        """To whom ego speaks there. The channel's own id stands for a person without one."""
        return self.other or self.id

    @property
    def group(self) -> str | None:
        """The channel's id, unless it is between two."""
        return None if self.addressed is Addressed.PERSON else self.id

    def target(self, actor: str) -> str:
        """Whom a message of *actor* is for."""
        if actor is not EGO and self.addressed is not Addressed.GROUP:
            return EGO
        return self.alter

    @property
    def account(self) -> Account | None:
        """What is known of whom or what ego speaks to there."""
        if self.addressed is Addressed.PERSON:
            if self.other is None:
                return Account(self.id, self.name) if self.name else None
            return Account(self.other, handle=self.name) if self.name else None
        return Account(self.id, self.name, kind=Kind.GROUP, evidence=self.evidence)


def place(
    channel: str, kind: object, name: str | None, *, other: str | None = None, bot: bool = False
) -> Place:
    """The conversation in a channel of a *kind*, by the platform's number or word for it."""
    word = str(kind).upper()
    if word in _DIRECT:
        known = None if other == DELETED else other
        return Place(channel, Addressed.PERSON, known, name, bot=bot)
    if word in _GROUP:
        return Place(channel, Addressed.GROUP, name=name, evidence="a group chat")
    addressed = Addressed.EVERYONE if word in _NEWS else Addressed.GROUP
    return Place(channel, addressed, name=name)


def is_direct(kind: object) -> bool:
    """Whether a channel of this *kind* is between two."""
    return str(kind).upper() in _DIRECT
