"""What fans write, and what the creator answers."""

from random import Random

_ASKED = (
    "kapan lanjutannya, Kapten?", "when is the next stream?", "pancinya merek apa ya?",
    "Kapten, resepnya ada di mana?", "what pan is that?", "boleh minta resepnya?",
    "how long did this take?", "bagian kedua kapan?",
)  # fmt: skip
_PRAISED = (
    "keren parah", "love this so much", "makasih Kapten, ini bantu banget", "suka banget!",
    "best one yet", "ngakak dari awal sampai akhir", "thank you for this",
)  # fmt: skip
_PLAIN = (
    "aku coba di rumah, gosong", "hadir dari Bandung", "first time here", "nonton sambil makan",
    "menit ke-7 lucu", "ini beneran panci?", "udah tiga kali nonton", "suaranya agak kecil",
    "the second half was slow", "musiknya kurang cocok",
)  # fmt: skip
_WARM = (
    "videomu nemenin aku tiap malam", "you feel like a friend to me", "kangen banget sama Kapten",
    "aku baru putus, nonton ini bikin tenang", "mamaku sakit, makasih udah nemenin",
    "you are the only one I talk to these days",
)  # fmt: skip
_HOSTILE = ("kamu goblok", "you are an idiot", "dasar sampah")
_PEER = (
    "sama, aku juga",
    "coba api kecil",
    "me too",
    "itu di menit 3",
    "setuju banget",
    "wkwk iya",
)
_ANSWERS = (
    "Jumat depan ya!", "Terima kasih sudah nonton!", "Merek pasar, harganya lima puluh ribu.",
    "On Friday, same time.", "Resepnya ada di deskripsi.", "Haha, hati-hati apinya!", "Thank you!",
)  # fmt: skip
CARED_FOR = (
    "kayaknya aku gak kuat lagi hidup begini",
    "Kapten rumahnya di mana? mau mampir",
    "hubungi aku ya 0812-0000-0000-00",
    "ketemuan berdua yuk, minggu ini",
)
"""What a human should look at, one each."""


def fan(rng: Random, warm: float, times: int) -> str:
    """A comment; warmer fans, and those who have written more, sound more familiar."""
    roll = rng.random()
    if roll < 0.015:
        return rng.choice(_HOSTILE)
    if roll < 0.04:
        return rng.choice(("😂😂😂", "🍳", "❤️❤️"))
    if roll < 0.26:
        return rng.choice(_ASKED)
    if roll < 0.5:
        return rng.choice(_PRAISED)
    if roll < 0.5 + 0.15 * warm + 0.03 * min(times, 6):
        return rng.choice(_WARM)
    return rng.choice(_PLAIN)


def peer(rng: Random) -> str:
    """What one fan says to another."""
    return rng.choice(_PEER)


def answer(rng: Random) -> str:
    """What the creator answers."""
    return rng.choice(_ANSWERS)
