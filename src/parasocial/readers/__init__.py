"""Readers: one file or folder per platform, listed here and nowhere else."""

from parasocial.readers.instagram import INSTAGRAM
from parasocial.readers.tiktok import TIKTOK
from parasocial.readers.whatsapp import WHATSAPP
from parasocial.readers.youtube import YOUTUBE

READERS = (INSTAGRAM, TIKTOK, WHATSAPP, YOUTUBE)

__all__ = ["READERS"]
