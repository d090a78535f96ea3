"""Lenses: which measures, and what they mean to whom. Plain data out."""
