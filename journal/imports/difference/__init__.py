"""Comparing a staged import with the school: what would be added, changed and gone."""

from journal.imports.difference.compare import difference
from journal.imports.difference.model import Change, Changed, Difference, SchoolState, Stored, token

__all__ = ["Change", "Changed", "Difference", "SchoolState", "Stored", "difference", "token"]
