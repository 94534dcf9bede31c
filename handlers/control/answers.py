"""«Оценки Петровой», «сколько пропусков у Сидорова»: a student's period, for who watches over the class."""

from collections import defaultdict

from handlers.answers import Answer, Said
from handlers.audit import buttons
from handlers.audit.callbacks import Of
from handlers.control.callbacks import ClassJournalCb
from handlers.diary.screens.attendance import totals
from handlers.home.screens import back
from handlers.screen import Button, Row, Screen, bold, screen
from journal import control
from journal.context import Ctx
from journal.control.student import StudentPeriod
from journal.model.access import Hat
from journal.policy import Permission
from journal.words import Intent
from locales.texts import Texts

STAFF = frozenset({Hat.STAFF})
# So many namesakes are shown one under the other.
MOST = 3


async def _students(ctx: Ctx, t: Texts, said: Said) -> Screen:
    found = [await control.student(ctx, number) for number in said.reading.students[:MOST]]
    if not found:
        return screen(
            t("Whose? Name a student of your class, for example: “marks of Ivanova”."),
            rows=((back(t),),),
        )
    return period(found, t)


def period(found: list[StudentPeriod], t: Texts) -> Screen:
    """Marks by subject and absences of each student."""
    parts: list[str] = []
    for one in found:
        parts += ["", *_period(one, t)] if parts else _period(one, t)
    child = found[0].child
    way: Row = (back(t),)
    if child.unit_id is not None:
        day = ClassJournalCb(unit=child.unit_id).pack()
        way = (Button(t("The day of {unit}", unit=child.unit_name), day), *way)
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


_WATCHES = Answer(STAFF, screen=_students, permission=Permission.VIEW_CLASS)
ANSWERS = dict.fromkeys((Intent.MARKS, Intent.AVERAGES, Intent.ABSENCES, Intent.SUMMARY), _WATCHES)
