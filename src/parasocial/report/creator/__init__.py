"""The creator's page: findings of a channel in, one self-contained HTML file out."""

from parasocial.report.creator.page import creators, load_templates, write_creator_page

__all__ = ["creators", "load_templates", "write_creator_page"]
