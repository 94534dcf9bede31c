"""The pages of a diary by name: the same for buttons, commands and the first screen."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date

from handlers.debts.screens import counted
from handlers.diary import screens
from handlers.diary.callbacks import DATED, DiaryCb, Look, PictureLook, to_page, to_picture
from handlers.meetings.family import ways
from handlers.messages.words import new_messages
from handlers.screen import Button, Row, Screen
from journal import debts, diary, meetings, messages
from journal.context import Ctx
from journal.model.span import Span, week_of
from locales.texts import Texts

Page = Callable[[Ctx, Texts, int, DiaryCb], Awaitable[Screen]]


async def page(ctx: Ctx, t: Texts, asked: DiaryCb) -> Screen:
    """The page asked for, of the child asked for or the one looked at.

    Raises `NotFoundError("no_diary")` for who has no diary at all.
    """
    student = asked.student or diary.at_hand(ctx.actor)
    found = await _PAGES[asked.look](ctx, t, student, asked)
    # On a large screen of marks the other children come before the subjects.
    place = 1 if t.large and asked.look is Look.MARKS else -1
    return replace(found, rows=(*found.rows[:place], *_siblings(ctx, student, asked), *found.rows[place:]))


async def everybody(ctx: Ctx, t: Texts) -> Screen:
    """The cards of all children with what each still owes, and what was written about each."""
    cards = await diary.everybody(ctx)
    owed, new = await debts.of_family(ctx), await messages.unread_of_children(ctx)

    def beside(student: int) -> list[str | None]:
        return [counted(owed[student], t), new_messages(new.get(student, 0), t)]

    said = [(card, beside(card.child.student_id)) for card in cards]
    return screens.everybody(said, ctx.school.zone, t)


def _siblings(ctx: Ctx, student: int, asked: DiaryCb) -> list[Row]:
    """To the same page of the other children of the family; a period is each child's own."""
    at = asked.at if asked.look in DATED else 0
    others = [child for child in ctx.actor.children if child.student_id != student]
    row = tuple(Button(one.first_name, to_page(one.student_id, asked.look, at)) for one in others)
    return [row] if row else []


async def _day(ctx: Ctx, t: Texts, student: int, asked: DiaryCb) -> Screen:
    return screens.day(await diary.day(ctx, student, asked.date), ctx.school.zone, t)


async def _week(ctx: Ctx, t: Texts, student: int, asked: DiaryCb) -> Screen:
    found = await diary.span(ctx, student, week_at(asked.date))
    return _drawn(ctx, t, screens.week(found, t), PictureLook.WEEK, student, asked.at)


async def _timetable(ctx: Ctx, t: Texts, student: int, asked: DiaryCb) -> Screen:
    return screens.timetable(await diary.span(ctx, student, week_at(asked.date)), ctx.school.zone, t)


async def _tasks(ctx: Ctx, t: Texts, student: int, asked: DiaryCb) -> Screen:
    return screens.tasks(await diary.homework(ctx, student, asked.date), t)


async def _marks(ctx: Ctx, t: Texts, student: int, asked: DiaryCb) -> Screen:
    book = await diary.marks(ctx, student, asked.at or None)
    shown = screens.marks(book, t)
    if book.markless:
        return shown
    return _drawn(ctx, t, shown, PictureLook.TRENDS, student, asked.at)


async def _missed(ctx: Ctx, t: Texts, student: int, asked: DiaryCb) -> Screen:
    shown = screens.attendance(await diary.attendance(ctx, student, asked.at or None), t)
    return _drawn(ctx, t, shown, PictureLook.STRIP, student, asked.at)


async def _finals(ctx: Ctx, t: Texts, student: int, asked: DiaryCb) -> Screen:
    return screens.finals(await diary.finals(ctx, student, asked.at or None), t)


async def _more(ctx: Ctx, t: Texts, student: int, asked: DiaryCb) -> Screen:
    return screens.more_pages(await diary.child(ctx, student), t)


async def _summary(ctx: Ctx, t: Texts, student: int, asked: DiaryCb) -> Screen:
    return screens.summary(await diary.summary(ctx, student), ctx.regulation, t)


async def _progress(ctx: Ctx, t: Texts, student: int, asked: DiaryCb) -> Screen:
    return screens.progress(*await diary.progress(ctx, student), t)


async def _events(ctx: Ctx, t: Texts, student: int, asked: DiaryCb) -> Screen:
    shown = screens.events(await diary.calendar(ctx, student), ctx.regulation, t)
    invited = ways(await meetings.invitations(ctx, student), t)
    return replace(shown, rows=(*invited, *shown.rows))


async def _topics(ctx: Ctx, t: Texts, student: int, asked: DiaryCb) -> Screen:
    return screens.taught(await diary.learnt(ctx, student, asked.at or None), t)


async def _subjects(ctx: Ctx, t: Texts, student: int, asked: DiaryCb) -> Screen:
    return screens.subjects(*await diary.subjects(ctx, student), t)


_PAGES: dict[Look, Page] = {
    Look.DAY: _day,
    Look.WEEK: _week,
    Look.TIMETABLE: _timetable,
    Look.TASKS: _tasks,
    Look.MARKS: _marks,
    Look.MISSED: _missed,
    Look.FINALS: _finals,
    Look.MORE: _more,
    Look.SUMMARY: _summary,
    Look.PROGRESS: _progress,
    Look.EVENTS: _events,
    Look.TOPICS: _topics,
    Look.SUBJECTS: _subjects,
}


def _drawn(ctx: Ctx, t: Texts, shown: Screen, look: PictureLook, student: int, at: int) -> Screen:
    """The page with the way to its picture, for all but who asked for plain words."""
    if ctx.actor.reads_large:
        return shown
    button = Button(t("As a picture"), to_picture(student, look, at))
    return replace(shown, rows=(*shown.rows[:-1], (button, *shown.rows[-1])))


def week_at(day: date | None) -> Span | None:
    return week_of(day) if day is not None else None
