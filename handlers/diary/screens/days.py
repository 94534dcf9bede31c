"""Screens of days: the first card, a day, a week, what is to be done."""

from datetime import date, timedelta, tzinfo

from handlers.diary.callbacks import FilesCb, Look, to_page
from handlers.diary.screens.parts import lesson_line, mark_line, pages, task_text, way_back
from handlers.screen import Button, Row, Screen, bold, grid, lines, screen
from journal.model.diary import Day, DiaryDay, Home, Week
from journal.model.lessons import Homework, LessonStatus
from locales.texts import Texts


def home_card(found: Home, zone: tzinfo, t: Texts) -> str:
    """What a parent wants to know now: the day at hand, what to do for the next, what is new."""
    when = t("today") if found.is_today else t.weekday(found.day.date)
    parts: list[str | None] = [
        bold(
            t("{child}, {unit}: {when}", child=found.child.first_name, unit=found.child.unit_name, when=when)
        )
    ]
    parts += [lesson_line(item, t) for item in found.day.lessons]
    parts.append(_end_line(found.day, zone, t))
    if found.tasks.homework:
        parts += ["", bold(t("Homework for {day}", day=t.weekday(found.tasks.date)))]
        parts += _task_lines(found.tasks, t)
    if found.new_marks:
        parts += [
            "",
            t("New marks: {marks}", marks="; ".join(mark_line(mark, t) for mark in found.new_marks)),
        ]
    if found.unread_notices:
        parts.append(t.plural("{count} notice to sign", "{count} notices to sign", found.unread_notices))
    return lines(*parts)


def day(found: Day, zone: tzinfo, t: Texts) -> Screen:
    """One day: lessons with marks, absences and topics."""
    student = found.child.student_id
    shown = [lesson_line(item, t) for item in found.day.lessons] or [t("No lessons on this day.")]
    head = t(
        "{child}, {unit}: {when}",
        child=found.child.first_name,
        unit=found.child.unit_name,
        when=t.weekday(found.day.date),
    )
    return screen(
        bold(head),
        *shown,
        _end_line(found.day, zone, t),
        rows=(*_turns(found, Look.DAY, t), *grid(pages(student, t, Look.DAY), 3), way_back(t)),
    )


def tasks(found: Day, t: Texts) -> Screen:
    """What is to be done for a school day."""
    student, shown = found.child.student_id, found.day
    head = t("{child}: homework for {day}", child=found.child.first_name, day=t.weekday(shown.date))
    body = _task_lines(shown, t) or [
        t("Nothing has been set for this day yet. We will tell you when it appears.")
    ]
    files = [
        Button(
            t("Files: {subject}", subject=task.subject),
            FilesCb(student=student, homework=task.id, day=shown.date.toordinal()).pack(),
        )
        for item in shown.homework
        for task in item.homework
        if task.attachments
    ]
    return screen(
        bold(head),
        *body,
        rows=(
            *grid(files, 1),
            *_turns(found, Look.TASKS, t),
            *grid(pages(student, t, Look.TASKS), 3),
            way_back(t),
        ),
    )


def files(task: Homework, t: Texts) -> Screen:
    """The files of one homework, as the teacher sent them."""
    head = t("{subject}, for {day}", subject=task.subject, day=t.day(task.due))
    return screen(bold(head), task_text(task, t), attachments=task.attachments, rows=(way_back(t),))


def week(found: Week, t: Texts) -> Screen:
    """Monday to Sunday with marks and absences."""
    student = found.child.student_id
    parts: list[str] = []
    for shown in found.days:
        parts += ["", bold(t.weekday(shown.date))]
        parts += [lesson_line(item, t) for item in shown.lessons]
    if not parts:
        parts = [t("No lessons this week.")]
    last = found.monday + timedelta(days=6)
    head = t(
        "{child}: {first} – {last}",
        child=found.child.first_name,
        first=t.short_day(found.monday),
        last=t.short_day(last),
    )
    turns = (
        Button(t("‹ Week before"), to_page(student, Look.WEEK, found.monday - timedelta(days=7))),
        Button(t("Week after ›"), to_page(student, Look.WEEK, found.monday + timedelta(days=7))),
    )
    return screen(bold(head), *parts, rows=(turns, *grid(pages(student, t, Look.WEEK), 3), way_back(t)))


def _turns(found: Day, look: Look, t: Texts) -> tuple[Row, ...]:
    """To the school days before and after."""

    def turn(label: str, to: date | None) -> tuple[Button, ...]:
        return (Button(label, to_page(found.child.student_id, look, to)),) if to else ()

    before = turn(t("‹ {day}", day=_short(found.before, t)), found.before)
    after = turn(t("{day} ›", day=_short(found.after, t)), found.after)
    return ((*before, *after),)


def _short(day: date | None, t: Texts) -> str:
    return f"{t.short_weekday(day)} {t.short_day(day)}" if day else ""


def _task_lines(shown: DiaryDay, t: Texts) -> list[str]:
    return [
        f"{item.lesson.subject}: {task_text(task, t)}"
        for item in shown.homework
        for task in item.homework
        if not task.no_work
    ]


def _end_line(shown: DiaryDay, zone: tzinfo, t: Texts) -> str | None:
    """`Домой в 12:20`: when the last lesson that is given ends."""
    ends = [item.lesson.ends_at for item in shown.lessons if item.lesson.status is LessonStatus.PLANNED]
    return t("Home at {time}", time=t.clock(max(ends), zone)) if ends else None
