"""Answers to questions in plain words: the page that says it, with a word on what was not found."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date

from markupsafe import Markup

from handlers.answers import Answer, Said
from handlers.diary import screens
from handlers.diary.callbacks import DiaryCb, Look
from handlers.diary.drawing import drawn
from handlers.diary.menu import FAMILY
from handlers.diary.pages import everybody, page
from handlers.home.screens import back
from handlers.menu import reaches
from handlers.screen import Button, Part, Screen, bold, preceded
from handlers.words.callbacks import to_reading
from journal import diary
from journal.context import Ctx
from journal.diary import Asked
from journal.model.span import Span
from journal.policy import Permission
from journal.words import Intent, Reading
from journal.words.days.spans import year_so_far
from journal.words.tokens import begins, words_of
from locales.texts import Texts
from locales.words import inside

_TODAY = (
    *("сейчас=", "щас=", "домой=", "забира", "забрать", "забер", "законч", "заканч", "кончаются=", "перемен"),
    *("освобод", "now=", "home="),
)
# Where no day is named, the cards of the first screen say it.
_CARDS = frozenset({Intent.SUMMARY, Intent.MARKS, Intent.TIMETABLE})
# What is asked about the year is told of all its days until today.
_OF_YEAR = frozenset({Intent.MARKS, Intent.ABSENCES})
# So many children or subjects are answered about in one message.
MOST_ANSWERS = 4
# So much of what was homework before stands in an answer; a button leads to all of it.
OLDER = 3
Build = Callable[[Ctx, Texts, Asked], Awaitable[Screen]]


async def answer(ctx: Ctx, t: Texts, said: Said, build: Build) -> Screen:
    """The page that answers the question; where all children are meant, the cards of all."""
    reading = said.reading
    if reading.everyone and reading.when is None and reading.intent in _CARDS:
        return await everybody(ctx, t)
    if (reading.everyone and len(ctx.actor.children) > 1) or reading.subjects:
        return await _of_several(ctx, t, said, build)
    asked = await diary.asked(ctx, _now(ctx, said))
    notice = _notice(ctx, t, asked)
    if notice is None and (picture := await drawn(ctx, t, asked)) is not None:
        return picture
    found = beside(ctx, asked, await build(ctx, t, asked))
    return found if notice is None else preceded(found, notice, "")


async def _of_several(ctx: Ctx, t: Texts, said: Said, build: Build) -> Screen:
    """The same of each child or subject, one under the other; a tap leads to one of them."""
    reading, parts, row = _now(ctx, said), list[Part](), list[Button]()
    for question in _each(ctx, reading)[:MOST_ANSWERS]:
        asked = await diary.asked(ctx, question)
        shown = await build(ctx, t, asked)
        parts += [Markup(""), *shown.parts] if parts else shown.parts
        label = asked.child.first_name if reading.everyone else await _subject(ctx, asked)
        row.append(Button(label or asked.child.first_name, to_reading(asked.question)))
    return Screen(tuple(parts), (tuple(row), (back(t),)))


def _each(ctx: Ctx, reading: Reading) -> list[Reading]:
    """The question about each child that is meant, and about each subject."""
    children = [child.student_id for child in ctx.actor.children] if reading.everyone else [reading.child]
    subjects = reading.subjects or (reading.subject,)
    single = replace(reading, everyone=False, subjects=())
    return [replace(single, child=child, subject=subject) for child in children for subject in subjects]


def _now(ctx: Ctx, said: Said) -> Reading:
    """«Во сколько домой», «какой сейчас урок»: today's, where no day is named; «за год»: all of it."""
    reading = said.reading
    if reading.year and reading.when is None and reading.intent in _OF_YEAR:
        return replace(reading, when=year_so_far(ctx.today))
    if reading.intent is not Intent.TIMETABLE or reading.when is not None:
        return reading
    if any(begins(word, _TODAY) for word in words_of(said.text)):
        return replace(reading, when=Span(ctx.today, ctx.today))
    return reading


def beside(ctx: Ctx, asked: Asked, found: Screen) -> Screen:
    """The same question about the other children of the family, where the page has no way to them yet."""
    labels = {button.label for row in found.rows for button in row}
    others = [
        child
        for child in ctx.actor.children
        if child.student_id != asked.child.student_id and child.first_name not in labels
    ]
    if not others:
        return found
    row = tuple(
        Button(one.first_name, to_reading(replace(asked.question, child=one.student_id))) for one in others
    )
    return replace(found, rows=(*found.rows[:-1], row, *found.rows[-1:]))


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
        found = await diary.tasks_of(ctx, student, asked.subject_id, when)
        return screens.subject_tasks(found, t, older=OLDER)
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
    when, student = asked.question.when, asked.child.student_id
    if when is None and asked.subject_id is None:
        return await _page(ctx, t, asked, Look.MISSED, asked.period_id)
    found = (
        await diary.attendance(ctx, student, asked.period_id)
        if when is None
        else await diary.attendance_of(ctx, student, when)
    )
    if subject := await _subject(ctx, asked):
        of_subject = tuple(one for one in found.absences if one.subject == subject)
        found = replace(found, absences=of_subject, totals=diary.totals(of_subject))
        return preceded(screens.attendance(found, t), t("Only {subject}:", subject=inside(subject)))
    return screens.attendance(found, t)


