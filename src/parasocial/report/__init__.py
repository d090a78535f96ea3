"""Findings in, one self-contained HTML file out."""

from parasocial.report.page import write_page

__all__ = ["write_page"]
