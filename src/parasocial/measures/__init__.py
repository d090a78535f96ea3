"""Measures: one file for each, definition and worked example in it."""
