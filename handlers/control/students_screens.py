"""Screens of a class's students: the list, and a student's period in all subjects."""

from collections import defaultdict
from collections.abc import Sequence

from handlers.attendance.screens import names
from handlers.audit import buttons
from handlers.audit.callbacks import Of
from handlers.control.callbacks import ClassJournalCb, StudentCardCb, StudentsCb
from handlers.diary.screens.attendance import totals
from handlers.home.screens import back
from handlers.screen import Button, Row, Screen, bold, grid, screen
from journal.control.student import StudentPeriod
from journal.model.people import Person, Unit
from locales.texts import Texts


def students(unit: Unit, found: Sequence[Person], t: Texts) -> Screen:
    """Everybody of the class; a tap opens one."""
    cards = [
        Button(label, StudentCardCb(student=one.id).pack())
        for one, label in zip(found, names(list(found)), strict=True)
    ]
    day = Button(t("The day of {unit}", unit=unit.name), ClassJournalCb(unit=unit.id).pack())
    head = t("{unit}: students", unit=unit.name)
    return screen(bold(head), rows=(*grid(cards), (day, back(t))))


def period(found: list[StudentPeriod], t: Texts) -> Screen:
    """Marks by subject and absences of each."""
    parts: list[str] = []
    for one in found:
        parts += ["", *_period(one, t)] if parts else _period(one, t)
    child = found[0].child
    way: Row = (back(t),)
    if child.unit_id is not None:
        day = ClassJournalCb(unit=child.unit_id).pack()
        way = (
            Button(t("Students"), StudentsCb(unit=child.unit_id).pack()),
            Button(t("The day of {unit}", unit=child.unit_name), day),
            *way,
        )
    past = tuple(buttons.history(Of.STUDENT, one.child.student_id, t) for one in found[:1])
    return screen(*parts, rows=(past, way))


def _period(one: StudentPeriod, t: Texts) -> list[str]:
    by_subject: dict[str, list[str]] = defaultdict(list)
    for mark in one.marks:
        by_subject[mark.subject].append(mark.value)
    name = f"{one.child.last_name} {one.child.first_name}, {one.child.unit_name}"
    said = [f"{subject}: {' '.join(values)}" for subject, values in sorted(by_subject.items())]
    missed = one.missed.lessons or one.missed.late
    return [
        bold(f"{name}: {one.period.name}" if one.period else name),
        *(said or [t("No marks in this period yet.")]),
        *(totals(one.missed, t) if missed else [t("Nothing missed.")]),
    ]
