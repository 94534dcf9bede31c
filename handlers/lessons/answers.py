"""«Дз 7Б на завтра: № 215»: the homework of the lesson as a draft; «кого нет»: the lesson at hand."""

from handlers.answers import Answer, Said
from handlers.control import screens as control_screens
from handlers.home.screens import back
from handlers.lessons import homework_screens, screens
from handlers.lessons.callbacks import NOW
from handlers.menu import reaches
from handlers.screen import Button, Screen, screen
from journal import control
from journal.context import Ctx
from journal.lessons import cards, homework
from journal.model.access import Hat
from journal.policy import Permission
from journal.words import Intent
from locales.texts import Texts

STAFF = frozenset({Hat.STAFF})


async def _drafted(ctx: Ctx, t: Texts, said: Said) -> Screen:
    lesson = await cards.of_class(ctx, said.reading.unit)
    if lesson is None:
        return screens.now(await cards.now(ctx), ctx, t)
    found = await homework.open_homework(ctx, lesson)
    if said.task:
        found = await homework.add(ctx, lesson, said.task, [])
    return homework_screens.giving(found, ctx, t)


async def _timetable(ctx: Ctx, t: Texts, said: Said) -> Screen:
    """The own lessons of the day that was named, or of today; a class's, where one was named."""
    unit, when = said.reading.unit, said.reading.when
    if unit is None or not reaches(ctx, Permission.VIEW_CLASS):
        return await _own_day(ctx, t, said)
    found = await control.day_of_class(ctx, unit, when.first if when else None)
    return control_screens.class_day(found, ctx.school, t)


async def _own_day(ctx: Ctx, t: Texts, said: Said) -> Screen:
    """The own lessons of a day, each with what it lacks."""
    return screens.day(await cards.day(ctx, said.reading.when.first if said.reading.when else None), ctx, t)


async def _own_pages(ctx: Ctx, t: Texts, said: Said) -> Screen:
    """A subject teacher reads the marks where they are given."""
    return screen(
        t("All marks and absences of a student are shown to the {term.unit_head.english}."),
        t("The marks you gave stand in your lessons: open a lesson and tap “Marks”."),
        rows=((Button(t("The lesson now"), NOW), back(t)),),
    )


async def _controls(ctx: Ctx, t: Texts, said: Said) -> Screen:
    return screen(
        t("Your planned tests stand in the plan of the subject: open a lesson and tap “Topic”."),
        rows=((Button(t("The lesson now"), NOW), back(t)),),
    )


_OWN_PAGES = Answer(STAFF, screen=_own_pages, permission=Permission.ENTER_LESSON, order=90)
ANSWERS = {
    **dict.fromkeys((Intent.MARKS, Intent.AVERAGES, Intent.ABSENCES, Intent.SUMMARY), _OWN_PAGES),
    Intent.TIMETABLE: Answer(STAFF, screen=_timetable, permission=Permission.ENTER_LESSON),
    Intent.CONTROLS: Answer(STAFF, screen=_controls, permission=Permission.ENTER_LESSON),
    Intent.DEBTS: Answer(STAFF, screen=_own_day, permission=Permission.ENTER_LESSON),
    Intent.SET_HOMEWORK: Answer(STAFF, screen=_drafted, permission=Permission.ENTER_LESSON),
    # Whoever heads a class or watches over all reads more than the lesson at hand.
    Intent.WHO_ABSENT: Answer(STAFF, data=lambda said: NOW, permission=Permission.ENTER_LESSON, order=90),
}
