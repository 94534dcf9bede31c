"""The class teacher's review: every absence of a class's week, explained or not (R-059)."""

from dataclasses import dataclass
from datetime import date, timedelta

from journal import gate
from journal.context import Ctx
from journal.model.attendance import AbsenceNote, DayAbsence, NoteStatus
from journal.model.people import Person, Unit
from journal.policy import Permission, scope_of
from journal.ports import Work

_OPEN = (NoteStatus.SENT, NoteStatus.DISPUTED, NoteStatus.MISSING)


@dataclass(frozen=True, slots=True)
class Review:
    """A week of a class: its absences by day and student, and the notes that wait for a decision."""

    unit: Unit
    monday: date
    absences: tuple[DayAbsence, ...]
    waiting: tuple[tuple[AbsenceNote, Person], ...]
    # Whether a week later exists already.
    last: bool
    # Whether the regulation lets the reader correct what teachers posted, and take registers (C7).
    corrects: bool = False
    takes: bool = False

    @property
    def unexplained(self) -> int:
        return sum(not item.explained for item in self.absences)


async def review(ctx: Ctx, unit_id: int, day: date | None = None) -> Review:
    """The week of that day (of today by default) in a class the actor heads."""
    async with ctx.reading() as work:
        unit = await gate.unit(work, unit_id, Permission.DECIDE_ABSENCE_NOTE)
        asked = min(day or work.today, work.today)
        monday = asked - timedelta(days=asked.weekday())
        absences = await work.absences.of_class(unit.class_id, monday, monday + timedelta(days=6))
        return Review(
            unit,
            monday,
            tuple(absences),
            await waiting(work, unit.class_id),
            last=work.today < monday + timedelta(days=7),
            corrects=_reaches(work, Permission.CORRECT_ATTENDANCE, unit),
            takes=_reaches(work, Permission.TAKE_ATTENDANCE, unit),
        )


def _reaches(work: Work, permission: Permission, unit: Unit) -> bool:
    return unit.class_id in scope_of(permission, work.actor, work.regulation).class_ids


async def waiting(work: Work, class_id: int) -> tuple[tuple[AbsenceNote, Person], ...]:
    """The notes of a class's families that nobody has decided yet, alarms first."""
    found = await work.absences.notes_of_class(class_id, _OPEN)
    return tuple(sorted(found, key=lambda item: item[0].status is not NoteStatus.MISSING))
