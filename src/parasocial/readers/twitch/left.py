"""What a Twitch export holds and we leave, folded."""

_FILES = """
    account users ads metadata bits_acquired follow_game unfollow_game minute_broadcast pageview
    video_play emotes notifications drops
"""
"""Ego's account, advertisements, games, ego's own broadcasts, and pages and plays that the
minutes watched count once more."""

IGNORED = frozenset(_FILES.split())
