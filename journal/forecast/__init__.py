"""The mark a period is likely to end with: an estimate with its basis and doubt, never a verdict (R-155)."""

from journal.forecast.family import book, outlook_of
from journal.forecast.group import classes, group, pages

__all__ = ["book", "classes", "group", "outlook_of", "pages"]
