"""Screens of the lessons area: the card of a lesson and the teacher's day."""

from handlers.attendance.screens import names, page_title, register
from handlers.deadlines import due
from handlers.lessons.callbacks import (
    NOW,
    SICK,
    CardCb,
    SubstitutesCb,
    to_day,
    to_substitutable,
)
from handlers.lessons.entries_screens import entries, neighbours
from handlers.screen import Button, Row, Screen, bold, screen
from journal.context import Ctx
from journal.control.integrity.mending import DAY_OFF
from journal.entry import Record
from journal.lessons.cards import Now
from journal.model.day import DayLesson, LessonCard, Missing, TeacherDay
from journal.model.lessons import Homework, Lesson, LessonStatus
from journal.model.school import School
from locales.texts import Texts
from locales.words import inside


def now(found: Now, ctx: Ctx, t: Texts) -> Screen:
    """The register, the card or the day, whichever is at hand."""
    if found.sheet is not None:
        return register(found.sheet, ctx, t)
    if found.card is not None:
        return card(found.card, ctx, t)
    if found.day is None:
        raise ValueError("there is always a day to show")
    return over(found.day, ctx, t) if found.day.over else day(found.day, ctx, t)


def card(page: LessonCard, ctx: Ctx, t: Texts) -> Screen:
    """One lesson at a glance, with a button for everything that can be entered."""
    lesson, school = page.lesson, ctx.school
    return screen(
        bold(page_title(lesson, t)),
        _when(lesson, ctx, t),
        t("Cancelled.") if lesson.status is LessonStatus.CANCELLED else None,
        t("Topic: {topic}", topic=lesson.topic) if lesson.topic else None,
        _tasks_line(lesson, t),
        _register_line(page, t),
        _unsaved_line(page, t),
        t("Marks: {count}", count=page.marks) if page.marks else None,
        *(homework_line(item, t) for item in page.homework),
        _exchange_line(page, ctx, t),
        missing_line(page.missing, lesson, school, t),
        rows=(*entries(page, ctx, t), *neighbours(page, t)),
    )


def day(found: TeacherDay, ctx: Ctx, t: Texts) -> Screen:
    """The lessons of one day; each button says what is missing."""
    head = bold(t.weekday(found.date))
    if not found.lessons:
        return screen(head, t("No lessons on this day."), _upcoming(found, ctx, t), rows=_days(found, ctx, t))
    lines = [_line(item, ctx.school, t) for item in found.lessons]
    buttons = [(Button(_label(item, t), CardCb(lesson=item.lesson.id).pack()),) for item in found.lessons]
    return screen(head, *lines, rows=(*buttons, *_days(found, ctx, t)))


def over(found: TeacherDay, ctx: Ctx, t: Texts) -> Screen:
    """After the last lesson: what of the day is still to be filled, each lesson a button."""
    unfilled = [item for item in found.lessons if item.missing]
    buttons = [(Button(_label(item, t), CardCb(lesson=item.lesson.id).pack()),) for item in unfilled]
    return screen(
        bold(t("Today's lessons are over.")),
        t("Still to be filled:") if unfilled else t("Everything is filled in. Thank you."),
        *(_line(item, ctx.school, t) for item in unfilled),
        rows=(*buttons, (Button(t("All lessons"), to_day(found.date)), *_ahead_of(found, t))),
    )


def _ahead_of(found: TeacherDay, t: Texts) -> Row:
    return (Button(f"{t.dated(found.after)} ›", to_day(found.after)),) if found.after is not None else ()


def missing_line(missing: tuple[Missing, ...], lesson: Lesson, school: School, t: Texts) -> str | None:
    """`Осталось: тема, задание. Срок 17:00.`"""
    if not missing:
        return None
    names = ", ".join(record_name(item.record, t) for item in missing)
    untils = [item.verdict.until for item in missing if item.verdict.until is not None]
    if any(item.verdict.late for item in missing):
        return t("Still missing: {list}. The deadline has passed.", list=names)
    if not untils:
        return t("Still missing: {list}.", list=names)
    return t(
        "Still missing: {list}. Due {time}.", list=names, time=due(min(untils), lesson.date, school.zone, t)
    )


def record_name(record: Record, t: Texts) -> str:
    """What is entered, or missing, in a word."""
    return {
        Record.ATTENDANCE: t("register"),
        Record.LESSON: t("topic"),
        Record.HOMEWORK: t("homework"),
        Record.LESSON_MARK: t("marks"),
        Record.CHECKED_MARK: t("marks of a written work"),
        Record.CORRECTION: t("correction of a mark"),
        Record.SUBSTITUTION: t("substitution"),
    }[record]


def homework_line(item: Homework, t: Texts) -> str:
    """`Задание на 15.10: № 200 устно, файлов: 2`."""
    if item.no_work:
        return t("Homework: nothing is set")
    day, text, files = t.short_day(item.due), item.text or t("see the files"), len(item.attachments)
    if item.text and files:
        return t("Homework for {day}: {text}, files: {count}", day=day, text=text, count=files)
    return t("Homework for {day}: {text}", day=day, text=text)


