"""Where each section stands in the JSON export, in its three layouts."""

from parasocial.readers.tiktok import attention, links, messages
from parasocial.readers.tiktok.about import JSON, LOOKS
from parasocial.reading import Records
from parasocial.reading.model import Row, Rows
from parasocial.reading.shapes import items, under


def _json(rows: Rows, meaning: Row) -> Records:
    return Records(JSON, rows=rows, meaning=meaning, like=LOOKS)


def _activity(*sections: str) -> tuple[str, ...]:
    return tuple(
        f"{root}/{section}" for root in ("Activity", "Your Activity") for section in sections
    )


SECTIONS = (
    _json(
        under(*_activity("Video Browsing History/VideoList", "Watch History/VideoList")),
        attention.watched,
    ),
    _json(
        under(
            *_activity("Like List/ItemFavoriteList"),
            "Likes and Favorites/Like List/ItemFavoriteList",
        ),
        attention.liked,
    ),
    _json(
        under(
            *_activity("Favorite Videos/FavoriteVideoList"),
            "Likes and Favorites/Favorite Videos/FavoriteVideoList",
        ),
        attention.saved,
    ),
    _json(
        under(*_activity("Share History/ShareHistoryList", "Reposts/RepostList")),
        attention.shared,
    ),
    _json(
        under(*_activity("Search History/SearchList", "Searches/SearchList")),
        attention.searched,
    ),
    _json(messages.LIVES, attention.watched_live),
    _json(messages.live_chats, messages.live_chat),
    _json(
        items(
            "Direct Messages/Chat History/ChatHistory",
            "Direct Message/Direct Messages/ChatHistory",
        ),
        messages.direct,
    ),
    _json(items("Direct Message/Group Chat/GroupChat"), messages.group),
    _json(under("Comment/Comments/CommentsList"), messages.comment),
    _json(
        under(*_activity("Purchase History/SendGifts/SendGifts", "Purchases/SendGifts/SendGifts")),
        messages.gift,
    ),
    _json(
        under(
            *_activity("Following List/Following", "Following/Following"),
            "Profile And Settings/Following/Following",
        ),
        links.followed,
    ),
    _json(
        under(
            *_activity("Follower List/FansList", "Follower/FansList"),
            "Profile And Settings/Follower/FansList",
        ),
        links.follower,
    ),
    _json(under("Video/Videos/VideoList", "Post/Posts/VideoList"), links.posted),
    _json(under("TikTok Live/Go Live History/GoLiveList"), links.streamed),
)
