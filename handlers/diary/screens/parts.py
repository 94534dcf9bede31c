"""Parts that several screens of the diary share."""

from collections.abc import Iterable

from handlers.diary.callbacks import ChildCb, Look, MarksCb, MissedCb, to_page
from handlers.home.callbacks import HOME
from handlers.screen import Button, Row
from journal.model.attendance import Absence, Presence, Reason
from journal.model.diary import DiaryLesson
from journal.model.lessons import Homework, LessonStatus
from journal.model.marks import Mark
from journal.model.people import Child
from locales.texts import Texts
from locales.words import inside


def way_back(t: Texts, *beside: Button) -> Row:
    return (*beside, Button(t("Home"), HOME))


def pages(student_id: int, t: Texts, but: Look | None = None) -> list[Button]:
    """The ways from one page of the diary to the others."""
    every = {
        Look.DAY: Button(t("Today"), to_page(student_id, Look.DAY)),
        Look.WEEK: Button(t("Week"), to_page(student_id, Look.WEEK)),
        Look.TASKS: Button(t("Homework"), to_page(student_id, Look.TASKS)),
    }
    found = [button for look, button in every.items() if look is not but]
    found.append(Button(t("Marks"), MarksCb(student=student_id).pack()))
    found.append(Button(t("Absences"), MissedCb(student=student_id).pack()))
    return found


def children_row(children: Iterable[Child], current: int, t: Texts) -> Row:
    """One button a child, where there are several; the one looked at is marked."""
    items = tuple(children)
    if len(items) < 2:
        return ()
    return tuple(
        Button(
            t("• {child}", child=item.first_name) if item.student_id == current else item.first_name,
            ChildCb(student=item.student_id).pack(),
        )
        for item in items
    )


def lesson_line(item: DiaryLesson, t: Texts, *, marked: bool = True) -> str:
    """`2. Алгебра, каб. 214 · нет · 5 4`."""
    lesson = item.lesson
    words = [f"{lesson.slot}. {lesson.subject}"]
    if lesson.room:
        words[0] = t("{lesson}, room {room}", lesson=words[0], room=lesson.room)
    if lesson.status is LessonStatus.CANCELLED:
        words.append(t("cancelled"))
    elif lesson.substitute_id is not None:
        words.append(t("substitution"))
    if item.absence is not None:
        words.append(presence(item.absence, t))
    if marked and item.marks:
        words.append(" ".join(mark.value for mark in item.marks))
    return " · ".join(words)


def task_text(task: Homework, t: Texts) -> str:
    """What is to be done, in a line."""
    parts = [task.text] if task.text else []
    if task.bring:
        parts.append(t("bring: {things}", things=task.bring))
    if task.attachments:
        parts.append(t.plural("{count} file", "{count} files", len(task.attachments)))
    return "; ".join(parts)


def presence(absence: Absence, t: Texts) -> str:
    """How the child stood in a register, with the reason where it is known."""
    said = {
        Presence.ABSENT: t("absent"),
        Presence.LATE: t("late"),
        Presence.LEFT_EARLY: t("left early"),
        Presence.PRESENT: t("present"),
    }[absence.status]
    return said if absence.reason is None else f"{said} ({reason(absence.reason, t)})"


def reason(known: Reason, t: Texts) -> str:
    return {
        Reason.ILL: t("illness"),
        Reason.FAMILY: t("family reasons"),
        Reason.EXCUSED: t("valid reason"),
        Reason.WILL_BE_LATE: t("warned"),
        Reason.UNEXCUSED: t("no valid reason"),
    }[known]


def mark_line(mark: Mark, t: Texts) -> str:
    """`5, алгебра, 14.10`."""
    return f"{mark.value}, {inside(mark.subject)}, {t.short_day(mark.date)}"
