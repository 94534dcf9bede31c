"""A child's timetable for a phone's calendar: the entries in words, and the message they come by."""

from collections.abc import Iterator

from handlers.diary.callbacks import Look, to_page
from handlers.diary.screens.parts import changes, span_name, way_back, work_name
from handlers.places import place_name
from handlers.screen import Button, File, Screen, bold, screen
from journal.context import Ctx
from journal.model.agenda import Agenda
from journal.model.ahead import Happening, PlannedWork
from journal.model.diary import DiaryLesson
from journal.model.lessons import Lesson
from journal.model.span import Span
from locales.texts import Texts
from locales.words import inside
from reports.calendar import Entry, calendar

FILE = "timetable.ics"


async def calendar_file(found: Agenda, ctx: Ctx, t: Texts) -> Screen:
    """The file with a word on how to open it; without anything to put in, where to look instead."""
    child = found.child
    back = way_back(t, Button(t("Timetable"), to_page(child.student_id, Look.TIMETABLE)))
    entries = list(_entries(found, ctx, t))
    if not entries:
        said = t("No lessons or holidays are known yet. They appear here with the school's timetable.")
        return screen(bold(t("{child}: the calendar", child=child.first_name)), said, rows=(back,))
    name = t("{child}: school", child=child.first_name)
    content = await calendar(name, entries, ctx.school.zone, ctx.now)
    return screen(
        bold(t("{child}: the calendar, {days}", child=child.first_name, days=span_name(_taught(found), t))),
        t("Open the file and choose your phone's calendar. Marks and homework are not in it."),
        t("When the timetable changes, take the file again."),
        rows=(back,),
        file=File(FILE, content),
    )


def _taught(found: Agenda) -> Span:
    """The days of the lessons that are known; to the end of the period, where the timetable says them."""
    days = [item.lesson.date for item in found.lessons]
    return Span(min(days), max(days)) if days else found.span


def _entries(found: Agenda, ctx: Ctx, t: Texts) -> Iterator[Entry]:
    """Keys carry the child: the calendars of two children may lie in one."""
    student = found.child.student_id
    yield from (_lesson(item, f"{student}/lesson/{_place_of(item.lesson)}", t) for item in found.lessons)
    yield from (_happening(item, student, ctx, t) for item in found.happenings)
    yield from (_work(item, student, ctx, t) for item in found.works)
    yield from (_holiday(span, student, t) for span in found.holidays)


def _place_of(lesson: Lesson) -> str:
    """What a lesson is known by before it is written down as well as after."""
    return f"{lesson.unit_id}/{lesson.subject_id}/{lesson.date}/{lesson.slot}"


def _lesson(item: DiaryLesson, key: str, t: Texts) -> Entry:
    lesson = item.lesson
    title = " · ".join([lesson.subject, *changes(item, t)])
    place = t("room {room}", room=lesson.room) if lesson.room else None
    return Entry(key, title, lesson.starts_at, lesson.ends_at, place, cancelled=not item.held)


def _happening(item: Happening, student: int, ctx: Ctx, t: Texts) -> Entry:
    key, place = f"{student}/{item.key}", item.place and place_name(item.place, t)
    if item.starts is None:
        return Entry(key, item.title, item.first, item.last, place, busy=False)
    return Entry(key, item.title, ctx.school.moment(item.first, item.starts), place=place)


def _work(item: PlannedWork, student: int, ctx: Ctx, t: Texts) -> Entry:
    kind = inside(work_name(item.kind, ctx.regulation, t))
    title = t("{subject}: {work}", subject=item.subject, work=kind)
    return Entry(f"{student}/work/{item.id}", title, item.date, busy=False)


def _holiday(span: Span, student: int, t: Texts) -> Entry:
    return Entry(f"{student}/holidays/{span.first}", t("Holidays"), span.first, span.last, busy=False)
