"""Lessons as their keepers see and fill them: now, topic, homework, substitution."""

from journal.lessons.cards import Now, card, day, now

__all__ = ["Now", "card", "day", "now"]
