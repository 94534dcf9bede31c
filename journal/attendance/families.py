"""Who hears of a saved register when its hold is over, and whose family cannot hear of it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from journal.model.attendance import Presence
from journal.model.people import Person
from journal.model.register import SavedRegister
from journal.model.subscriptions import Mode, Topic, default_mode
from journal.ports import Work

# How each guardian of a child wants to hear, as far as it was chosen.
Families = Mapping[int, Sequence[Mapping[Topic, Mode]]]


async def heard(work: Work, saved: SavedRegister) -> SavedRegister:
    """The same with what its families hear; one statement, and none where everybody is there.

    A correction tells whoever was told before, whatever they chose.
    """
    absent, late = saved.sheet.those(Presence.ABSENT), saved.sheet.those(Presence.LATE)
    concerned = [student.id for student in (*absent, *late)]
    if not concerned:
        return saved
    families = await work.attendance.families(concerned, work.today)
    register = saved.sheet.register
    corrected = register is not None and register.before is not None
    tells = (
        _any(families, concerned)
        if corrected
        else _any(families, _ids(absent), Topic.ABSENCES) or _any(families, _ids(late), Topic.LATENESS)
    )
    unconnected = tuple(student for student in absent if not families.get(student.id))
    return replace(saved, tells=tells, unconnected=unconnected)


def _any(families: Families, students: Collection[int], topic: Topic | None = None) -> bool:
    """Whether anybody of these families is connected, and hears of the topic without waiting for a card."""
    chosen = (modes for student in students for modes in families.get(student, ()))
    return any(topic is None or modes.get(topic, default_mode(topic)).immediate for modes in chosen)


def _ids(students: Iterable[Person]) -> list[int]:
    return [student.id for student in students]
