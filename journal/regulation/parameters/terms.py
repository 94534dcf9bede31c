"""The words a school uses for its units, people and marks."""

from dataclasses import dataclass

from journal.model.people import UnitKind
from journal.regulation.nouns import Noun


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Section «Terms»; every noun carries its Russian cases, its English and the regulation's other words."""

    institution: Noun
    unit: Noun
    journal_units: frozenset[UnitKind]
    """What may have a journal page of its own."""
    teacher: Noun
    unit_head: Noun
    deputy: Noun
    student: Noun
    subject: Noun
    mark: Noun
