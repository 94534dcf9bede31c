"""What people ask or tell in plain words, understood by rules, without a network or a model. Pure.

The first step: simple questions about a diary, and the few things a family says to it. What it cannot answer
well it leaves alone, so that nobody is told something else than was asked.
"""

from journal.words.question import About, Question, understand
from journal.words.talk import Heard, Talk, hear

__all__ = ["About", "Heard", "Question", "Talk", "hear", "understand"]
