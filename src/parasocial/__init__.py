"""parasocial: one-sided ties, made visible from a person's own data exports."""

__version__ = "0.1.0"
