"""What a grant is made of: who, standing how to the thing, by which clauses, under which regulation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import TYPE_CHECKING

from journal.model.people import Role

if TYPE_CHECKING:
    from journal.regulation import Regulation

GUARDIAN = "guardian"
STUDENT = "student"
# Whoever sits at the machine itself and types commands there.
OPERATOR = "operator"


class Relation(StrEnum):
    """How the actor stands to the object at hand; the gate establishes it from the present state."""

    ANY = auto()
    # The planned or second teacher of the lesson, or its substitute.
    KEEPS_LESSON = auto()
    # Teaches that very subject to that unit, by the workload.
    TEACHES_SUBJECT = auto()
    # Teaches any subject to the unit or to a part of it.
    TEACHES_UNIT = auto()
    HEADS_CLASS = auto()
    GUARDIAN_OF = auto()
    SELF = auto()


@dataclass(frozen=True, slots=True)
class Grant:
    """`who` may, standing in `relation` to the object, if the regulation agrees (`when`).

    `sources` are the clauses of the matrix of the requirements, in its notation.
    """

    who: Role | str
    relation: Relation
    sources: str
    when: Callable[[Regulation], bool] | None = None