async def _timetable(ctx: Ctx, t: Texts, asked: Asked) -> Screen:
    when = asked.question.when
    if when == Span(ctx.today, ctx.today):
        return await _today(ctx, t, asked)
    look = Look.DAY if when is not None and when.one_day else Look.TIMETABLE
    return await _page(ctx, t, asked, look, when.first if when else None)


async def _today(ctx: Ctx, t: Texts, asked: Asked) -> Screen:
    """The day with a line on this very moment."""
    found = await diary.day(ctx, asked.child.student_id, ctx.today)
    now = screens.at_hand(found.day, ctx.now, ctx.school.zone, t)
    shown = screens.day(found, ctx.school.zone, t)
    return shown if now is None else preceded(shown, bold(now), "")


async def _topics(ctx: Ctx, t: Texts, asked: Asked) -> Screen:
    when = asked.question.when
    if asked.subject_id is None and when is not None:
        return await _page(ctx, t, asked, Look.DAY if when.one_day else Look.WEEK, when.first)
    if asked.subject_id is None:
        return await _page(ctx, t, asked, Look.TOPICS, asked.period_id)
    found = await diary.topics_of(ctx, asked.child.student_id, asked.subject_id, asked.period_id)
    of_days = tuple(one for one in found.lessons if when is not None and one.date in when)
    return screens.topics(replace(found, lessons=of_days or found.lessons), asked.subject_id, t)


async def _controls(ctx: Ctx, t: Texts, asked: Asked) -> Screen:
    found, subject = await diary.calendar(ctx, asked.child.student_id), await _subject(ctx, asked)
    when = asked.question.when
    works = tuple(
        one
        for one in found.works
        if (subject is None or one.subject == subject) and (when is None or one.date in when)
    )
    return screens.controls(replace(found, works=works), subject, ctx.regulation, t)


async def _events(ctx: Ctx, t: Texts, asked: Asked) -> Screen:
    when = asked.question.when
    if when is None:
        return await _page(ctx, t, asked, Look.EVENTS)
    found = await diary.calendar(ctx, asked.child.student_id)
    of_days = replace(
        found,
        happenings=tuple(
            one for one in found.happenings if one.first <= when.last and one.last >= when.first
        ),
        works=tuple(one for one in found.works if one.date in when),
    )
    return screens.events(of_days, ctx.regulation, t)


async def _teachers(ctx: Ctx, t: Texts, asked: Asked) -> Screen:
    found = await diary.teachers(ctx, asked.child.student_id)
    may_write = reaches(ctx, Permission.CORRESPOND)
    return screens.teachers(found, await _subject(ctx, asked), t, writing=may_write)


async def _progress(ctx: Ctx, t: Texts, asked: Asked) -> Screen:
    child, found = await diary.progress(ctx, asked.child.student_id)
    subject = await _subject(ctx, asked)
    return screens.progress(child, [one for one in found if subject in (None, one.subject)], t)


async def _finals(ctx: Ctx, t: Texts, asked: Asked) -> Screen:
    found = await diary.finals(ctx, asked.child.student_id, asked.period_id)
    subject = await _subject(ctx, asked)
    of_subject = tuple(one for one in found.subjects if subject in (None, one.subject))
    return screens.finals(replace(found, subjects=of_subject), t)


async def _subject(ctx: Ctx, asked: Asked) -> str | None:
    """The name of the subject asked about."""
    if asked.subject_id is None:
        return None
    return (await diary.subjects(ctx, asked.child.student_id))[1].get(asked.subject_id)


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
    Intent.FINALS: _read(_finals),
    Intent.SUMMARY: _read(_always(Look.SUMMARY)),
    Intent.PROGRESS: _read(_progress),
    Intent.EVENTS: _read(_events),
    Intent.CONTROLS: _read(_controls),
    Intent.TEACHER_OF: _read(_teachers),
    Intent.DEBTS: _read(_averages, _INSTEAD),
    Intent.FORECAST: _read(_averages, _INSTEAD),
}
