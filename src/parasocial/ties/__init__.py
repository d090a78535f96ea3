"""Ties: who gives, and who gives back."""

from parasocial.ties.build import build, conclude, gather
from parasocial.ties.inputs import prepare
from parasocial.ties.thresholds import Dwell, Thresholds

__all__ = ["Dwell", "Thresholds", "build", "conclude", "gather", "prepare"]
