"""What kind of thing a line says: words, a file, a deleted message, a call, the app itself."""

import re
from typing import Final, TypeAlias

from parasocial.schema import Channel

_LRM: Final = "\u200e"
_MESSAGE: Final = Channel.MESSAGE

_DELETED_WORDS = """
this message was deleted|you deleted this message|this message was deleted by admin
se eliminó este mensaje|este mensaje fue eliminado|eliminaste este mensaje|este mensaje se eliminó
diese Nachricht wurde gelöscht|du hast diese Nachricht gelöscht
ce message a été supprimé|vous avez supprimé ce message
questo messaggio è stato eliminato|hai eliminato questo messaggio
mensagem apagada|esta mensagem foi apagada|você apagou esta mensagem|apagou esta mensagem
dit bericht is verwijderd|dit bericht werd verwijderd|je hebt dit bericht verwijderd
u hebt dit bericht verwijderd
pesan ini telah dihapus|pesan ini dihapus|anda menghapus pesan ini|anda telah menghapus pesan ini
mesej ini telah dipadamkan|anda memadamkan mesej ini
данное сообщение удалено|вы удалили данное сообщение
це повідомлення було видалено|ви видалили це повідомлення
bu mesaj silindi|bu mesajı sildiniz
tato zpráva byla smazána|tuto zprávu jste smazal/a
تم حذف هذه الرسالة|حذفت هذه الرسالة
"""
_DELETED: Final = frozenset(
    phrase[:1].upper() + phrase[1:] + end
    for phrase in _DELETED_WORDS.strip().replace("\n", "|").split("|")
    for end in ("", ".")
) | {"null"}

_CALL = re.compile(
    r"(?:(?:missed|silenced|unanswered) )?(?:group )?(?:voice|video) call"
    r"|(?:video)?llamada (?:de voz |grupal )?(?:perdida)?|(?:verpasster )?(?:sprach|video)anruf"
    r"|appel (?:vocal|vidéo)|(?:video)?chiamata|chamada de (?:voz|vídeo)"
    r"|(?:gemiste )?(?:spraak|video-?)oproep|panggilan (?:suara|video)"
    r"|пропущенный (?:аудио|видео)звонок|(?:аудио|видео)звонок|cevapsız (?:sesli|görüntülü) arama"
    r"|zmeškaný|مكالمة (?:صوتية|فيديو)",
    re.IGNORECASE,
)
_MISSED = re.compile(
    r"missed|perdida|verpasst|manqué|persa|gemist|tak terjawab|пропущен|cevapsız|zmeškan|فائتة",
    re.IGNORECASE,
)
_LASTED = re.compile(r"(\d+)\s?(h|std|m|s)", re.IGNORECASE)
_UNIT_MS: Final = {"h": 3_600_000, "std": 3_600_000, "m": 60_000, "s": 1_000}

_LEFT_OUT = re.compile(
    r"(?:omitted|omitid[oa]s?|omes[soia]+|esclusa|non inclus[oa]|weggelassen|ausgelassen|absente?"
    r"|manquante?|omis|retiré|ocult[oa]d?[oa]?|não revelad[oa]|weggelaten|(?:tidak )?disertakan"
    r"|dikecualikan|отсутствует|не добавлен|пропущено|відсутн[єія]|dahil edilmedi|vynechán[oa]?"
    r"|pominięto|utelämnad|udeladt|utelatt|省略|已省略|생략됨|لم يتم إدراج.*)\W*",
    re.IGNORECASE,
)
_FILE = re.compile(r"[^\n/]{1,200}\.\w{2,5} \([^()\n]{3,60}\)(?:\n|$)")
_TAG = re.compile(r"\s*(?:\u200e<[^<>\n]{3,120}>|<[^<>\n]{2,40} [^<>\n]{2,40}>)\s*$")
_OMITTED = re.compile(r"<[^<>\n]{2,80}>")
_POLL = re.compile(r"[^\W\d_]{3,}:")


Said: TypeAlias = tuple[Channel, int | None, int | None, str | None]
"""Channel, number of words, milliseconds of a call, and the words themselves.

Words are None where a line says none: a file, a deleted message, a call.
"""

_NO_WORDS: Final[Said] = (Channel.MESSAGE, None, None, None)


def own(mark: str, text: str) -> bool:
    """Whether a line with a name in it is the app's own, as iPhones write them."""
    return text[:1] == _LRM and said(text, mark) is None


def said(text: str, mark: str) -> Said | None:
    """What *text* says; None where the app speaks and not a person.

    A message of a person's begins with U+200E only where the app has put words for something
    else; where those are none that we know, no act is made of them.

    Args:
        text: The text, continued lines included.
        mark: U+200E where one stands before the line's stamp.
    """
    if text[:1] == _LRM:
        return _put_by_app(text.strip(_LRM + " \n"), mark)
    if text in _DELETED:
        return _NO_WORDS
    if text[-1:] == ">" or (not text.isascii() and _LRM in text):
        if _OMITTED.fullmatch(text) or _LEFT_OUT.fullmatch(text.rsplit(maxsplit=1)[-1]):
            return _NO_WORDS
        text = _TAG.sub("", text)
    if ")" in text and (found := _FILE.match(text)):
        text = text[found.end() :]
    words = len(text.split())
    return (_MESSAGE, words, None, text) if words else _NO_WORDS


def missed_call(text: str) -> bool:
    """Whether the app, in a line of its own, tells of a call that nobody took."""
    return _CALL.match(text) is not None and _MISSED.search(text) is not None


def _put_by_app(text: str, mark: str) -> Said | None:
    if _CALL.match(text):
        return Channel.CALL, None, _ms(text), None
    words = text.split()
    if found := _FILE.match(text):
        caption = text[found.end() :]
        return _MESSAGE, len(caption.split()) or None, None, caption or None
    if mark or text[:1] == "<" or text in _DELETED or "://" in text or _left_out(words):
        return _NO_WORDS
    return _NO_WORDS if _POLL.match(text) and words[0].isupper() else None


def _left_out(words: list[str]) -> bool:
    return any(_LEFT_OUT.fullmatch(" ".join(words[-count:])) for count in (1, 2) if words)


def _ms(text: str) -> int | None:
    found = [int(number) * _UNIT_MS[unit.casefold()] for number, unit in _LASTED.findall(text)]
    return sum(found) or None