def cancelled_why(said: str, t: Texts) -> str:
    """Why a lesson was cancelled: by a code of ours, else as it was typed."""
    return t("a day off") if said == DAY_OFF else said


def to_lesson(lesson_id: int, t: Texts) -> Button:
    """The way back to the lesson's card."""
    return Button(t("To the lesson"), CardCb(lesson=lesson_id).pack())


def task_types(t: Texts) -> dict[str, str]:
    """How a class may work at a lesson, in words."""
    return {
        "oral": t("oral work"),
        "written": t("written work"),
        "practice": t("exercises"),
        "laboratory": t("laboratory work"),
        "check": t("check work"),
        "project": t("project"),
        "reading": t("reading"),
    }


def _tasks_line(lesson: Lesson, t: Texts) -> str | None:
    kind = task_types(t).get(lesson.task_type or "")
    said = ": ".join(part for part in (kind, lesson.tasks) if part)
    return t("At the lesson: {tasks}", tasks=said) if said else None


def _when(lesson: Lesson, ctx: Ctx, t: Texts) -> str:
    zone = ctx.school.zone
    hours = f"{t.clock(lesson.starts_at, zone)}–{t.clock(lesson.ends_at, zone)}"
    day_said = None if lesson.date == ctx.today else t.weekday(lesson.date)
    room = t("room {name}", name=lesson.room) if lesson.room else None
    return ", ".join(part for part in (day_said, hours, room) if part)


def _exchange_line(page: LessonCard, ctx: Ctx, t: Texts) -> str | None:
    """Who gives the lesson instead of whom, as whoever reads it stands to that."""
    lesson = page.lesson
    if page.substitute is None:
        return None
    if lesson.substitute_id != ctx.actor.person_id:
        return t("Given by {teacher} instead.", teacher=page.substitute.short)
    if page.planned is None:
        return t("You give this lesson for a colleague.")
    return t("You give this lesson; by the timetable {teacher}.", teacher=page.planned.short)


def _register_line(page: LessonCard, t: Texts) -> str | None:
    if page.lesson.register_taken_at is None:
        return None
    absent, late = ", ".join(names(list(page.absent))), ", ".join(names(list(page.late)))
    if absent and late:
        return t("Register: absent {absent}; late {late}", absent=absent, late=late)
    if absent:
        return t("Register: absent {names}", names=absent)
    if late:
        return t("Register: late {names}", names=late)
    return t("Register: everyone is here")


def _unsaved_line(page: LessonCard, t: Texts) -> str | None:
    """What waits in the register's draft: nobody should take it for saved."""
    if not page.unsaved:
        return None
    if page.lesson.register_taken_at is None:
        return t("The register is not saved yet, marked: {count}", count=page.unsaved)
    return t("Changes of the register are not saved: {count}", count=page.unsaved)


def _line(item: DayLesson, school: School, t: Texts) -> str:
    lesson = item.lesson
    said = t(
        "{slot}. {time} {unit}, {subject}",
        slot=lesson.slot,
        time=t.clock(lesson.starts_at, school.zone),
        unit=lesson.unit_name,
        subject=inside(lesson.subject),
    )
    if lesson.status is LessonStatus.CANCELLED:
        return t("{lesson}: cancelled", lesson=said)
    if not item.missing:
        return said
    names = ", ".join(record_name(one.record, t) for one in item.missing)
    return t("{lesson}: still missing {list}", lesson=said, list=names)


def _label(item: DayLesson, t: Texts) -> str:
    sign = "" if not item.missing else " ●"
    return f"{item.lesson.slot}. {item.lesson.unit_name}, {inside(item.lesson.subject)}{sign}"


def _upcoming(found: TeacherDay, ctx: Ctx, t: Texts) -> str | None:
    lesson = found.upcoming
    if lesson is None:
        return None
    return t(
        "Next: {unit}, {subject}, {day}, {time}.",
        unit=lesson.unit_name,
        subject=inside(lesson.subject),
        day=t.weekday(lesson.date),
        time=t.clock(lesson.starts_at, ctx.school.zone),
    )


def _days(found: TeacherDay, ctx: Ctx, t: Texts) -> tuple[Row, ...]:
    """The nearest days with lessons of one's own, whatever lies between."""
    row = [Button(t("Now"), NOW)]
    if found.before is not None:
        row.insert(0, Button(f"‹ {t.dated(found.before)}", to_day(found.before)))
    if found.after is not None:
        row.append(Button(f"{t.dated(found.after)} ›", to_day(found.after)))
    past = found.date < ctx.today
    gave = Button(t("I substituted"), to_substitutable(found.date))
    give = gave if past else Button(t("I substitute"), SubstitutesCb().pack())
    return (tuple(row), (give, Button(t("I am ill"), SICK)))
