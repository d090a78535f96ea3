"""Ego's other platforms, each a little: what happened there, for `writers` to write down."""
