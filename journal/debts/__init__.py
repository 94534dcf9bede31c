"""Debts of a child: what may be retaken, what was not handed in, which control works were missed (ux §2)."""

from journal.debts.family import book, debts_of, of_family, owing

__all__ = ["book", "debts_of", "of_family", "owing"]
