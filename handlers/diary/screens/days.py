"""Screens of days: one day, one lesson of it, a week, the timetable."""

from collections.abc import Sequence
from datetime import date, timedelta, tzinfo

from handlers.clubs.screens import after_lessons
from handlers.diary.callbacks import LessonCb, Look, SubjectCb, SubjectLook, SubjectPageCb, to_page
from handlers.diary.screens.parts import (
    end_line,
    file_buttons,
    happening_lines,
    lesson_columns,
    lesson_row,
    more,
    owed_sign,
    pages,
    presence,
    retake,
    span_name,
    task_text,
    teacher_name,
    to_calendar,
    way_back,
    work_name,
)
from handlers.materials import material_buttons
from handlers.messages.buttons import asking
from handlers.remarks.words import told
from handlers.screen import Button, Row, Screen, bold, grid, italic, quote, screen
from handlers.table import Line, Table, note
from journal.context import Ctx
from journal.model.diary import Day, Days, DiaryDay, DiaryLesson, LessonDetail
from journal.model.lessons import Homework
from journal.model.marks import Mark
from journal.model.messages import About
from locales.texts import Texts
from locales.words import inside, opening

WEEK = timedelta(days=7)


def day(found: Day, zone: tzinfo, t: Texts) -> Screen:
    """One day: lessons with topics, homework, marks and absences; a tap opens a lesson."""
    child, shown = found.child, found.day
    head = t(
        "{child}, {unit}: {when}", child=child.first_name, unit=child.unit_name, when=t.weekday(shown.date)
    )
    rows = tuple(row for item in shown.lessons for row in _lesson(item, zone, t))
    buttons = [
        Button(
            f"{item.lesson.slot}. {item.lesson.subject}",
            LessonCb(student=child.student_id, lesson=item.lesson.id).pack(),
        )
        for item in shown.lessons
    ]
    return screen(
        bold(head),
        Table(lesson_columns(t, zone), rows) if rows else t("No lessons on this day."),
        after_lessons(shown.clubs, t),
        end_line(shown, zone, t),
        owed_sign(shown.marks, t),
        *happening_lines(found.happenings, t),
        rows=(
            *grid(buttons),
            turns(found, Look.DAY, t),
            pages(child.student_id, t, Look.DAY),
            way_back(t, more(child.student_id, t)),
        ),
    )


def lesson(found: LessonDetail, ctx: Ctx, t: Texts) -> Screen:
    """One lesson with its topic, tasks, homework, and each mark with its comment."""
    item, held = found.item, found.item.lesson
    student = found.child.student_id
    head = t(
        "{child}: {subject}, {day}",
        child=found.child.first_name,
        subject=inside(held.subject),
        day=t.day(held.date),
    )
    zone = ctx.school.zone
    times = t(
        "Lesson {slot}, {starts}–{ends}",
        slot=held.slot,
        starts=t.clock(held.starts_at, zone),
        ends=t.clock(held.ends_at, zone),
    )
    links = (
        Button(t("Marks"), SubjectCb(student=student, period=0, subject=held.subject_id).pack()),
        Button(t.context("diary", "Homework"), _of_subject(student, held.subject_id, SubjectLook.TASKS)),
        Button(t("Topics"), _of_subject(student, held.subject_id, SubjectLook.TOPICS)),
    )
    return screen(
        bold(head),
        t("{times}, room {room}", times=times, room=held.room) if held.room else times,
        _keepers(found, t),
        None if item.held else t("The lesson is cancelled."),
        t("Topic: {topic}", topic=held.topic) if held.topic else None,
        t("In class: {tasks}", tasks=held.tasks) if held.tasks else None,
        *(_due(task, t) for task in item.tasks),
        *(_given(task, t) for task in found.given),
        opening(presence(item.absence, t)) if item.absence else None,
        *(line for mark in item.marks for line in _mark(mark, ctx, t)),
        *(opening(told(one, t)) for one in found.remarks),
        rows=(
            *grid(file_buttons(student, (*item.tasks, *found.given), t)),
            *grid(material_buttons(found.materials, student, t), 1),
            links,
            asking(student, About.LESSON, held.id, ctx, t),
            way_back(t, Button(_day_button(held.date, t), to_page(student, Look.DAY, held.date))),
        ),
    )


def week(found: Days, t: Texts) -> Screen:
    """The days of a week with marks and absences; a tap opens a day."""
    body: list[str | Table] = [
        part for shown in found.days for part in ("", _head(shown.date, t), _lessons(shown, t))
    ]
    if sign := owed_sign((mark for shown in found.days for mark in shown.marks), t):
        body += ["", sign]
    return _days(found, Look.WEEK, t("{child}: {days}", **_named(found, t)), body, t)


