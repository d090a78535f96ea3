"""Attention: what ego saw, liked, saved, answered in stories, and searched for."""

from collections.abc import Callable
from functools import partial

from parasocial.readers.instagram.lists import THREADS, listed
from parasocial.reading import Here, Meaning
from parasocial.reading.meta import (
    Item,
    code,
    handle,
    like_a_handle,
    link,
    pairs,
    repaired,
    time,
    times,
)
from parasocial.schema import EGO, Addressed, Channel, Form, Interaction

_FORMS = (
    ("/reel", Form.SHORT),
    ("/stories/", Form.STORY),
    ("/tv/", Form.VIDEO),
    ("/p/", Form.POST),
)


def form_of(address: str, otherwise: Form) -> Form:
    """What kind of content an address leads to, *otherwise* if it does not say."""
    return next((form for part, form in _FORMS if part in address), otherwise)


def _attention(channel: Channel, form: Form, item: Item, here: Here) -> Meaning:
    """One act of attention for each time that the record holds.

    Raises:
        ValueError: The record has no time.
    """
    address = link(item)
    owner = handle(item)
    who = here.who(owner) if owner else None
    if not (found := times(item, here)):
        raise ValueError("no time")
    if who is EGO:
        return None  # ego's own post
    code_, form_ = (code(address), form_of(address, form)) if address else (None, form)
    acts = [
        Interaction(
            channel,
            EGO,
            who,
            at.us,
            code_,
            Addressed.EVERYONE,
            form_,
            us_low=at.us_low,
            us_high=at.us_high,
        )
        for at in found
    ]
    return acts[0] if len(acts) == 1 else acts


def _meaning(channel: Channel, form: Form) -> Callable[[Item, Here], Meaning]:
    return partial(_attention, channel, form)


def searched(item: Item, here: Here) -> Meaning:
    """Ego searched for an account; words that name none are a phrase."""
    words = next((value for _, value in pairs(item)), "")
    who = handle(item) or (words if like_a_handle(words) else None)
    return _search(item, here, target=who) if who else phrase(item, here)


def phrase(item: Item, here: Here) -> Meaning:
    """Ego searched for words."""
    text = next((value for _, value in pairs(item)), None) or repaired(item.title or "") or None
    return _search(item, here, text=text)


def _search(
    item: Item, here: Here, *, target: str | None = None, text: str | None = None
) -> Interaction:
    at = time(item, here)
    return Interaction(
        Channel.SEARCH,
        EGO,
        target,
        at.us,
        addressed=Addressed.EVERYONE,
        words=len(text.split()) if text else None,
        us_low=at.us_low,
        us_high=at.us_high,
        text=text,
    )


_liked_post = _meaning(Channel.REACTION, Form.POST)
_liked_story = _meaning(Channel.REACTION, Form.STORY)
_STICKERS = {
    "polls": "polls",
    "quizzes": "quizzes",
    "emoji_sliders": "emoji_sliders",
    "countdowns": "countdowns",
    "emoji_story_reactions": "emoji_quick_reactions",
    "story_reaction_sticker_reactions": "reaction_sticker_reactions",
    "avatar_story_reactions": "avatar_quick_reactions",
    "question_music_response": "questions_music",
    "question_media_response": "questions_media",
}

RECORDS = (
    listed("liked_posts", _liked_post, "likes_media_likes"),
    listed("liked_comments", _liked_post, "likes_comment_likes"),
    listed("liked_threads", _liked_post, "text_post_app_media_likes"),
    listed("story_likes", _liked_story, "story_activities_story_likes"),
    *(listed(name, _liked_story, f"story_activities_{key}") for name, key in _STICKERS.items()),
    listed("saved_posts", _meaning(Channel.SAVE, Form.POST), "saved_saved_media"),
    listed("posts_viewed", _meaning(Channel.VIEW, Form.POST), "impressions_history_posts_seen"),
    # Since 2022 every video on Instagram is a reel.
    listed(
        "videos_watched", _meaning(Channel.VIEW, Form.SHORT), "impressions_history_videos_watched"
    ),
    listed("stories_viewed", _meaning(Channel.VIEW, Form.STORY), "story_activities_stories_viewed"),
    listed("threads_viewed", _meaning(Channel.VIEW, Form.POST), f"{THREADS}posts_seen"),
    listed("profile_searches", searched, "searches_user"),
    listed("account_searches", searched, "searches_user"),
    listed("word_or_phrase_searches", phrase, "searches_keyword", f"{THREADS}searches_keyword"),
    listed("tag_searches", phrase, "searches_hashtag"),
)
