"""Pushes of the diary: the week in one message."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from handlers.diary.callbacks import Look, WeekMarksCb, to_page
from handlers.diary.screens.parts import happening_lines, reason, work_name
from handlers.diary.screens.signs import debt_sign
from handlers.pushes import View
from handlers.screen import Button, Screen, bold, screen
from handlers.settings.why import why
from journal.model.debts import Debt, DebtKind
from journal.model.news import Kind
from journal.model.week import SubjectWeek, WeekAbsence, WeekNews
from locales.texts import Texts
from locales.words import inside, opening


def weekly(news: WeekNews, view: View) -> Screen:
    """Marks and absences of a week, averages of the period by subject, and what lies ahead."""
    t, student = view.t, news.child.student_id
    return screen(
        bold(f"{view.name(news.child)}, {t.days(news.first, news.last)}"),
        *(_subject(one, t) for one in news.subjects),
        t("No marks this week.") if not news.subjects else None,
        debt_sign([mark for one in news.subjects for mark in one.marks], t),
        "",
        _presence(news, t),
        t("Late: {count}.", count=news.late) if news.late else None,
        *_debts(news, t),
        *_apart(_ahead(news, view)),
        *happening_lines(news.happenings, t),
        rows=(
            (
                Button(t("By subject"), WeekMarksCb(student=student).pack()),
                Button(t("Next week"), to_page(student, Look.WEEK)),
            ),
            (why(Kind.WEEKLY, t, news.child),),
        ),
    )


def weekly_line(news: WeekNews, view: View) -> str:
    """One line of it: `13–17 октября. Оценки: 5, 5, 4. Пропущено уроков: 2.`"""
    t = view.t
    marks = ", ".join(mark for one in news.subjects for mark in one.marks)
    said = t("Marks: {marks}.", marks=marks) if marks else t("No marks this week.")
    return f"{t.days(news.first, news.last)}. {said} {_presence(news, t)}"


def _apart(said: Iterable[str]) -> list[str]:
    found = list(said)
    return ["", *found] if found else []


def _on(day: date, t: Texts) -> str:
    """`ср 14.10`, on one line."""
    return t.dated(day).replace(" ", "\N{NO-BREAK SPACE}")


def _subject(one: SubjectWeek, t: Texts) -> str:
    marks = ", ".join(one.marks)
    if one.average is None:
        return f"{one.subject}: {marks}"
    return t(
        "{subject}: {marks} (average {average})",
        subject=one.subject,
        marks=marks,
        average=t.average(one.average),
    )


def _presence(news: WeekNews, t: Texts) -> str:
    if not news.missed:
        return t("Nothing missed.")
    said = t("Lessons missed: {count}.", count=news.missed)
    missed = "; ".join(_missed(day, list(found), t) for day, found in groupby(news.absences, _day))
    return f"{said} {opening(missed)}." if missed else said


def _missed(day: date, found: list[WeekAbsence], t: Texts) -> str:
    """`ср 14.10: алгебра (причина не указана), география (болезнь)`."""
    unknown = t("no reason given")
    names = ", ".join(
        f"{inside(one.subject)} ({reason(one.reason, t) if one.reason else unknown})" for one in found
    )
    return f"{_on(day, t)}: {names}"


def _day(one: WeekAbsence) -> date:
    return one.day


def _debts(news: WeekNews, t: Texts) -> Iterator[str]:
    """What is owed, each kind by its own name, as the screen of debts has it."""
    kinds = {
        kind: [debt for debt in news.debts if debt.kind is kind]
        for kind in (DebtKind.RETAKE, DebtKind.UNSUBMITTED, DebtKind.MISSED)
    }
    for debt in kinds[DebtKind.RETAKE]:
        if debt.until is not None:
            subject = inside(debt.work.subject)
            yield t("To be retaken: {subject}, until {day}.", subject=subject, day=t.short_day(debt.until))
    if unsubmitted := kinds[DebtKind.UNSUBMITTED]:
        yield t("Not handed in: {subjects}.", subjects=_subjects(unsubmitted))
    if missed := kinds[DebtKind.MISSED]:
        yield t("Missed tests: {subjects}.", subjects=_subjects(missed))


def _subjects(debts: Iterable[Debt]) -> str:
    return ", ".join(dict.fromkeys(inside(debt.work.subject) for debt in debts))


def _ahead(news: WeekNews, view: View) -> Iterator[str]:
    """Control works of the coming week, and what is set for its first day."""
    t = view.t
    if news.works:
        works = "; ".join(
            f"{_on(one.day, t)} {inside(one.subject)}, {inside(work_name(one.text, view.regulation, t))}"
            for one in news.works
        )
        yield t("Tests ahead: {works}.", works=works)
    if news.homework:
        tasks = "; ".join(
            f"{inside(one.subject)} — {one.text}" if one.text else inside(one.subject)
            for one in news.homework
        )
        yield t("Homework for {day}: {tasks}.", day=t.weekday_for(news.homework[0].day), tasks=tasks)


PUSHES = {Kind.WEEKLY: weekly}
LINES = {Kind.WEEKLY: weekly_line}
