"""Whole logs: the ties of everyone in them, by the definitions of one person's report."""
