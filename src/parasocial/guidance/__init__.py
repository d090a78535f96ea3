"""What one could do: short texts with their sources, settings to look for, and help lines.

The English texts are data: one TOML file per topic. ``i18n`` translates them.
"""

from parasocial.guidance.help_lines import HelpLine, help_lines
from parasocial.guidance.settings import Setting, settings
from parasocial.guidance.sources import Source, sources
from parasocial.guidance.texts import Text, Topic, topics

__all__ = [
    "HelpLine",
    "Setting",
    "Source",
    "Text",
    "Topic",
    "help_lines",
    "settings",
    "sources",
    "topics",
]
