"""Pushes of the diary: the week in one message."""

from handlers.diary.callbacks import Look, to_page
from handlers.pushes import View
from handlers.screen import Button, Screen, bold, screen
from handlers.settings.why import why
from journal.model.news import Kind, SubjectWeek, WeekNews
from locales.texts import Texts


def weekly(news: WeekNews, view: View) -> Screen:
    """Marks, attendance and homework of a week, averages of the period by subject."""
    t, student = view.t, news.child.student_id
    return screen(
        bold(f"{view.name(news.child)}, {_days(news, t)}"),
        *(_subject(one, t) for one in news.subjects),
        t("No marks this week.") if not news.subjects else None,
        _presence(news, t),
        t("Late: {count}.", count=news.late) if news.late else None,
        _homework(news, t),
        rows=(
            (
                Button(t("By subject"), to_page(student, Look.MARKS)),
                Button(t("Next week"), to_page(student, Look.WEEK)),
            ),
            (why(Kind.WEEKLY, t, news.child),),
        ),
    )


def weekly_line(news: WeekNews, view: View) -> str:
    """One line of it: `13.10–17.10. Оценки: 5, 5, 4. Пропущено уроков: 2.`"""
    t = view.t
    marks = ", ".join(mark for one in news.subjects for mark in one.marks)
    said = t("Marks: {marks}.", marks=marks) if marks else t("No marks this week.")
    return f"{_days(news, t)}. {said} {_presence(news, t)}"


def _days(news: WeekNews, t: Texts) -> str:
    """`12–16 октября`."""
    if news.first.month == news.last.month:
        return f"{news.first.day}–{t.day(news.last)}"
    return f"{t.day(news.first)} – {t.day(news.last)}"


def _subject(one: SubjectWeek, t: Texts) -> str:
    marks = ", ".join(one.marks)
    if one.average is None:
        return f"{one.subject}: {marks}"
    return t(
        "{subject}: {marks} (average {average})",
        subject=one.subject,
        marks=marks,
        average=t.number(one.average),
    )


def _presence(news: WeekNews, t: Texts) -> str:
    if not news.missed:
        return t("Nothing missed.")
    said = t("Lessons missed: {count}.", count=news.missed)
    if news.unexplained:
        return " ".join((said, t("Without a reason: {count}.", count=news.unexplained)))
    return said


def _homework(news: WeekNews, t: Texts) -> str | None:
    if not news.homework:
        return None
    if news.homework_done:
        return t("Homework: {count}, marked as done: {done}.", count=news.homework, done=news.homework_done)
    return t("Homework: {count}.", count=news.homework)


PUSHES = {Kind.WEEKLY: weekly}
LINES = {Kind.WEEKLY: weekly_line}
