"""Putting a part of an audience in, or taking it out. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from journal.model.notices import Audience, Listeners
from journal.model.people import Unit

NOBODY = Audience(frozenset())


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom an author may write to: the whole school, or the people of some classes."""

    everything: bool
    units: tuple[Unit, ...]

    @property
    def ids(self) -> tuple[int, ...]:
        return tuple(unit.id for unit in self.units)

    def grade(self, number: int) -> tuple[int, ...]:
        """The classes of a parallel."""
        return tuple(unit.id for unit in self.units if unit.grade == number)


def usual(reach: Reach, headed: Collection[int], named: int | None = None) -> Audience:
    """Whom an author most likely means: the guardians of the class that was named and is within reach, else
    of the own class, or of the only one there is.

    Whoever may write to the whole school, or teaches several classes, must choose: a notice to a wrong
    class is not taken back.
    """
    families = frozenset({Listeners.GUARDIANS})
    if named in reach.ids and named is not None:
        return Audience(families, (named,))
    own = tuple(unit for unit in reach.ids if unit in headed)
    if not own and not reach.everything:
        own = reach.ids
    return Audience(families, own) if len(own) == 1 else NOBODY


def with_listeners(audience: Audience, listeners: Listeners, *, chosen: bool) -> Audience:
    """The same units, with or without their guardians, students, or the staff of the school."""
    there = audience.listeners | {listeners} if chosen else audience.listeners - {listeners}
    return replace(audience, listeners=frozenset(there))


def with_units(audience: Audience, units: Sequence[int], *, chosen: bool) -> Audience:
    """With or without these classes; their guardians are meant where nobody was named.

    Taking the last class out leaves nobody: no class at all would mean the whole school.
    """
    kept = [unit for unit in audience.units if unit not in units]
    there = tuple(sorted({*kept, *units} if chosen else kept))
    if not there:
        return replace(NOBODY, listeners=audience.listeners & {Listeners.STAFF})
    families = audience.listeners - {Listeners.STAFF}
    listeners = audience.listeners if families else audience.listeners | {Listeners.GUARDIANS}
    return Audience(frozenset(listeners), there)


def whole_school(audience: Audience) -> Audience:
    """Everybody's families, and whoever else was named."""
    families = audience.listeners - {Listeners.STAFF}
    return Audience(audience.listeners if families else audience.listeners | {Listeners.GUARDIANS})


def with_family(audience: Audience, student_id: int, *, chosen: bool) -> Audience:
    """With or without one family; the first one chosen makes it a notice to some families only.

    Without the last of them it is one to all families again.
    """
    kept = [student for student in audience.students if student != student_id]
    there = {*kept, student_id} if chosen else set(kept)
    return replace(audience, students=tuple(sorted(there)))
