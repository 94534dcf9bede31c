"""What a family asks in plain words, understood by rules, without a network or a model. Pure.

The first step: simple questions about a diary. What it cannot answer well it leaves alone, so that nobody is
told something else than was asked.
"""

from journal.words.question import About, Question, understand

__all__ = ["About", "Question", "understand"]
