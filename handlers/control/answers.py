"""«Оценки Петровой», «сколько пропусков у Сидорова»: a student's period, for who watches over the class."""

from handlers.answers import Answer, Said
from handlers.control.students_screens import period
from handlers.home.screens import back
from handlers.screen import Screen, screen
from journal import control
from journal.context import Ctx
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


_WATCHES = Answer(STAFF, screen=_students, permission=Permission.VIEW_CLASS)
ANSWERS = dict.fromkeys((Intent.MARKS, Intent.AVERAGES, Intent.ABSENCES, Intent.SUMMARY), _WATCHES)
