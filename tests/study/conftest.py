"""Stores of both kinds, for every test here that asks for one."""

from stores import address, empty, postgres

__all__ = ["address", "empty", "postgres"]
