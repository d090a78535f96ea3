"""What ego said: comments, answers, words on a timeline, posts, stories and reels."""

from functools import partial

from parasocial.readers.facebook.people import People, group_id
from parasocial.readers.facebook.rows import Row, data, listed, when
from parasocial.readers.facebook.sentences import Told
from parasocial.reading import Here, Meaning
from parasocial.reading.meta import repaired
from parasocial.schema import EGO, Account, Addressed, Channel, Form, Interaction, Kind


def comment(row: Row, here: Here) -> Meaning:
    """A comment of ego's: on somebody's content, in a group, or for everyone.

    Raises:
        ValueError: It has neither words nor a sentence.
    """
    people: People = here.facts.learned["people"]
    told = people.told(repaired(row.title or ""))
    said = next((it.comment for it in data(row) if it.comment is not None), None)
    if said is None and not row.title:
        raise ValueError("no comment")
    text = said.comment if said is not None else row.body
    group = (said.group if said is not None else row.group) or None
    room = repaired(group) if group else told.group or _room(row, people)
    channel = Channel.REPLY if told.reply else Channel.COMMENT
    return _said(channel, row, here, told, room, text)


def _room(row: Row, people: People) -> str | None:
    return people.group(repaired(row.title or ""))


def group_post(row: Row, here: Here) -> Meaning:
    """A post of ego's in a group; the same file holds comments there."""
    if any(it.comment is not None for it in data(row)):
        return comment(row, here)
    people: People = here.facts.learned["people"]
    told = Told(group=_room(row, people))
    return _said(Channel.POST, row, here, told, told.group, _words(row))


def _said(
    channel: Channel, row: Row, here: Here, told: Told, room: str | None, text: str | None
) -> list[Interaction | Account] | Interaction:
    text = repaired(text).strip() if text else None
    at = when(row, here)
    who = told.who
    group = group_id(room) if room else None
    addressed = Addressed.PERSON if who else Addressed.GROUP if group else Addressed.EVERYONE
    found = Interaction(
        channel,
        EGO,
        who or group,
        at.us,
        addressed=addressed,
        form=told.form,
        words=len(text.split()) if text else None,
        group=group,
        us_low=at.us_low,
        us_high=at.us_high,
        # Whether a group is open to everybody is not in the file.
        text=text if text and not group else None,
    )
    if group is None:
        return found
    return [found, Account(group, name=room, kind=Kind.GROUP, evidence="a group")]


def post(row: Row, here: Here, form: Form = Form.POST) -> Meaning:
    """A post of ego's; what is written on somebody's timeline is said to them."""
    people: People = here.facts.learned["people"]
    told = people.told(repaired(row.title or ""))
    text = _words(row)
    if told.wall and told.who:
        return _said(Channel.COMMENT, row, here, told, None, text)
    return _said(Channel.POST, row, here, Told(form=form), None, text)


def _words(row: Row) -> str | None:
    """Ego's words. On a page they stand among those of what is shared, and are left there."""
    return next((it.post for it in data(row) if it.post), None)


RECORDS = (
    listed("comments_and_reactions/comments|comments/comments", comment, "comments_v2", "comments"),
    listed("your_comments_in_groups", comment, "group_comments_v2"),
    listed(
        "group_posts_and_comments|your_posts_and_comments_in_groups", group_post, "group_posts_v2"
    ),
    listed("your_posts*", post, "status_updates"),
    listed("archived_stories", partial(post, form=Form.STORY), "archived_stories_v2"),
    listed("your_reels", partial(post, form=Form.SHORT), "lasso_videos_v2"),
)
