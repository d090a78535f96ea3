"""The survey collector: a form in the browser, and saves that are answered after their commit."""

from parasocial.web.collector.app import Collector, collector

__all__ = ["Collector", "collector"]
