"""Who needs help, by the regulation's thresholds, and telling their families once a period (R-098)."""

from journal.at_risk.listing import Told, classes, needs, of_class, pages, tell

__all__ = ["Told", "classes", "needs", "of_class", "pages", "tell"]
