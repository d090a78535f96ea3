"""Fans: who wrote to a channel, and what became of every message, as SQL in ``sql/``."""

from parasocial.fans.build import build
from parasocial.fans.rule import Rule

__all__ = ["Rule", "build"]
