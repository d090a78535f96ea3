"""The survey collector: a form in the browser, and saves that are answered after their commit."""

from parasocial.web.collector.app import collector
from parasocial.web.collector.collecting import Collector

__all__ = ["Collector", "collector"]
