"""Findings in, one self-contained HTML file out."""

from parasocial.report.doors import Door, write_doors
from parasocial.report.page import write_page, you

__all__ = ["Door", "write_doors", "write_page", "you"]
