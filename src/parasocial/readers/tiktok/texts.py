"""Where each section stands in the text export: files called in the account's language."""

from parasocial.readers.tiktok import attention, links, messages
from parasocial.readers.tiktok.blocks import Blocks, chats
from parasocial.reading import Records

TEXTS = (
    Records(
        "Watch History.txt|Video Browsing History.txt|Kijkgeschiedenis.txt|История просмотра.txt",
        Blocks(),
        attention.watched,
    ),
    Records("Like List.txt|Likelijst.txt|Список лайков.txt", Blocks(), attention.liked),
    Records(
        "Favorite Videos.txt|Favourite Videos.txt|Favoriete video's.txt|Избранные видео.txt",
        Blocks(),
        attention.saved,
    ),
    Records(
        "Share History.txt|Geschiedenis delen.txt|История репостов.txt", Blocks(), attention.shared
    ),
    Records("Reposts.txt|Herplaatsingen.txt", Blocks(), attention.shared),
    Records(
        "Searches.txt|Search History.txt|Zoekopdrachten.txt|Поисковые запросы.txt",
        Blocks("SearchTerm"),
        attention.searched,
    ),
    Records(
        "Watch Live History.txt|Geschiedenis van LIVE bekijken.txt",
        Blocks(),
        attention.visited_live,
    ),
    Records(
        "Direct Messages.txt|Directe berichten.txt|Mensajes directos.txt|Личные сообщения.txt",
        chats,
        messages.direct,
    ),
    Records(
        "Group Chat.txt|Groepschat.txt|Chat de grupo.txt|Групповой чат.txt", chats, messages.group
    ),
    Records("Comments.txt|Reacties.txt|Комментарии.txt", Blocks("Comment"), messages.comment),
    Records("Following.txt|Volgend.txt|Подписки.txt", Blocks("UserName"), links.followed),
    Records("Follower.txt|Volger.txt|Подписчик.txt", Blocks("UserName"), links.follower),
    Records("Posts.txt|Post.txt|Videos.txt|Berichten.txt|Публикации.txt", Blocks(), links.posted),
)