def timetable(found: Days, zone: tzinfo, t: Texts) -> Screen:
    """The timetable of a week as it will be given: hours, rooms, substitutions, cancelled lessons."""
    body = [
        part
        for shown in found.days
        for part in ("", _head(shown.date, t), _lessons(shown, t, zone, marked=False))
    ]
    return _days(found, Look.TIMETABLE, t("{child}: timetable, {days}", **_named(found, t)), body, t)


def turns(found: Day, look: Look, t: Texts) -> Row:
    """To the school days before and after."""

    def turn(label: str, to: date | None) -> Row:
        return (Button(label, to_page(found.child.student_id, look, to)),) if to else ()

    before = turn(t("‹ {day}", day=_short(found.before, t)), found.before)
    after = turn(t("{day} ›", day=_short(found.after, t)), found.after)
    return (*before, *after)


def _lessons(shown: DiaryDay, t: Texts, zone: tzinfo | None = None, *, marked: bool = True) -> Table:
    rows = tuple(lesson_row(item, t, zone, marked=marked) for item in shown.lessons)
    return Table(lesson_columns(t, zone, marked=marked), rows)


def _days(found: Days, look: Look, head: str, body: Sequence[str | Table], t: Texts) -> Screen:
    student, first = found.child.student_id, found.span.first
    days = tuple(
        Button(t.short_weekday(shown.date), to_page(student, Look.DAY, shown.date)) for shown in found.days
    )
    empty = [t("No lessons in these days.")]
    if not body and found.after:
        empty.append(t("The next school day is {day}.", day=t.weekday(found.after)))
        days = (Button(t("{day} ›", day=_short(found.after, t)), to_page(student, Look.DAY, found.after)),)
    around = (
        Button(t("‹ Week before"), to_page(student, look, first - WEEK)),
        Button(t("Week after ›"), to_page(student, look, first + WEEK)),
    )
    links = pages(student, t, look)
    beside = (to_calendar(student, t),) if look is Look.TIMETABLE else ()
    return screen(
        bold(head),
        *(body or empty),
        *happening_lines(found.happenings, t),
        rows=(*grid(days, 7), around, links, way_back(t, *beside, more(student, t))),
    )


def _named(found: Days, t: Texts) -> dict[str, str]:
    return {"child": found.child.first_name, "days": span_name(found.span, t)}


def _lesson(item: DiaryLesson, zone: tzinfo, t: Texts) -> list[Line]:
    """A lesson of a day, with its topic and what is due for it on lines of their own."""
    rows = [lesson_row(item, t, zone)]
    if item.lesson.topic:
        rows.append(note(italic(t("Topic: {topic}", topic=item.lesson.topic))))
    return [*rows, *(note(italic(_due(task, t))) for task in item.tasks)]


def _due(task: Homework, t: Texts) -> str:
    return t("Homework: {task}", task=task_text(task, t))


def _given(task: Homework, t: Texts) -> str:
    if task.no_work:
        return t("For {day}: no homework", day=t.weekday_for(task.due))
    return t("For {day}: {task}", day=t.weekday_for(task.due), task=task_text(task, t))


def _keepers(found: LessonDetail, t: Texts) -> str | None:
    """Who gives the lesson; a substitute comes first."""
    if not found.teachers:
        return None
    names = [teacher_name(person) for person in found.teachers]
    if found.item.lesson.substitute_id is not None:
        return t("Substitution: {teacher}", teacher=names[0])
    return t("Given by {teachers}", teachers=t.listing(names))


def _mark(mark: Mark, ctx: Ctx, t: Texts) -> list[str]:
    work = mark.title or work_name(mark.kind, ctx.regulation, t)
    said = t("Mark: {mark}, {work}", mark=mark.value, work=work)
    again, comment = retake(mark, ctx, t), quote(mark.comment) if mark.comment else None
    return [line for line in (said, again, comment) if line is not None]


def _of_subject(student: int, subject: int, look: SubjectLook) -> str:
    return SubjectPageCb(student=student, subject=subject, look=look).pack()


def _day_button(day: date, t: Texts) -> str:
    return t("‹ {day}", day=_short(day, t))


def _short(day: date | None, t: Texts) -> str:
    return t.dated(day) if day else ""


def _head(day: date, t: Texts) -> str:
    return bold(opening(t.weekday(day)))
