"""Lessons as their keepers see and fill them: cards, pages, homework, substitution."""
