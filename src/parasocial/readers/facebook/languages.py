"""The words around a name in Facebook's sentences, language by language."""

import re
from typing import Final, NamedTuple


class Words(NamedTuple):
    """A language that names the content before its owner: "the photo of Bo".

    Attributes:
        of: What joins the two.
        posts: Content of any kind.
        comments: What is answered.
        walls: A timeline.
        inside: Between the owner and the group that it stands in.
        tail: What can follow the owner.
    """

    of: str
    posts: str
    comments: str
    walls: str
    inside: str
    tail: str = "(?!)"

    def pattern(self) -> re.Pattern[str]:
        """What *kind* of content of whom; the longest word for it first."""
        kinds = {"post": self.posts, "reply": self.comments, "wall": self.walls}
        kind = "|".join(
            f"(?P<{name}>{'|'.join(sorted(words.split('|'), key=len, reverse=True))})"
            for name, words in kinds.items()
        )
        return re.compile(rf"(?:{kind}){self.of}(?P<rest>.+)", re.IGNORECASE | re.DOTALL)


LANGUAGES: Final = (
    Words(  # Dutch
        of=" van ",
        posts="bericht|foto|video|link|album|status|verhaal|reel|herinnering|evenement|activiteit",
        comments="reactie|opmerking|antwoord",
        walls="tijdlijn|prikbord",
        inside="in",
        tail="leuk|geweldig|grappig|geschreven|geplaatst|gedeeld",
    ),
    Words(  # German
        of=" von ",
        posts="beitrag|foto|bild|video|link|album|status|story|reel|erinnerung|veranstaltung",
        comments="kommentar|antwort",
        walls="chronik|pinnwand",
        inside="in",
        tail="kommentiert|geantwortet|reagiert|gepostet|geschrieben|geteilt",
    ),
    Words(  # French
        of=r" (?:de |d['’])",
        posts="publication|photo|photo de profil|photo de couverture|vidéo|vidéo en direct|lien"
        "|album|statut|story|reel|souvenir|évènement",
        comments="commentaire|réponse",
        walls="journal|mur",
        inside="dans",
    ),
    Words(  # Spanish
        of=" de ",
        posts="publicación|foto|foto de perfil|foto de portada|v[ií]deo|v[ií]deo en vivo"
        "|v[ií]deo en directo|enlace|álbum|estado|historia|reel|recuerdo|evento",
        comments="comentario|respuesta",
        walls="biografía|muro",
        inside="en",
    ),
    Words(  # Catalan
        of=r" (?:de |d['’])",
        posts="publicació|foto|foto de perfil|foto de portada|vídeo|enllaç|àlbum|estat|història",
        comments="comentari|resposta",
        walls="biografia|mur",
        inside="a",
    ),
    Words(  # Portuguese
        of=" d[eao] ",
        posts="publicação|foto|foto de perfil|foto d[ea] capa|vídeo|vídeo ao vivo|álbum|story",
        comments="comentário|resposta",
        walls="linha do tempo|mural",
        inside="em",
    ),
    Words(  # Italian
        of=" di ",
        posts="post|foto|immagine del profilo|immagine di copertina|video|video in diretta|link"
        "|album|stato|storia|reel|ricordo|evento",
        comments="commento|risposta",
        walls="diario|bacheca",
        inside="in",
    ),
    Words(  # Romanian
        of=" lui ",
        posts="postarea|fotografia|fotografia de profil|fotografia de copertă|videoclipul|linkul"
        "|albumul|starea|povestea|reelul",
        comments="comentariul|răspunsul",
        walls="cronologia|jurnalul",
        inside="în",
    ),
    Words(  # Indonesian and Malay
        of=" ",
        posts="kiriman|postingan|siaran|foto|foto profil|foto sampul|gambar|video|video langsung"
        "|tautan|pautan|album|status|cerita|reel|kenangan",
        comments="komentar|komen|balasan",
        walls="kronologi|linimasa|garis masa",
        inside="di|dalam",
    ),
    Words(  # Vietnamese
        of=" của ",
        posts="bài viết|ảnh|ảnh đại diện|ảnh bìa|video|video trực tiếp|liên kết|album|trạng thái"
        "|tin|thước phim|kỷ niệm",
        comments="bình luận|câu trả lời|phản hồi",
        walls="dòng thời gian",
        inside="trong",
    ),
    Words(  # Filipino
        of=" ni ",
        posts="post|larawan|litrato|video|live video|link|album|status|story|reel",
        comments="komento|sagot|tugon",
        walls="timeline",
        inside="sa",
    ),
    Words(  # Thai, which puts no spaces between words
        of=" ?ของ ?",
        posts="โพสต์|รูปภาพ|รูปโปรไฟล์|วิดีโอ|วิดีโอถ่ายทอดสด|ลิงก์|อัลบั้ม|สถานะ|สตอรี่|คลิป",
        comments="ความคิดเห็น|คำตอบ",
        walls="ไทม์ไลน์",
        inside="ใน",
    ),
)

ENGLISH: Final = re.compile(
    r"\b(?:likes?|liked|loved|reacted to|commented on|replied to|wrote on|posted on|saved)"
    r" (?:(?P<own>(?:his|her|their|its|your) own)|(?P<who>.+?)['’]s?)"
    r" (?:(?P<post>post|photo|profile picture|cover photo|video|live video|link|album|status|story"
    r"|reel|event|activity|memory|poll|review|note|gif|check-in|life event|question|playlist)"
    r"|(?P<reply>comment|reply)|(?P<wall>timeline|wall|profile))"
    r"(?: in (?P<group>.+?))?\.?$",
    re.IGNORECASE | re.DOTALL,
)
"""English names the owner first: "likes Bo's photo in Harbour Walkers."."""

POSTED_IN: Final = re.compile(r"\bposted (?:something )?in (?P<group>.+?)\.?$", re.DOTALL)
JOINED: Final = re.compile(r"^You became a member of (?P<group>.+?)\.?$", re.DOTALL)
"""Sentences about groups in English; elsewhere a group is known from ego's list of groups."""

ADS: Final = frozenset(
    """ads|advertenties|werbeanzeigen|anzeigen|publicités|anuncios|anuncis|anúncios|inserzioni
    |reclame|iklan|quảng cáo|mga ad|โฆษณา|annoncer|reklamos""".replace("\n    ", "").split("|")
)
"""The heading above the advertisements that a person was shown."""

VISITS: Final = re.compile(
    r"profil|page|pagina|página|pàgin|seite|halaman|trang|hồ sơ|โปรไฟล์|เพจ", re.IGNORECASE
)
"""What the headings above visited people and pages have in common; events and groups have not."""
