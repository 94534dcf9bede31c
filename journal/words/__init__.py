"""What people write in plain words, understood by rules, without a network or a model. Pure.

Words → names and days → signs of a lexicon kept apart from the rules → scored readings → one that is sure,
the two likeliest, or none: nobody is told something else than was asked.
"""

from journal.words.intents import Drawing, Intent, Reading, Recipient, Scope, Teacher
from journal.words.understanding import Understanding, understand

__all__ = ["Drawing", "Intent", "Reading", "Recipient", "Scope", "Teacher", "Understanding", "understand"]
