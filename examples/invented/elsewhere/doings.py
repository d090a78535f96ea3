"""What ego did alone on other platforms: watched, heard, liked, commented, followed."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from random import Random

from invented import talk
from invented.almanac import days, dice, end_ms, moment, watching
from invented.cast import on
from writers.model import Deed, item

from .accounts import ME, Account, accounts, since
from .talks import in_groups, line, of_two, with_companion

_MINUTE_MS = 60_000
_NO_LINKS = ("chatgpt", "discord", "reddit", "sms")
Doing = Callable[[Account, int, Random], Iterator[Deed]]


@cache
def deeds(platform: str) -> list[Deed]:
    """Everything that happened there, in order."""
    found = [*of_two(platform), *in_groups(platform), *_links(platform)]
    for account in accounts(platform):
        if account.kind == "companion":
            found += with_companion(account)
        elif doing := _DOINGS.get(platform):
            found += _through_the_weeks(account, doing)
    found += _posts(platform)
    return sorted(deed for deed in found if deed.at < end_ms() * 1000)


def _through_the_weeks(account: Account, doing: Doing) -> Iterator[Deed]:
    """What is done with one account, more of it in months of much watching."""
    rng = dice("elsewhere", account.on, account.being)
    for day in days():
        chances = max(1, round(account.per_week / 3.5))
        for _ in range(chances):
            if rng.random() < account.per_week / 7 / chances * watching(day):
                at = 1000 * moment(day, 17 + 5 * rng.random(), rng)
                yield from doing(account, at, rng)


def _links(platform: str) -> Iterator[Deed]:
    """Whom ego follows, and who are friends."""
    if platform in ("facebook", "snapchat", "discord"):
        known = [person.key for person in on(platform)]
        known += [it.being for it in accounts(platform) if it.kind == "person"]
        for key in known:
            yield Deed(since(platform, key), "friend", ME, key)
    for account in accounts(platform):
        if account.kind == "persona" and platform not in _NO_LINKS:
            yield Deed(since(platform, account.being), "follow", ME, account.being)
    if platform == "x":
        for person in on(platform):
            at = since(platform, person.key)
            yield Deed(at, "follow", ME, person.key)
            yield Deed(at + 60_000_000, "follow", person.key, ME)


def _posts(platform: str) -> Iterator[Deed]:
    """What ego puts up for everyone."""
    a_week = {"x": 0.5, "bluesky": 0.06, "mastodon": 0.04, "facebook": 0.05}.get(platform, 0)
    rng = dice("elsewhere posts", platform)
    for day in days():
        if rng.random() < a_week / 7:
            at = 1000 * moment(day, 9 + 12 * rng.random(), rng)
            yield _own(at, "post", None, talk.opener(rng))


def _own(at: int, channel: str, target: str | None, text: str, **more: str | None) -> Deed:
    """Something that ego wrote in public."""
    kind = "everyone" if target is None else "person"
    own = item(ME, at)
    return Deed(at, channel, ME, target, text, own, form="post", addressed=kind)._replace(**more)


def _evening(account: Account, at: int, rng: Random) -> Iterator[Deed]:
    """A stream: watched for an hour or two, sometimes with a line in the chat, rarely with bits."""
    live = {"form": "live", "under": item(account.being, at)}
    ms = rng.randrange(35, 150) * _MINUTE_MS
    seen = item(account.being, at)
    yield Deed(at, "view", ME, account.being, item=seen, ms=ms, form="live", addressed="everyone")
    if account.per_week > 1:
        for after in sorted(rng.sample(range(1, 60), rng.choice((0, 0, 0, 1)))):
            said = at + after * 60_000_000
            yield _own(said, "live_chat", account.being, talk.comment(rng))._replace(**live)
        if rng.random() < 0.04:
            paid = _own(at + 1_800_000_000, "gift", account.being, "")
            yield paid._replace(price=rng.choice((100, 200)), **live)
        if rng.random() < 0.05:
            yield _own(at + 1_900_000_000, "gift", account.being, "")._replace(**live)


def _play(account: Account, at: int, rng: Random) -> Iterator[Deed]:
    """An episode, or three songs."""
    show = account.handle == "show"
    for _ in range(1 if show else 3):
        ms = rng.randrange(900_000, 3_300_000) if show else rng.randrange(140_000, 260_000)
        what, title = (
            item(account.being, at),
            f"{'Episode' if show else 'Lagu'} {rng.randrange(90)}",
        )
        yield Deed(
            at, "listen", ME, account.being, title, what, ms=ms, form="audio", addressed="everyone"
        )
        at += ms * 1000


def _like(account: Account, at: int, rng: Random) -> Iterator[Deed]:
    """A post liked; now and then answered or passed on."""
    post = item(account.being, at - rng.randrange(60, 90_000) * 1_000_000)
    about = {"item": post, "form": "post", "addressed": "everyone"}
    yield Deed(at, "reaction", ME, account.being, **about)
    roll = rng.random()
    if roll < 0.12:
        yield _own(at + 50_000_000, "reply", account.being, talk.comment(rng), reply_to=post)
    elif roll < 0.2:
        yield Deed(at + 9_000_000, "share", ME, account.being, "📌", **about)


def _below(account: Account, at: int, rng: Random) -> Iterator[Deed]:
    """A relative's post: liked, one in four commented."""
    post = item(account.being, at - 3_600_000_000)
    yield Deed(at, "reaction", ME, account.being, item=post, form="post", addressed="everyone")
    if rng.random() < 0.25:
        yield _own(at + 50_000_000, "comment", account.being, talk.comment(rng), under=post)


def _in_community(account: Account, at: int, rng: Random) -> Iterator[Deed]:
    """A comment under a stranger's post, and two votes."""
    for _ in range(2):
        at += rng.randrange(60, 900) * 1_000_000
        post = item("stranger", at - 7_200_000_000)
        yield Deed(at, "reaction", ME, None, item=post, form="post", room=account.being)
    said = _own(at + 50_000_000, "comment", None, talk.comment(rng), under=post)
    yield said._replace(room=account.being, addressed="person")


def _broadcast(account: Account, at: int, rng: Random) -> Iterator[Deed]:
    """A post of a channel, to everyone who follows it."""
    yield Deed(
        at,
        "post",
        account.being,
        None,
        talk.opener(rng),
        item(account.being, at),
        room=account.being,
        form="post",
        addressed="everyone",
    )


def _notice(account: Account, at: int, rng: Random) -> Iterator[Deed]:
    """A text of a bank."""
    yield line(at, account.being, ME, f"Kode OTP Anda {rng.randrange(100000, 999999)}.")


_DOINGS: Mapping[str, Doing] = {
    "bluesky": _like,
    "facebook": _below,
    "mastodon": _like,
    "reddit": _in_community,
    "sms": _notice,
    "spotify": _play,
    "telegram": _broadcast,
    "twitch": _evening,
    "x": _like,
}
