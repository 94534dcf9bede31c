"""Answers to questions in plain words: the page that says it, with a word on what was not found."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date

from handlers.answers import Answer, Said
from handlers.diary import screens
from handlers.diary.callbacks import DiaryCb, Look
from handlers.diary.menu import FAMILY
from handlers.diary.pages import page
from handlers.screen import Screen, preceded
from journal import diary
from journal.context import Ctx
from journal.diary import Asked
from journal.words import Intent
from locales.texts import Texts

Build = Callable[[Ctx, Texts, Asked], Awaitable[Screen]]


async def answer(ctx: Ctx, t: Texts, said: Said, build: Build) -> Screen:
    """The page that answers the question; where all children are meant, the cards of all."""
    if said.reading.everyone and said.reading.intent in (Intent.SUMMARY, Intent.MARKS, Intent.TIMETABLE):
        return screens.everybody(await diary.everybody(ctx), ctx.school.zone, t)
    asked = await diary.asked(ctx, said.reading)
    found = await build(ctx, t, asked)
    notice = _notice(ctx, t, asked)
    return found if notice is None else preceded(found, notice, "")


def _notice(ctx: Ctx, t: Texts, asked: Asked) -> str | None:
    """So that nobody takes the answer for one about somebody or something else."""
    if asked.question.stranger is not None:
        own = [child.first_name for child in ctx.actor.children] or [asked.child.first_name]
        return t(
            "“{name}” is not among the diaries open to you: {children}.",
            name=asked.question.stranger,
            children=t.listing(own),
        )
    if asked.question.unknown is not None:
        return t(
            "I know no subject “{subject}” here; this is about all of them.", subject=asked.question.unknown
        )
    return None


async def _homework(ctx: Ctx, t: Texts, asked: Asked) -> Screen:
    when, student = asked.question.when, asked.child.student_id
    if asked.subject_id is not None:
        return screens.subject_tasks(await diary.tasks_of(ctx, student, asked.subject_id, when), t)
    if when is not None and not when.one_day:
        return screens.tasks_of_days(await diary.span(ctx, student, when), t)
    return await _page(ctx, t, asked, Look.TASKS, when.first if when else None)


async def _marks(ctx: Ctx, t: Texts, asked: Asked) -> Screen:
    if asked.question.value is not None and (given := await _valued(ctx, t, asked)):
        return given
    when, student, subject = asked.question.when, asked.child.student_id, asked.subject_id
    if when is not None:
        return screens.marks_of(await diary.marks_of(ctx, student, when, subject), ctx.regulation, t)
    if subject is not None:
        found = await diary.subject(ctx, student, subject, asked.period_id)
        return screens.subject(*found, ctx, t)
    return await _page(ctx, t, asked, Look.MARKS, asked.period_id)


async def _valued(ctx: Ctx, t: Texts, asked: Asked) -> Screen | None:
    """«Почему двойка»: the mark itself, or which of several is meant; None where there is none."""
    own = [child.student_id for child in ctx.actor.children]
    students = own if asked.whole_family and own else [asked.child.student_id]
    question = asked.question
    found = await diary.valued(ctx, students, question.value or "", asked.subject_id, question.when)
    if len(found) == 1:
        return screens.mark(*found[0], 0, ctx, t)
    return screens.which_mark(found, t) if found else None


async def _absences(ctx: Ctx, t: Texts, asked: Asked) -> Screen:
    when = asked.question.when
    if when is not None:
        return screens.attendance(await diary.attendance_of(ctx, asked.child.student_id, when), t)
    return await _page(ctx, t, asked, Look.MISSED, asked.period_id)


async def _timetable(ctx: Ctx, t: Texts, asked: Asked) -> Screen:
    when = asked.question.when
    look = Look.DAY if when is not None and when.one_day else Look.TIMETABLE
    return await _page(ctx, t, asked, look, when.first if when else None)


async def _topics(ctx: Ctx, t: Texts, asked: Asked) -> Screen:
    if asked.subject_id is None:
        return await _page(ctx, t, asked, Look.TOPICS)
    found = await diary.topics_of(ctx, asked.child.student_id, asked.subject_id)
    return screens.topics(found, asked.subject_id, t)


async def _page(ctx: Ctx, t: Texts, asked: Asked, look: Look, at: date | int | None = None) -> Screen:
    place = at.toordinal() if isinstance(at, date) else at or 0
    return await page(ctx, t, DiaryCb(student=asked.child.student_id, look=look, at=place))


def _always(look: Look) -> Build:
    return lambda ctx, t, asked: _page(ctx, t, asked, look)


async def _averages(ctx: Ctx, t: Texts, asked: Asked) -> Screen:
    """The marks by subject carry their averages, whatever days were named beside."""
    return await _marks(ctx, t, replace(asked, question=replace(asked.question, when=None, value=None)))


def _read(build: Build, order: int = 10) -> Answer:
    return Answer(FAMILY, screen=lambda ctx, t, said: answer(ctx, t, said, build), order=order)


# What areas of their own may answer better.
_INSTEAD = 90
ANSWERS = {
    Intent.HOMEWORK: _read(_homework),
    Intent.MARKS: _read(_marks),
    Intent.AVERAGES: _read(_averages),
    Intent.ABSENCES: _read(_absences),
    Intent.TIMETABLE: _read(_timetable),
    Intent.TOPICS: _read(_topics),
    Intent.FINALS: _read(_always(Look.FINALS)),
    Intent.SUMMARY: _read(_always(Look.SUMMARY)),
    Intent.PROGRESS: _read(_always(Look.PROGRESS)),
    Intent.EVENTS: _read(_always(Look.EVENTS)),
    Intent.CONTROLS: _read(_always(Look.EVENTS), _INSTEAD),
    Intent.DEBTS: _read(_averages, _INSTEAD),
    Intent.FORECAST: _read(_averages, _INSTEAD),
    Intent.TEACHER_OF: _read(_timetable, _INSTEAD),
}
